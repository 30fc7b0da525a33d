import { divideDecimals, multiplyDecimals } from './decimal.js'
import { readMultiplier } from './numeral.js'
import { foldFigures } from './text.js'

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

/**
 * Spellings of units; the first that fits the whole text is taken. A lone P or E is petaflops or exaflops, as Chinese
 * sources on computing write them. `mW` is a thousandth of a watt, and none of these.
 */
const spellings: readonly (readonly [RegExp, Unit])[] = [
  [/^(z(flops?|flop\/s)|zetta-?(flops?|flop\/s))$/i, 'ZFLOPS'],
  [/^(个?e|e(flops?|flop\/s)|exa-?(flops?|flop\/s))$/i, 'EFLOPS'],
  [/^(个?p|p(flops?|flop\/s)|peta-?(flops?|flop\/s))$/i, 'PFLOPS'],
  [/^(t(flops?|flop\/s)|tera-?(flops?|flop\/s))$/i, 'TFLOPS'],
  [/^(g(flops?|flop\/s)|giga-?(flops?|flop\/s))$/i, 'GFLOPS'],
  [/^(flops?|flop\/s|次(浮点)?(运算|计算)?(每秒|\/秒|\/s))$/i, 'FLOPS'],
  [/^(kw|kilowatts?|千瓦)$/i, 'KW'],
  [/^(MW|Mw|mw|[Mm]ega-?watts?|MEGAWATTS?|兆瓦)$/, 'MW'],
  [/^(gw|gigawatts?|吉瓦)$/i, 'GW'],
  [/^(w|watts?|瓦)$/i, 'W'],
  [/^(cny|rmb|yuan|renminbi|元|圆|元人民币|人民币|人民币元|¥)$/i, 'CNY'],
  [/^(usd|us\$|\$|(us )?dollars?|美元)$/i, 'USD'],
  [/^((standard )?(racks?|cabinets?)|[个台]?(标准)?(机架|机柜)|架)$/i, 'RACK'],
  [/^((ai |gpu )?((accelerator )?cards?|accelerators?)|[张块片枚个]?(gpus?|(gpu|ai|加速|智算|算力)?卡)|张)$/i, 'GPU'],
  [/^(%|percent|per cent|个百分点)$/i, 'PERCENT'],
]

/** What may follow a unit of compute and says no more: 1000P算力. */
const computeWord = /(?<=.)的?(智能|智算)?算力$/

/** A unit as a text names it: so many (`factor`, decimal text) of a unit of the schema. */
export interface NamedUnit {
  readonly unit: Unit
  readonly factor: string
}

/**
 * The unit that a text names, whole: `PFlop/s`, 兆瓦, `P`, 1000 kW for 千千瓦, 10^16 FLOPS for 亿亿次每秒. Undefined where
 * it names none.
 */
export function findUnit(text: string): NamedUnit | undefined {
  const named = foldFigures(text)
  const unit = spellingOf(named)
  if (unit) return { unit, factor: '1' }
  const multiplier = readMultiplier(named)
  const multiplied = multiplier && spellingOf(multiplier.rest.trimStart())
  return multiplied && { unit: multiplied, factor: multiplier.factor }
}

function spellingOf(text: string): Unit | undefined {
  const find = (wanted: string) => spellings.find(([pattern]) => pattern.test(wanted))?.[1]
  const unit = find(text)
  if (unit || !computeWord.test(text)) return unit
  const computed = find(text.replace(computeWord, ''))
  return computed && units[computed].of === 'compute' ? computed : undefined
}

/** The unit of the same kind in which one is 1: FLOPS of EFLOPS. */
export function baseUnitOf(unit: Unit): Unit {
  const kind = unitKindOf(unit)
  const base = (Object.keys(units) as Unit[]).find(each => unitKindOf(each) === kind && units[each].inBase === '1')
  return base ?? unit
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
