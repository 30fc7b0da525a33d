import type { Statement, StatementContent } from '../../model/statement.js'
import type { Ontology } from '../../ontology/ontology.js'
import { formatValue } from '../../values/format-value.js'
import { termsKey } from '../../values/precision.js'
import type { StatementSpool } from '../spool/statement-spool.js'
import type { TableSummary } from '../tables/read-table.js'
import type { Placed, ProblemList } from './problem-list.js'

type Stated = Pick<Statement, keyof StatementContent>

/**
 * Warns of entities that several rows of one table describe with different values of a property that has one value at a
 * time: the id may be that of two things. What is stated for different times or number formats may differ.
 */
export function reportRowsThatDiffer(
  tables: readonly { readonly summary: TableSummary; readonly file: Placed; readonly edition: string }[],
  statements: StatementSpool,
  ontology: Ontology,
  problems: ProblemList,
): void {
  const merged = tables.flatMap(table => table.summary.merged.map(({ id, rows }) => ({ ...table, id, rows })))
  if (merged.length === 0) return
  const byId = new Map<string, (typeof merged)[number][]>()
  for (const each of merged) byId.set(each.id, [...(byId.get(each.id) ?? []), each])
  for (const { key: id, items } of statements.bySubject())
    for (const { file, edition, rows, summary } of byId.get(id) ?? []) {
      const fragments = new Set(rows.map(row => `row=${row}`))
      const ofRows = items
        .map(({ statement }) => statement)
        .filter(each => each.edition === edition && fragments.has(each.quote?.fragment ?? ''))
      for (const [property, values] of differing(ofRows, ontology)) {
        const fields = { id, property, rows: `rows ${rows.slice(0, shownRows).join(', ')} of ${summary.file}` }
        problems.warning('ROWS_DIFFER', file.place, { ...fields, values: values.join(', ') }, hint)
      }
    }
}

const shownRows = 5
const hint = 'if the rows are of two things, give them two ids; if they are of two times, give `valid`'

/** The properties of one value at a time that the statements give several values for, with these. */
function differing(
  statements: readonly Stated[],
  ontology: Ontology,
): readonly (readonly [string, readonly string[]])[] {
  const values = new Map<string, { readonly property: string; readonly texts: Set<string> }>()
  for (const { subject, property, value, qualifiers, valid, asStated } of statements) {
    const declaration = ontology.findTypeOfId(subject)?.findProperty(property)
    if (!declaration || declaration.many || declaration.joint || property === 'name') continue
    const terms = value.kind === 'quantity' ? [termsKey(value), value.unit === 'COUNT' ? value.of : undefined] : []
    const key = JSON.stringify([property, qualifiers, valid, terms])
    const known = values.get(key) ?? { property, texts: new Set<string>() }
    values.set(key, known)
    known.texts.add(formatValue(value) || asStated)
  }
  return [...values.values()].flatMap(({ property, texts }) =>
    texts.size > 1 ? [[property, [...texts]] as const] : [],
  )
}
