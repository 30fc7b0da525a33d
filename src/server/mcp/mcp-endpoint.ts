import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { ErrorLanguage } from '../../model/error.js'
import type { Ontology } from '../../ontology/ontology.js'
import type { Gate } from '../auth/admission.js'
import { requestCost } from '../auth/limit-rate.js'
import { type AskEndpoint, askFor } from '../graphql/ask-graphql.js'
import { admitRequests } from '../http/admitted.js'
import { notJson, readPosted } from '../http/read-posted.js'
import { HttpRefusal, toRefused } from '../http/refusal.js'
import { requestLanguage } from '../http/request-language.js'
import { addRoute } from '../http/routes.js'
import { logFailure } from '../observability/request-log.js'
import { checkOrigin, type OriginRule } from './check-origin.js'
import type { McpOptions } from './create-mcp.js'
import { ToolRefusal } from './tool.js'

/** What answers /mcp. */
export interface McpEndpoint extends AskEndpoint {
  readonly gate: Gate
  readonly ontology: Ontology
  /** Which web pages may ask. */
  readonly origins: OriginRule
  readonly maxBodyBytes: number
  readonly log: Logger
}

/**
 * Serves the Model Context Protocol over streamable HTTP, without sessions: each POST is one message, answered by one
 * JSON document. A tool asks in GraphQL, under the rules of /graphql.
 */
export function addMcp(scope: FastifyInstance, endpoint: McpEndpoint): void {
  const { gate, log } = endpoint
  scope.addHook('onRequest', async ({ headers }) => checkOrigin(headers, endpoint.origins))
  admitRequests(scope, gate)
  scope.setErrorHandler((failure, request, reply) => {
    const { status, code, message, headers } = toRefused(failure, log, requestLanguage(request.headers))
    request.note.codes = [code]
    const error = { code: jsonRpcCodeOf(failure), message, data: { code } }
    return sendJson(reply.code(status).headers(headers), JSON.stringify({ jsonrpc: '2.0', error, id: null }))
  })
  addRoute(scope, '/mcp', {
    POST: async (request, reply) => {
      const message = await readPosted(request.raw, endpoint.maxBodyBytes)
      if (Array.isArray(message))
        throw new HttpRefusal(400, 'BAD_REQUEST', {
          en: 'Send one message of JSON-RPC 2.0, not a batch.',
          zh: '请逐条发送 JSON-RPC 2.0 消息，不支持批量。',
        })
      return await answer(request, reply, message, endpoint)
    },
  })
}

/** The code of JSON-RPC: a text that is no JSON, a message that is none of ours, and the range left to servers. */
function jsonRpcCodeOf(failure: unknown): number {
  if (!(failure instanceof HttpRefusal) || failure.code !== 'BAD_REQUEST') return -32000
  return failure.texts === notJson ? -32700 : -32600
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  message: unknown,
  endpoint: McpEndpoint,
): Promise<FastifyReply> {
  const { note, allowance } = request
  note.tool = toolIn(message)
  const language = languageIn(message) ?? requestLanguage(request.headers)
  const ask = await askFor(request, reply, endpoint, language)
  const answered = await exchange(request.raw, message, {
    ask: (document, variables) =>
      ask(document, variables).catch(failure => {
        throw failure instanceof HttpRefusal ? new ToolRefusal(failure.code, failure.texts) : failure
      }),
    ontology: endpoint.ontology,
    report: failure => logFailure(endpoint.log, failure),
    refused: code => {
      note.codes = [code]
    },
  })
  const text = language === 'zh' ? inChinese(await answered.text()) : await answered.text()
  if (isRefusal(text)) {
    note.codes ??= ['BAD_USER_INPUT']
    await allowance.spend(requestCost.refused).catch(() => {})
  }
  for (const [name, value] of answered.headers) reply.header(name, value)
  reply.code(answered.status)
  return text === '' ? reply.send() : sendJson(reply, text)
}

/** The SDK writes in English which arguments do not match the input schema of a tool. */
function inChinese(text: string): string {
  return text.replace(
    /"MCP error -32602: Input validation error: Invalid arguments for tool (\w+): ((?:[^"\\]|\\.)*)"/,
    (_, tool: string, issues: string) => {
      const names = [...issues.matchAll(/ at ([\w.[\]]+)/g)].map(([, name]) => `\`${name}\``)
      return JSON.stringify(`BAD_USER_INPUT: 工具 ${tool} 的参数${names.join('、')}无效：请对照其 inputSchema 修改。`)
    },
  )
}

function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text)
}

async function exchange({ headers }: IncomingMessage, message: unknown, options: McpOptions): Promise<Response> {
  // Loaded when a client first asks: it takes longer to load than the rest of the server.
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

/** The tool that a message calls, where that is one of ours: no client’s words get into a metric. */
function toolIn(message: unknown): string {
  const { method, params } = (message ?? {}) as {
    readonly method?: unknown
    readonly params?: { readonly name?: unknown }
  }
  const name = method === 'tools/call' ? params?.name : undefined
  return toolNames.find(each => each === name) ?? 'none'
}

/** The language that a tool is to answer in. */
function languageIn(message: unknown): ErrorLanguage | undefined {
  const { params } = (message ?? {}) as { readonly params?: { readonly arguments?: { readonly language?: unknown } } }
  const language = params?.arguments?.language
  return language === 'zh' || language === 'en' ? language : undefined
}

const toolNames = ['find', 'list_entities', 'describe', 'who_supplies', 'paths', 'conflicts', 'compare_views'] as const

function isRefusal(text: string): boolean {
  if (text === '') return false
  const { error, result } = JSON.parse(text) as {
    readonly error?: unknown
    readonly result?: { readonly isError?: boolean }
  }
  return error !== undefined || result?.isError === true
}
