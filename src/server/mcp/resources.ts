import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { McpError } from '@modelcontextprotocol/sdk/types.js'
import type { Ontology } from '../../ontology/ontology.js'
import { citedFragment } from './evidence.js'
import { type Asking, ToolRefusal } from './tool.js'
import { findType, notThere } from './unknown-entity.js'

/** Of the Model Context Protocol. */
const resourceNotFound = -32002

/** Adds what a client may read by address: each entity, the ontology, the sources. */
export function addResources(server: McpServer, { ask, ontology }: Pick<Asking, 'ask' | 'ontology'>): void {
  async function findEntity(id: string): Promise<unknown> {
    findType(ontology, id)
    const { entity } = await ask(entityDocument, { id, language: 'en' })
    if (!entity) throw notThere(id)
    return entity
  }
  server.registerResource(
    'ontology',
    'suanli://ontology',
    {
      title: 'Types and properties · 类型与属性',
      description: 'Every entity type with its properties, in both languages.',
      mimeType: json,
    },
    uri => contents(uri, describeOntology(ontology)),
  )
  server.registerResource(
    'sources',
    'suanli://sources',
    {
      title: 'Sources · 出处',
      description: 'The sources of the graph with publisher, address, date and licence; the first hundred.',
      mimeType: json,
    },
    async uri => {
      const { sources } = await ask(sourcesDocument, {})
      return contents(uri, sources)
    },
  )
  server.registerResource(
    'entity',
    new ResourceTemplate('suanli://entity/{+id}', { list: undefined }),
    {
      title: 'An entity with its statements · 实体及其陈述',
      description: 'All statements about one entity, by its id: suanli://entity/region/beijing.',
      mimeType: json,
    },
    async (uri, { id }) => {
      try {
        return contents(uri, await findEntity(String(id)))
      } catch (failure) {
        if (!(failure instanceof ToolRefusal) || failure.code !== 'NOT_FOUND') throw failure
        throw new McpError(resourceNotFound, failure.message)
      }
    },
  )
}

const json = 'application/json'

const sourcesDocument = `
query McpSources {
  sources(first: 100) { totalCount nodes { id title publisher url published licence } }
}`

const entityDocument = `
query McpEntity($id: ID!, $language: LanguageTag!) {
  entity(id: $id) {
    id type zh: label(language: "zh-Hans") en: label(language: "en") formerIds
    statements(first: 100) { totalCount nodes { ...Cited } }
  }
}
${citedFragment}`

function describeOntology({ types }: Ontology) {
  return types.map(({ name, prefix, label, description, properties }) => ({
    name,
    ids: `${prefix}/…`,
    label,
    description,
    properties: properties.map(({ id, label: own, description: text, value }) => ({
      name: id,
      label: own,
      description: text,
      kind: value.kind,
      ...(value.kind === 'entity' && { to: value.to }),
      ...(value.kind === 'code' && value.values && { values: value.values }),
    })),
  }))
}

function contents(uri: URL, value: unknown) {
  return { contents: [{ uri: uri.href, mimeType: json, text: JSON.stringify(value, null, 2) }] }
}
