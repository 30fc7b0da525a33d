import fc, { type Arbitrary } from 'fast-check'
import { conflictKinds } from '../../src/model/conflict.js'
import type { PropertyDeclaration } from '../../src/ontology/declaration.js'
import type { EntityType, Ontology } from '../../src/ontology/ontology.js'
import type { Batch, NewStatement } from '../../src/store/store.js'
import type { Value } from '../../src/values/value.js'
import { conflict, said, statement } from './dataset-builder.js'
import { periods, quantities } from './random-values.js'

const editions = ['press#zh-Hans', 'press#en', 'gov#zh-Hans']
export const randomTexts = [
  '财政投入',
  '北京 数据中心',
  'Data Centre',
  'data centre',
  '100%',
  "'; --",
  '𠮷野',
  'Ａ',
  'compute:45',
]
const perType = 6
/** So that the default view describes every entity. */
const always = fc.constant(undefined)
const sometimes = fc.option(fc.constantFrom('2024', '2024/..', '../2025', '2030'), { nil: undefined, freq: 2 })

/** The ids of a random graph’s entities of a type. */
export function randomIds({ prefix }: EntityType): readonly string[] {
  return Array.from({ length: perType }, (_, i) => `${prefix}/e${i}`)
}

/**
 * What one dataset says of a few entities of every type: of each a name, and any values of any of its properties, at least
 * so many.
 */
export function randomGraphs(ontology: Ontology, dataset: string, least = 150): Arbitrary<Batch> {
  const named = ontology.types.flatMap(type =>
    randomIds(type).map(id => statementOf(id, nameOf(type), ontology, always)),
  )
  const others = fc.array(fc.oneof(...ontology.types.flatMap(type => anyOf(type, ontology))), {
    minLength: least,
    maxLength: least + 100,
  })
  return fc.tuple(fc.tuple(...named), others).map(([names, more]) => {
    const statements = [...names, ...more].map((each, i) => ({ ...each, id: `statement/${i}` }))
    const entities = ontology.types.flatMap(type => randomIds(type).map(id => ({ id, type: type.name })))
    return { ...said(dataset, ...statements), entities, conflictsOpened: conflictsAmong(statements) }
  })
}

function anyOf(type: EntityType, ontology: Ontology): readonly Arbitrary<NewStatement>[] {
  return type.properties
    .filter(({ value }) => value.kind !== 'geo')
    .map(property => fc.constantFrom(...randomIds(type)).chain(id => statementOf(id, property, ontology, sometimes)))
}

function nameOf(type: EntityType): PropertyDeclaration {
  return type.findProperty('name') as PropertyDeclaration
}

function statementOf(
  id: string,
  property: PropertyDeclaration,
  ontology: Ontology,
  valid: Arbitrary<string | undefined>,
): Arbitrary<NewStatement> {
  return fc
    .record({
      value: randomValue(property, ontology),
      edition: fc.constantFrom(...editions),
      valid,
    })
    .map(({ value, edition, valid }) =>
      statement('', id, { property: property.id, value, edition, ...(valid !== undefined && { valid }) }),
    )
}

function randomValue({ value }: PropertyDeclaration, ontology: Ontology): Arbitrary<Value> {
  switch (value.kind) {
    case 'text':
      return fc
        .tuple(fc.constantFrom(...randomTexts), fc.constantFrom('zh-Hans', 'en'))
        .map(([text, language]) => ({ kind: 'text', text, language }))
    case 'date':
      return periods.map(edtf => ({ kind: 'date', edtf }))
    case 'quantity':
      return fc.oneof(
        { weight: 9, arbitrary: quantities },
        { weight: 1, arbitrary: fc.constant({ kind: 'quantity', comparator: 'EXACTLY' } as const) },
      )
    case 'code':
      return fc
        .constantFrom(...(value.values ?? ['110000', '150000', 'CN', 'x%']))
        .map(code => ({ kind: 'code', code }))
    case 'entity':
      return fc
        .constantFrom(...ontology.typesOf(value.to).flatMap(randomIds))
        .map(entity => ({ kind: 'entity', entity }))
    case 'geo':
      throw new Error('Places are left out here.')
  }
}

/** Some pairs of statements of one subject and property, whatever they state. */
function conflictsAmong(statements: readonly NewStatement[]) {
  return statements.flatMap((one, i) => {
    const other = statements.slice(i + 1).find(each => each.subject === one.subject && each.property === one.property)
    if (!other || i % 3 > 0) return []
    const kind = conflictKinds[i % 2]
    return [
      conflict(`conflict/${i}`, {
        kind,
        subjects: [one.subject],
        property: one.property,
        statements: [one.id, other.id].sort(),
      }),
    ]
  })
}
