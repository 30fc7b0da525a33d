import fc, { type Arbitrary } from 'fast-check'
import type { PropertyDeclaration } from '../../src/ontology/declaration.js'
import type { EntityType, Ontology } from '../../src/ontology/ontology.js'
import { bases, precisions, sparsities } from '../../src/values/precision.js'
import { existences } from '../../src/views/existence.js'
import { randomIds, randomTexts } from './random-graph.js'

type Filter = Readonly<Record<string, unknown>>

/** Filters of the values that a random graph has, so that many keep a part of a list. */
export function listFilters(ontology: Ontology, type: EntityType, depth = 2): Arbitrary<Filter> {
  const own = type.properties.map(property =>
    conditionOf(property, ontology, depth).map((condition): Filter => ({ [property.id]: condition })),
  )
  const counts = fc
    .tuple(fc.constantFrom('conflictCount', 'openConflictCount'), partOf(['eq', 'gte', 'gt', 'lte', 'lt'], fc.nat(2)))
    .map(([name, condition]): Filter => ({ [name]: condition }))
  const ids = partOf(['eq', 'in', 'notIn'], fc.constantFrom(...randomIds(type))).map((id): Filter => ({ id }))
  const common = [counts, ids, membersOf(existences).map((existence): Filter => ({ existence }))]
  const within = type.partOf ? [fc.constantFrom(...randomIds(type)).map((whole): Filter => ({ within: whole }))] : []
  const one = fc.oneof(...own, ...own, ...common, ...within)
  if (depth === 0) return one
  const inner = listFilters(ontology, type, depth - 1)
  const some = fc.array(inner, { maxLength: 3 })
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })) },
    { weight: 1, arbitrary: some.map((and): Filter => ({ and })) },
    { weight: 1, arbitrary: some.map((or): Filter => ({ or })) },
    { weight: 1, arbitrary: inner.map((not): Filter => ({ not })) },
  )
}

function conditionOf({ value }: PropertyDeclaration, ontology: Ontology, depth: number): Arbitrary<Filter> {
  const exists = fc.boolean().map((is): Filter => ({ exists: is }))
  switch (value.kind) {
    case 'text':
      return fc.oneof(exists, texts(randomTexts))
    case 'code':
      return fc.oneof(exists, value.values ? membersOf(value.values) : texts(['110000', '150000', 'CN', 'x%', '']))
    case 'date':
      return fc.oneof(
        exists,
        partOf(
          ['before', 'after', 'within'],
          fc.constantFrom('2024', '2000/2050', '../2025', '2030', '1990/..', '2024-07~'),
        ),
      )
    case 'quantity':
      return fc.oneof(exists, figures)
    case 'geo':
      return exists
    case 'entity': {
      if (depth === 0) return exists
      const [target] = ontology.typesOf(value.to)
      // Of an interface, what all types have.
      if (!target || target.name !== value.to)
        return fc.oneof(
          exists,
          texts(randomTexts).map((name): Filter => ({ name })),
        )
      return fc.oneof(exists, listFilters(ontology, target, depth - 1))
    }
  }
}

function texts(words: readonly string[]): Arbitrary<Filter> {
  const parts = words.flatMap(word => [word, word.slice(0, 2), word.slice(-2), word.toUpperCase()])
  return partOf(['eq', 'in', 'notIn', 'contains', 'startsWith', 'endsWith'], fc.constantFrom(...parts))
}

function membersOf(values: readonly string[]): Arbitrary<Filter> {
  return partOf(['eq', 'in', 'notIn'], fc.constantFrom(...values))
}

const amounts = fc.record({
  amount: fc.constantFrom('0', '1', '45', '45.5', '100', '1000', '-3', '0.001', '99999999999999999999'),
  unit: fc.constantFrom('EFLOPS', 'PFLOPS', 'TOPS', 'MW', 'CNY', 'USD', 'GPU', 'RACK', 'COUNT', 'PERCENT', 'RATIO'),
})

const figures: Arbitrary<Filter> = fc
  .tuple(
    partOf(['eq', 'gte', 'gt', 'lte', 'lt'], amounts),
    fc.record(
      {
        precision: fc.array(fc.constantFrom(...precisions), { maxLength: 3 }),
        basis: fc.array(fc.constantFrom(...bases), { maxLength: 2 }),
        sparsity: fc.array(fc.constantFrom(...sparsities), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([bounds, terms]) => ({ ...bounds, ...terms }))

/** One or two of these keys; lists for those that take lists. */
function partOf(keys: readonly string[], value: Arbitrary<unknown>): Arbitrary<Filter> {
  const given = (key: string) => (key === 'in' || key === 'notIn' ? fc.array(value, { maxLength: 4 }) : value)
  const one = fc.constantFrom(...keys).chain(key => given(key).map((its): Filter => ({ [key]: its })))
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })) },
  )
}
