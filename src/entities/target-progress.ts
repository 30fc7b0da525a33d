import { type DerivedFields, field } from '../graphql/declare.js'
import { type ValueView, viewOf } from '../graphql/value-view.js'
import type { Statement } from '../model/statement.js'
import type { EntityView } from '../reading/entity-view.js'
import { listInverseLinks } from '../reading/links.js'
import { addDecimals, subtractDecimals } from '../values/decimal.js'
import { formatQuantity } from '../values/quantity.js'
import { convertAmount, type Unit } from '../values/unit.js'
import type { Quantity } from '../values/value.js'
import { listCentres } from './region-centres.js'

/** A quantity that is a number in a unit. */
type Measured = Quantity & { readonly amount: string; readonly unit: Unit }

interface Progress {
  readonly achieved: ValueView | undefined
  readonly gap: ValueView | undefined
  readonly counted: readonly EntityView[]
  readonly notComparable: readonly NotComparable[]
}

interface NotComparable {
  readonly entity: EntityView
  readonly statement: Statement
  readonly reason: string
}

/** What stands towards a target: like is added to like, and whatever else was stated is listed with why it was not. */
export const targetProgress: DerivedFields = {
  of: 'Target',
  fields: {
    progress: field<EntityView>(
      'TargetProgress!',
      'What stands towards it: like with like, and what could not be compared, and why.',
      progressOf,
    ),
  },
  types: [
    {
      kind: 'object',
      name: 'TargetProgress',
      description:
        'How far a target is from being met, by the compute centres of whoever is to meet it: those in a region, of an organisation, in the regions of a corridor.',
      fields: {
        achieved: field(
          'Quantity',
          'The sum of what is counted, in the target’s unit; null where nothing is, which is not zero.',
        ),
        gap: field('Quantity', 'What is missing; null where `achieved` is, or the target states no number.'),
        counted: field('[ComputeCentre!]!', 'The centres that the sum is made of, by id.'),
        notComparable: field('[NotComparable!]!', 'What is stated of the others, and why it is not in the sum.'),
      },
    },
    {
      kind: 'object',
      name: 'NotComparable',
      description: 'Something stated that cannot be counted towards a target.',
      fields: {
        entity: field('Entity!', 'What it is stated of.'),
        statement: field<NotComparable>('Statement!', 'What is stated.', ({ entity, statement }) =>
          viewOf(statement, entity.scope),
        ),
        reason: field('String!', 'Why it cannot be counted, in a sentence.'),
      },
    },
  ],
}

async function progressOf(target: EntityView): Promise<Progress> {
  const aimed = target.resolveNamed('value')?.chosen?.value
  const goal = aimed?.kind === 'quantity' ? aimed : undefined
  const centres = await listCentresOf(target)
  const judged = centres.map(centre => judge(centre, goal))
  const counted = judged.flatMap(verdict => ('amount' in verdict ? [verdict] : []))
  const achieved = counted.length > 0 && isMeasured(goal) ? sumOf(counted, goal) : undefined
  return {
    achieved: achieved && shown(achieved),
    gap: achieved && isMeasured(goal) ? shown(gapBetween(goal, achieved)) : undefined,
    counted: counted.map(({ entity }) => entity),
    notComparable: judged.flatMap(verdict => ('reason' in verdict ? [verdict] : [])),
  }
}

/** The centres of whoever is to meet the target. */
async function listCentresOf(target: EntityView): Promise<readonly EntityView[]> {
  const subject = target.resolveNamed('subject')?.chosen?.value
  const entity = subject?.kind === 'entity' ? await target.scope.findEntity(subject.entity) : undefined
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
      const regions = await entity.scope.findEntities([...new Set(members)])
      return (await Promise.all(regions.map(listCentres))).flat().map(link => link.entity)
    }
    default:
      return []
  }
}

type Verdict = { readonly entity: EntityView; readonly amount: string; readonly quantity: Measured } | NotComparable

/** Whether what is stated of a centre counts towards the goal. A centre of which no figure is stated is listed with what is said of its size. */
function judge(centre: EntityView, goal: Quantity | undefined): Verdict | { readonly entity: EntityView } {
  const statement = centre.resolveNamed('capacity')?.chosen ?? centre.resolveNamed('scale')?.chosen
  if (statement?.value.kind !== 'quantity') return { entity: centre }
  const reason = (text: string) => ({ entity: centre, statement, reason: text })
  const quantity = statement.value
  if (!isMeasured(goal)) return reason('The target states no number in a known unit.')
  if (!isMeasured(quantity))
    return reason(`“${statement.asStated}” gives no number in a known unit, so it cannot be counted in ${goal.unit}.`)
  const amount = convertAmount(quantity.amount, quantity.unit, goal.unit)
  if (amount === undefined)
    return reason(`It is stated in ${quantity.unit}, the target in ${goal.unit}: one does not convert into the other.`)
  if (quantity.precision !== goal.precision)
    return reason(`It is stated ${formatOf(quantity)}, the target ${formatOf(goal)}: unlike formats are not added up.`)
  const status = centre.resolveNamed('status')?.chosen?.value
  if (status?.kind === 'code' && status.code !== 'OPERATING')
    return reason(
      `The centre is ${status.code.toLowerCase().replace('_', ' ')}: it does not compute yet, or no longer.`,
    )
  if (!['EXACTLY', 'ABOUT', 'AT_LEAST', 'MORE_THAN'].includes(quantity.comparator))
    return reason(`“${statement.asStated}” says how much it is at the most, and not how much it is.`)
  return { entity: centre, amount, quantity }
}

function formatOf({ precision }: Quantity): string {
  return precision === undefined || precision === 'UNSTATED' ? 'without a number format' : `for ${precision}`
}

/** As bounded as the vaguest of its parts: a sum with “at least” in it is at least that much. */
function sumOf(counted: readonly { readonly amount: string; readonly quantity: Measured }[], goal: Measured): Measured {
  const comparators = new Set(counted.map(({ quantity }) => quantity.comparator))
  const isLowerBound = comparators.has('AT_LEAST') || comparators.has('MORE_THAN')
  return {
    kind: 'quantity',
    amount: counted.reduce((sum, { amount }) => addDecimals(sum, amount), '0'),
    unit: goal.unit,
    comparator: isLowerBound ? 'AT_LEAST' : comparators.has('ABOUT') ? 'ABOUT' : 'EXACTLY',
    ...(goal.precision !== undefined && { precision: goal.precision }),
  }
}

/** Nothing is missing where more stands than was aimed at. */
function gapBetween(goal: Measured, achieved: Measured): Measured {
  const missing = subtractDecimals(goal.amount, achieved.amount)
  const comparator = achieved.comparator === 'AT_LEAST' ? 'AT_MOST' : achieved.comparator
  return { ...achieved, comparator, amount: missing.startsWith('-') ? '0' : missing }
}

function isMeasured(quantity: Quantity | undefined): quantity is Measured {
  return quantity?.amount !== undefined && quantity.unit !== undefined
}

function shown(quantity: Quantity): ValueView {
  return { value: quantity, asStated: formatQuantity(quantity), statement: undefined }
}
