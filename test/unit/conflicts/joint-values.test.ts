import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findConflicts } from '../../../src/conflicts/find-conflicts.js'
import { entityTypes } from '../../../src/entities/index.js'
import type { Conflict } from '../../../src/model/conflict.js'
import type { Statement } from '../../../src/model/statement.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import { type ResolvedProperty, resolve } from '../../../src/resolution/resolve.js'
import type { Quantity } from '../../../src/values/value.js'
import { article, citedEditionsOf, context, en, link, source, statement, zh } from '../resolution/statement-builder.js'

const ontology = createOntology(entityTypes)
const centre = { subject: 'computecentre/east' }
const [gov, xinhua, daily] = ['gov-1#zh-Hans', 'xinhua-1#zh-Hans', 'daily-1#zh-Hans']
const citedEditions = citedEditionsOf(
  [
    article,
    source('gov-1', { published: '2024' }),
    source('xinhua-1', { published: '2023' }),
    source('daily-1', { published: '2025' }),
  ],
  { [en]: zh },
)

/** Finds the conflicts of statements of one property, and resolves the property. */
function seen(statements: readonly Statement[], decide = (conflict: Conflict): Conflict => conflict) {
  const [first] = statements
  if (!first) throw new Error('Nothing is stated.')
  const type = ontology.findTypeOfId(first.subject)
  const property = type?.findProperty(first.property)
  if (!type || !property) throw new Error(first.subject)
  const conflicts = findConflicts({ subject: first.subject, type, statements, citedEditions }).map(
    (found): Conflict => decide({ ...found, status: 'OPEN', openedIn: 1 }),
  )
  return { conflicts, resolved: resolve(statements, context(property, { citedEditions, conflicts })) }
}

const operators = (edition: string, ...names: readonly string[]) =>
  names.map(name => link('operator', `company/${name}`, edition, { ...centre, asStated: name }))
const words = ({ counted }: ResolvedProperty) => [...new Set(counted.map(({ asStated }) => asStated))].sort()

describe('a joint property', () => {
  it('counts all that one edition states, without a conflict', () => {
    const { conflicts, resolved } = seen(operators(gov, 'coreweave', 'ibm', 'nvidia'))
    expect(conflicts).toEqual([])
    expect(words(resolved)).toEqual(['coreweave', 'ibm', 'nvidia'])
  })

  it.each([
    ['official/tang', 'target/compute', 'announcedBy'],
    ['bureau/miit', 'policymeasure/plan', 'issuer'],
    ['region/beijing', 'policymeasure/plan', 'jurisdiction'],
    ['region/beijing', 'bureau/miit', 'jurisdiction'],
    ['company/a', 'computecentre/east', 'owner'],
    ['company/a', 'company/child', 'parent'],
    ['region/beijing', 'corridor/north', 'member'],
  ])('%s and another one of %s %s', (value, subject, property) => {
    const both = [link(property, value, gov, { subject }), link(property, `${value}-2`, gov, { subject })]
    const { conflicts, resolved } = seen(both)
    expect([conflicts, resolved.counted.length]).toEqual([[], 2])
  })

  it('counts the larger of two sets if one contains the other', () => {
    const { conflicts, resolved } = seen([...operators(gov, 'a'), ...operators(xinhua, 'a', 'b')])
    expect(conflicts).toEqual([])
    expect(words(resolved)).toEqual(['a', 'b'])
  })

  it('is in conflict if neither set contains the other, and the set that wins counts whole', () => {
    const statements = [...operators(gov, 'a', 'b'), ...operators(xinhua, 'a', 'c', 'd')]
    const { conflicts, resolved } = seen(statements)
    expect(conflicts).toMatchObject([{ kind: 'VALUE', property: 'operator' }])
    expect(conflicts[0]?.statements).toHaveLength(3)
    expect(words(resolved)).toEqual(['a', 'b'])
    const chosen = statements.find(each => each.asStated === 'd')?.id ?? ''
    const decided = seen(statements, conflict => ({
      ...conflict,
      status: 'DECIDED',
      decision: { chosen, reason: '核实', by: 'lin', at: '2024-08-01T00:00:00Z' },
    }))
    expect(words(decided.resolved)).toEqual(['a', 'c', 'd'])
  })

  it('counts all sides of a conflict that was dismissed', () => {
    const statements = [...operators(gov, 'a', 'b'), ...operators(xinhua, 'c')]
    const { resolved } = seen(statements, conflict => ({ ...conflict, status: 'DISMISSED' }))
    expect(words(resolved)).toEqual(['a', 'b', 'c'])
  })

  it('is compared as a set with its translation', () => {
    const translated = [...operators(zh, 'a', 'b'), ...operators(en, 'a', 'c')]
    const { conflicts, resolved } = seen(translated)
    expect(conflicts).toMatchObject([{ kind: 'TRANSLATION' }])
    expect(words(resolved)).toEqual(['a', 'b'])
    expect(seen([...operators(zh, 'a', 'b'), ...operators(en, 'b')]).conflicts).toEqual([])
  })

  it('holds for any sets of any editions: a conflict is there if two editions contradict, and one whole set counts', () => {
    const names = ['a', 'b', 'c', 'd']
    const editions = [gov, xinhua, daily]
    const sets = fc.tuple(...editions.map(() => fc.subarray(names, { minLength: 1 })))
    fc.assert(
      fc.property(sets, stated => {
        const { conflicts, resolved } = seen(stated.flatMap((set, i) => operators(editions[i] ?? gov, ...set)))
        const contains = (one: readonly string[], other: readonly string[]) => other.every(name => one.includes(name))
        const contradict = stated.some(one => stated.some(other => !contains(one, other) && !contains(other, one)))
        expect(conflicts.length > 0).toBe(contradict)
        const counted = words(resolved)
        if (!contradict) expect(counted).toEqual([...new Set(stated.flat())].sort())
        expect(stated.some(set => contains(counted, set))).toBe(true)
      }),
    )
  })
})

describe('a link from an entity to itself', () => {
  const parent = (of: string, to: string, edition = gov) =>
    link('parent', `company/${to}`, edition, { subject: `company/${of}` })

  it('never counts, and is in no conflict', () => {
    const self = parent('a', 'a')
    expect(seen([self]).resolved).toMatchObject({ counted: [], alternatives: [self] })
    expect(seen([self]).resolved.chosen).toBeUndefined()
    const { conflicts, resolved } = seen([self, parent('a', 'b', xinhua)])
    expect(conflicts).toEqual([])
    expect(resolved).toMatchObject({ chosen: { asStated: 'company/b' }, rule: 'ONLY_STATEMENT' })
    expect(resolved.counted).toHaveLength(1)
  })
})

describe('capacity, one value for each number format', () => {
  const figure = (amount: string, given: Partial<Quantity> = {}, edition = gov) =>
    statement({
      ...centre,
      property: 'capacity',
      edition,
      value: { kind: 'quantity', comparator: 'EXACTLY', amount, unit: 'PFLOPS', ...given },
    })
  const [fp16, fp64] = [{ precision: 'FP16' } as const, { precision: 'FP64' } as const]
  const amounts = ({ counted }: ResolvedProperty) =>
    counted.flatMap(({ value }) =>
      value.kind === 'quantity' ? [`${value.amount} ${value.unit} ${value.precision}`] : [],
    )

  it('neither conflicts nor hides another format, nor another kind of unit', () => {
    const racks = { unit: 'RACK', precision: undefined } as unknown as Partial<Quantity>
    const { conflicts, resolved } = seen([figure('1600', fp16), figure('100', fp64), figure('3000', racks, xinhua)])
    expect(conflicts).toEqual([])
    expect(amounts(resolved).sort()).toEqual(['100 PFLOPS FP64', '1600 PFLOPS FP16', '3000 RACK undefined'])
  })

  it('conflicts within one format, where the best counts beside the others', () => {
    const { conflicts, resolved } = seen([figure('1600', fp16), figure('100', fp64), figure('1500', fp16, xinhua)])
    expect(conflicts).toMatchObject([{ kind: 'VALUE' }])
    expect(conflicts[0]?.statements).toHaveLength(2)
    expect(amounts(resolved).sort()).toEqual(['100 PFLOPS FP64', '1600 PFLOPS FP16'])
  })

  it('takes a figure without a format for that figure of another source with which it agrees', () => {
    const open = (amount: string) => figure(amount, { precision: 'UNSTATED' }, xinhua)
    const both = [figure('1600', fp16), figure('100', fp64)]
    expect(seen([...both, open('1600')]).conflicts).toEqual([])
    expect(seen([...both, open('100')]).conflicts).toEqual([])
    expect(seen([...both, open('500')]).conflicts).toMatchObject([{ kind: 'VALUE' }])
  })
})

describe('SUPPORT', () => {
  const cards = (amount: string, edition: string) =>
    statement({
      ...centre,
      property: 'accelerators',
      edition,
      asStated: `${amount} 卡`,
      value: { kind: 'quantity', comparator: 'EXACTLY', amount, unit: 'GPU' },
    })

  it('prefers what more independent sources state, before what was published last', () => {
    const { resolved } = seen([cards('64', daily), cards('72', gov), cards('72', xinhua)])
    expect(resolved).toMatchObject({ chosen: { asStated: '72 卡' }, rule: 'SUPPORT' })
  })

  it('counts a source once, with all its editions and translations', () => {
    const { resolved } = seen([cards('64', daily), cards('72', zh), cards('72', en)])
    expect(resolved).toMatchObject({ chosen: { asStated: '64 卡' }, rule: 'RECENCY' })
  })
})

describe('two values of periods with approximate ends', () => {
  const status = (code: string, edition: string, valid: string) =>
    statement({ ...centre, property: 'status', value: { kind: 'code', code }, edition, valid })

  it.each([
    ['2020/2024~', '2025/..', 0],
    ['2020/2024?', '2024-06/..', 0],
    ['2020/2024', '2024/..', 1],
    ['2020/2024~', '2022/..', 1],
    ['2024~', '2024~', 1],
    ['2024~', '2025', 0],
  ])('%s and %s are %i conflicts: only periods that overlap however they end clash', (a, b, count) => {
    const { conflicts } = seen([status('OPERATING', gov, a), status('CLOSED', xinhua, b)])
    expect(conflicts).toHaveLength(count)
  })
})

describe('a translated amount of money', () => {
  const money = (amount: string, unit: 'CNY' | 'USD', edition: string) =>
    statement({
      ...centre,
      property: 'investment',
      value: { kind: 'quantity', amount, unit, comparator: 'EXACTLY' },
      asStated: `${amount} ${unit}`,
      edition,
    })

  it.each([
    ['1200000000', 'CNY', '165000000', 'USD', 0],
    ['1200000000', 'CNY', '120000000', 'USD', 1],
    ['1200000000', 'CNY', '1300000000', 'CNY', 1],
  ] as const)('%s %s as %s %s is in %i conflicts', (a, unitA, b, unitB, count) => {
    const { conflicts } = seen([money(a, unitA, zh), money(b, unitB, en)])
    expect(conflicts.filter(({ kind }) => kind === 'TRANSLATION')).toHaveLength(count)
  })
})
