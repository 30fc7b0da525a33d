import { describe, expect, it } from '@jest/globals'
import { ProblemList } from '../../../../src/datasets/check/problem-list.js'
import { prepareReading } from '../../../../src/datasets/tables/cell-reading.js'

const place = { file: 'dataset.yaml', line: 7, column: 9 }
const placed = (content: string) => ({ content, place })

/** The parts of a cell by a reading with these keys, and the problems. */
function read(keys: { readonly match?: string; readonly without?: string; readonly optional?: boolean }, cell: string) {
  const problems = new ProblemList()
  const reading = prepareReading(
    {
      name: placed('runner'),
      column: placed('Operator'),
      fill: false,
      empty: [],
      without: keys.without === undefined ? undefined : placed(keys.without),
      split: undefined,
      match: keys.match === undefined ? undefined : placed(keys.match),
      optional: keys.optional ?? false,
      values: [],
    },
    problems,
  )
  const parts = reading?.read(cell, () => place, problems)
  return { parts, problems: problems.sorted.map(({ code }) => code) }
}

describe('a pattern of a cell', () => {
  it('gives its first group, or the whole match if the group took no part', () => {
    expect(read({ match: '^(.+?)(?:（.*）)?$' }, '阿里云（杭州）')).toEqual({ parts: ['阿里云'], problems: [] })
    expect(read({ match: '^(?:ID (\\d+)|none)$' }, 'none')).toEqual({ parts: ['none'], problems: [] })
    expect(read({ match: '^https://ror.org/([0-9a-z]+)$' }, 'https://ror.org/0abc')).toMatchObject({ parts: ['0abc'] })
    expect(read({ match: '^(?<year>\\d{4})\\u5e74$' }, '2024年')).toMatchObject({ parts: ['2024'] })
  })

  it('takes every mark out of a cell', () => {
    expect(read({ without: '\\[\\d+\\]|\\p{Zs}' }, '算力[1] 中心[23]')).toEqual({ parts: ['算力中心'], problems: [] })
  })

  it('that matches nothing is a problem, unless the cell is optional', () => {
    expect(read({ match: '^\\d+$' }, 'many')).toEqual({ parts: [], problems: ['CELL_UNMATCHED'] })
    expect(read({ match: '^\\d+$', optional: true }, 'many')).toEqual({ parts: [], problems: [] })
  })

  // With backtracking, each of these would take longer than the universe is old.
  it.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*a){25}b'])('ends soon, whatever it is: %s', match => {
    expect(read({ match }, `${'a'.repeat(5_000)}!`)).toEqual({ parts: [], problems: ['CELL_UNMATCHED'] })
    expect(read({ without: match }, `${'a'.repeat(5_000)}!`).problems).toEqual([])
  })

  it.each(['(', '(?=a)b', '(?<!a)b', '(a)\\1', '[z-a]'])('is refused where RE2 has no such pattern: %s', match => {
    expect(read({ match }, 'a')).toEqual({ parts: undefined, problems: ['VALUE_INVALID'] })
  })
})
