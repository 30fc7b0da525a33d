import { describe, expect, it } from '@jest/globals'
import { alignSentences } from '../../../src/views/alignment/align-sentences.js'

const zh = (text: string) => ({ text, language: 'zh-Hans' })
const en = (text: string) => ({ text, language: 'en' })
/** The texts that are aligned, `|` between them; empty on the side that has no counterpart. */
const aligned = (a: string, b: string, anchors: readonly (readonly [number, number])[] = []) =>
  alignSentences(zh(a), en(b), anchors).map(spans => {
    const [left, right] = [spans.a, spans.b].map((span, side) =>
      span ? [...(side === 0 ? a : b)].slice(span.start, span.end).join('') : '',
    )
    return `${left}|${right}${spans.isAnchored ? ' *' : ''}`
  })

describe('sentences of two texts', () => {
  it('are aligned in their order', () => {
    expect(
      aligned('北京将建四个中心。它们形成网络。', 'Beijing will build four centres. They form a network.'),
    ).toEqual(['北京将建四个中心。|Beijing will build four centres.', '它们形成网络。|They form a network.'])
  })

  it('are aligned two with one where that fits their lengths', () => {
    const one = '为了实现这一目标，北京市将重点打造四个算力中心，分布于东西南北四个方向，形成全方位的智算网络。'
    const two =
      'To achieve this goal, Beijing will build four large computing centres. They lie in its east, west, north and south and form a network of intelligent computing.'
    expect(aligned(`${one}完。`, `${two} End.`)[0]).toBe(`${one}|${two}`)
  })

  it('follow what is known to say the same, against their lengths', () => {
    const pairs = [
      ['甲说话。', 'The first of all the four speakers speaks in a sentence that is rather long for what it is.'],
      ['乙说了一句很长很长的话，长得没有尽头。', 'The second speaks.'],
      ['丙说话。', 'The third speaks.'],
      ['丁说话。', 'The fourth speaks.'],
    ] as const
    const [a, b] = [pairs.map(([left]) => left).join(''), pairs.map(([, right]) => right).join(' ')]
    const anchors = pairs.map(([left, right]) => [[...a.slice(0, a.indexOf(left))].length, b.indexOf(right)] as const)
    const whole = pairs.map(([left, right]) => `${left}|${right}`)
    expect(aligned(a, b)).not.toEqual(whole)
    expect(aligned(a, b, anchors)).toEqual(whole.map(pair => `${pair} *`))
  })

  it('are counted in characters, not in halves of them', () => {
    expect(aligned('𠀀𠀁𠀂。第二句。', 'First one. Second.', [[4, 11]])).toEqual([
      '𠀀𠀁𠀂。|First one.',
      '第二句。|Second. *',
    ])
  })

  it('keep their order, each once, in texts that are too long to compare whole', () => {
    const count = 700
    const a = Array.from({ length: count }, (_, at) => `第${at}句话说的是同一件事。`).join('')
    const b = Array.from({ length: count }, (_, at) => `Sentence ${at} says the same thing. `).join('')
    const spans = alignSentences(zh(a), en(b), [])
    for (const side of ['a', 'b'] as const) {
      const ends = spans.flatMap(span => span[side] ?? [])
      expect(ends.every((span, at) => at === 0 || span.start >= (ends[at - 1]?.end ?? 0))).toBe(true)
      expect(ends.length).toBeGreaterThan(count / 2)
    }
  })

  it('may be none', () => {
    expect(aligned('', '')).toEqual([])
    expect(aligned('只有一句。', '')).toEqual(['只有一句。|'])
  })
})
