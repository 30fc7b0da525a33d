import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatValue } from '../../../src/values/format-value.js'
import { parseValue, type ValueForm } from '../../../src/values/parse-value.js'
import type { Value } from '../../../src/values/value.js'
import { periods, quantities } from '../../support/random-values.js'

const status: ValueForm = { kind: 'code', values: ['PLANNED', 'UNDER_CONSTRUCTION'] }

const valid: readonly (readonly [string, ValueForm, Value])[] = [
  [' 唐建国 ', { kind: 'text' }, { kind: 'text', text: '唐建国', language: 'zh-Hans' }],
  [
    '45EFLOPS',
    { kind: 'quantity', of: ['compute'] },
    { kind: 'quantity', amount: '45', unit: 'EFLOPS', comparator: 'EXACTLY', precision: 'UNSTATED' },
  ],
  ['2024/2026', { kind: 'date' }, { kind: 'date', edtf: '2024/2026' }],
  ['39.9, 116.4', { kind: 'geo' }, { kind: 'geo', latitude: 39.9, longitude: 116.4 }],
  ['under-construction', status, { kind: 'code', code: 'UNDER_CONSTRUCTION' }],
  ['0100', { kind: 'code' }, { kind: 'code', code: '0100' }],
  [' region/beijing', { kind: 'entity', to: 'Region' }, { kind: 'entity', entity: 'region/beijing' }],
]

describe('a value', () => {
  it.each(valid)('is read from "%s" as its property has it', (text, form, value) => {
    expect(parseValue(text, form, 'zh-Hans')).toEqual({ ok: true, value })
  })

  it.each<[string, ValueForm, string, string]>([
    ['', { kind: 'text' }, 'VALUE_INVALID', 'a text'],
    ['45 parsecs', { kind: 'quantity', of: [] }, 'UNIT_UNKNOWN', 'parsecs'],
    ['45 MW', { kind: 'quantity', of: ['compute'] }, 'UNIT_UNFIT', 'power'],
    ['2024-13', { kind: 'date' }, 'EDTF_INVALID', '2024-13'],
    ['北京', { kind: 'geo' }, 'VALUE_INVALID', 'latitude'],
    ['built', status, 'CODE_UNKNOWN', 'built'],
    ['', { kind: 'code' }, 'VALUE_INVALID', 'a code'],
    [' ', { kind: 'entity', to: 'Region' }, 'VALUE_INVALID', 'id of an entity'],
  ])('is not "%s", and what is wrong with it is said', (text, form, code, words) => {
    const parsed = parseValue(text, form, 'en')
    expect(parsed).toMatchObject({ ok: false, code })
    if (!parsed.ok) expect(Object.values(parsed.fields).join(' ')).toContain(words)
  })

  it('is read back from its text, of whatever kind it is', () => {
    const text = fc
      .string({ minLength: 1 })
      .map(each => each.trim())
      .filter(each => each !== '')
    const cases: fc.Arbitrary<readonly [Value, ValueForm]> = fc.oneof(
      quantities.map(value => [value, { kind: 'quantity', of: [] }] as const),
      periods.map(edtf => [{ kind: 'date', edtf }, { kind: 'date' }] as const),
      text.map(each => [{ kind: 'text', text: each, language: 'en' }, { kind: 'text' }] as const),
      text.map(code => [{ kind: 'code', code }, { kind: 'code' }] as const),
      text.map(
        each =>
          [
            { kind: 'entity', entity: `region/${each}` },
            { kind: 'entity', to: 'Region' },
          ] as const,
      ),
      fc.constantFrom('PLANNED', 'UNDER_CONSTRUCTION').map(code => [{ kind: 'code', code }, status] as const),
      fc
        .tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -18000, max: 18000 }))
        .map(([a, b]) => [{ kind: 'geo', latitude: a / 100 + 0, longitude: b / 100 + 0 }, { kind: 'geo' }] as const),
    )
    fc.assert(
      fc.property(cases, ([value, form]) => {
        expect(parseValue(formatValue(value), form, 'en')).toEqual({ ok: true, value })
      }),
    )
  })

  it('without a number has no text of its own: only the source says it', () => {
    expect(formatValue({ kind: 'quantity', comparator: 'EXACTLY' })).toBe('')
  })
})
