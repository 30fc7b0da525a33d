import { describe, expect, it } from '@jest/globals'
import { computeCentre } from '../../../src/entities/compute-centre.js'
import { target } from '../../../src/entities/target.js'
import type { Statement } from '../../../src/model/statement.js'
import { contradictingIn, convertedIn, supportingIn } from '../../../src/resolution/agreement.js'
import { originalsOf, sourceIdOf } from '../../../src/resolution/cited-edition.js'
import { explain } from '../../../src/resolution/explain.js'
import { resolve } from '../../../src/resolution/resolve.js'
import type { ResolutionContext } from '../../../src/resolution/rules.js'
import { supportAmong, valueKey } from '../../../src/resolution/support.js'
import type { Quantity, Value } from '../../../src/values/value.js'
import {
  article,
  citedEditionsOf,
  conflict,
  context,
  date,
  en,
  link,
  source,
  statement,
  view,
  zh,
} from './statement-builder.js'

const due = target.properties.find(({ id }) => id === 'due')
const operator = computeCentre.properties.find(({ id }) => id === 'operator')
if (!due || !operator) throw new Error('due or operator')
const citedEditions = citedEditionsOf([
  article,
  source('xinhua-1', { publisher: '新华社', published: '2025-01', weight: 1 }),
  source('plan-1', { title: 'The plan', weight: 2 }),
])
const explained = (statements: readonly Statement[], given: Partial<ResolutionContext> = {}) => {
  const full = context(due, { citedEditions, ...given })
  const resolved = resolve(statements, full)
  return [resolved.rule, explain(resolved, full)]
}
const original = date('due', '2025')
const translation = date('due', '2026', en)

describe('explain', () => {
  it('says so where there is nothing to choose', () => {
    expect(explained([])).toEqual(['ONLY_STATEMENT', 'This view sees no statement of it.'])
    expect(explained([original])).toEqual([
      'ONLY_STATEMENT',
      '“2025” of 上观新闻 (zh-Hans) is the only statement of it that this view sees.',
    ])
  })

  it('tells an original from its translation', () => {
    expect(explained([original, translation])).toEqual([
      'TRUST',
      'The original (zh-Hans) of 上观新闻 is trusted before its translation (en): “2025” before “2026”.',
    ])
    expect(explained([date('due', '2024', 'xinhua-1#zh-Hans'), translation])[1]).toBe(
      'The original (zh-Hans) of 新华社 is trusted before the translation (en) of 上观新闻: “2024” before “2026”.',
    )
  })

  it('names the languages and the sources that the view asks for, and the weights', () => {
    expect(explained([original, translation], { view: view({ languages: ['fr', 'en'] }) })[1]).toBe(
      'This view asks for fr, then en before other languages, so “2026” of 上观新闻 (en) goes before “2025” of 上观新闻 (zh-Hans).',
    )
    const other = date('due', '2027', 'xinhua-1#zh-Hans')
    expect(explained([original, other], { view: view({ sources: ['xinhua-1'] }) })[1]).toBe(
      'This view asks for xinhua-1 before other sources, so “2027” of 新华社 (zh-Hans) goes before “2025” of 上观新闻 (zh-Hans).',
    )
    expect(explained([original, date('due', '2030', 'plan-1#en')])[1]).toBe(
      'The plan is given more weight (2) than 上观新闻 (1), so “2030” of The plan (en) goes before “2025” of 上观新闻 (zh-Hans).',
    )
  })

  it('names the curator, the reason and both sides of a decision', () => {
    const decided = conflict([original, translation], {
      status: 'DECIDED',
      decision: { chosen: translation.id, reason: 'The printed text says 2026', by: 'lin', at: '2024-08-01T00:00:00Z' },
    })
    expect(explained([original, translation], { conflicts: [decided] })).toEqual([
      'DECISION',
      'lin decided for “2026” of 上观新闻 (en) before “2025” of 上观新闻 (zh-Hans): The printed text says 2026.',
    ])
  })

  it('says that a curator gave the code to another entity', () => {
    const decided = conflict([original], {
      kind: 'IDENTITY',
      subjects: ['region/a', 'region/b'],
      status: 'DECIDED',
      decision: { chosen: 'statement/elsewhere', reason: '', by: 'lin', at: '2024-08-01T00:00:00Z' },
    })
    expect(explained([original], { conflicts: [decided] })).toEqual([
      'DECISION',
      'A curator decided that “2025” of 上观新闻 (zh-Hans) is not said of it.',
    ])
  })

  it('says that every side was decided against, or links the entity to itself', () => {
    const [own, other] = ['statement/a', 'statement/b'].map(id =>
      link('operator', 'company/a', id.endsWith('a') ? zh : en, { id, subject: 'company/a' }),
    )
    expect(explained([own, other] as Statement[])).toEqual([
      'DECISION',
      '“company/a” of 上观新闻 (zh-Hans) and “company/a” of 上观新闻 (en) links the entity to itself, which never counts.',
    ])
    const real = link('operator', 'company/b', zh, { subject: 'company/a' })
    expect(explained([own as Statement, real])).toEqual([
      'ONLY_STATEMENT',
      '“company/b” of 上观新闻 (zh-Hans) is the only statement of it that this view sees.',
    ])
    const decided = conflict([real], {
      subjects: ['company/a', 'company/c'],
      status: 'DECIDED',
      decision: { chosen: 'statement/elsewhere', reason: '', by: 'lin', at: '2024-08-01T00:00:00Z' },
    })
    expect(explained([own as Statement, real], { conflicts: [decided] })[1]).toBe(
      'A curator decided that “company/b” of 上观新闻 (zh-Hans) is not said of it.',
    )
  })

  it('says what was ranked, read more surely, stated more exactly, published later', () => {
    expect(explained([original, date('due', '2026', zh, { rank: 'PREFERRED' })])).toEqual([
      'RANK',
      'A curator ranked “2026” of 上观新闻 (zh-Hans) as preferred, and “2025” of 上观新闻 (zh-Hans) as normal.',
    ])
    expect(explained([original, date('due', '2026', zh, { derived: '2024 + 2' })])).toEqual([
      'DERIVED',
      '“2025” of 上观新闻 (zh-Hans) is stated, “2026” of 上观新闻 (zh-Hans) was worked out from the words: 2024 + 2.',
    ])
    expect(explained([original, date('due', '2026', zh, { confidence: 0.6 })])).toEqual([
      'CONFIDENCE',
      'The reading of “2025” of 上观新闻 (zh-Hans) is held to be surer (1) than that of “2026” of 上观新闻 (zh-Hans) (0.6).',
    ])
    expect(explained([original, date('due', '2025-06', zh)])).toEqual([
      'SPECIFICITY',
      '“2025-06” of 上观新闻 (zh-Hans) says more exactly what it is than “2025” of 上观新闻 (zh-Hans).',
    ])
    expect(explained([original, date('due', '2026', 'xinhua-1#zh-Hans')])).toEqual([
      'RECENCY',
      '“2026” of 新华社 (zh-Hans) was published later (2025-01) than “2025” of 上观新闻 (zh-Hans) (2024-07-04).',
    ])
    expect(explained([original, date('due', '2026', 'unknown-1#fr')])[1]).toBe(
      '“2025” of 上观新闻 (zh-Hans) was published in 2024-07-04, and when “2026” of unknown-1 (fr) was is not known.',
    )
  })

  it('says that nothing but the id tells two statements apart', () => {
    const [a, b] = [date('due', '2025', zh, { id: 'statement/a' }), date('due', '2026', zh, { id: 'statement/b' })]
    expect(explained([b, a])).toEqual([
      'RECENCY',
      'Nothing else tells “2025” of 上观新闻 (zh-Hans) from “2026” of 上观新闻 (zh-Hans): the one whose id sorts first stands.',
    ])
  })

  it('says that values which one edition names together all count', () => {
    const statements = ['company/a', 'company/b'].map(entity => link('operator', entity, zh, { asStated: '甲和乙' }))
    const full = context(operator, { citedEditions })
    expect(['en', 'zh'].map(language => explain(resolve(statements, full), full, language))).toEqual([
      '“甲和乙” of 上观新闻 (zh-Hans) and “甲和乙” of 上观新闻 (zh-Hans) both count: the id of the statement says which comes first.',
      '上观新闻（zh-Hans）的“甲和乙”与上观新闻（zh-Hans）的“甲和乙”均予采用，先后按陈述标识排列。',
    ])
  })

  it('names both sides and their independent sources', () => {
    const first = { id: 'statement/0' }
    const statements = [original, date('due', '2026', 'plan-1#en', first), date('due', '2026', 'report-1#en')]
    const cited = citedEditionsOf([article, source('plan-1', { title: 'The plan' }), source('report-1')])
    expect(explained(statements, { citedEditions: cited })).toEqual([
      'SUPPORT',
      'More independent sources (2) state “2026” of The plan (en) than “2025” of 上观新闻 (zh-Hans) (1).',
    ])
  })

  it('says in Chinese why, with both sides, by each rule', () => {
    const inChinese = (statements: readonly Statement[], given: Partial<ResolutionContext> = {}) => {
      const full = context(due, { citedEditions, ...given })
      return explain(resolve(statements, full), full, 'zh-Hans')
    }
    const decided = conflict([original, translation], {
      status: 'DECIDED',
      decision: { chosen: translation.id, reason: '印本作2026', by: 'lin', at: '2024-08-01T00:00:00Z' },
    })
    const elsewhere = conflict([original, translation], {
      subjects: ['region/a', 'region/b'],
      status: 'DECIDED',
      decision: { chosen: 'statement/elsewhere', reason: '', by: 'lin', at: '2024-08-01T00:00:00Z' },
    })
    const own = [zh, en].map(edition => link('operator', 'company/a', edition, { subject: 'company/a' }))
    const other = date('due', '2027', 'xinhua-1#zh-Hans')
    const supported = ['plan-1#en', 'report-1#en'].map(edition =>
      date('due', '2026', edition, { id: `statement/${edition}` }),
    )
    const unweighted = citedEditionsOf([
      article,
      source('plan-1', { title: '规划' }),
      source('report-1', { title: '报告' }),
    ])
    const tied = ['a', 'b'].map((id, i) => date('due', `${2025 + i}`, zh, { id: `statement/${id}` }))
    expect([
      inChinese([]),
      inChinese(own),
      inChinese([original, translation], { conflicts: [elsewhere] }),
      inChinese([original]),
      inChinese([original, translation], { conflicts: [decided] }),
      inChinese([original, date('due', '2026', zh, { rank: 'PREFERRED' })]),
      inChinese([original, date('due', '2026', zh, { derived: '2024＋2' })]),
      inChinese([original, translation], { view: view({ languages: ['fr', 'en'] }) }),
      inChinese([original, other], { view: view({ sources: ['plan-1', 'xinhua-1'] }) }),
      inChinese([original, date('due', '2030', 'plan-1#en')]),
      inChinese([original, translation]),
      inChinese([other, translation]),
      inChinese([original, date('due', '2026', zh, { confidence: 0.6 })]),
      inChinese([original, date('due', '2025-06', zh)]),
      inChinese([original, ...supported], { citedEditions: unweighted }),
      inChinese([original, date('due', '2026', 'xinhua-1#zh-Hans')]),
      inChinese([original, date('due', '2026', 'unknown-1#fr')]),
      inChinese(tied),
    ]).toEqual([
      '在此视图中没有关于该属性的陈述。',
      '上观新闻（zh-Hans）的“company/a”和上观新闻（en）的“company/a”把该实体指向其自身，这样的关联不计入。',
      '策展人裁定上观新闻（zh-Hans）的“2025”和上观新闻（en）的“2026”说的不是该实体。',
      '在此视图中，上观新闻（zh-Hans）的“2025”是关于该属性的唯一陈述。',
      'lin裁定采用上观新闻（en）的“2026”，而不采用上观新闻（zh-Hans）的“2025”：印本作2026。',
      '策展人把上观新闻（zh-Hans）的“2026”列为优先，把上观新闻（zh-Hans）的“2025”列为普通。',
      '上观新闻（zh-Hans）的“2025”是原文所述，上观新闻（zh-Hans）的“2026”是推算所得：2024＋2。',
      '此视图要求依次优先采用 fr、en 语言的版本，因此上观新闻（en）的“2026”先于上观新闻（zh-Hans）的“2025”。',
      '此视图要求依次优先采用来源 plan-1、xinhua-1，因此新华社（zh-Hans）的“2027”先于上观新闻（zh-Hans）的“2025”。',
      'The plan的权重（2）高于上观新闻（1），因此The plan（en）的“2030”先于上观新闻（zh-Hans）的“2025”。',
      '上观新闻的原文（zh-Hans）比其译文（en）更可信：采用“2025”，而不采用“2026”。',
      '新华社的原文（zh-Hans）比上观新闻译文（en）更可信：采用“2027”，而不采用“2026”。',
      '对上观新闻（zh-Hans）的“2025”的解读（可信度 1）比对上观新闻（zh-Hans）的“2026”的解读（可信度 0.6）更有把握。',
      '上观新闻（zh-Hans）的“2025-06”比上观新闻（zh-Hans）的“2025”更精确。',
      '规划（en）的“2026”有 2 个独立来源支持，上观新闻（zh-Hans）的“2025”有 1 个。',
      '新华社（zh-Hans）的“2026”的发布时间（2025-01）晚于上观新闻（zh-Hans）的“2025”（2024-07-04）。',
      '上观新闻（zh-Hans）的“2025”发布于 2024-07-04，而unknown-1（fr）的“2026”的发布时间不详。',
      '上观新闻（zh-Hans）的“2025”与上观新闻（zh-Hans）的“2026”各方面都相同，采用陈述标识排在前面的一个。',
    ])
  })
})

describe('what agrees with the chosen statement', () => {
  const value = target.properties.find(({ id }) => id === 'value')
  if (!value) throw new Error('value')
  const said = (
    edition: string,
    amount: string,
    unit: NonNullable<Quantity['unit']>,
    given: Partial<Statement> = {},
  ) => {
    const figure: Quantity = { kind: 'quantity', amount, unit, comparator: 'EXACTLY' }
    return statement({ property: 'value', edition, value: figure, asStated: `${amount}${unit}`, ...given })
  }
  const yuan = said(zh, '7200000000', 'CNY')
  const dollars = said(en, '1000000000', 'USD')
  const wrongDollars = said(en, '7200000000', 'USD')
  const elsewhere = said('xinhua-1#zh-Hans', '1000000000', 'USD', { confidence: 0.5 })
  const same = said('xinhua-1#zh-Hans', '7200000000', 'CNY')
  const all = (...statements: readonly Statement[]) => resolve(statements, context(value, { citedEditions }))

  it('is nothing where nothing is chosen', () => {
    const nothing = { counted: [], rule: 'ONLY_STATEMENT', alternatives: [yuan] } as const
    expect(supportingIn(nothing)).toEqual([])
    expect(convertedIn(nothing, citedEditions)).toEqual([])
  })

  it('supports what states the same, and contradicts what states another value', () => {
    const resolved = all(yuan, same, elsewhere)
    expect([resolved.chosen, ...supportingIn(resolved)].toSorted(byId)).toEqual([yuan, same].toSorted(byId))
    expect(contradictingIn(resolved, citedEditions)).toEqual([elsewhere])
    expect(contradictingIn({ ...resolved, counted: [yuan, elsewhere] }, citedEditions)).toEqual([])
  })

  it('takes a plausible conversion of the original for the same, seen from either side, and nobody else’s', () => {
    const resolved = all(yuan, dollars, elsewhere)
    expect(resolved.chosen).toBe(yuan)
    expect(convertedIn(resolved, citedEditions)).toEqual([dollars])
    expect(contradictingIn(resolved, citedEditions)).toEqual([elsewhere])
    expect(convertedIn(all(yuan, wrongDollars), citedEditions)).toEqual([])
    const inEnglish = resolve([yuan, dollars], context(value, { citedEditions, view: view({ languages: ['en'] }) }))
    expect(inEnglish.chosen).toBe(dollars)
    expect(convertedIn(inEnglish, citedEditions)).toEqual([yuan])
    expect(convertedIn(all(date('due', '2025'), date('due', '2026', en)), citedEditions)).toEqual([])
  })

  it('judges a conversion by the rate of the year in which the translation, or else the original, was published', () => {
    const inYear = (published: string) => citedEditionsOf([{ ...article, published }], { [en]: zh })
    const cheap = said(en, '1180000000', 'USD')
    expect(convertedIn(all(yuan, cheap), inYear('2013'))).toEqual([cheap])
    expect(convertedIn(all(yuan, cheap), inYear('2024'))).toEqual([])
    const original = said('plan-1#zh-Hans', '7200000000', 'CNY')
    const cited = citedEditionsOf([{ ...article, published: '../2013' }, source('plan-1', { published: '2024' })], {
      [en]: 'plan-1#zh-Hans',
    })
    expect(convertedIn(all(original, cheap), cited)).toEqual([cheap])
  })

  it('counts editions of one source, and a translation with its original, as one source', () => {
    const cited = citedEditionsOf([article, source('plan-1'), source('digest-1'), source('report-1')], {
      [en]: zh,
      'digest-1#en': 'digest-1#fr',
      'digest-1#fr': 'plan-1#zh-Hans',
    })
    const of = (edition: string) => date('due', '2026', edition)
    const support = (...editions: readonly string[]) => {
      const statements = editions.map(of)
      return supportAmong(statements, cited)(statements[0] as Statement)
    }
    expect(support(zh, en)).toBe(1)
    expect(support('digest-1#en', 'plan-1#zh-Hans', 'report-1#en')).toBe(2)
    expect(support('digest-1#en', 'report-1#fr', 'unknown')).toBe(3)
    expect(supportAmong([of(zh)], cited)(of(en))).toBe(0)
  })

  it('follows translations to the original, also where they run in a circle', () => {
    const circle = citedEditionsOf([article], { [en]: zh, [zh]: 'shobserver-768612#fr', 'shobserver-768612#fr': zh })
    expect([...originalsOf(en, circle)]).toEqual([zh, 'shobserver-768612#fr'])
    expect([...originalsOf(zh, circle)]).toEqual(['shobserver-768612#fr'])
    expect([...originalsOf(en, citedEditionsOf([article], { [en]: 'lost-1#zh' }))]).toEqual(['lost-1#zh'])
    expect([sourceIdOf('a-1#b#en'), sourceIdOf('a-1'), sourceIdOf('#en')]).toEqual(['a-1#b', 'a-1', ''])
  })

  it('has one key for a value in any unit or spelling', () => {
    const key = (each: Value, asStated = '') => valueKey(statement({ value: each, asStated }))
    const quantity = (given: Partial<Quantity>): Value => ({ kind: 'quantity', comparator: 'EXACTLY', ...given })
    expect(key(quantity({ amount: '1000', unit: 'MW' }))).toBe(key(quantity({ amount: '1', unit: 'GW' })))
    const distinct = [
      key(quantity({ amount: '1', unit: 'GW' })),
      key(quantity({ amount: '1', unit: 'EFLOPS' })),
      key(quantity({ amount: '2', unit: 'GW' })),
      key(quantity({ amount: '1', unit: 'GW', comparator: 'AT_LEAST' })),
      key(quantity({ amount: '1', unit: 'GW', comparator: 'AT_MOST' })),
      key(quantity({ amount: '1', upper: '2', unit: 'GW', comparator: 'BETWEEN' })),
      key(quantity({ comparator: 'AT_LEAST' }), '亿级以上'),
      key(quantity({ comparator: 'AT_LEAST' }), '十亿级'),
      key({ kind: 'text', text: 'Gui’an', language: 'en' }),
      key({ kind: 'code', code: 'CN-52' }),
      key({ kind: 'entity', entity: 'region/guian' }),
      key({ kind: 'date', edtf: '2025' }),
      key({ kind: 'geo', latitude: 1, longitude: 2 }),
      key({ kind: 'geo', latitude: 1, longitude: 3 }),
    ]
    expect(new Set(distinct).size).toBe(distinct.length)
    expect(key({ kind: 'text', text: 'ＡＢＣ', language: 'en' })).toBe(
      key({ kind: 'text', text: 'abc', language: 'fr' }),
    )
    expect(key({ kind: 'text', text: 'straße', language: 'de' })).not.toBe(
      key({ kind: 'text', text: 'strasse', language: 'de' }),
    )
    expect(key({ kind: 'code', code: 'cn-52 ' })).toBe(key({ kind: 'code', code: 'CN-52' }))
  })
})

function byId(a: Statement | undefined, b: Statement | undefined): number {
  return (a?.id ?? '') < (b?.id ?? '') ? -1 : 1
}
