import type { Trust } from '../model/trust.js'
import type { CitedEdition } from './cited-edition.js'

/** Whose word wins where a view does not say: everybody is heard, and `compareByDefaultTrust` tells them apart. */
export const defaultTrust: Trust = Object.freeze({
  languages: Object.freeze([]),
  sources: Object.freeze([]),
  others: 'LAST',
  minConfidence: 0,
})

/**
 * The server's policy: an original before translations, whosever they are, and then sources by their configured
 * weight, the heaviest first. Negative where `a` goes first.
 *
 * Comparing an edition with its own original only would be no order: a translation could then stand after its
 * original, before a third source by confidence, and that one before the original.
 */
export function compareByDefaultTrust(a: CitedEdition | undefined, b: CitedEdition | undefined): number {
  return Number(isTranslation(a)) - Number(isTranslation(b)) || weightOf(b) - weightOf(a)
}

/** 1 where nothing is known of the source, as of a source whose dataset gives no weight. */
export function weightOf(citedEdition: CitedEdition | undefined): number {
  return citedEdition?.source.weight ?? 1
}

export function isTranslation(citedEdition: CitedEdition | undefined): boolean {
  return citedEdition?.edition.translationOf !== undefined
}
