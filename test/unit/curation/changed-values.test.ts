import { describe, expect, it } from '@jest/globals'
import { findChangedValues } from '../../../src/curation/changed-values.js'
import { entityTypes } from '../../../src/entities/index.js'
import type { Conflict } from '../../../src/model/conflict.js'
import type { EntityRecord } from '../../../src/model/entity.js'
import type { Statement } from '../../../src/model/statement.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import type { Quantity } from '../../../src/values/value.js'
import {
  citedEditionsOf,
  conflict,
  date,
  en,
  link,
  name,
  statement,
  view,
  zh,
} from '../resolution/statement-builder.js'

const graph = { ontology: createOntology(entityTypes), view: view(), citedEditions: citedEditionsOf() }

/** Entities with what is said of them, by the subject of the statements. */
function entities(statements: readonly Statement[], conflicts: readonly Conflict[] = []): Map<string, EntityRecord> {
  const records = new Map<string, EntityRecord>()
  for (const { subject: id } of statements) {
    const own = statements.filter(({ subject }) => subject === id)
    records.set(id, { id, type: 'Any', formerIds: [], statements: own, conflicts })
  }
  return records
}

/** Each change as `entity property: before -> after`, in the words of the statements. */
function changes(before: ReadonlyMap<string, EntityRecord>, after: ReadonlyMap<string, EntityRecord>): string[] {
  const words = (each: Statement | undefined) => each?.asStated ?? 'nothing'
  return findChangedValues(graph, before, after).map(
    ({ entity, property, before: was, after: is }) => `${entity} ${property.id}: ${words(was)} -> ${words(is)}`,
  )
}

describe('the changed values of a property with one value', () => {
  const subject = 'target/t'
  const due = (edtf: string, given: Partial<Statement> = {}) => date('due', edtf, zh, { subject, ...given })
  const called = name('目标', zh, { subject })

  it('are the value before and after', () => {
    expect(changes(entities([called, due('2025')]), entities([called, due('2026')]))).toEqual([
      'target/t due: 2025 -> 2026',
    ])
  })

  it('have nothing before where there was no value, and nothing after where there is none any more', () => {
    expect(changes(entities([called]), entities([called, due('2026')]))).toEqual(['target/t due: nothing -> 2026'])
    expect(changes(entities([called, due('2025')]), entities([called]))).toEqual(['target/t due: 2025 -> nothing'])
  })

  it('are none where another statement of the same property is added and loses', () => {
    const translated = date('due', '2026', en, { subject })
    expect(changes(entities([called, due('2025')]), entities([called, due('2025'), translated]))).toEqual([])
  })

  it('are those that the view of today sees', () => {
    const until = due('2024', { valid: '2020/2023' })
    expect(changes(entities([called, until]), entities([called]))).toEqual([])
    expect(changes(entities([called]), entities([called, until]))).toEqual([])
  })

  it('are of entities that are there before and after, by entity and in the order of the properties', () => {
    const of = (id: string, edtf: string, text: string) => [
      date('due', edtf, zh, { subject: id }),
      name(text, zh, { subject: id }),
    ]
    const before = entities([
      ...of('target/b', '2025', '乙'),
      ...of('target/a', '2025', '甲'),
      ...of('target/c', '2025', '丙'),
    ])
    const after = entities([
      ...of('target/d', '2026', '丁'),
      ...of('target/b', '2026', '己'),
      ...of('target/a', '2026', '戊'),
    ])
    expect(changes(before, after)).toEqual([
      'target/a name: 甲 -> 戊',
      'target/a due: 2025 -> 2026',
      'target/b name: 乙 -> 己',
      'target/b due: 2025 -> 2026',
    ])
  })

  it('are none of an id that is of no type', () => {
    const nowhere = name('无', zh, { subject: 'nowhere/x' })
    const other = name('有', zh, { subject: 'nowhere/x' })
    expect(changes(entities([nowhere]), entities([other]))).toEqual([])
  })
})

describe('the changed values of a property whose values count together', () => {
  const subject = 'corridor/c'
  const member = (region: string, edition = zh) => link('member', `region/${region}`, edition, { subject })
  const [beijing, mongolia, bohai] = [member('beijing'), member('inner-mongolia'), member('bohai', en)]
  const all = [beijing, mongolia, bohai]
  const opposed = conflict([mongolia, bohai])
  const decided = (chosen: Statement): Conflict => ({
    ...opposed,
    status: 'DECIDED',
    decision: { chosen: chosen.id, reason: 'asked', by: 'curator', at: '2024-08-01T00:00:00Z' },
  })

  it('say which value begins to count for one that ceases', () => {
    expect(changes(entities(all, [opposed]), entities(all, [decided(bohai)]))).toContain(
      'corridor/c member: region/inner-mongolia -> region/bohai',
    )
    expect(changes(entities(all, [decided(bohai)]), entities(all, [decided(mongolia)]))).toContain(
      'corridor/c member: region/bohai -> region/inner-mongolia',
    )
  })

  it('say a value that ceases to count and has none in its place', () => {
    expect(changes(entities(all), entities(all, [opposed])).filter(each => !each.includes('beijing'))).toEqual([
      'corridor/c member: region/bohai -> nothing',
    ])
  })

  it('say the best value as well where that is another, and each change once', () => {
    const told = changes(entities(all, [decided(mongolia)]), entities(all, [decided(bohai)]))
    expect(told).toEqual(['corridor/c member: region/inner-mongolia -> region/bohai'])
  })

  it('are none where a value is added or retracted, and the best one stays', () => {
    const hebei = member('zz-hebei')
    expect(changes(entities([beijing]), entities([beijing, hebei]))).toEqual([])
    expect(changes(entities([beijing, hebei]), entities([beijing]))).toEqual([])
  })
})

describe('the changed values of figures that count by their terms', () => {
  const figure = (amount: string, precision: Quantity['precision']) =>
    statement({
      subject: 'computecentre/x',
      property: 'capacity',
      asStated: `${amount} ${precision}`,
      value: { kind: 'quantity', amount, unit: 'PFLOPS', comparator: 'EXACTLY', precision } as Quantity,
    })
  const called = name('中心', zh, { subject: 'computecentre/x' })

  it('compare each figure with that of the same number format', () => {
    const before = entities([called, figure('45', 'FP16'), figure('2', 'FP64')])
    const after = entities([called, figure('50', 'FP16'), figure('2', 'FP64'), figure('90', 'INT8')])
    expect(changes(before, after).sort()).toEqual([
      'computecentre/x capacity: 45 FP16 -> 50 FP16',
      'computecentre/x capacity: nothing -> 90 INT8',
    ])
    expect(changes(after, before).sort()).toEqual([
      'computecentre/x capacity: 50 FP16 -> 45 FP16',
      'computecentre/x capacity: 90 INT8 -> nothing',
    ])
  })
})
