import { describe, expect, it } from '@jest/globals'
import { isConverted } from '../../../src/values/currency-rates.js'
import type { Quantity } from '../../../src/values/value.js'
import { parseQuantity } from '../../../src/values/words/read-quantity.js'

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`)
  return parsed.value
}

describe('a figure in another currency', () => {
  it.each([
    ['12亿元', 'US$165 million', 2024, true],
    ['12亿元', 'US$172 million', 2020, true],
    ['12亿元', 'US$120 million', 2024, false],
    ['12亿元', '1.2 billion dollars', 2024, false],
    ['100亿港元', 'US$1.28 billion', 2023, true],
    ['100亿港元', '92亿元', 2023, true],
    ['500亿日元', '€320 million', 2023, true],
    ['超过12亿元', 'more than US$165 million', 2024, true],
    ['超过12亿元', 'US$200 million', 2024, true],
    ['超过12亿元', 'US$100 million', 2024, false],
    ['约12亿元', 'about US$165 million', 2024, true],
    ['10亿-12亿美元', '72亿至86亿元', 2024, true],
    ['12亿元', 'US$165 million', 2030, true],
    ['12亿元', 'US$165 million', undefined, true],
    ['12亿元', 'US$500 million', undefined, false],
    ['12亿元', '1.2 billion yuan', 2024, false],
    ['12亿元', '165 MW', 2024, false],
    ['1亿英镑', 'US$125 million', 2024, true],
    ['1亿英镑', 'US$170 million', 2024, false],
    ['1000亿韩元', 'US$73 million', 2024, true],
    ['12亿元', 'US$176 million', 2026, true],
    ['5亿卢比', 'US$11 million', 2006, false],
    ['5亿新台币', 'US$15.5 million', 2024, false],
    ['亿级以上', 'US$165 million', 2024, false],
  ])('%s and %s in %s are one converted: %s', (a, b, year, expected) => {
    expect(isConverted(quantity(a), quantity(b), year)).toBe(expected)
    expect(isConverted(quantity(b), quantity(a), year)).toBe(expected)
  })
})
