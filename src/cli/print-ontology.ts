import { commonPropertiesOf } from '../ontology/common-properties.js'
import type { Bilingual, PropertyDeclaration, QualifierDeclaration, ValueDeclaration } from '../ontology/declaration.js'
import { defaultLimits } from '../ontology/default-limits.js'
import type { EntityType, Ontology } from '../ontology/ontology.js'
import { formatCode } from '../values/code.js'
import { qudtIri, type Unit, type UnitKind, units } from '../values/unit.js'
import { dateForms } from '../values/words/date-forms.js'
import { unitExamples } from '../values/words/unit-examples.js'
import { examplesOf } from './example-values.js'
import { markdownRow as row } from './markdown-row.js'

const commonProperties = commonPropertiesOf({ en: 'Inner Mongolia', 'zh-Hans': '内蒙古' })

/** The page of everything that a dataset may state, for docs/. */
export function printOntology(ontology: Ontology): string {
  return `${[
    '# Ontology',
    '',
    'Printed by `npm run schema`; never edited. Every entity type, property, qualifier, closed list, unit and form of date that a dataset may use. How to write a dataset: [dataset-format.md](dataset-format.md).',
    '',
    '由 `npm run schema` 生成，请勿手改。列出数据集中可用的全部实体类型、属性、限定词、取值表、单位与日期写法。',
    '',
    '## Entity types 实体类型',
    '',
    row('type', '类型', 'id begins with', 'description'),
    row('---', '---', '---', '---'),
    ...ontology.types.map(type =>
      row(
        `[${type.name}](#${type.name.toLowerCase()})`,
        type.label['zh-Hans'],
        `\`${type.prefix}/\``,
        type.description,
      ),
    ),
    '',
    '## Properties of every type 通用属性',
    '',
    ...printProperties(commonProperties),
    ...ontology.types.flatMap(printType),
    ...printUnits(),
    ...printBounds(),
    ...printDates(),
  ].join('\n')}\n`
}

function printType(type: EntityType): string[] {
  return [
    `## ${type.name}`,
    '',
    `${capitalised(type.label.en)} ${type.label['zh-Hans']}. ${type.description} Example: \`${type.example}\`, by name \`${type.nameExample.en}\`, \`${type.nameExample['zh-Hans']}\`.`,
    '',
    ...printProperties(type.properties.filter(({ id }) => !commonProperties.some(common => common.id === id))),
    ...printInverses(type),
  ]
}

function printProperties(properties: readonly PropertyDeclaration[]): string[] {
  if (properties.length === 0) return []
  return [
    row('property', '属性', 'value', 'example', '中文示例', 'description'),
    row('---', '---', '---', '---', '---', '---'),
    ...properties.map(property =>
      row(
        `\`${property.id}\``,
        property.label['zh-Hans'],
        valueText(property.value) + (property.many ? ', several' : ''),
        ...examplesOf(property).map(example => (example === '' ? '' : `\`${example}\``)),
        property.description,
      ),
    ),
    '',
    ...properties.flatMap(printValues),
    ...properties.flatMap(property => (property.qualifiers ?? []).flatMap(each => printQualifier(property, each))),
  ]
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function valueText(value: ValueDeclaration): string {
  switch (value.kind) {
    case 'text':
      return 'text'
    case 'quantity':
      return value.of.length === 0
        ? 'quantity of any kind'
        : `quantity: ${[...new Set(value.of.map(kindName))].join(', ')}`
    case 'date':
      return 'date'
    case 'geo':
      return 'latitude, longitude (WGS 84)'
    case 'code':
      return value.values ? 'one of a closed list' : 'code'
    case 'entity':
      return `id of ${value.to}`
  }
}

function printValues({ id, label, value }: PropertyDeclaration): string[] {
  if (value.kind !== 'code' || !value.values) return []
  const { values } = value
  return [
    `Values of \`${id}\` ${label['zh-Hans']}: ${values.map(each => `\`${formatCode(each, values)}\``).join(', ')}.`,
    '',
  ]
}

function printQualifier(
  property: PropertyDeclaration,
  { id, label, description, values, ...rest }: QualifierDeclaration,
) {
  const list = values ? ` One of ${values.map(each => `\`${formatCode(each, values)}\``).join(', ')}.` : ''
  const otherwise = rest.default && values ? ` Default \`${formatCode(rest.default, values)}\`.` : ''
  return [`Qualifier \`${id}\` of \`${property.id}\` (${bilingual(label)}): ${description}${list}${otherwise}`, '']
}

/** Links that other types state of this one; a dataset may state them from this end too. */
function printInverses({ inverses }: EntityType): string[] {
  if (inverses.length === 0) return []
  return [
    row('link from other types', 'stated by', 'description'),
    row('---', '---', '---'),
    ...inverses.map(({ field, of, description }) =>
      row(`\`${field}\``, of.map(each => `\`${each}\``).join(', '), description),
    ),
    '',
  ]
}

function bilingual(label: Bilingual): string {
  return `${label.en}, ${label['zh-Hans']}`
}

const kinds: Readonly<Record<string, string>> = {
  compute: 'floating-point compute 浮点算力',
  operations: 'operations a second 运算能力',
  power: 'power 功率',
  'apparent-power': 'apparent power 视在功率',
  'data-size': 'data size 数据容量',
  'data-rate': 'data rate 传输速率',
  duration: 'duration 时长',
  area: 'area 面积',
  energy: 'energy 电量',
  rack: 'racks 机架',
  gpu: 'accelerator cards 加速卡',
  share: 'share 占比',
  count: 'count 数量',
  ratio: 'ratio 比值',
}

function kindName(kind: string): string {
  return kinds[kind]?.split(' ').slice(0, -1).join(' ') ?? 'money'
}

function kindText(kind: UnitKind): string {
  return kinds[kind] ?? 'money 金额'
}

function printUnits(): string[] {
  const names = Object.keys(units) as Unit[]
  return [
    '## Units 单位',
    '',
    'Units of one kind convert into each other. Each currency is a kind of its own: no rate is assumed. A number before unknown words is refused. A text with digits that gives no number of a kind that fits is kept as stated, with a warning. Words without digits (亿级以上, 万卡级) are kept as stated; they are a warning if they name a unit that the property cannot have.',
    '',
    '同类单位可互相换算；各币种互不换算。',
    '',
    row('unit', 'measures 计量', 'QUDT', 'English', '中文'),
    row('---', '---', '---', '---', '---'),
    ...names.map(name => {
      const [en, zh] = unitExamples[name]
      return row(`\`${name}\``, kindText(units[name].of), qudtLink(name), `\`${en}\``, `\`${zh}\``)
    }),
    '',
    'Words beside a number: `约`, `不低于`, `超过`, `以上`, `左右`, `about`, `at least`, `more than`, `up to`, `>=`, `<=`, `~`, ranges `10-20 MW`, `10至20兆瓦`, `5±1 EFLOPS`.',
    '',
    'A figure of compute may state a number format (`@FP16`, `（FP16/BF16）`, 半精度), a basis (`Rmax`, 实测; `Rpeak`, 峰值) and a sparsity (`sparse`, 稀疏; `dense`, 稠密). Figures that differ in one of these are never compared or added up.',
    '',
  ]
}

function qudtLink(name: Unit): string {
  const iri = qudtIri(name)
  return iri === undefined ? '' : `[${iri.slice(iri.lastIndexOf('/') + 1)}](${iri})`
}

function printBounds(): string[] {
  return [
    '## Bounds 取值范围',
    '',
    'A figure outside the possible range is refused (`BOUND_BROKEN`). One outside the plausible range is a warning (`VALUE_IMPLAUSIBLE`) and a row of `constraintViolations` in the API.',
    '',
    '超出可能范围的数值会被拒绝；超出合理范围的只作警告，并列入 API 的 `constraintViolations`。',
    '',
    row('unit', 'possible 可能', 'plausible 合理', 'whole numbers 整数'),
    row('---', '---', '---', '---'),
    ...defaultLimits.map(({ unit, least = '', most = '', plausible = ['', ''], whole }) =>
      row(`\`${unit}\``, `${least} to ${most}`, plausible.join(' to '), whole ? 'yes 是' : ''),
    ),
    '',
  ]
}

function printDates(): string[] {
  return [
    '## Dates 日期',
    '',
    'Dates are stored in EDTF (ISO 8601-2), and read as sources write them. `suanli check --explain` prints how each was read.',
    '',
    row('as written 写法', 'read as', 'form', '说明'),
    row('---', '---', '---', '---'),
    ...Object.values(dateForms).map(({ example, edtf, en, zh }) => row(`\`${example}\``, `\`${edtf}\``, en, zh)),
    '',
    'Serial day numbers of Excel are read only if the mapping of the table says `dates: excel`. A date that two countries read as two days (04/07/2024) is refused.',
  ]
}
