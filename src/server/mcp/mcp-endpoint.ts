import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApolloServer } from '@apollo/server'
import { errors, SuanliError } from '../../model/error.js'
import type { Ontology } from '../../ontology/ontology.js'
import { authenticateAndThrottle } from '../auth/admission.js'
import { requestCost } from '../auth/limit-rate.js'
import type { GraphqlEndpoint, PerRequest } from '../graphql/graphql-endpoint.js'
import { readPosted } from '../graphql/read-posted.js'
import { headersOf } from '../http/refusal.js'
import { signalFor } from '../http/request-signal.js'
import { respond, respondJson } from '../http/respond.js'
import type { OperationNote } from '../observability/request-log.js'
import { traceOperation } from '../observability/trace-operation.js'
import { checkOrigin, type OriginRule } from './check-origin.js'
import type { McpOptions } from './create-mcp.js'
import { type Asking, ToolRefusal } from './tool.js'

/** What answers /mcp: what answers /graphql, and who may ask from a web page. */
export interface McpEndpoint<Context extends object> extends Omit<GraphqlEndpoint<Context>, 'documents' | 'report'> {
  readonly ontology: Ontology
  readonly origins: OriginRule
  /** Puts a failure into the log; the id under which it is there. */
  readonly report: (failure: unknown) => string
}

/**
 * Answers the Model Context Protocol over streamable HTTP, without sessions: each POST is one message, answered by one
 * JSON document. What a tool asks is a GraphQL operation, carried out by the server of /graphql under the same rules.
 */
export async function answerMcp<Context extends object>(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: McpEndpoint<Context>,
  note: OperationNote,
): Promise<void> {
  const refuse = (status: number, { code, message }: { code: string; message: string }, headers = {}) => {
    note.codes = [code]
    const error = { code: jsonRpcServerError, message, data: { code } }
    return respondJson(request, response, status, { jsonrpc: '2.0', error, id: null }, headers)
  }
  try {
    checkOrigin({ origin: request.headers.origin, host: request.headers.host }, endpoint.origins)
    const { principal, allowance } = await authenticateAndThrottle(request, endpoint)
    note.principal = principal.kind
    if (request.method !== 'POST')
      return await refuse(
        405,
        {
          code: 'BAD_REQUEST',
          message:
            'POST a message of the Model Context Protocol: this server keeps no sessions and sends none by itself.',
        },
        { allow: 'POST' },
      )
    const posted = await readPosted(request, endpoint.maxBodyBytes)
    if (posted.kind === 'gone') return
    if (posted.kind === 'refused') return await refuse(posted.status, posted.error, allowance.headers())
    if (Array.isArray(posted.body) || posted.body === undefined)
      return await refuse(
        400,
        { code: 'BAD_REQUEST', message: 'Send one message of JSON-RPC 2.0, not a batch.' },
        allowance.headers(),
      )

    note.tool = toolIn(posted.body)
    const signal = signalFor(response, endpoint.timeoutMs)
    const trace = traceOperation()
    response.once('close', () => trace.end(note))
    const context = { ...(await endpoint.createContext({ principal, signal })), note, allowance, trace }
    const answer = await exchange(request, posted.body, {
      ask: askThrough(endpoint.apollo, context),
      ontology: endpoint.ontology,
      report: endpoint.report,
      refused: code => {
        note.codes = [code]
      },
    })
    const text = await answer.text()
    if (isRefusal(text)) {
      note.codes ??= ['BAD_USER_INPUT']
      await allowance.spend(requestCost.refused).catch(() => {})
    }
    await respond(
      request,
      response,
      answer.status,
      { ...Object.fromEntries(answer.headers), ...allowance.headers() },
      text,
    )
  } catch (refusal) {
    if (!(refusal instanceof SuanliError)) throw refusal
    const { status } = errors[refusal.code]
    if (status >= 500) endpoint.report(refusal)
    await refuse(status, refusal, headersOf(refusal))
  }
}

/** Of the range that JSON-RPC leaves to servers. */
const jsonRpcServerError = -32000

async function exchange({ headers }: IncomingMessage, message: unknown, options: McpOptions): Promise<Response> {
  // Loaded when it is first asked for: it takes longer than the rest of the server to start.
  const [{ WebStandardStreamableHTTPServerTransport }, { createMcp }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    import('./create-mcp.js'),
  ])
  const server = createMcp(options)
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  try {
    await server.connect(transport)
    const named = ['accept', 'content-type', 'mcp-protocol-version'].flatMap(name => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value] as [string, string]] : []
    })
    return await transport.handleRequest(new Request('http://localhost/mcp', { method: 'POST', headers: named }), {
      parsedBody: message,
    })
  } finally {
    await server.close()
  }
}

function askThrough<Context extends object>(
  apollo: ApolloServer<Context & PerRequest>,
  contextValue: Context & PerRequest,
): Asking['ask'] {
  return async (query, variables) => {
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue })
    if (body.kind !== 'single') throw new Error('A tool asked for what is not answered in one piece.')
    const { data, errors } = body.singleResult
    const [first] = errors ?? []
    if (first) throw new ToolRefusal(String(first.extensions?.code ?? 'BAD_REQUEST'), first.message)
    return data
  }
}

/** The tool that a message calls, where that is one of ours: no client’s words get into a metric. */
function toolIn(message: unknown): string {
  const { method, params } = (message ?? {}) as {
    readonly method?: unknown
    readonly params?: { readonly name?: unknown }
  }
  const name = method === 'tools/call' ? params?.name : undefined
  return toolNames.find(each => each === name) ?? 'none'
}

const toolNames = ['find', 'describe', 'who_supplies', 'paths', 'conflicts', 'compare_views'] as const

function isRefusal(text: string): boolean {
  if (text === '') return false
  const { error, result } = JSON.parse(text) as {
    readonly error?: unknown
    readonly result?: { readonly isError?: boolean }
  }
  return error !== undefined || result?.isError === true
}
