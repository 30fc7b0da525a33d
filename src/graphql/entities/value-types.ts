import { SuanliError } from '../../model/error.js'
import type { comparators } from '../../values/comparator.js'
import { edtfBounds, edtfEnd, edtfStart } from '../../values/edtf.js'
import { precisions } from '../../values/precision.js'
import { convertAmount, type Unit, unitKindOf, units } from '../../values/unit.js'
import type { CodeValue, DateValue, EntityValue, GeoPoint, Quantity, TextValue } from '../../values/value.js'
import { argument, field, type TypeDeclaration } from '../schema/declare.js'
import type { ValueView } from './value-source.js'

const comparatorMeanings: Readonly<Record<(typeof comparators)[number], string>> = {
  EXACTLY: 'As stated: 45 EFLOPS.',
  ABOUT: 'Near it: 约45 EFLOPS.',
  AT_LEAST: 'It or more: 45 EFLOPS以上.',
  MORE_THAN: 'More than it: 超过45 EFLOPS.',
  AT_MOST: 'It or less: 不超过45 EFLOPS.',
  LESS_THAN: 'Less than it: 低于45 EFLOPS.',
  BETWEEN: 'From `amount` to `upper`, both included: 40至45 EFLOPS.',
}

const unitMeanings = {
  compute: 'Floating-point operations a second',
  power: 'electric power',
  rack: 'standard racks',
  gpu: 'accelerator cards',
  share: 'a share of a whole',
} as const

const statementField = field<ValueView>(
  'Statement',
  'On whose word; null where no statement holds the value, as in a sum.',
  value => value.statement,
)

/** What a statement may hold, as QUDT and EDTF have it. */
export const valueTypes: readonly TypeDeclaration[] = [
  {
    kind: 'union',
    name: 'Value',
    description: 'What a statement states.',
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
        'What language they are in: zh-Hans.',
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
      date: field<ValueView<DateValue>>('EDTF!', 'Date as EDTF: 2025, 2024-07~.', ({ value }) => value.edtf),
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
        'As the list spells it: PLANNED, 110000.',
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
        'How the source bounds it.',
        ({ value }) => value.comparator,
      ),
      precision: field<ValueView<Quantity>>(
        'Precision',
        'The number format of a compute figure; null for other kinds.',
        ({ value }) => value.precision,
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
      start: field<string>('EDTF', 'From then.', edtf => edtfStart(edtf)),
      end: field<string>('EDTF', 'Until then.', edtf => edtfEnd(edtf)),
    },
  },
  { kind: 'enum', name: 'Comparator', description: 'How a source bounds a quantity.', values: comparatorMeanings },
  {
    kind: 'enum',
    name: 'Precision',
    description:
      'The number format that a compute figure is stated in. Figures of unlike formats are never added up or compared.',
    values: Object.fromEntries(
      precisions.map(name => [name, name === 'UNSTATED' ? 'The source does not say.' : `Stated for ${name}.`]),
    ),
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

function unitMeaning(name: string, of: string, inBase: string): string {
  if (of.startsWith('money')) return `Money: ${name} of ISO 4217.`
  return `${unitMeanings[of as keyof typeof unitMeanings]}; ${inBase} in its base unit.`
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
