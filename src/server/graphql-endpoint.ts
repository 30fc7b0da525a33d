import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import { SuanliError } from '../model/error.js'
import { respond, respondJson } from './respond.js'

/** Takes a request to /graphql to Apollo and its answer back. Rejects a body that is too long or no JSON with a GraphQL error. */
export async function answerGraphql<Context extends object>(
  request: IncomingMessage,
  response: ServerResponse,
  {
    apollo,
    createContext,
    maxBodyBytes,
  }: {
    apollo: ApolloServer<Context>
    createContext: (request: IncomingMessage) => Promise<Context>
    maxBodyBytes: number
  },
): Promise<void> {
  const isPost = request.method === 'POST'
  const text = isPost ? await readBody(request, maxBodyBytes) : ''
  if (text === undefined) {
    response.setHeader('connection', 'close')
    const { code, message } = new SuanliError('BODY_TOO_LARGE', { max: maxBodyBytes })
    return respondJson(request, response, 413, { errors: [{ message, extensions: { code } }] })
  }
  const body = isPost ? parseJson(request, text) : undefined
  if (body instanceof SyntaxError)
    return respondJson(request, response, 400, {
      errors: [{ message: 'The body is not JSON: send {"query": "..."}.', extensions: { code: 'BAD_REQUEST' } }],
    })

  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers,
      search: searchOf(request.url ?? ''),
      body,
    },
    context: () => createContext(request),
  })
  await respond(request, response, answer.status ?? 200, Object.fromEntries(answer.headers), await textOf(answer.body))
}

/** The body as text; undefined where it is longer than is read. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What Apollo takes: an object for JSON, else the text, which it refuses with what it wants. */
function parseJson(request: IncomingMessage, text: string): unknown {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError()
  }
}

function searchOf(url: string): string {
  const mark = url.indexOf('?')
  return mark === -1 ? '' : url.slice(mark)
}

async function textOf(
  body: { kind: 'complete'; string: string } | { kind: 'chunked'; asyncIterator: AsyncIterable<string> },
): Promise<string> {
  if (body.kind === 'complete') return body.string
  let text = ''
  for await (const part of body.asyncIterator) text += part
  return text
}
