import { meant } from '../../ontology/closest-match.js'
import { parseEdtf } from '../../values/edtf.js'
import type { ValueForm } from '../../values/parse-value.js'
import { units } from '../../values/unit.js'
import { didYouMean } from './problem-list.js'

/** How to write a date that is no EDTF: as it was most likely meant, else by examples. */
export function edtfHint(seen: string): string {
  const parts = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)?\s*$/.exec(seen)
  const padded = parts
    ?.slice(1)
    .filter(part => part !== undefined)
    .map(part => part.padStart(2, '0'))
    .join('-')
  const edtf = padded === undefined ? undefined : parseEdtf(padded)
  return didYouMean(edtf) ?? 'such as 2025, 2024-07-04, 2024-07~ or 2024/2026'
}

/** Units that a property can be given in. */
export function unitHint(seen: string, form: ValueForm): string | undefined {
  const kinds = form.kind === 'quantity' ? form.of : []
  const fit = Object.entries(units).flatMap(([unit, { of }]) =>
    kinds.length === 0 || kinds.includes(of) ? [unit] : [],
  )
  return didYouMean(meant(seen, fit)) ?? (fit.length === 0 ? undefined : `such as ${fit.slice(0, 6).join(', ')}`)
}

/** The values of a closed list, as datasets spell them. */
export function codeHint(seen: string, values: readonly string[] = []): string | undefined {
  const spelled = values.map(value => value.toLowerCase().replaceAll('_', '-'))
  return didYouMean(meant(seen, spelled)) ?? (spelled.length === 0 ? undefined : `one of ${spelled.join(', ')}`)
}
