import { SuanliError } from '../../model/error.js'
import type { comparators } from '../../values/comparator.js'
import { edtfBounds, edtfEnd, edtfStart } from '../../values/edtf.js'
import type { bases, precisions, sparsities } from '../../values/precision.js'
import {
  convertAmount,
  isMoneyKind,
  type MoneyKind,
  type Unit,
  type UnitKind,
  unitKindOf,
  units,
} from '../../values/unit.js'
import type { CodeValue, DateValue, EntityValue, GeoPoint, Quantity, TextValue } from '../../values/value.js'
import { argument, field, type TypeDeclaration } from '../schema/declare.js'
import type { ValueView } from './value-source.js'

const comparatorMeanings: Readonly<Record<(typeof comparators)[number], string>> = {
  EXACTLY: 'Exactly the amount: 45 EFLOPS.',
  ABOUT: 'Near it: 约45 EFLOPS.',
  AT_LEAST: 'Amount or more: 45 EFLOPS以上.',
  MORE_THAN: 'More than it: 超过45 EFLOPS.',
  AT_MOST: 'Amount or less: 不超过45 EFLOPS.',
  LESS_THAN: 'Less than it: 低于45 EFLOPS.',
  BETWEEN: 'Range from `amount` to `upper`, both included: 40至45 EFLOPS.',
}

const precisionMeanings: Readonly<Record<(typeof precisions)[number], string>> = {
  UNSTATED: 'Number format that the source does not state.',
  FP64: '64-bit floating point, double precision.',
  FP32: '32-bit floating point, single precision.',
  TF32: 'TensorFloat-32, 19 bits.',
  BF16: 'bfloat16, 16 bits with the range of FP32.',
  FP16: '16-bit floating point, half precision.',
  FP8: '8-bit floating point.',
  INT8: '8-bit integers.',
  FP4: '4-bit floating point.',
  INT16: '16-bit integers.',
  INT4: '4-bit integers.',
  FP16_BF16: 'One figure stated for FP16 and BF16 alike.',
  FP8_INT8: 'One figure stated for FP8 and INT8 alike.',
  MIXED: 'Mixed precision without named formats, such as HPL-MxP.',
}

const basisMeanings: Readonly<Record<(typeof bases)[number], string>> = {
  UNSTATED: 'Basis that the source does not state.',
  THEORETICAL_PEAK: 'Theoretical peak of the hardware: Rpeak, 峰值.',
  MEASURED: 'Measured figure: Rmax of LINPACK, 实测.',
}

const sparsityMeanings: Readonly<Record<(typeof sparsities)[number], string>> = {
  UNSTATED: 'Sparsity that the source does not state.',
  DENSE: 'Operations on dense matrices.',
  SPARSE: 'Operations with structured sparsity, which counts up to twice as many.',
}

const unitMeanings: Readonly<Record<Exclude<UnitKind, MoneyKind>, string>> = {
  compute: 'Floating-point operations a second',
  operations: 'Operations a second, of integers as a rule',
  power: 'Electric power',
  'apparent-power': 'Apparent power',
  energy: 'Electric energy',
  'data-size': 'Data size, of memory or storage',
  'data-rate': 'Data rate of a network',
  duration: 'Duration, such as a latency',
  area: 'Area of land or of a building',
  rack: 'Standard racks',
  gpu: 'Accelerator cards',
  share: 'Share of a whole',
  count: 'Count of things without a unit of measure; `of` says what is counted',
  ratio: 'Ratio without a unit, such as PUE; `of` says which',
}

const statementField = field<ValueView>(
  'Statement',
  'Statement that holds the value; null if none does, as for a sum.',
  value => value.statement,
)

/** What a statement may hold, as QUDT and EDTF have it. */
export const valueTypes: readonly TypeDeclaration[] = [
  {
    kind: 'union',
    name: 'Value',
    description: 'Value of a statement.',
    members: ['TextValue', 'Quantity', 'DateValue', 'EntityValue', 'GeoPoint', 'CodeValue'],
    typeOf: ({ value }: ValueView) => typeNames[value.kind],
  },
  {
    kind: 'object',
    name: 'TextValue',
    description: 'Words in one language: a name, a metric.',
    fields: {
      text: field<ValueView<TextValue>>('String!', 'The words: 唐建国.', ({ value }) => value.text),
      language: field<ValueView<TextValue>>(
        'LanguageTag!',
        'Language of the words: zh-Hans.',
        ({ value }) => value.language,
      ),
      statement: statementField,
    },
  },
  {
    kind: 'object',
    name: 'DateValue',
    description: 'A date or interval, as exactly as it is known.',
    fields: {
      date: field<ValueView<DateValue>>(
        'EDTF!',
        'Date as EDTF: 2025, 2024-07~, 2024-35 for the third quarter.',
        ({ value }) => value.edtf,
      ),
      earliest: field<ValueView<DateValue>>(
        'Date',
        'First day that the date may be; null if it has no beginning.',
        ({ value }) => edtfBounds(value.edtf).min,
      ),
      latest: field<ValueView<DateValue>>(
        'Date',
        'Last day that the date may be; null if it has no end.',
        ({ value }) => edtfBounds(value.edtf).max,
      ),
      statement: statementField,
    },
  },
  {
    kind: 'object',
    name: 'DateBounds',
    description: 'First and last day that an EDTF date or interval may be: of 2025, 2025-01-01 and 2025-12-31.',
    fields: {
      earliest: field<ReturnType<typeof edtfBounds>>(
        'Date',
        'First day; null if there is no beginning.',
        ({ min }) => min,
      ),
      latest: field<ReturnType<typeof edtfBounds>>('Date', 'Last day; null if there is no end.', ({ max }) => max),
    },
  },
  {
    kind: 'object',
    name: 'EntityValue',
    description: 'A link: the value is another entity.',
    fields: {
      entity: field<ValueView<EntityValue>>('Entity!', 'The entity.', ({ value, statement }) =>
        statement?.reader.getEntity(value.entity),
      ),
      statement: statementField,
    },
  },
  {
    kind: 'object',
    name: 'CodeValue',
    description: 'A value of a closed list or of a code system.',
    fields: {
      code: field<ValueView<CodeValue>>(
        'String!',
        'Code in the spelling of its list: PLANNED, 110000.',
        ({ value }) => value.code,
      ),
      statement: statementField,
    },
  },
  {
    kind: 'object',
    name: 'GeoPoint',
    description: 'A place on the earth, WGS 84.',
    fields: {
      latitude: field<ValueView<GeoPoint>>('Float!', 'Decimal degrees, north positive.', ({ value }) => value.latitude),
      longitude: field<ValueView<GeoPoint>>(
        'Float!',
        'Decimal degrees, east positive.',
        ({ value }) => value.longitude,
      ),
      statement: statementField,
    },
  },
  {
    kind: 'object',
    name: 'Quantity',
    description:
      'A number with its unit, as QUDT’s QuantityValue; or the words of the source alone where it gives no number or no unit.',
    fields: {
      amount: field<ValueView<Quantity>>(
        'Decimal',
        'Null where the source gives no number in a known unit: 亿级以上.',
        ({ value }) => value.amount,
      ),
      upper: field<ValueView<Quantity>>(
        'Decimal',
        'The upper bound where the comparator is BETWEEN, else null.',
        ({ value }) => value.upper,
      ),
      unit: field<ValueView<Quantity>>('Unit', 'Null where `amount` is.', ({ value }) => value.unit),
      comparator: field<ValueView<Quantity>>(
        'Comparator!',
        'Comparator of the source.',
        ({ value }) => value.comparator,
      ),
      precision: field<ValueView<Quantity>>(
        'Precision',
        'Number format of a compute figure; null for other kinds of unit.',
        ({ value }) => value.precision,
      ),
      basis: field<ValueView<Quantity>>(
        'Basis',
        'Basis of a compute figure: theoretical peak or measured; null for other kinds of unit.',
        ({ value }) => termOf(value, value.basis),
      ),
      sparsity: field<ValueView<Quantity>>(
        'Sparsity',
        'Sparsity of a compute figure: dense or sparse; null for other kinds of unit.',
        ({ value }) => termOf(value, value.sparsity),
      ),
      of: field<ValueView<Quantity>>(
        'String',
        'Object that is counted or measured, in the words of the source: 家 of 500家以上, 昇腾910B of 3万张昇腾910B. Null if the source does not say.',
        ({ value }) => value.of,
      ),
      asStated: field('String!', 'The words of the source: 45EFLOPS, 亿级以上.'),
      in: field<ValueView<Quantity>, { unit: Unit }>(
        'Decimal',
        'The same quantity in another unit of its kind: `in(unit: PFLOPS)` of 45 EFLOPS is 45000. Error UNIT_MISMATCH for a unit of another kind.',
        ({ value }, { unit }) => amountIn(value, unit),
        { unit: argument('Unit!', 'The unit to give it in: PFLOPS.') },
      ),
      statement: statementField,
    },
  },
  {
    kind: 'object',
    name: 'Period',
    description: 'A time in the world; an end that no source states is null, and unknown.',
    fields: {
      start: field<string>('EDTF', 'Beginning of the period.', edtf => edtfStart(edtf)),
      end: field<string>('EDTF', 'End of the period.', edtf => edtfEnd(edtf)),
    },
  },
  {
    kind: 'enum',
    name: 'Comparator',
    description: 'Comparator with which a source bounds a quantity.',
    values: comparatorMeanings,
  },
  {
    kind: 'enum',
    name: 'Precision',
    description:
      'Number format that a compute figure is stated for. Figures for different formats are never added up or compared.',
    values: precisionMeanings,
  },
  {
    kind: 'enum',
    name: 'Basis',
    description: 'Basis of a compute figure. Figures on different bases are never added up or compared.',
    values: basisMeanings,
  },
  {
    kind: 'enum',
    name: 'Sparsity',
    description: 'Sparsity of a compute figure. Dense and sparse figures are never added up or compared.',
    values: sparsityMeanings,
  },
  {
    kind: 'enum',
    name: 'Unit',
    description: 'Units of the quantities here. Those of one kind convert into each other.',
    values: Object.fromEntries(
      Object.entries(units).map(([name, { of, inBase }]) => [name, unitMeaning(name, of, inBase)]),
    ),
  },
]

const typeNames = {
  text: 'TextValue',
  quantity: 'Quantity',
  date: 'DateValue',
  entity: 'EntityValue',
  geo: 'GeoPoint',
  code: 'CodeValue',
} as const

function unitMeaning(name: string, of: UnitKind, inBase: string): string {
  if (isMoneyKind(of)) return `Money: ${name} of ISO 4217.`
  return `${unitMeanings[of]}${inBase === '1' ? '' : `; ${inBase} in its base unit`}.`
}

/** UNSTATED if the source states none of a compute figure; null of another kind. */
function termOf({ precision }: Quantity, term: string | undefined): string | undefined {
  return term ?? (precision === undefined ? undefined : 'UNSTATED')
}

function amountIn({ amount, unit }: Quantity, wanted: Unit): string | undefined {
  if (unit === undefined || amount === undefined) return undefined
  const converted = convertAmount(amount, unit, wanted)
  if (converted === undefined)
    throw new SuanliError('UNIT_MISMATCH', {
      from: unit,
      fromKind: unitKindOf(unit),
      to: wanted,
      toKind: unitKindOf(wanted),
    })
  return converted
}
