import type { SupplyQuery } from '../../generated/graphql.js'

export type Edge = NonNullable<SupplyQuery['region']>['suppliers']['edges'][number]
export type Statement = Edge['statement']
export type Rival = Statement['conflicts'][number]['statements'][number]

/** What contradicts the statement of an edge. */
export const rivalsOf = ({ statement }: Edge): readonly Rival[] =>
  statement.conflicts.flatMap(({ statements }) => statements.filter(({ id }) => id !== statement.id))

export const nameOf = ({ value, asStated }: Pick<Rival, 'value' | 'asStated'>): string =>
  value.__typename === 'EntityValue' ? value.entity.label : asStated

export const nodeId = ({ value }: Rival): string | undefined =>
  value.__typename === 'EntityValue' ? value.entity.id : undefined
