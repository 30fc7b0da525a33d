import type { EntityFilter } from '../../views/lists/match-entity.js'
import type { EntityOrder } from '../../views/lists/order-entities.js'
import { pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import { type ArgumentDeclaration, argument } from '../schema/declare.js'

/** What a list of entities of one type takes beside the view. */
export interface ListArguments extends PageArguments {
  readonly filter?: EntityFilter | null
  readonly orderBy?: readonly EntityOrder[] | null
}

export function listArguments(typeName: string): Readonly<Record<string, ArgumentDeclaration>> {
  return {
    filter: argument(
      `${typeName}Filter`,
      'Conditions that items must meet, tested against the resolved values of the view.',
    ),
    orderBy: argument(`[${typeName}Order!]`, 'Order of the list, ties by id. Default: by id.'),
    ...pageArguments,
  }
}
