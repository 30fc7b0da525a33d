import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { edtfBounds, parseEdtf } from '../../../../src/values/edtf.js'
import { type DateForm, dateForms, explainDate } from '../../../../src/values/words/date-forms.js'
import { readDate } from '../../../../src/values/words/read-date.js'
import { periods } from '../../../support/random-values.js'

/** Dates as press, tables and policy texts write them. */
const read: readonly (readonly [text: string, edtf: string, form: DateForm])[] = [
  ['2024年', '2024', 'chinese'],
  ['2024年6月', '2024-06', 'chinese'],
  ['2024年06月', '2024-06', 'chinese'],
  ['2024年6月1日', '2024-06-01', 'chinese'],
  ['2025年底', '2025-12~', 'part'],
  ['2025年末', '2025-12~', 'part'],
  ['2025年初', '2025-01~', 'part'],
  ['2024年Q3', '2024-35', 'quarter'],
  ['2024Q3', '2024-35', 'quarter'],
  ['2024-Q3', '2024-35', 'quarter'],
  ['2024年三季度', '2024-35', 'quarter'],
  ['2024年第三季度', '2024-35', 'quarter'],
  ['2024年上半年', '2024-40', 'half'],
  ['2024H1', '2024-40', 'half'],
  ['2024-6-1', '2024-06-01', 'separated'],
  ['2024/06/01', '2024-06-01', 'separated'],
  ['2024/6', '2024-06', 'separated'],
  ['2024/06', '2024-06', 'separated'],
  ['2024.06', '2024-06', 'separated'],
  ['2024.06.01', '2024-06-01', 'separated'],
  ['20240704', '2024-07-04', 'compact'],
  ['2024-21', '2024-21', 'edtf'],
  ['2024-33', '2024-33', 'edtf'],
  ['2024-34', '2024-34', 'edtf'],
  ['2024-36', '2024-36', 'edtf'],
  ['2024-41', '2024-41', 'edtf'],
  ['2024-02-29', '2024-02-29', 'edtf'],
  ['十四五', '2021/2025', 'plan'],
  ['十四五末', '2025-12~', 'part'],
  ['二〇二四年', '2024', 'chinese'],
  ['“十四五”期间', '2021/2025', 'plan'],
  ['民国113年', '2024', 'chinese'],
  ['9999-12-31', '9999-12-31', 'edtf'],
  ['Jun-24', '2024-06', 'monthYear'],
  ['2024-06-01 00:00:00', '2024-06-01', 'timestamp'],
  ['Q3 2024', '2024-35', 'quarter'],
  ['3Q24', '2024-35', 'quarter'],
  ['H1 2024', '2024-40', 'half'],
  ['end of 2025', '2025-12~', 'part'],
  ['by the end of 2025', '2025-12~', 'part'],
  ['early 2025', '2025-01~', 'part'],
  ['mid-2024', '2024-06~', 'part'],
  ['June 2024', '2024-06', 'english'],
  ['1 June 2024', '2024-06-01', 'english'],
  ['June 1st, 2024', '2024-06-01', 'english'],
  ['third quarter of 2024', '2024-35', 'quarter'],
  ['first half of 2024', '2024-40', 'half'],
  ['spring 2024', '2024-21', 'season'],
  ['2024年6月底', '2024-06-30~', 'part'],
  ['2024年6月上旬', '2024-06-01/2024-06-10', 'part'],
  ['2024年夏', '2024-22', 'season'],
  ['2024年6月至9月', '2024-06/2024-09', 'range'],
  ['2024-2026年', '2024/2026', 'range'],
  ['2024年-2026年', '2024/2026', 'range'],
  ['2024年6月1日至3日', '2024-06-01/2024-06-03', 'range'],
  ['2023.06-2024.03', '2023-06/2024-03', 'range'],
  ['2024年底', '2024-12~', 'part'],
  ['到2025年', '2025', 'chinese'],
  ['二〇二四年六月十五日', '2024-06-15', 'chinese'],
  ['2024年六月', '2024-06', 'chinese'],
  ['十五五', '2026/2030', 'plan'],
  ['“十四五”末', '2025-12~', 'part'],
  ['2024年第3季度', '2024-35', 'quarter'],
  ['2024年3季度', '2024-35', 'quarter'],
  ['2024 年 6 月', '2024-06', 'chinese'],
  ['2024年前后', '2024~', 'chinese'],
  ['2024.6.1', '2024-06-01', 'separated'],
  ['2024-06-01T10:00', '2024-06-01', 'timestamp'],
  ['2025年底前', '../2025-12-31', 'before'],
  ['2025年末前', '../2025-12-31', 'before'],
  ['2025年年底前', '../2025-12-31', 'before'],
  ['到2025年底之前', '../2025-12-31', 'before'],
  ['2025年6月底前', '../2025-06-30', 'before'],
  ['2025年6月30日前', '../2025-06-30', 'before'],
  ['2025年三季度末前', '../2025-09-30', 'before'],
  ['“十四五”末前', '../2025-12-31', 'before'],
  ['不晚于2025年6月', '../2025-06-30', 'before'],
  ['no later than June 2025', '../2025-06-30', 'before'],
  ['before 2025', '../2024-12-31', 'before'],
  ['before June 2025', '../2025-05-31', 'before'],
  ['before the end of 2025', '../2025-12-31', 'before'],
  ['预计2025年', '2025?', 'expected'],
  ['预计于2025年底', '2025-12%', 'expected'],
  ['预计2025年底前', '../2025-12-31?', 'expected'],
  ['拟2025年6月', '2025-06?', 'expected'],
  ['expected in 2025', '2025?', 'expected'],
  ['planned for Q3 2025', '2025-35?', 'expected'],
  ['2025年内', '2025', 'chinese'],
  ['「十四五」末', '2025-12~', 'part'],
  ['by end of 2025', '2025-12~', 'part'],
  ['end-2025', '2025-12~', 'part'],
  ['by 2025', '2025', 'edtf'],
  ['by June 2025', '2025-06', 'english'],
  ['mid-2025', '2025-06~', 'part'],
  ['2025年一季度末', '2025-03~', 'part'],
  ['2025年上半年末', '2025-06~', 'part'],
  ['end of Q1 2025', '2025-03~', 'part'],
  ['end of the first half of 2025', '2025-06~', 'part'],
  ['early June 2025', '2025-06-01~', 'part'],
  ['end of June 2025', '2025-06-30~', 'part'],
  ['year-end 2025', '2025-12~', 'part'],
  ['before the end of June 2025', '../2025-06-30', 'before'],
  ['until 2030', '../2030-12-31', 'before'],
  ['2020年起', '2020/..', 'since'],
  ['自2020年6月起', '2020-06/..', 'since'],
  ['2020年以来', '2020/..', 'since'],
  ['2020年至今', '2020/..', 'since'],
  ['“十四五”以来', '2021/..', 'since'],
  ['since 2020', '2020/..', 'since'],
  ['from June 2020 onwards', '2020-06/..', 'since'],
  ['2020 to present', '2020/..', 'since'],
  ['2020–present', '2020/..', 'since'],
  ['约2020年', '2020~', 'around'],
  ['circa 2020', '2020~', 'around'],
  ['c. 2020', '2020~', 'around'],
  ['around June 2020', '2020-06~', 'around'],
  ['1990s', '199X', 'decade'],
  ['the 2010s', '201X', 'decade'],
  ['20世纪90年代', '199X', 'decade'],
  ['二十世纪九十年代', '199X', 'decade'],
  ['1990年代', '199X', 'decade'],
  ['14th Five-Year Plan', '2021/2025', 'plan'],
  ['during the 14th Five-Year Plan period', '2021/2025', 'plan'],
  ['Fifteenth Five-Year Plan', '2026/2030', 'plan'],
  ['2024年7月4日（星期四）', '2024-07-04', 'chinese'],
  ['2024年7月4日 周四', '2024-07-04', 'chinese'],
  ['Thursday, July 4, 2024', '2024-07-04', 'english'],
  ['2021-2025', '2021/2025', 'range'],
  ['2021 to 2025', '2021/2025', 'range'],
  ['2–5 July 2024', '2024-07-02/2024-07-05', 'range'],
  ['July 2–5, 2024', '2024-07-02/2024-07-05', 'range'],
  ['2 July - 5 August 2024', '2024-07-02/2024-08-05', 'range'],
  ['July 2 to August 5, 2024', '2024-07-02/2024-08-05', 'range'],
  ['June to December 2025', '2025-06/2025-12', 'range'],
  ['between June and September 2024', '2024-06/2024-09', 'range'],
  ['Q1-Q3 2025', '2025-33/2025-35', 'range'],
  ['力争到2027年底', '2027-12%', 'expected'],
  ['力争2027年底前', '../2027-12-31?', 'expected'],
  ['slated for Q3 2026', '2026-35?', 'expected'],
  ['“到2027年底”', '2027-12~', 'part'],
  ['（2021—2025年）', '2021/2025', 'range'],
  ['二○二四年七月四日', '2024-07-04', 'chinese'],
  ['2024年7月4日 10:30', '2024-07-04', 'timestamp'],
  ['2024年前三季度', '2024-01/2024-09', 'range'],
  ['2024年前8个月', '2024-01/2024-08', 'range'],
  ['自2024年7月1日起施行', '2024-07-01/..', 'since'],
  ['2018年3月—', '2018-03/..', 'since'],
  ['2018.03-', '2018-03/..', 'since'],
  ['2023年5月止', '../2023-05-31', 'before'],
  ['不早于2026年', '2026/..', 'since'],
  ['no earlier than June 2026', '2026-06/..', 'since'],
  ['after 2023', '2024-01-01/..', 'since'],
  ['as of 30 June 2024', '2024-06-30', 'english'],
  ['on July 4, 2024', '2024-07-04', 'english'],
  ['4-Jul-2024', '2024-07-04', 'english'],
  ['Q1’24', '2024-33', 'quarter'],
  ['from 2021 until 2025', '2021/2025', 'range'],
  ['约2025年底', '2025-12~', 'around'],
  ['2009-03-01T00:00:00Z', '2009-03-01', 'timestamp'],
  ['2009-03-01T00:00:00.000+08:00', '2009-03-01', 'timestamp'],
  ['2018年3月/2023年5月', '2018-03/2023-05', 'range'],
  ['约2015年/2020年底', '2015~/2020-12~', 'range'],
  ['2018年3月/至今', '2018-03/..', 'range'],
  ['2018.03/present', '2018-03/..', 'range'],
  ['2018年3月/', '2018-03/', 'range'],
  ['/2023年5月', '/2023-05', 'range'],
  ['2020.12—/', '2020-12/..', 'range'],
  ['2018/3/1/2023/5/1', '2018-03-01/2023-05-01', 'range'],
]

describe('a date as sources write it', () => {
  it.each(read)('%s is %s (%s)', (text, edtf, form) => {
    expect(readDate(text)).toEqual({ edtf, form })
    expect(parseEdtf(edtf)).toBe(edtf)
  })

  it.each([
    '2024-06-31',
    '45292',
    '2024-13',
    '~2024-06',
    '2024-~06',
    '2024~-06',
    '2024-XX-01',
    'XXXX-06',
    '-0100',
    'Y2024',
    '2023-02-29',
    '2100-02-29',
    '2024-07-04T12:00:00Z',
    '2024-07-04T23:30:00+08:00',
    '2024/2023',
    '2024-09/2024-06',
    '[2024,2025]',
    '{2024,2025}',
    '2024..2025',
    'open',
    'unknown',
    '04/07/2024',
    '2023/24',
    '2009-02-28T16:00:00Z',
    '2024.13',
    'June 30',
    'FY2024',
    '2024财年',
    '2023年后',
    '2019年或2020年',
    '令和6年',
    '2018年3月/不详',
    '2023年5月/2018年3月',
    'Q1/Q2 2024',
    '/',
    '2025年底前/2026年',
    '农历2024年五月',
    '2024年13月',
    '2024年2月30日',
    '99',
    '2024年6月1日10时',
    '24年6月',
    '24年底',
    '24年',
    '2025年前',
    '2025年6月前',
    '年底前',
    '预计年底',
    '上半年',
    '7月4日至6日',
    '2 to December 2025',
    'since then',
    '至今',
    'early spring 2024',
    '100th Five-Year Plan',
    '2025-2021',
    '90年代',
  ])('%s is none: nothing is guessed', text => {
    expect(readDate(text)).toBeUndefined()
  })

  it('is a serial number of Excel only if the mapping says so', () => {
    expect(readDate('45292')).toBeUndefined()
    expect(readDate('45292', { excel: true })).toEqual({ edtf: '2024-01-01', form: 'excel' })
    expect(readDate('45292.75', { excel: true })).toEqual({ edtf: '2024-01-01', form: 'excel' })
    expect(readDate('45351', { excel: true })?.edtf).toBe('2024-02-29')
    expect(readDate('2024', { excel: true })).toEqual({ edtf: '2024', form: 'edtf' })
    expect(readDate('2024年6月', { excel: true })?.edtf).toBe('2024-06')
  })

  it('is explained in both languages', () => {
    const date = readDate('2025年底')
    if (!date) throw new Error('no date')
    expect(explainDate('2025年底', date)).toBe(
      '“2025年底” is read as 2025-12~ (beginning, middle or end of a period, approximate)',
    )
    expect(explainDate('2025年底', date, 'zh')).toBe('“2025年底”读作 2025-12~（时期的初、中、末，约略）')
  })

  it('has a form whose example is read so', () => {
    for (const [form, { example, edtf }] of Object.entries(dateForms))
      expect(readDate(example, { excel: form === 'excel' })).toEqual({ edtf, form })
  })

  it('is EDTF wherever it is EDTF', () => {
    fc.assert(fc.property(periods, edtf => expect(readDate(edtf)).toEqual({ edtf, form: 'edtf' })))
  })

  it('is read without throwing, and what is read is EDTF with bounds', () => {
    const parts = fc
      .array(
        fc.constantFrom(
          '2024',
          '6',
          '30',
          '年',
          '月',
          '日',
          '-',
          '/',
          '.',
          ' ',
          '底',
          '初',
          'Q',
          '上半年',
          '至',
          '季度',
          'June',
          '五',
          '以来',
          '约',
          'since ',
          ' to ',
          'end of ',
        ),
        {
          maxLength: 8,
        },
      )
      .map(each => each.join(''))
    fc.assert(
      fc.property(fc.oneof(parts, fc.string()), text => {
        const date = readDate(text)
        if (!date) return
        expect(parseEdtf(date.edtf)).toBe(date.edtf)
        expect(edtfBounds(date.edtf)).not.toEqual({})
      }),
    )
  })
})
