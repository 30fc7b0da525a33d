import { divideDecimals, multiplyDecimals } from './decimal.js'

/** What a unit measures; only units of one kind can be compared or converted. */
export type UnitKind = 'compute' | 'power' | 'money-cny' | 'money-usd' | 'rack' | 'gpu' | 'share'

/** Every unit, with its kind and what one of it is in the kind's base unit (decimal text). */
export const units = {
  FLOPS: { of: 'compute', inBase: '1' },
  GFLOPS: { of: 'compute', inBase: '1e9' },
  TFLOPS: { of: 'compute', inBase: '1e12' },
  PFLOPS: { of: 'compute', inBase: '1e15' },
  EFLOPS: { of: 'compute', inBase: '1e18' },
  ZFLOPS: { of: 'compute', inBase: '1e21' },
  W: { of: 'power', inBase: '1' },
  KW: { of: 'power', inBase: '1e3' },
  MW: { of: 'power', inBase: '1e6' },
  GW: { of: 'power', inBase: '1e9' },
  CNY: { of: 'money-cny', inBase: '1' },
  USD: { of: 'money-usd', inBase: '1' },
  RACK: { of: 'rack', inBase: '1' },
  GPU: { of: 'gpu', inBase: '1' },
  PERCENT: { of: 'share', inBase: '1' },
} as const satisfies Record<string, { readonly of: UnitKind; readonly inBase: string }>

export type Unit = keyof typeof units

/** Spellings of units, each anchored where a number has ended; the first that fits is taken. */
const spellings: readonly (readonly [RegExp, Unit])[] = [
  [/^(z(flops?|flop\/s)|zettaflops?)$/i, 'ZFLOPS'],
  [/^(e(flops?|flop\/s)?|exaflops?|exaflop\/s|百亿亿次(浮点运算)?(每秒|\/秒|\/s)?)$/i, 'EFLOPS'],
  [/^(p(flops?|flop\/s)?|petaflops?|petaflop\/s|千万亿次(浮点运算)?(每秒|\/秒|\/s)?)$/i, 'PFLOPS'],
  [/^(t(flops?|flop\/s)|teraflops?|teraflop\/s|万亿次(浮点运算)?(每秒|\/秒|\/s)?)$/i, 'TFLOPS'],
  [/^(g(flops?|flop\/s)|gigaflops?|gigaflop\/s|十亿次(浮点运算)?(每秒|\/秒|\/s)?)$/i, 'GFLOPS'],
  [/^(flops?|flop\/s|次(浮点运算)?(每秒|\/秒|\/s))$/i, 'FLOPS'],
  [/^(kw|kilowatts?|千瓦)$/i, 'KW'],
  [/^(MW|mw|megawatts?|兆瓦)$/, 'MW'],
  [/^(gw|gigawatts?|吉瓦)$/i, 'GW'],
  [/^(w|watts?|瓦)$/i, 'W'],
  [/^(cny|rmb|yuan|renminbi|元|圆|元人民币|人民币|人民币元|¥)$/i, 'CNY'],
  [/^(usd|us\$|\$|(us )?dollars?|美元)$/i, 'USD'],
  [/^((standard )?racks?|(个)?(标准)?机架|架)$/i, 'RACK'],
  [/^(gpus?|cards?|accelerators?|卡|张|张卡|块gpu|张gpu)$/i, 'GPU'],
  [/^(%|percent|per cent|个百分点)$/i, 'PERCENT'],
]

/** The unit that a text names, whole: `PFlop/s`, `兆瓦`, `P`. Undefined where it names none. */
export function findUnit(text: string): Unit | undefined {
  const plain = text.normalize('NFKC').trim()
  return spellings.find(([pattern]) => pattern.test(plain))?.[1]
}

export function unitKindOf(unit: Unit): UnitKind {
  return units[unit].of
}

/** The amount in another unit of the same kind, exactly; undefined where the kinds differ. */
export function convertAmount(amount: string, from: Unit, to: Unit): string | undefined {
  if (units[from].of !== units[to].of) return undefined
  return divideDecimals(multiplyDecimals(amount, units[from].inBase), units[to].inBase)
}

/** The amount in the base unit of its kind. */
export function toBase(amount: string, unit: Unit): string {
  return multiplyDecimals(amount, units[unit].inBase)
}
