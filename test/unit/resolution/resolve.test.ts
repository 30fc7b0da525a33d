import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { computeCentre } from '../../../src/entities/compute-centre.js'
import { corridor } from '../../../src/entities/corridor.js'
import { official } from '../../../src/entities/official.js'
import { region } from '../../../src/entities/region.js'
import { target } from '../../../src/entities/target.js'
import type { Statement } from '../../../src/model/statement.js'
import { commonPropertiesOf } from '../../../src/ontology/common-properties.js'
import type { PropertyDeclaration } from '../../../src/ontology/declaration.js'
import { resolve } from '../../../src/resolution/resolve.js'
import { compareStatements, resolutionRules } from '../../../src/resolution/rules.js'
import type { Quantity } from '../../../src/values/value.js'
import {
  article,
  citedEditionsOf,
  conflict,
  context,
  date,
  en,
  link,
  name,
  source,
  statement,
  view,
  zh,
} from './statement-builder.js'

const find = (properties: readonly PropertyDeclaration[], id: string): PropertyDeclaration => {
  const property = properties.find(candidate => candidate.id === id)
  if (!property) throw new Error(id)
  return property
}
const commonProperties = commonPropertiesOf({ en: 'Beijing', 'zh-Hans': '北京' })
const names = find(commonProperties, 'name')
const sameAs = find(commonProperties, 'sameAs')
const member = find(corridor.properties, 'member')
const due = find(target.properties, 'due')
const value = find(target.properties, 'value')
const capacity = find(computeCentre.properties, 'capacity')
const code = find(region.properties, 'code')
const position = find(official.properties, 'position')

const quantity = (given: Partial<Quantity>, edition = zh, more: Partial<Statement> = {}) =>
  statement({ property: 'capacity', edition, value: { kind: 'quantity', comparator: 'EXACTLY', ...given }, ...more })
const texts = (statements: readonly Statement[]) => statements.map(({ asStated }) => asStated)

describe('resolve, of a property with one value', () => {
  it('has nothing to choose where nothing is seen', () => {
    expect(resolve([], context(due))).toEqual({ counted: [], rule: 'ONLY_STATEMENT', alternatives: [] })
  })

  it('chooses the only statement', () => {
    const only = date('due', '2025')
    expect(resolve([only], context(due))).toEqual({
      chosen: only,
      counted: [only],
      rule: 'ONLY_STATEMENT',
      alternatives: [],
    })
  })

  it('chooses the original of 45EFLOPS before its translation, by trust', () => {
    const eflops = {
      kind: 'quantity',
      amount: '45',
      unit: 'EFLOPS',
      comparator: 'EXACTLY',
      precision: 'UNSTATED',
    } as const
    const original = statement({ property: 'value', value: eflops, edition: zh, asStated: '45EFLOPS' })
    const translation = statement({ property: 'value', value: eflops, edition: en, asStated: '45EFLOPS' })
    for (const given of [
      [original, translation],
      [translation, original],
    ])
      expect(resolve(given, context(value))).toEqual({
        chosen: original,
        counted: [original],
        rule: 'TRUST',
        alternatives: [translation],
      })
  })

  it('asks the rules in their order: each one yields to all before it', () => {
    const other = 'weighty-1#en'
    const citedEditions = citedEditionsOf([
      { ...article, weight: 1 },
      source('weighty-1', { weight: 2, published: '2020' }),
    ])
    const best = date('due', '2025~', zh, { confidence: 0.5 })
    const rivals = {
      RECENCY: date('due', '2024~', other, { confidence: 0.5 }),
      SPECIFICITY: date('due', '2025-06-01', other, { confidence: 0.5 }),
      CONFIDENCE: date('due', '2024~', other, { confidence: 0.6 }),
      TRUST: date('due', '2024~', other, { confidence: 0.4 }),
      DERIVED: date('due', '2025-06-01', other, { confidence: 1, derived: '2023 + 2' }),
      RANK: date('due', '2024~', other, { confidence: 0.4, rank: 'PREFERRED', derived: '2022 + 2' }),
    }
    const flat = context(due, { citedEditions: citedEditionsOf([article, source('weighty-1', { published: '2020' })]) })
    expect(resolve([best, rivals.RECENCY], flat)).toMatchObject({ chosen: best, rule: 'RECENCY' })
    expect(resolve([best, rivals.SPECIFICITY], flat)).toMatchObject({ chosen: rivals.SPECIFICITY, rule: 'SPECIFICITY' })
    expect(resolve([best, rivals.CONFIDENCE], flat)).toMatchObject({ chosen: rivals.CONFIDENCE, rule: 'CONFIDENCE' })
    expect(resolve([best, rivals.TRUST], context(due, { citedEditions }))).toMatchObject({
      chosen: rivals.TRUST,
      rule: 'TRUST',
    })
    for (const each of [flat, context(due, { citedEditions })])
      expect(resolve([best, rivals.DERIVED], each)).toMatchObject({ chosen: best, rule: 'DERIVED' })
    expect(resolve([best, rivals.RANK], flat)).toMatchObject({ chosen: rivals.RANK, rule: 'RANK' })
    const decided = conflict([best, rivals.RANK], {
      status: 'DECIDED',
      decision: { chosen: best.id, reason: 'read again', by: 'curator', at: '2024-08-01T00:00:00Z' },
    })
    expect(resolve([best, rivals.RANK], { ...flat, conflicts: [decided] })).toMatchObject({
      chosen: best,
      rule: 'DECISION',
    })
  })

  it('prefers the languages asked for, then the sources asked for, then an original, then the weight', () => {
    const sources = [article, source('light-1', { weight: 0.5 }), source('heavy-1', { weight: 3 })]
    const citedEditions = citedEditionsOf(sources)
    const [chinese, english, light, heavy] = [
      date('due', '2025', zh),
      date('due', '2026', en),
      date('due', '2027', 'light-1#en'),
      date('due', '2028', 'heavy-1#zh-Hans'),
    ]
    const chosen = (trust: Parameters<typeof view>[0]) =>
      resolve([chinese, english, light, heavy], context(due, { citedEditions, view: view(trust) })).chosen
    expect(chosen({})).toBe(heavy)
    expect(chosen({ languages: ['en'] })).toBe(light)
    expect(chosen({ languages: ['en'], sources: ['shobserver-768612'] })).toBe(english)
    expect(chosen({ sources: ['light-1'] })).toBe(light)
    expect(chosen({ languages: ['en'], sources: ['light-1', 'heavy-1'] })).toBe(light)
    expect(chosen({ languages: ['zh'], sources: ['light-1', 'shobserver-768612'] })).toBe(chinese)
  })

  it('puts the more exact date first', () => {
    const dates = ['2025', '2025-06', '2025-06~', '2024/2026', '2025-06-30'].map(edtf =>
      date('due', edtf, zh, { confidence: 0.7 }),
    )
    const { chosen, alternatives, rule } = resolve(dates, context(due))
    expect([rule, ...texts([chosen as Statement, ...alternatives])]).toEqual([
      'SPECIFICITY',
      '2025-06-30',
      '2025-06',
      '2025-06~',
      '2025',
      '2024/2026',
    ])
  })

  it('puts a stated unit before none, then a stated number format before none, then the exact figure', () => {
    const stated = [
      quantity({ amount: '1000', unit: 'PFLOPS', comparator: 'EXACTLY', precision: 'FP16' }, zh, {
        asStated: '1000P FP16',
      }),
      quantity({ amount: '1000', unit: 'PFLOPS', comparator: 'AT_LEAST', precision: 'FP16' }, zh, {
        asStated: '1000P以上 FP16',
      }),
      quantity({ amount: '1000', unit: 'PFLOPS', comparator: 'EXACTLY', precision: 'UNSTATED' }, zh, {
        asStated: '1000P',
      }),
      quantity({ amount: '1000', unit: 'PFLOPS', comparator: 'ABOUT', precision: 'UNSTATED' }, zh, {
        asStated: '约1000P',
      }),
      quantity({ amount: '900', upper: '1100', unit: 'PFLOPS', comparator: 'BETWEEN' }, zh, { asStated: '900至1100P' }),
      quantity({ amount: '900', unit: 'PFLOPS', comparator: 'MORE_THAN' }, zh, { asStated: '超过900P' }),
      quantity({ comparator: 'AT_LEAST' }, zh, { asStated: '亿级以上' }),
    ]
    const { chosen, alternatives } = resolve(stated.toReversed(), context(capacity))
    expect(texts([chosen as Statement, ...alternatives])).toEqual(texts(stated))
  })

  it('puts the source that was published later first, one that does not say when last, and then the lower id', () => {
    const citedEditions = citedEditionsOf([
      source('dated-1', { published: '2024-07' }),
      source('older-1', { published: '2023' }),
      source('undated-1'),
    ])
    const [newest, older, undated] = ['dated-1#zh', 'older-1#zh', 'undated-1#zh'].map(edition =>
      date('due', '2025', edition),
    ) as [Statement, Statement, Statement]
    expect(resolve([undated, older, newest], context(due, { citedEditions })).alternatives).toEqual([older, undated])
    const month = citedEditionsOf([
      source('year-1', { published: '2025' }),
      source('month-1', { published: '2025-06' }),
    ])
    const [ofYear, ofMonth] = [date('due', '2025', 'year-1#zh'), date('due', '2025', 'month-1#zh')]
    expect(resolve([ofYear, ofMonth], context(due, { citedEditions: month })).chosen).toBe(ofMonth)
    const [a, b] = [date('due', '2025', zh, { id: 'statement/a' }), date('due', '2026', zh, { id: 'statement/b' })]
    expect(resolve([b, a], context(due))).toMatchObject({ chosen: a, rule: 'RECENCY' })
  })

  it('puts what a curator decided against behind what nobody decided on, where the right one is not seen', () => {
    const [right, wrong, neutral] = [
      date('due', '2025'),
      date('due', '2026-01-01', en),
      date('due', '2025', 'elsewhere-1#fr'),
    ]
    const decided = conflict([right, wrong], {
      status: 'DECIDED',
      decision: { chosen: right.id, reason: 'read again', by: 'curator', at: '2024-08-01T00:00:00Z' },
    })
    expect(resolve([wrong, neutral], context(due, { conflicts: [decided] }))).toMatchObject({
      chosen: neutral,
      rule: 'DECISION',
    })
    expect(resolve([wrong], context(due, { conflicts: [decided] })).chosen).toBe(wrong)
  })

  it('follows the later of two decisions', () => {
    const [a, b] = [date('due', '2025'), date('due', '2026')]
    const decide = (id: string, chosen: Statement, at: string) =>
      conflict([a, b], {
        id,
        kind: 'DATE',
        status: 'DECIDED',
        decision: { chosen: chosen.id, reason: '', by: 'curator', at },
      })
    const conflicts = [decide('conflict/1', a, '2024-09-01T00:00:00Z'), decide('conflict/2', b, '2024-08-01T00:00:00Z')]
    expect(resolve([a, b], context(due, { conflicts })).chosen).toBe(a)
    expect(resolve([a, b], context(due, { conflicts: conflicts.toReversed() })).chosen).toBe(a)
  })

  it('chooses no code that a curator decided to be another entity’s', () => {
    const own = statement({ subject: 'region/a', property: 'code', value: { kind: 'code', code: '110000' } })
    const elsewhere = statement({ subject: 'region/b', property: 'code', value: { kind: 'code', code: '110000' } })
    const decided = conflict([own, elsewhere], {
      kind: 'IDENTITY',
      subjects: ['region/a', 'region/b'],
      status: 'DECIDED',
      decision: { chosen: elsewhere.id, reason: '', by: 'curator', at: '2024-08-01T00:00:00Z' },
    })
    expect(resolve([own], context(code, { conflicts: [decided] }))).toEqual({
      counted: [],
      rule: 'DECISION',
      alternatives: [own],
    })
    expect(resolve([elsewhere], context(code, { conflicts: [decided] })).chosen).toBe(elsewhere)
    const again = { ...elsewhere, id: 'statement/again', edition: en }
    const both = resolve([elsewhere, again], context(code, { conflicts: [decided] }))
    expect(both.counted).toContain(elsewhere)
  })

  it('chooses a code that two entities have as long as nobody decided whose it is', () => {
    const own = statement({ subject: 'region/a', property: 'code', value: { kind: 'code', code: '110000' } })
    const elsewhere = { ...own, id: 'statement/elsewhere', subject: 'region/b' }
    const open = conflict([own, elsewhere], { kind: 'IDENTITY', subjects: ['region/a', 'region/b'] })
    expect(resolve([own], context(code, { conflicts: [open] })).chosen).toBe(own)
  })

  it('counts of each number format the best figure, and no other', () => {
    const figure = (precision: 'FP16' | 'FP64', edition: string) =>
      quantity({ amount: '45', unit: 'EFLOPS', precision }, edition)
    const [half, halfInEnglish, double] = [figure('FP16', zh), figure('FP16', en), figure('FP64', en)]
    expect(resolve([double, halfInEnglish, half], context(capacity)).counted).toEqual([half, double])
  })
})

describe('resolve, of a property with many values', () => {
  const subject = 'corridor/jing-jin-ji-meng'
  const beijing = link('member', 'region/beijing', zh, { subject })
  const beijingInEnglish = link('member', 'region/beijing', en, { subject })
  const mongolia = link('member', 'region/inner-mongolia', zh, { subject })
  const bohai = link('member', 'region/bohai', en, { subject })
  const opposed = conflict([mongolia, bohai])
  const all = [bohai, beijingInEnglish, mongolia, beijing]
  const entities = (statements: readonly Statement[]) =>
    new Set(statements.map(({ value }) => value.kind === 'entity' && value.entity))

  it('counts all but what loses in a conflict: Inner Mongolia, which the original states, and not Bohai', () => {
    const { counted, alternatives, chosen, rule } = resolve(all, context(member, { conflicts: [opposed] }))
    expect(entities(counted)).toEqual(new Set(['region/beijing', 'region/inner-mongolia']))
    expect(counted).toHaveLength(3)
    expect(counted[0]).toBe(chosen)
    expect(alternatives).toHaveLength(3)
    expect(alternatives).toContain(bohai)
    // Why Bohai does not count, not which of the values that count comes first.
    expect(rule).toBe('TRUST')
  })

  it('counts the other side where the view trusts English first', () => {
    const { counted } = resolve(all, context(member, { conflicts: [opposed], view: view({ languages: ['en'] }) }))
    expect(entities(counted)).toEqual(new Set(['region/beijing', 'region/bohai']))
  })

  it('counts a side of which the other is not seen', () => {
    const { counted } = resolve([bohai, beijingInEnglish], context(member, { conflicts: [opposed] }))
    expect(entities(counted)).toEqual(new Set(['region/beijing', 'region/bohai']))
  })

  it('counts both sides of a conflict that was dismissed', () => {
    const dismissed = {
      ...opposed,
      status: 'DISMISSED' as const,
      decision: { reason: 'both', by: 'curator', at: '2024-08-01T00:00:00Z' },
    }
    expect(resolve(all, context(member, { conflicts: [dismissed] })).counted).toHaveLength(4)
  })

  it('counts the side that a curator decided for', () => {
    const decided = {
      ...opposed,
      status: 'DECIDED' as const,
      decision: { chosen: bohai.id, reason: 'asked', by: 'curator', at: '2024-08-01T00:00:00Z' },
    }
    const { chosen, counted, rule } = resolve(all, context(member, { conflicts: [decided] }))
    expect(chosen).toBe(bohai)
    expect(rule).toBe('DECISION')
    expect(entities(counted)).toEqual(new Set(['region/beijing', 'region/bohai']))
  })

  it('counts all that the winning edition has on its side, and who states the same elsewhere', () => {
    const hebei = link('member', 'region/hebei', zh, { subject })
    const french = link('member', 'region/hebei', 'elsewhere-1#fr', { subject })
    const conflicts = [conflict([mongolia, hebei, bohai, french])]
    const { counted } = resolve([bohai, hebei, mongolia, french], context(member, { conflicts }))
    expect(new Set(counted)).toEqual(new Set([mongolia, hebei, french]))
  })

  it('counts both values that a translation states in place of one, and of another conflict the best', () => {
    const office = (bureau: string, edition: string) => link('position', `bureau/${bureau}`, edition)
    const [one, two, three] = [office('a', zh), office('b', en), office('c', en)]
    const counted = (kind: 'TRANSLATION' | 'VALUE') =>
      resolve(
        [one, two, three],
        context(position, { conflicts: [conflict([one, two, three], { kind })], view: view({ languages: ['en'] }) }),
      ).counted
    expect(new Set(counted('TRANSLATION'))).toEqual(new Set([two, three]))
    expect(counted('VALUE')).toHaveLength(1)
  })

  it('counts one of two roles of a region that contradict each other', () => {
    const supplier = link('member', 'region/hebei', zh, { subject, qualifiers: { role: 'SUPPLIER' } })
    const consumer = link('member', 'region/hebei', en, { subject, qualifiers: { role: 'CONSUMER' } })
    const conflicts = [conflict([supplier, consumer])]
    expect(resolve([consumer, supplier], context(member, { conflicts })).counted).toEqual([supplier])
  })

  it('counts 唐建国 and not Zhao Jianguo, who is an alternative', () => {
    const [tang, zhao] = [name('唐建国'), name('Zhao Jianguo', en)]
    expect(resolve([zhao, tang], context(names, { conflicts: [conflict([tang, zhao])] }))).toEqual({
      chosen: tang,
      counted: [tang],
      rule: 'TRUST',
      alternatives: [zhao],
    })
    const english = context(names, {
      conflicts: [conflict([tang, zhao])],
      view: view({ languages: ['en'], others: 'NEVER' }),
    })
    expect(resolve([zhao], english)).toEqual({
      chosen: zhao,
      counted: [zhao],
      rule: 'ONLY_STATEMENT',
      alternatives: [],
    })
  })

  it('gives the name in full before the short one, of names that nothing else tells apart', () => {
    const full = name('京津冀蒙算力供给走廊', zh, { subject })
    const short = name('京津冀蒙', zh, { subject, qualifiers: { kind: 'SHORT' } })
    const english = name('Jing-Jin-Ji-Bohai', en, { subject })
    expect(resolve([english, short, full], context(names))).toEqual({
      chosen: full,
      counted: [full, short, english],
      rule: 'SPECIFICITY',
      alternatives: [short, english],
    })
  })

  it('counts one of two addresses at one place, and both of two that are the same', () => {
    const at = (address: string, confidence: number) =>
      statement({ property: 'sameAs', value: { kind: 'code', code: address }, confidence })
    const [right, wrong] = [
      at('https://www.wikidata.org/entity/Q956', 1),
      at('https://www.wikidata.org/entity/Q999', 0.5),
    ]
    const conflicts = [conflict([right, wrong], { kind: 'IDENTITY' })]
    expect(resolve([wrong, right], context(sameAs, { conflicts })).counted).toEqual([right])
  })
})

describe('the order of statements', () => {
  const editions = [zh, en, 'a-1#zh-Hans', 'b-1#en', 'c-1#fr', 'unknown#de']
  const citedEditions = citedEditionsOf(
    [
      article,
      source('a-1', { weight: 2, published: '2024' }),
      source('b-1', { published: '2024-07-04' }),
      source('c-1'),
    ],
    {
      [en]: zh,
      'b-1#en': 'b-1#zh',
    },
  )
  const anyDate = fc.constantFrom('2025', '2025-06', '2025-06~', '2024/2026', '2025-06-30', '../2025')
  const anyStatement = fc
    .record({
      edtf: anyDate,
      edition: fc.constantFrom(...editions),
      rank: fc.constantFrom('PREFERRED', 'NORMAL'),
      confidence: fc.constantFrom(0.2, 0.9, 1),
      derived: fc.constantFrom(undefined, undefined, '2023 + 2'),
    })
    .map(({ edtf, edition, derived, ...rest }) =>
      date('due', edtf, edition, { ...rest, ...(derived !== undefined && { derived }) } as Partial<Statement>),
    )
  const anyStatements = fc.uniqueArray(anyStatement, { selector: ({ id }) => id, minLength: 1, maxLength: 8 })
  const anyTrust = fc.record({
    languages: fc.subarray(['zh', 'en', 'fr']),
    sources: fc.subarray(['c-1', 'shobserver-768612']),
  })
  const anyDecisions = (statements: readonly Statement[]) =>
    fc
      .array(
        fc.record({
          at: fc.constantFrom('2024-08-01T00:00:00Z', '2024-09-01T00:00:00Z'),
          sides: fc.shuffledSubarray([...statements], { minLength: 1 }),
          id: fc.uuid(),
        }),
        { maxLength: 2 },
      )
      .map(decisions =>
        decisions.map(({ at, sides, id }) =>
          conflict(sides, {
            id,
            kind: 'DATE',
            status: 'DECIDED',
            decision: { chosen: sides[0]?.id ?? '', reason: '', by: 'curator', at },
          }),
        ),
      )
  const anyCase = anyStatements.chain(statements =>
    fc.record({
      statements: fc.constant(statements),
      shuffled: fc.shuffledSubarray(statements, { minLength: statements.length }),
      given: fc
        .record({ trust: anyTrust, conflicts: anyDecisions(statements) })
        .map(({ trust, conflicts }) => context(due, { citedEditions, conflicts, view: view(trust) })),
    }),
  )

  it('is total: of any two statements just one goes first, and what goes before a second goes before its third', () => {
    fc.assert(
      fc.property(anyCase, ({ statements, given }) => {
        const orders = ordersOf(statements, (a, b) => compareStatements(a, b, given).order)
        // Plain comparisons: thousands of expectations would take most of the time of this suite.
        const isAsIfReversed = (i: number, j: number) =>
          (orders[i]?.[j] ?? Number.NaN) + (orders[j]?.[i] ?? Number.NaN) === 0
        const pairs = statements.flatMap((_, i) => statements.map((_, j) => [i, j] as const))
        expect(pairs.filter(([i, j]) => !isAsIfReversed(i, j) || (orders[i]?.[j] === 0) !== (i === j))).toEqual([])
        expect(notTransitive(orders, order => order < 0)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('is transitive in each rule by itself, ties included', () => {
    fc.assert(
      fc.property(anyCase, ({ statements, given }) => {
        const orders = resolutionRules.map(({ compare }) => ordersOf(statements, (a, b) => compare(a, b, given)))
        expect(orders.flatMap(its => notTransitive(its, order => order <= 0))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order in which statements are given', () => {
    fc.assert(
      fc.property(anyCase, ({ statements, shuffled, given }) => {
        expect(resolve(shuffled, given)).toEqual(resolve(statements, given))
      }),
    )
  })

  it('chooses one of those given, leaves none out, and names a rule that tells the chosen one from the best of another value', () => {
    fc.assert(
      fc.property(anyCase, ({ statements, given }) => {
        const { chosen, counted, alternatives, rule } = resolve(statements, given)
        expect(new Set([chosen, ...alternatives])).toEqual(new Set(statements))
        expect(counted).toEqual([chosen])
        const [best] = alternatives
        const next = alternatives.find(({ value }) => !isDeepStrictEqual(value, chosen?.value)) ?? best
        const telling = resolutionRules.find(({ compare }) => chosen && next && compare(chosen, next, given) !== 0)
        expect(rule).toBe(telling?.name ?? 'ONLY_STATEMENT')
      }),
    )
  })
})

/** How each statement compares with each: -1, 0 or 1. */
function ordersOf(
  statements: readonly Statement[],
  compare: (a: Statement, b: Statement) => number,
): readonly (readonly number[])[] {
  return statements.map(a => statements.map(b => Math.sign(compare(a, b))))
}

/** The triples of which the first precedes the second, the second the third, and the first does not precede the third. */
function notTransitive(
  orders: readonly (readonly number[])[],
  precedes: (order: number) => boolean,
): readonly (readonly number[])[] {
  return orders.flatMap((ofFirst, i) =>
    ofFirst.flatMap((order, j) =>
      precedes(order)
        ? (orders[j] ?? []).flatMap((next, k) =>
            precedes(next) && !precedes(ofFirst[k] ?? Number.NaN) ? [[i, j, k]] : [],
          )
        : [],
    ),
  )
}
