import { describe, expect, it } from '@jest/globals'
import { planText, problemsText } from '../../../src/cli/report.js'
import { ProblemList } from '../../../src/datasets/check/problem-list.js'
import type { Problem } from '../../../src/model/problem.js'
import { conflict } from '../../support/dataset-builder.js'

const problem = (line: number, message: string): Problem => ({
  ...{ severity: 'ERROR', file: 't.csv', line, column: 3, code: 'CODE_UNKNOWN', message },
})

describe('the plan of an import, for a person', () => {
  const newConflicts = Array.from({ length: 23 }, (_, i) => conflict(`conflict/${i}`, { subjects: [`region/r${i}`] }))
  const plan = {
    ...{ entitiesAdded: 1, statementsAdded: 2, statementsRetracted: 0, unchanged: 0, reweighted: 0, sourcesChanged: 0 },
    ...{ conflictsClosed: 0, withheld: 0, newConflicts },
  }

  it('has the first conflicts and says how to see the others', () => {
    const lines = planText(plan).split('\n')
    expect(lines.filter(line => line.includes('region/r'))).toHaveLength(20)
    expect(lines.at(-1)).toBe('  and 3 more (`suanli plan --all` shows them)')
  })

  it('has all of them if that is asked for', () => {
    const lines = planText(plan, true).split('\n')
    expect(lines.filter(line => line.includes('region/r'))).toHaveLength(23)
  })
})

describe('problems, for a person', () => {
  it('are one line for one problem, with its other places', () => {
    expect(problemsText([problem(2, 'a'), problem(3, 'b'), problem(4, 'a'), problem(5, 'a')])).toBe(
      `t.csv:2:3: error CODE_UNKNOWN: a
  also at 4:3, 5:3
t.csv:3:3: error CODE_UNKNOWN: b
4 problems (4 errors, 0 warnings)`,
    )
  })

  it('are counted though a column that is wrong throughout has places of only some of them kept', () => {
    const list = new ProblemList()
    for (let line = 2; line < 5002; line++)
      list.error('CODE_UNKNOWN', { file: 't.csv', line, column: 3 }, { seen: 'x', what: 'status' })
    expect(list.sorted).toHaveLength(1000)
    expect(list.sorted[0]?.count).toBe(5000)
    expect(problemsText(list.sorted).split('\n')).toEqual([
      't.csv:2:3: error CODE_UNKNOWN: "x" is not a value of status',
      expect.stringMatching(/^ {2}also at 3:3, .*12:3 and 4989 more$/),
      '5000 problems (5000 errors, 0 warnings)',
    ])
  })
})
