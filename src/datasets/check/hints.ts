import { meant } from '../../ontology/closest-match.js'
import type { ValueForm } from '../../values/parse-value.js'
import { units } from '../../values/unit.js'
import { readExcelDay } from '../../values/words/read-date.js'
import { didYouMean } from './problem-list.js'

/** How to write a date that no reader understands. */
export function edtfHint(seen: string): string {
  if (readExcelDay(seen) !== undefined) return 'if a spreadsheet counts its days so, write `dates: excel`'
  return 'such as 2025, 2024-07-04, 2024-07~, 2024/2026, 2024年6月, 2025年底 or Q3 2024'
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
