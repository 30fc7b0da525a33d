import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { entityText } from './evidence.js'
import { type Asking, ToolRefusal } from './tool.js'

const document = `
query McpResolveName($name: String!, $types: [EntityType!], $language: LanguageTag!, $view: ViewInput) {
  search(query: $name, types: $types, first: 5, view: $view) {
    ignoredWords
    edges { score node { id label(language: $language) } }
  }
}`

/** Entities that a name may mean. */
export interface NamedEntities {
  readonly ids: readonly string[]
  /** Undefined if the name was an id. */
  readonly takenFor: string | undefined
}

/**
 * The entities that a model means by an id or a name: of the types, those that match the name equally well. Throws
 * ToolRefusal if there is none.
 */
export async function resolveName(
  name: string,
  types: readonly EntityType[],
  view: object | undefined,
  { ask, ontology, words }: Pick<Asking, 'ask' | 'ontology' | 'words'>,
): Promise<NamedEntities> {
  if (isId(name, ontology)) return { ids: [name], takenFor: undefined }
  const { search } = await ask(document, {
    name: name.slice(0, 256),
    types: types.map(({ enumName }) => enumName),
    language: words.tag,
    view,
  })
  const edges = search.edges as readonly { readonly score: number; readonly node: { id: string; label: string } }[]
  const [best] = edges
  // A name of which only some words match is the name of something else.
  if (!best || search.ignoredWords.length > 0)
    throw new ToolRefusal('NOT_FOUND', {
      en: `Nothing has the name "${name.slice(0, 100)}". Use \`find\` to get its id.`,
      zh: `没有名为“${name.slice(0, 100)}”的实体。请用 \`find\` 查找其 id。`,
    })
  const alike = edges.filter(({ score }) => best.score - score < equallyGood)
  return {
    ids: alike.map(({ node }) => node.id),
    takenFor: words.takenFor(name, alike.map(({ node }) => entityText(node)).join(', ')),
  }
}

const equallyGood = 0.02

function isId(text: string, ontology: Ontology): boolean {
  return ontology.findTypeOfId(text) !== undefined
}
