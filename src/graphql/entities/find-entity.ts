import { SuanliError } from '../../model/error.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'

/** An entity of that type by its id. Throws BAD_USER_INPUT for an id of another type. */
export async function findEntityOfType(reader: ViewReader, id: string, type: string): Promise<EntityView | undefined> {
  const own = reader.ontology.findTypeOfId(id)
  if (own && own.name !== type)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `"${id.slice(0, 100)}" is the id of a node of type ${own.name}, not ${type}.`,
      problemZh: `“${id.slice(0, 100)}”是 ${own.name} 类型节点的 id，不是 ${type}。`,
      argument: 'id',
    })
  const entity = await reader.findEntity(id)
  return entity?.type.name === type ? entity : undefined
}

/** The entity of that type whose code, as the view resolves it, is that one; of several the first by id. */
export async function findEntityByCode(
  reader: ViewReader,
  code: string,
  type: string,
): Promise<EntityView | undefined> {
  const statements = await reader.ask<'statementsByCode'>({ kind: 'statementsByCode', property: 'code', code })
  const subjects = [...new Set(statements.map(({ subject }) => subject))].sort()
  const entities = await reader.findEntities(subjects)
  return entities.find(entity => entity.type.name === type && showsCode(entity, code))
}

/** Whether the code is the one that the view resolves to, not one that it chose another over. */
function showsCode(entity: EntityView, code: string): boolean {
  const value = entity.resolveNamed('code')?.chosen?.value
  return value?.kind === 'code' && value.code === code
}
