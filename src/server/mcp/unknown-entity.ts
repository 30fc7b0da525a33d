import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { ToolRefusal } from './tool.js'

/** The type that an id is of. Throws ToolRefusal where it is of none. */
export function findType(ontology: Ontology, id: string): EntityType {
  const type = ontology.findTypeOfId(id)
  if (type) return type
  const prefixes = ontology.types.map(({ prefix }) => `${prefix}/`).join(', ')
  throw new ToolRefusal('NOT_FOUND', {
    en: `"${id.slice(0, 100)}" is no id: ids begin with ${prefixes}. Use \`find\`.`,
    zh: `“${id.slice(0, 100)}”不是 id：id 以 ${prefixes} 开头。请用 \`find\` 查找。`,
  })
}

export function notThere(id: string): ToolRefusal {
  return new ToolRefusal('NOT_FOUND', {
    en: `The view has no entity "${id.slice(0, 100)}". Use \`find\` to get its id.`,
    zh: `视图中没有实体“${id.slice(0, 100)}”。请用 \`find\` 查找其 id。`,
  })
}
