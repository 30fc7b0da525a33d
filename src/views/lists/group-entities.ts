import { countsSeveral, type PropertyDeclaration } from '../../ontology/declaration.js'
import { compareDecimals } from '../../values/decimal.js'
import { edtfYear } from '../../values/edtf.js'
import type { Unit } from '../../values/unit.js'
import type { Quantity } from '../../values/value.js'
import { targetOf } from '../links.js'
import type { EntityView } from '../view-reader.js'
import { aggregateQuantities, type QuantityAggregate } from './aggregate-quantities.js'
import { partsUpTo } from './match-entity.js'

/** What the entities of a list are grouped by: the values of a property, or for a link the wholes of that level in which its targets lie. */
export interface Grouping {
  readonly property: PropertyDeclaration
  readonly level?: string | undefined
}

/** The quantity that is summed up in each group. */
export interface GroupSum {
  readonly property: PropertyDeclaration
  readonly unit: Unit
}

/** The entities of a list that share a value: a code, a year, or the id of a linked entity. */
export interface Group {
  readonly key: string
  readonly count: number
  /** Empty unless a quantity was to be summed up. */
  readonly sums: readonly QuantityAggregate[]
}

/** Groups in the order of their keys. An entity with several values is in several groups, one without a value in none. */
export async function groupEntities(
  entities: readonly EntityView[],
  grouping: Grouping,
  sum: GroupSum | undefined,
): Promise<readonly Group[]> {
  const groups = new Map<string, { count: number; readonly figures: Quantity[] }>()
  const keys = await Promise.all(entities.map(entity => keysOf(entity, grouping)))
  for (const [i, entity] of entities.entries()) {
    const figures = sum ? figuresOf(entity, sum.property) : []
    for (const key of keys[i] ?? []) {
      const group = groups.get(key) ?? { count: 0, figures: [] }
      group.count += 1
      group.figures.push(...figures)
      groups.set(key, group)
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { count, figures }]) => ({ key, count, sums: sum ? aggregateQuantities(figures, sum.unit) : [] }))
}

/** The quantities of a property that count. */
export function figuresOf(entity: EntityView, property: PropertyDeclaration): readonly Quantity[] {
  return entity.resolve(property).counted.flatMap(({ value }) => (value.kind === 'quantity' ? [value] : []))
}

/** The greatest of the sums, which differ in number format, basis or sparsity: what orders by a sum compare. */
export function greatestSum(sums: readonly QuantityAggregate[]): string | undefined {
  return sums
    .map(({ total }) => total.amount)
    .reduce<string | undefined>(
      (greatest, amount) => (greatest === undefined || compareDecimals(amount, greatest) > 0 ? amount : greatest),
      undefined,
    )
}

async function keysOf(entity: EntityView, { property, level }: Grouping): Promise<readonly string[]> {
  const { chosen, counted } = entity.resolve(property)
  const statements = countsSeveral(property) ? counted : chosen ? [chosen] : []
  const keys = new Set<string>()
  for (const { value } of statements) {
    if (value.kind === 'code') keys.add(value.code)
    const year = value.kind === 'date' ? edtfYear(value.edtf) : undefined
    if (year !== undefined) keys.add(String(year))
  }
  if (property.value.kind !== 'entity') return [...keys]
  const targets = await entity.reader.findEntities([...new Set(statements.map(targetOf))])
  if (level === undefined) return targets.map(({ id }) => id)
  for (const target of targets) {
    const whole = await wholeAt(target, level)
    if (whole) keys.add(whole.id)
  }
  return [...keys]
}

async function wholeAt(part: EntityView, level: string): Promise<EntityView | undefined> {
  for await (const whole of partsUpTo(part)) {
    const its = whole.resolveNamed('level')?.chosen?.value
    if (its?.kind === 'code' && its.code === level) return whole
  }
  return undefined
}
