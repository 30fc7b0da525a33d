import type { Statement } from '../model/statement.js'
import type { ExistenceDeclaration } from '../ontology/declaration.js'
import type { EntityType } from '../ontology/ontology.js'
import { type DayBounds, edtfBounds } from '../values/edtf.js'
import type { EntityView } from './view-reader.js'

/** Whether an entity existed at the time that a view reads. UNDATED: no source states when. */
export const existences = ['EXISTING', 'UNDATED', 'NOT_YET', 'NO_LONGER'] as const
export type Existence = (typeof existences)[number]

/** The properties that `existenceOf` looks at, by their ids. */
export function propertiesOfExistence({ existence = {} }: EntityType): readonly string[] {
  return [existence.begins, existence.ends, existence.during].filter(id => id !== undefined)
}

/**
 * Whether the entity may have existed at the view's `validAt`. A bound that no source states excludes nothing, and a
 * date that may lie on either side of the time that is read does not exclude it.
 */
export function existenceOf(entity: EntityView): Existence {
  const { existence = {} } = entity.type
  const read = edtfBounds(entity.reader.view.validAt)
  const periods = periodsOf(entity, existence)
  if (periods.length === 0) return 'UNDATED'
  if (periods.some(period => !isAfter(period, read) && !isAfter(read, period))) return 'EXISTING'
  return periods.every(period => isAfter(period, read)) ? 'NOT_YET' : 'NO_LONGER'
}

function periodsOf(entity: EntityView, { begins, ends, during }: ExistenceDeclaration): readonly DayBounds[] {
  const [begun, ended] = [boundsOf(entity, begins), boundsOf(entity, ends)]
  const min = begun?.min
  const max = ended?.max
  const own = begun || ended ? [{ ...(min !== undefined && { min }), ...(max !== undefined && { max }) }] : []
  return [...own, ...statedPeriods(entity, during)]
}

function boundsOf(entity: EntityView, property: string | undefined): DayBounds | undefined {
  const value = property === undefined ? undefined : entity.resolveNamed(property)?.chosen?.value
  return value?.kind === 'date' ? edtfBounds(value.edtf) : undefined
}

/** When links held, whenever that was: the view itself sees only those that hold at the time that it reads. */
function statedPeriods({ record }: EntityView, property: string | undefined): readonly DayBounds[] {
  const isMeant = (statement: Statement) => statement.property === property && statement.rank !== 'DEPRECATED'
  const dated = record.statements.filter(statement => isMeant(statement) && statement.valid !== undefined)
  return dated.map(({ valid = '' }) => edtfBounds(valid))
}

/** Whether all of the one comes after all of the other. */
function isAfter({ min }: DayBounds, { max }: DayBounds): boolean {
  return min !== undefined && max !== undefined && min > max
}
