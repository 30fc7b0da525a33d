import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'graphql'
import { SuanliError } from '../../model/error.js'

/** Documents that clients name by an id instead of sending them. */
export interface Documents {
  /**
   * A request's parameters with the document instead of its id: `documentId` (GraphQL over HTTP) or
   * `extensions.persistedQuery.sha256Hash` (Apollo). Throws DOCUMENT_NOT_REGISTERED.
   */
  resolvePersistedDocument(parameters: unknown): unknown
}

/** The unchecked parameters that `resolvePersistedDocument` reads. */
interface Parameters {
  readonly query?: unknown
  readonly documentId?: unknown
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null
}

/**
 * Reads registered documents: a manifest (`{"id": "query ..."}` of graphql-codegen, or Apollo’s), or a folder of
 * manifests and of .graphql files, whose ids are the SHA-256 of their texts. With `only`, no other document is let in.
 * Throws DOCUMENTS_UNREADABLE.
 */
export async function readDocuments(path: string | undefined, only: boolean): Promise<Documents> {
  const texts = path === undefined ? new Map<string, string>() : await readTexts(path)
  const registered = new Set(texts.values())
  return {
    resolvePersistedDocument(parameters) {
      if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) return parameters
      const { query, documentId, extensions, ...rest } = parameters as Parameters
      const id = idIn({ documentId, extensions })
      const text = id === undefined ? undefined : texts.get(id)
      if (text !== undefined) return { ...rest, query: text, extensions: withoutId(extensions) }
      const isRegistered = id === undefined && typeof query === 'string' && registered.has(query)
      if ((only && !isRegistered) || documentId !== undefined)
        throw new SuanliError('DOCUMENT_NOT_REGISTERED', {
          id: id === undefined ? '' : ` "${id.slice(0, 100)}"`,
          ...(only ? onlyRegistered : sendText),
        })
      return parameters
    },
  }
}

const onlyRegistered = {
  advice: 'this server accepts registered documents only',
  adviceZh: '此服务器只接受已注册的文档',
}
const sendText = { advice: 'send its text as `query`', adviceZh: '请改用 `query` 发送其文本' }

function idIn({ documentId, extensions }: Parameters): string | undefined {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '')
  const hash = extensions?.persistedQuery?.sha256Hash
  return typeof hash === 'string' ? hash : undefined
}

function withoutId(extensions: Parameters['extensions']): object {
  const { persistedQuery: _, ...rest } = extensions ?? {}
  return rest
}

async function readTexts(path: string): Promise<Map<string, string>> {
  const refuse = (file: string, problem: string, cause?: unknown) =>
    new SuanliError('DOCUMENTS_UNREADABLE', { path: file, problem }, { cause })
  const isFolder = (
    await stat(path).catch(failure => Promise.reject(refuse(path, 'it is not there', failure)))
  ).isDirectory()
  const files = isFolder
    ? (await readdir(path, { recursive: true }))
        .filter(name => /\.(graphql|gql|json)$/.test(name))
        .map(name => join(path, name))
    : [path]
  const texts = new Map<string, string>()
  for (const file of files) {
    const content = await readFile(file, 'utf8')
    for (const [id, text] of file.endsWith('.json') ? inManifest(content, file) : inFile(content)) {
      try {
        parse(text)
      } catch (failure) {
        throw refuse(file, `the document ${id} is not GraphQL`, failure)
      }
      texts.set(id, text)
    }
  }
  if (texts.size === 0) throw refuse(path, 'it holds no document')
  return texts

  function inManifest(content: string, file: string): readonly (readonly [string, string])[] {
    const entries = entriesOf(content)
    if (!entries?.every(entry => entry.every(part => typeof part === 'string')))
      throw refuse(file, 'it is no manifest: {"id": "query ..."}, or Apollo’s with `operations`')
    return entries as [string, string][]
  }
}

/** Registers a text under its hash, and under its hash without the final line break. */
function inFile(text: string): readonly (readonly [string, string])[] {
  return [text, text.trim()].map(form => [createHash('sha256').update(form).digest('hex'), form])
}

/** Undefined for an unknown form. */
function entriesOf(content: string): [unknown, unknown][] | undefined {
  try {
    const manifest = JSON.parse(content)
    if (manifest.format === undefined) return Object.entries(manifest)
    return manifest.operations.map(({ id, body }: { id: unknown; body: unknown }) => [id, body])
  } catch {
    return undefined
  }
}
