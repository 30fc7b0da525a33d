import { describe, expect, it } from '@jest/globals'
import { target } from '../../../src/entities/target.js'
import type { Statement } from '../../../src/model/statement.js'
import { explain } from '../../../src/resolution/explain.js'
import { resolve } from '../../../src/resolution/resolve.js'
import type { ResolutionContext } from '../../../src/resolution/rules.js'
import { article, citedEditionsOf, conflict, context, date, en, source, view, zh } from './statement-builder.js'

const due = target.properties.find(({ id }) => id === 'due')
if (!due) throw new Error('due')
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

  it('names both sides and their independent sources', () => {
    const first = { id: 'statement/0' }
    const statements = [original, date('due', '2026', 'plan-1#en', first), date('due', '2026', 'report-1#en')]
    const cited = citedEditionsOf([article, source('plan-1', { title: 'The plan' }), source('report-1')])
    expect(explained(statements, { citedEditions: cited })).toEqual([
      'SUPPORT',
      'More independent sources (2) state “2026” of The plan (en) than “2025” of 上观新闻 (zh-Hans) (1).',
    ])
  })

  it('says in Chinese why, with both sides', () => {
    const inChinese = (statements: readonly Statement[], given: Partial<ResolutionContext> = {}) => {
      const full = context(due, { citedEditions, ...given })
      return explain(resolve(statements, full), full, 'zh-Hans')
    }
    const decided = conflict([original, translation], {
      status: 'DECIDED',
      decision: { chosen: translation.id, reason: '印本作2026', by: 'lin', at: '2024-08-01T00:00:00Z' },
    })
    expect([
      inChinese([original]),
      inChinese([original, translation]),
      inChinese([original, translation], { conflicts: [decided] }),
      inChinese([original, date('due', '2026', 'xinhua-1#zh-Hans')]),
    ]).toEqual([
      '在此视图中，上观新闻（zh-Hans）的“2025”是关于该属性的唯一陈述。',
      '上观新闻的原文（zh-Hans）比其译文（en）更可信：采用“2025”，而不采用“2026”。',
      'lin裁定采用上观新闻（en）的“2026”，而不采用上观新闻（zh-Hans）的“2025”：印本作2026。',
      '新华社（zh-Hans）的“2026”的发布时间（2025-01）晚于上观新闻（zh-Hans）的“2025”（2024-07-04）。',
    ])
  })
})
