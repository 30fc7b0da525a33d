import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { columnsIn, fillTemplate, isTemplate, slugOf } from '../../../../src/datasets/tables/cell-template.js'

const row: Readonly<Record<string, string>> = { Country: '中国', 'Site ID': '50365', City: 'São Paulo (SP)', Empty: '' }
const cellOf = (column: string) => row[column]

describe('a template', () => {
  it('takes cells by the names of their columns', () => {
    expect(fillTemplate('computecentre/top500-{Site ID}', cellOf)).toBe('computecentre/top500-50365')
    expect(fillTemplate('{Country}, {Site ID}', cellOf)).toBe('中国, 50365')
    expect(columnsIn('{Country|slug}-{ Site ID }')).toEqual(['Country', 'Site ID'])
  })

  it('is not filled where a cell is empty, has nothing for a slug, or is not there', () => {
    expect(fillTemplate('region/{Empty}', cellOf)).toBeUndefined()
    expect(fillTemplate('region/{None}', cellOf)).toBeUndefined()
    expect(fillTemplate('region/{X|slug}', () => '—')).toBeUndefined()
  })

  it('puts a cell in as it is, whatever it looks like', () => {
    expect(fillTemplate('{A}{B}', column => ({ A: '{B}', B: '$&' })[column])).toBe('{B}$&')
  })

  it('has no brace without its mate, and no modifier but slug', () => {
    expect(isTemplate('region/{Country|slug}')).toBe(true)
    expect(isTemplate('region/{Country')).toBe(false)
    expect(isTemplate('region/Country}')).toBe(false)
    expect(isTemplate('region/{Country|lower}')).toBe(false)
  })
})

describe('a slug', () => {
  it('joins words, drops the marks of Latin letters, and keeps other scripts whole', () => {
    expect(slugOf('São Paulo (SP)')).toBe('sao-paulo-sp')
    expect(slugOf('内蒙古 自治区')).toBe('内蒙古-自治区')
    expect(slugOf('ＡＩ　Centre')).toBe('ai-centre')
    expect(slugOf('がんばれ 서울')).toBe('がんばれ-서울')
  })

  it('is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(slugOf(slugOf(text))).toBe(slugOf(text))
      }),
    )
  })
})
