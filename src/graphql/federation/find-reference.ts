import { SuanliError } from '../../model/error.js'
import type { ViewReader } from '../../views/view-reader.js'
import { nodeTypeOf } from '../entities/entity-types.js'
import { findEntityByCode } from '../entities/find-entity.js'
import { findNode } from '../entities/node.js'

/** How another subgraph names something of this one: the type, and the fields of one of its keys. */
export type Representation = Readonly<Record<string, unknown>>

/** The entity of a representation; undefined if the view has no entity of that type with that key. Throws BAD_USER_INPUT if the input is not a representation. */
export async function findReference(
  reader: ViewReader,
  representation: Representation,
  keysOf: ReadonlyMap<string, readonly string[]>,
): Promise<object | undefined> {
  const { __typename: type } = representation ?? {}
  const keys = typeof type === 'string' ? keysOf.get(type) : undefined
  if (typeof type !== 'string' || !keys)
    throw refused(
      `\`__typename\` is to be one of ${[...keysOf.keys()].join(', ')}.`,
      `\`__typename\` 须为以下之一：${[...keysOf.keys()].join('、')}。`,
    )
  const key = keys.find(name => typeof representation[name] === 'string')
  if (key === undefined)
    throw refused(
      `A ${type} is referred to by ${keys.map(name => `\`${name}\``).join(' or ')}.`,
      `${type} 须以 ${keys.map(name => `\`${name}\``).join(' 或 ')} 引用。`,
    )
  const value = String(representation[key])
  const found = key === 'id' ? await findNode(reader, value) : await findEntityByCode(reader, value, type)
  return found && nodeTypeOf(found) === type ? found : undefined
}

function refused(problem: string, problemZh: string): SuanliError {
  return new SuanliError('BAD_USER_INPUT', { problem, problemZh, argument: 'representations' })
}
