import { figureColumns } from '../../../ontology/row-keys.js'
import type { TypeLayout } from '../../../ontology/row-layout.js'
import type { ResolvedRow } from '../../rows/resolved-rows.js'

/*
 * The state of the rows lists the classes of the figures that rows have or had. A sum asks for one class at a time: the
 * database then only adds up what stands together in an index, and compares no texts.
 */

/** What the names of the classes of a property begin with, of figures of one kind. Behind that come terms and comparator. */
export function classPrefix(type: string, property: string, unitKind: string): string {
  return `${[type, property, unitKind].join('\n')}\n`
}

/** Of figures in whole grains. The others are few, and looked at one by one. */
export function figureClassesOf(rows: readonly ResolvedRow[], types: readonly TypeLayout[]): readonly string[] {
  const sumsOf = new Map(types.map(({ name, sums }) => [name, sums]))
  const classes = new Set<string>()
  for (const { type, columns } of rows)
    for (const property of sumsOf.get(type) ?? []) {
      const { kind, terms, comparator, grains } = figureColumns(property)
      if (columns[grains] === undefined) continue
      classes.add(`${classPrefix(type, property, String(columns[kind]))}${columns[terms]}\n${columns[comparator]}`)
    }
  return [...classes].sort()
}
