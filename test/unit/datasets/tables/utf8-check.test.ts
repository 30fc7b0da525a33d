import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Utf8Check } from '../../../../src/datasets/tables/utf8-check.js'

/** Gives bytes in pieces that end where the numbers say. */
function checkInPieces(bytes: Buffer, cuts: readonly number[]) {
  const check = new Utf8Check()
  const ends = [...cuts.map(cut => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  let start = 0
  const whole = ends.map(end => {
    const piece = check.push(bytes.subarray(start, end))
    start = end
    return piece
  })
  check.end()
  return { text: Buffer.concat(whole).toString('utf8'), fault: check.fault }
}

const cuts = fc.array(fc.nat(1000), { maxLength: 8 })
const texts = fc.string({ unit: fc.constantFrom('a', 'é', '算', '力', '😀', '\n', ' '), maxLength: 40 })

describe('checking UTF-8', () => {
  it('passes every text whole, however it is cut', () => {
    fc.assert(
      fc.property(texts, cuts, (text, at) => {
        expect(checkInPieces(Buffer.from(text), at)).toEqual({ text, fault: undefined })
      }),
    )
  })

  it('finds the first byte that is none at the same place, however the text is cut', () => {
    fc.assert(
      fc.property(texts, texts, cuts, (before, behind, at) => {
        const lines = before.split('\n')
        const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(behind)])
        const { text, fault } = checkInPieces(bytes, at)
        expect(text).toBe(before)
        expect(fault).toMatchObject({
          offset: Buffer.byteLength(before),
          line: lines.length,
          column: [...(lines.at(-1) ?? '')].length + 1,
        })
      }),
    )
  })

  it('takes a character that is cut off at the end for a fault', () => {
    const bytes = Buffer.from('算力').subarray(0, 5)
    expect(checkInPieces(bytes, [4])).toMatchObject({ text: '算', fault: { offset: 3, line: 1, column: 2 } })
  })

  it('takes a surrogate for a fault, which UTF-8 does not have', () => {
    expect(checkInPieces(Buffer.from([0x61, 0xed, 0xa0, 0x80]), []).fault).toMatchObject({ offset: 1, column: 2 })
  })

  it('says what the text more likely is', () => {
    const gb18030 = Buffer.from([0xcb, 0xe3, 0xc1, 0xa6, 0x2c, 0x31, 0x30, 0x0a])
    expect(checkInPieces(gb18030, []).fault?.encoding).toBe('gb18030')
    expect(checkInPieces(Buffer.from('\ufeff算力', 'utf16le'), []).fault?.encoding).toBe('utf-16le')
    expect(checkInPieces(Buffer.from([0x61, 0xff, 0x62]), []).fault?.encoding).toBeUndefined()
    const latin1 = Buffer.from('Name,City\nSão Paulo region,São Paulo\nMontréal,Québec\n', 'latin1')
    expect(checkInPieces(latin1, []).fault?.encoding).toBe('windows-1252')
    const mixed = checkInPieces(Buffer.concat([Buffer.from('名称\n'), gb18030]), []).fault
    expect(mixed).toMatchObject({ encoding: 'gb18030', isMixed: true, line: 2, column: 1 })
  })
})
