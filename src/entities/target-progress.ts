import { type ValueView, viewOf } from '../graphql/entities/value-source.js'
import { argument, type DerivedFields, field } from '../graphql/schema/declare.js'
import type { Statement } from '../model/statement.js'
import type { Bilingual } from '../ontology/declaration.js'
import { subtractDecimals } from '../values/decimal.js'
import { isMeasured, type Measured } from '../values/measured.js'
import { formatTerms, termsKey } from '../values/precision.js'
import { formatQuantity } from '../values/quantity.js'
import { sumQuantities } from '../values/sum-quantities.js'
import { unitKindOf } from '../values/unit.js'
import type { Quantity } from '../values/value.js'
import { listInverseLinks } from '../views/links.js'
import type { EntityView } from '../views/view-reader.js'
import { listCentres } from './region-centres.js'

interface Progress {
  readonly achieved: ValueView | undefined
  readonly gap: ValueView | undefined
  readonly counted: readonly EntityView[]
  readonly notComparable: readonly NotComparable[]
}

interface NotComparable {
  readonly entity: EntityView
  readonly statement: Statement
  readonly reason: Bilingual
}

/** Progress towards a target: figures of the same terms are summed, and other figures are listed with the reason for leaving them out. */
export const targetProgress: DerivedFields = {
  of: 'Target',
  fields: {
    progress: field<EntityView>(
      'TargetProgress!',
      'Progress towards the target: comparable figures, and those that could not be compared, with the reason.',
      progressOf,
    ),
  },
  types: [
    {
      kind: 'object',
      name: 'TargetProgress',
      description:
        'Progress towards a target, by the compute centres of the entity that is to meet it: those in a region, those that an organisation operates, those in the regions of a corridor. What counts is what is stated of them in a unit of the target’s kind (capacity, power, investment) and for its number format, of centres that operate and of those of which no source says whether they do.',
      fields: {
        achieved: field(
          'Quantity',
          'Sum of the counted figures in the unit of the target; null if none is counted, which is not zero.',
        ),
        gap: field(
          'Quantity',
          'Amount that is missing, 0 if none is; null if `achieved` is null or the target has no number.',
        ),
        counted: field('[ComputeCentre!]!', 'The centres that the sum is made of, by id.'),
        notComparable: field('[NotComparable!]!', 'Statements that are not in the sum, each with the reason.'),
      },
    },
    {
      kind: 'object',
      name: 'NotComparable',
      description: 'Statement that cannot be counted towards a target.',
      fields: {
        entity: field('Entity!', 'Entity that the statement is about.'),
        statement: field<NotComparable>('Statement!', 'Value that the edition states.', ({ entity, statement }) =>
          viewOf(statement, entity.reader),
        ),
        reason: field<NotComparable, { language?: string | null }>(
          'String!',
          'Reason why the statement is not counted, in a sentence.',
          ({ reason, entity }, { language }) =>
            reason[(language ?? entity.reader.view.language)?.startsWith('zh') ? 'zh-Hans' : 'en'],
          {
            language: argument(
              'LanguageTag',
              'Language of the sentence: zh-Hans, en. Default: the language of the view, else English.',
            ),
          },
        ),
      },
    },
  ],
}

async function progressOf(target: EntityView): Promise<Progress> {
  const aimed = target.resolveNamed('value')?.chosen?.value
  const goal = aimed?.kind === 'quantity' ? aimed : undefined
  const centres = await listCentresOf(target)
  const judged = centres.map(centre => judge(centre, goal))
  const counted = judged.flatMap(verdict => ('quantity' in verdict ? [verdict] : []))
  const achieved = counted.length > 0 && isMeasured(goal) ? sumOf(counted, goal) : undefined
  const gap = achieved && isMeasured(goal) ? gapBetween(goal, achieved) : undefined
  return {
    achieved: achieved && shown(achieved),
    gap: gap && shown(gap),
    counted: counted.map(({ entity }) => entity),
    notComparable: judged.flatMap(verdict => ('reason' in verdict ? [verdict] : [])),
  }
}

/** The compute centres of the target's subject. */
async function listCentresOf(target: EntityView): Promise<readonly EntityView[]> {
  const subject = target.resolveNamed('subject')?.chosen?.value
  const entity = subject?.kind === 'entity' ? await target.reader.findEntity(subject.entity) : undefined
  const links = entity ? await centresOf(entity) : []
  const unique = new Map(links.map(centre => [centre.id, centre]))
  return [...unique.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function centresOf(entity: EntityView): Promise<readonly EntityView[]> {
  const inverse = entity.type.findInverse('operates')
  if (inverse) return (await listInverseLinks(entity, inverse)).map(link => link.entity)
  switch (entity.type.name) {
    case 'ComputeCentre':
      return [entity]
    case 'Region':
      return (await listCentres(entity)).map(link => link.entity)
    case 'Corridor': {
      const members = (entity.resolveNamed('member')?.counted ?? []).flatMap(({ value }) =>
        value.kind === 'entity' ? [value.entity] : [],
      )
      const regions = await entity.reader.findEntities([...new Set(members)])
      return (await Promise.all(regions.map(listCentres))).flat().map(link => link.entity)
    }
    default:
      return []
  }
}

type Verdict = { readonly entity: EntityView; readonly quantity: Measured } | NotComparable

/** Whether the figure of a centre counts towards the goal. A centre without a figure is left out. */
function judge(centre: EntityView, goal: Quantity | undefined): Verdict | { readonly entity: EntityView } {
  const statement = statementTowards(centre, goal)
  if (statement?.value.kind !== 'quantity') return { entity: centre }
  const reason = (en: string, zh: string) => ({ entity: centre, statement, reason: { en, 'zh-Hans': zh } })
  const quantity = statement.value
  if (!isMeasured(goal)) return reason('The target states no number in a known unit.', '目标没有给出可识别单位的数值。')
  if (!isMeasured(quantity))
    return reason(
      `“${statement.asStated}” gives no number in a known unit, so it cannot be counted in ${goal.unit}.`,
      `“${statement.asStated}”没有给出可识别单位的数值，无法以 ${goal.unit} 计入。`,
    )
  if (unitKindOf(quantity.unit) !== unitKindOf(goal.unit))
    return reason(
      `It is stated in ${quantity.unit}, the target in ${goal.unit}: one does not convert into the other.`,
      `该数值以 ${quantity.unit} 表述，目标以 ${goal.unit} 表述，两者不能换算。`,
    )
  if (termsKey(quantity) !== termsKey(goal))
    return reason(
      `It is stated ${formatOf(quantity).en}, the target ${formatOf(goal).en}: unlike formats are not added up.`,
      `该数值${formatOf(quantity)['zh-Hans']}，目标${formatOf(goal)['zh-Hans']}：不同格式的数值不相加。`,
    )
  const status = centre.resolveNamed('status')?.chosen?.value
  if (status?.kind === 'code' && status.code !== 'OPERATING')
    return reason(
      `The centre is ${status.code.toLowerCase().replace('_', ' ')}: it does not compute yet, or no longer.`,
      `该中心的状态为${statusInChinese[status.code] ?? status.code}：尚未或不再提供算力。`,
    )
  if (quantity.comparator === 'AT_MOST' || quantity.comparator === 'LESS_THAN')
    return reason(
      `“${statement.asStated}” says how much it is at the most, and not how much it is.`,
      `“${statement.asStated}”只说明上限，没有说明实际数值。`,
    )
  return { entity: centre, quantity }
}

/** The figure of a centre to compare: one with the goal's terms, else one of the same kind of unit, else any. */
function statementTowards(centre: EntityView, goal: Quantity | undefined): Statement | undefined {
  const kind = goal?.unit && unitKindOf(goal.unit)
  const comparable = centre.type.properties.find(
    ({ value }) => value.kind === 'quantity' && kind !== undefined && value.of.includes(kind),
  )
  const names = [...(comparable ? [comparable.id] : []), 'capacity', 'scale']
  const figures = names.flatMap(name => centre.resolveNamed(name)?.counted.slice() ?? [])
  const isOfKind = ({ value }: Statement) =>
    value.kind === 'quantity' && value.unit !== undefined && unitKindOf(value.unit) === kind
  const isOfTerms = ({ value }: Statement) =>
    value.kind === 'quantity' && goal !== undefined && termsKey(value) === termsKey(goal)
  return figures.find(each => isOfKind(each) && isOfTerms(each)) ?? figures.find(isOfKind) ?? figures[0]
}

const statusInChinese: Readonly<Record<string, string>> = {
  PLANNED: '规划中',
  PROPOSED: '拟建',
  UNDER_CONSTRUCTION: '在建',
  CLOSED: '已关闭',
  ABANDONED: '已放弃',
}

function formatOf(quantity: Quantity): Bilingual {
  const terms = formatTerms(quantity).trim().replace('@', '')
  return terms === ''
    ? { en: 'without a number format', 'zh-Hans': '未说明数值格式' }
    : { en: `for ${terms}`, 'zh-Hans': `的数值格式为 ${terms}` }
}

function sumOf(counted: readonly { readonly quantity: Measured }[], goal: Measured): Measured {
  const { unit, precision, basis, sparsity } = goal
  const sum = sumQuantities(
    counted.map(({ quantity }) => quantity),
    unit,
  )
  return { ...sum, ...(precision && { precision }), ...(basis && { basis }), ...(sparsity && { sparsity }) }
}

/** The missing amount, 0 if the goal is reached. A goal that is an upper bound has no missing amount. */
function gapBetween(goal: Measured, achieved: Measured): Measured | undefined {
  if (goal.comparator === 'AT_MOST' || goal.comparator === 'LESS_THAN') return undefined
  const most = missing(goal.amount, achieved.amount)
  const { upper: _, ...gap } = { ...achieved, amount: most }
  switch (achieved.comparator) {
    case 'AT_LEAST':
      return { ...gap, comparator: most === '0' ? 'EXACTLY' : 'AT_MOST' }
    case 'BETWEEN': {
      const least = missing(goal.amount, achieved.upper ?? achieved.amount)
      if (least === most) return { ...gap, comparator: 'EXACTLY' }
      return { ...gap, comparator: 'BETWEEN', amount: least, upper: most }
    }
    default:
      return goal.comparator === 'ABOUT' ? { ...gap, comparator: 'ABOUT' } : gap
  }
}

function missing(goal: string, achieved: string): string {
  const difference = subtractDecimals(goal, achieved)
  return difference.startsWith('-') ? '0' : difference
}

function shown(quantity: Quantity): ValueView {
  return { value: quantity, asStated: formatQuantity(quantity), statement: undefined }
}
