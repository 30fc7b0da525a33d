import { divideDecimals, multiplyDecimals } from './decimal.js'

/** What a unit measures; only units of one kind can be compared or converted. */
export type UnitKind =
  | 'compute'
  | 'operations'
  | 'power'
  | 'apparent-power'
  | 'energy'
  | 'data-size'
  | 'data-rate'
  | 'duration'
  | 'area'
  | MoneyKind
  | 'rack'
  | 'gpu'
  | 'share'
  | 'count'
  | 'ratio'

type Currency =
  | 'CNY'
  | 'USD'
  | 'HKD'
  | 'EUR'
  | 'JPY'
  | 'GBP'
  | 'KRW'
  | 'TWD'
  | 'SGD'
  | 'AUD'
  | 'CAD'
  | 'INR'
  | 'CHF'
  | 'MYR'
  | 'AED'
  | 'SAR'

/** Each currency is a kind of its own: none converts into another without a rate, and no rate is assumed. */
export type MoneyKind = `money-${Lowercase<Currency>}`

interface UnitDeclaration {
  readonly of: UnitKind
  /** One of it in the base unit of its kind, decimal text. */
  readonly inBase: string
  /** The local name in QUDT's vocabulary of units, if QUDT has the unit. */
  readonly qudt?: string
}

/** Every unit, with its kind and what one of it is in the kind's base unit (decimal text). */
export const units = {
  FLOPS: { of: 'compute', inBase: '1', qudt: 'FLOPS' },
  GFLOPS: { of: 'compute', inBase: '1e9', qudt: 'GigaFLOPS' },
  TFLOPS: { of: 'compute', inBase: '1e12', qudt: 'TeraFLOPS' },
  PFLOPS: { of: 'compute', inBase: '1e15', qudt: 'PetaFLOPS' },
  EFLOPS: { of: 'compute', inBase: '1e18' },
  ZFLOPS: { of: 'compute', inBase: '1e21' },
  TOPS: { of: 'operations', inBase: '1e12' },
  POPS: { of: 'operations', inBase: '1e15' },
  EOPS: { of: 'operations', inBase: '1e18' },
  W: { of: 'power', inBase: '1', qudt: 'W' },
  KW: { of: 'power', inBase: '1e3', qudt: 'KiloW' },
  MW: { of: 'power', inBase: '1e6', qudt: 'MegaW' },
  GW: { of: 'power', inBase: '1e9', qudt: 'GigaW' },
  KVA: { of: 'apparent-power', inBase: '1e3', qudt: 'KiloV-A' },
  MVA: { of: 'apparent-power', inBase: '1e6', qudt: 'MegaV-A' },
  KWH: { of: 'energy', inBase: '1e3', qudt: 'KiloW-HR' },
  MWH: { of: 'energy', inBase: '1e6', qudt: 'MegaW-HR' },
  GWH: { of: 'energy', inBase: '1e9', qudt: 'GigaW-HR' },
  TWH: { of: 'energy', inBase: '1e12', qudt: 'TeraW-HR' },
  MB: { of: 'data-size', inBase: '1e6', qudt: 'MegaBYTE' },
  GB: { of: 'data-size', inBase: '1e9', qudt: 'GigaBYTE' },
  TB: { of: 'data-size', inBase: '1e12', qudt: 'TeraBYTE' },
  PB: { of: 'data-size', inBase: '1e15', qudt: 'PetaBYTE' },
  EB: { of: 'data-size', inBase: '1e18' },
  ZB: { of: 'data-size', inBase: '1e21' },
  GBPS: { of: 'data-rate', inBase: '1e9', qudt: 'GigaBIT-PER-SEC' },
  TBPS: { of: 'data-rate', inBase: '1e12', qudt: 'TeraBIT-PER-SEC' },
  MS: { of: 'duration', inBase: '1', qudt: 'MilliSEC' },
  // 15 mu are a hectare, so that square metres have a decimal text in mu, and mu none in square metres.
  MU: { of: 'area', inBase: '1' },
  SQM: { of: 'area', inBase: '0.0015', qudt: 'M2' },
  CNY: { of: 'money-cny', inBase: '1', qudt: 'CCY_CNY' },
  USD: { of: 'money-usd', inBase: '1', qudt: 'CCY_USD' },
  HKD: { of: 'money-hkd', inBase: '1', qudt: 'CCY_HKD' },
  EUR: { of: 'money-eur', inBase: '1', qudt: 'CCY_EUR' },
  JPY: { of: 'money-jpy', inBase: '1', qudt: 'CCY_JPY' },
  GBP: { of: 'money-gbp', inBase: '1', qudt: 'CCY_GBP' },
  KRW: { of: 'money-krw', inBase: '1', qudt: 'CCY_KRW' },
  TWD: { of: 'money-twd', inBase: '1', qudt: 'CCY_TWD' },
  SGD: { of: 'money-sgd', inBase: '1', qudt: 'CCY_SGD' },
  AUD: { of: 'money-aud', inBase: '1', qudt: 'CCY_AUD' },
  CAD: { of: 'money-cad', inBase: '1', qudt: 'CCY_CAD' },
  INR: { of: 'money-inr', inBase: '1', qudt: 'CCY_INR' },
  CHF: { of: 'money-chf', inBase: '1', qudt: 'CCY_CHF' },
  MYR: { of: 'money-myr', inBase: '1', qudt: 'CCY_MYR' },
  AED: { of: 'money-aed', inBase: '1', qudt: 'CCY_AED' },
  SAR: { of: 'money-sar', inBase: '1', qudt: 'CCY_SAR' },
  RACK: { of: 'rack', inBase: '1' },
  GPU: { of: 'gpu', inBase: '1' },
  PERCENT: { of: 'share', inBase: '1', qudt: 'PERCENT' },
  COUNT: { of: 'count', inBase: '1', qudt: 'COUNT' },
  RATIO: { of: 'ratio', inBase: '1', qudt: 'UNITLESS' },
} as const satisfies Record<string, UnitDeclaration>

export type Unit = keyof typeof units

/** The kinds of money, for properties that any currency fits. */
export const moneyKinds: readonly MoneyKind[] = Object.values(units).flatMap(({ of }) => (isMoneyKind(of) ? [of] : []))

export function isMoneyKind(kind: UnitKind): kind is MoneyKind {
  return kind.startsWith('money-')
}

/** The unit in QUDT's vocabulary; undefined if QUDT has none. */
export function qudtIri(unit: Unit): string | undefined {
  const { qudt }: UnitDeclaration = units[unit]
  return qudt === undefined ? undefined : `http://qudt.org/vocab/unit/${qudt}`
}

/** Whether figures of the kind have a number format, a basis and a sparsity. */
export function hasNumberFormat(kind: UnitKind): boolean {
  return kind === 'compute' || kind === 'operations'
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

/** The amount in another unit of the same kind, exactly, but of mu rounded in square metres; undefined if the kinds differ. */
export function convertAmount(amount: string, from: Unit, to: Unit): string | undefined {
  if (units[from].of !== units[to].of) return undefined
  return divideDecimals(multiplyDecimals(amount, units[from].inBase), units[to].inBase)
}

/** The amount in the base unit of its kind. */
export function toBase(amount: string, unit: Unit): string {
  return multiplyDecimals(amount, units[unit].inBase)
}
