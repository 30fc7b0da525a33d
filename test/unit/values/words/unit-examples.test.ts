import { describe, expect, it } from '@jest/globals'
import { parseQuantity } from '../../../../src/values/words/read-quantity.js'
import { unitExamples } from '../../../../src/values/words/unit-examples.js'

describe('the examples of units', () => {
  it.each(
    Object.entries(unitExamples).flatMap(([unit, examples]) => examples.map(example => [example, unit] as const)),
  )('%s is in %s', (example, unit) => {
    expect(parseQuantity(example)).toMatchObject({ ok: true, value: { unit } })
  })
})
