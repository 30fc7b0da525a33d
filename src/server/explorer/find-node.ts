import { SuanliError } from '../../model/error.js'
import { authenticateAndThrottle, type Gate } from '../auth/admission.js'
import { type AskEndpoint, askFor } from '../graphql/ask-graphql.js'
import { HttpRefusal } from '../http/refusal.js'
import type { NodePrefix } from './explorer-addresses.js'
import type { FindNode } from './explorer-pages.js'

const document = `
query ExplorerPage($id: ID!, $language: LanguageTag!) {
  node(id: $id) {
    __typename
    id
    ... on Entity { label(language: $language) }
    ... on Source { title }
    ... on Statement { asStated property { label(language: $language) } subject { label(language: $language) } }
    ... on Conflict { property { label(language: $language) } subjects { label(language: $language) } }
  }
}`

interface Found {
  readonly __typename: string
  readonly id: string
  readonly label?: string
  readonly title?: string
  readonly asStated?: string
  readonly property?: { readonly label: string }
  readonly subject?: { readonly label: string }
  readonly subjects?: readonly { readonly label: string }[]
}

/** Finds what the address of an explorer’s page names, as any client of /graphql would. */
export function nodeFinder(endpoint: AskEndpoint & { readonly gate: Gate }): FindNode {
  return async (request, reply, { prefix, id, language }) => {
    try {
      Object.assign(request, await authenticateAndThrottle(request.raw, endpoint.gate))
      const ask = await askFor(request, reply, endpoint)
      const whole = wholeId(prefix, id)
      const { node } = await ask(document, { id: whole, language: language === 'zh' ? 'zh-Hans' : 'en' })
      const title = node && titleOf(node as Found, prefix)
      return title === undefined || title === null
        ? { kind: 'missing' }
        : { kind: 'found', id: node.id === whole ? id : node.id, title }
    } catch (failure) {
      if (isUnread(failure)) return { kind: 'unread' }
      throw failure
    }
  }
}

/** Ids of statements and conflicts begin with their kind, which the address says already: `/statement/x` is `statement/x`. */
function wholeId(prefix: NodePrefix, id: string): string {
  const isShort = (prefix === '/statement/' || prefix === '/conflict/') && !id.includes('/')
  return isShort ? `${prefix.slice(1)}${id}` : id
}

/** Undefined if the node is not of the kind that the address says. */
function titleOf({ __typename, label, title, asStated, property, subject, subjects }: Found, prefix: NodePrefix) {
  switch (prefix) {
    case '/entity/':
      return label
    case '/source/':
      return title
    case '/statement/':
      return __typename === 'Statement' ? `${subject?.label}, ${property?.label}: ${asStated}`.slice(0, 200) : undefined
    case '/conflict/':
      return __typename === 'Conflict'
        ? `${property?.label}: ${subjects?.map(each => each.label).join(' / ')}`
        : undefined
  }
}

/** The page says so itself, or asks its reader for a token. */
function isUnread(failure: unknown): boolean {
  if (failure instanceof SuanliError) return failure.code === 'UNAUTHENTICATED' || failure.code === 'FORBIDDEN'
  return failure instanceof HttpRefusal && failure.status >= 500
}
