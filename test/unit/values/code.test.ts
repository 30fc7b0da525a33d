import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatCode, parseCode } from '../../../src/values/code.js'

const statuses = ['PLANNED', 'UNDER_CONSTRUCTION', 'OPERATING', 'CLOSED']

describe('a code', () => {
  it.each(['under-construction', 'UNDER_CONSTRUCTION', 'Under Construction', ' under - construction '])(
    'of a closed list is found as "%s"',
    text => {
      expect(parseCode(text, statuses)).toBe('UNDER_CONSTRUCTION')
    },
  )

  it.each(['', 'built', '在建', 'PLANNED,CLOSED', 'underconstruction'])('of a closed list is not "%s"', text => {
    expect(parseCode(text, statuses)).toBeUndefined()
  })

  it('of no list is the text itself, and not empty', () => {
    expect(parseCode(' 110000 ')).toBe('110000')
    expect(parseCode('https://www.wikidata.org/entity/Q956')).toBe('https://www.wikidata.org/entity/Q956')
    expect(parseCode('  ')).toBeUndefined()
  })

  it('is read back from its text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), code =>
        expect(parseCode(formatCode(code, statuses), statuses)).toBe(code),
      ),
    )
    expect(formatCode('UNDER_CONSTRUCTION', statuses)).toBe('under-construction')
    expect(formatCode('CN-11')).toBe('CN-11')
  })
})
