import type { Trust } from '../model/view.js'
import type { Witness } from './witness.js'

/** Whose word wins where a view does not say: everybody is heard, and `compareByDefaultTrust` tells them apart. */
export const defaultTrust: Trust = Object.freeze({
  languages: Object.freeze([]),
  sources: Object.freeze([]),
  others: 'LAST',
  minConfidence: 0,
})

/**
 * The server's policy: an original before its translations, and sources by their configured weight, the heaviest
 * first. Negative where `a` goes first.
 *
 * Weight is compared first, which an original and its own translation always share, so the one never overrules the
 * other; among sources of one weight, originals go before translations whosever they are. Comparing an edition with
 * its own original only would be no order: a translation could then stand after its original, before a third source
 * by confidence, and that one before the original.
 */
export function compareByDefaultTrust(a: Witness | undefined, b: Witness | undefined): number {
  return weightOf(b) - weightOf(a) || Number(isTranslation(a)) - Number(isTranslation(b))
}

/** 1 where nothing is known of the source, as of a source whose dataset gives no weight. */
export function weightOf(witness: Witness | undefined): number {
  return witness?.source.weight ?? 1
}

export function isTranslation(witness: Witness | undefined): boolean {
  return witness?.edition.translationOf !== undefined
}
