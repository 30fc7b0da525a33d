import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { convertAmount, toBase, type Unit, unitKindOf, units } from '../../../src/values/unit.js'
import { findUnit } from '../../../src/values/words/find-unit.js'
import { decimals, unitNames } from '../../support/random-values.js'

describe('findUnit', () => {
  it.each<[string, Unit]>([
    ['ZFLOPS', 'ZFLOPS'],
    ['EFLOPS', 'EFLOPS'],
    ['ＥＦＬＯＰＳ', 'EFLOPS'],
    ['EFlop/s', 'EFLOPS'],
    ['exaFLOPS', 'EFLOPS'],
    ['E', 'EFLOPS'],
    ['PFLOPS', 'PFLOPS'],
    ['PFlops', 'PFLOPS'],
    ['PFlop/s', 'PFLOPS'],
    ['PFLOP/s', 'PFLOPS'],
    ['petaflops', 'PFLOPS'],
    ['P', 'PFLOPS'],
    ['个P', 'PFLOPS'],
    ['P算力', 'PFLOPS'],
    ['P的智能算力', 'PFLOPS'],
    ['TFLOPS', 'TFLOPS'],
    ['TFlop/s', 'TFLOPS'],
    ['GFLOPS', 'GFLOPS'],
    ['FLOPS', 'FLOPS'],
    ['次/秒', 'FLOPS'],
    ['次每秒', 'FLOPS'],
    ['次浮点运算每秒', 'FLOPS'],
    ['kW', 'KW'],
    ['㎾', 'KW'],
    ['千瓦', 'KW'],
    ['MW', 'MW'],
    ['Megawatts', 'MW'],
    ['兆瓦', 'MW'],
    ['GW', 'GW'],
    ['吉瓦', 'GW'],
    ['瓦', 'W'],
    ['元', 'CNY'],
    ['圓', 'CNY'],
    ['人民币', 'CNY'],
    ['人民幣', 'CNY'],
    ['元人民币', 'CNY'],
    ['RMB', 'CNY'],
    ['CNY', 'CNY'],
    ['yuan', 'CNY'],
    ['¥', 'CNY'],
    ['￥', 'CNY'],
    ['美元', 'USD'],
    ['USD', 'USD'],
    ['US$', 'USD'],
    ['$', 'USD'],
    ['US dollars', 'USD'],
    ['机架', 'RACK'],
    ['架', 'RACK'],
    ['标准机架', 'RACK'],
    ['個標準機架', 'RACK'],
    ['个机柜', 'RACK'],
    ['standard racks', 'RACK'],
    ['卡', 'GPU'],
    ['张', 'GPU'],
    ['张GPU', 'GPU'],
    ['块加速卡', 'GPU'],
    ['GPUs', 'GPU'],
    ['accelerator cards', 'GPU'],
    ['%', 'PERCENT'],
    ['％', 'PERCENT'],
    ['percent', 'PERCENT'],
  ])('knows %s as %s', (text, unit) => expect(findUnit(text)).toEqual({ unit, factor: '1' }))

  it.each<[string, Unit, string]>([
    ['亿亿次每秒', 'FLOPS', '10000000000000000'],
    ['万亿次/秒', 'FLOPS', '1000000000000'],
    ['百亿亿次每秒', 'FLOPS', '1000000000000000000'],
    ['万千瓦', 'KW', '10000'],
    ['亿元', 'CNY', '100000000'],
    ['万卡', 'GPU', '10000'],
    ['billion yuan', 'CNY', '1000000000'],
  ])('knows %s as so many %s: %s', (text, unit, factor) => expect(findUnit(text)).toEqual({ unit, factor }))

  it('agrees with the prefixes of the SI on what the Chinese names of large units of compute are', () => {
    const inBase = (text: string) => {
      const named = findUnit(text)
      return named && toBase(named.factor, named.unit)
    }
    expect(inBase('百亿亿次每秒')).toBe(inBase('EFLOPS'))
    expect(inBase('千万亿次每秒')).toBe(inBase('PFLOPS'))
    expect(inBase('万亿次每秒')).toBe(inBase('TFLOPS'))
  })

  it.each(['', 'EFLOPZ', 'mW', 'Gbit', '个', '亿', '吨', '算力', 'MW算力', '次', 'EFLOPS 2025'])(
    'knows no unit %j',
    text => expect(findUnit(text)).toBeUndefined(),
  )

  it('knows every unit of the schema by its own name', () => {
    for (const unit of Object.keys(units) as Unit[]) expect(findUnit(unit)).toEqual({ unit, factor: '1' })
  })
})

describe('convertAmount', () => {
  it.each<[string, Unit, Unit, string]>([
    ['45', 'EFLOPS', 'PFLOPS', '45000'],
    ['45', 'PFLOPS', 'EFLOPS', '0.045'],
    ['1', 'FLOPS', 'ZFLOPS', '0.000000000000000000001'],
    ['0.1', 'GW', 'KW', '100000'],
    ['3', 'CNY', 'CNY', '3'],
    ['2000', 'SQM', 'MU', '3'],
    ['1', 'MU', 'SQM', '666.6666666666666666666666666666667'],
  ])('gives %s %s in %s as %s', (amount, from, to, converted) =>
    expect(convertAmount(amount, from, to)).toBe(converted),
  )

  it('gives nothing between kinds, and no exchange rate between currencies', () => {
    expect(convertAmount('1', 'EFLOPS', 'MW')).toBeUndefined()
    expect(convertAmount('1', 'CNY', 'USD')).toBeUndefined()
  })

  it('comes back exactly from any unit of the same kind but of mu from square metres, and from no other', () => {
    fc.assert(
      fc.property(decimals, unitNames, unitNames, (amount, from, to) => {
        const there = convertAmount(amount, from, to)
        expect(there === undefined).toBe(unitKindOf(from) !== unitKindOf(to))
        if (there !== undefined && !(from === 'MU' && to === 'SQM')) expect(convertAmount(there, to, from)).toBe(amount)
      }),
    )
  })
})
