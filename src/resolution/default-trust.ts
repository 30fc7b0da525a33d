import type { Trust } from '../model/trust.js'
import type { CitedEdition } from './cited-edition.js'

/** The trust of a view that names none: every source counts, in the order of `compareByDefaultTrust`. */
export const defaultTrust: Trust = Object.freeze({
  languages: Object.freeze([]),
  sources: Object.freeze([]),
  others: 'LAST',
  minConfidence: 0,
})

/**
 * The server's policy: originals before translations of any source, then sources by weight, the heaviest first.
 * Negative if `a` comes first.
 *
 * A comparison of a translation with its own original only would be no total order: the translation could come after
 * its original, before a third source by confidence, and the third source before the original.
 */
export function compareByDefaultTrust(a: CitedEdition | undefined, b: CitedEdition | undefined): number {
  return Number(isTranslation(a)) - Number(isTranslation(b)) || weightOf(b) - weightOf(a)
}

/** 1 for an unknown source and for a source without a weight. */
export function weightOf(citedEdition: CitedEdition | undefined): number {
  return citedEdition?.source.weight ?? 1
}

export function isTranslation(citedEdition: CitedEdition | undefined): boolean {
  return citedEdition?.edition.translationOf !== undefined
}
