import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { checkDatasets } from '../../../../src/datasets/check/check-datasets.js'
import type { CheckedStatement } from '../../../../src/datasets/check/check-statement.js'
import { formatValue } from '../../../../src/values/format-value.js'
import { ontology } from '../news-folder.js'

const folder = fileURLToPath(new URL('../../../fixtures/dirty-tables', import.meta.url))
const { datasets, problems } = await checkDatasets([folder], ontology, async () => [])
const statements = datasets.flatMap(dataset => [...dataset.statements]).sort(byRow)

/** Statements come by their subjects; what a table says is read more easily row by row. */
function byRow(a: CheckedStatement, b: CheckedStatement): number {
  const rowOf = ({ statement }: CheckedStatement) => Number(statement.quote?.fragment?.slice('row='.length) ?? 0)
  return rowOf(a) - rowOf(b)
}

/** What is said of each entity by a property: its id, the value, the source’s words, the row. */
function said(property: string): readonly unknown[] {
  return statements
    .filter(isOf(property))
    .map(({ statement: { subject, value, asStated, quote } }) => [
      subject,
      value.kind === 'entity' ? value.entity : formatValue(value),
      asStated,
      quote?.fragment,
    ])
}

function isOf(property: string) {
  return ({ statement }: CheckedStatement) =>
    statement.property === property && statement.subject.startsWith('computecentre/')
}

describe('a table as ministries publish them', () => {
  it('is read below its titles, in GB 18030, without footnote marks and without the row of sums', () => {
    expect(said('name').map(row => (row as readonly string[])[1])).toEqual([
      '甲智算中心（一期）',
      '乙智算中心',
      '丙智算中心',
      '丁智算中心',
      '戊智算中心',
      '己智算中心',
    ])
  })

  it('fills merged cells downwards, and cites the row that has the words', () => {
    expect(said('region')).toEqual([
      ['computecentre/乙智算中心', 'region/beijing', '北京', 'row=4'],
      ['computecentre/甲智算中心-一期', 'region/beijing', '北京', 'row=4'],
      ['computecentre/丁智算中心', 'region/shanghai', '上海', 'row=6'],
      ['computecentre/丙智算中心', 'region/shanghai', '上海', 'row=6'],
      ['computecentre/己智算中心', 'region/shanghai', '上海', 'row=6'],
      ['computecentre/戊智算中心', 'region/shanghai', '上海', 'row=6'],
    ])
  })

  it('reads figures, ranges and about, keeps what gives no number as stated, and states nothing by a dash', () => {
    expect(said('capacity')).toEqual([
      ['computecentre/甲智算中心-一期', '1200 PFLOPS @FP16', '1,200*', 'row=4'],
      ['computecentre/乙智算中心', '300..500 PFLOPS @FP16', '300—500', 'row=5'],
      ['computecentre/丁智算中心', '~800 PFLOPS @FP16', '约800', 'row=7'],
      ['computecentre/戊智算中心', '', '十几', 'row=8'],
      ['computecentre/己智算中心', '', '若干万片', 'row=9'],
    ])
  })

  it('takes a cell that lists several apart, each without its remark in brackets, and describes each of them', () => {
    expect(said('operator')).toEqual([
      ['computecentre/甲智算中心-一期', 'company/甲公司', '甲公司', 'row=4'],
      ['computecentre/乙智算中心', 'company/甲公司', '甲公司', 'row=5'],
      ['computecentre/乙智算中心', 'company/乙公司', '乙公司', 'row=5'],
      ['computecentre/丙智算中心', 'company/丙公司', '丙公司', 'row=6'],
      ['computecentre/戊智算中心', 'company/戊公司', '戊公司', 'row=8'],
    ])
  })

  it('puts words into ours and reports, by row, the one that is not known; nothing is guessed', () => {
    expect(said('status')).toHaveLength(5)
    expect(problems.map(({ code, line, message, severity }) => [severity, code, line, message])).toEqual([
      ['ERROR', 'CODE_UNKNOWN', 7, '"停摆" is not a value of state'],
    ])
  })
})
