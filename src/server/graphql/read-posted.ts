import type { IncomingMessage } from 'node:http'
import { SuanliError } from '../../model/error.js'
import { readBody } from '../http/read-body.js'

/** What stands in a body that is posted to /graphql; or that none came, or why it is not read. */
export type Posted =
  | { readonly kind: 'read'; readonly body: unknown }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly status: number; readonly error: { message: string; code: string } }

/** Reads a posted body: what is too long is refused with 413, what is not JSON with 415, what is malformed with 400. */
export async function readPosted(request: IncomingMessage, maxBodyBytes: number): Promise<Posted> {
  const type = request.headers['content-type'] ?? ''
  // The types that a form of another site may send are left to Apollo, which asks for proof that it is none.
  if (!isJson(type) && !isFormType(type))
    return refused(415, `The content type is "${type.slice(0, 100)}": send application/json, in UTF-8.`)
  const read = await readBody(request, maxBodyBytes)
  if (read.kind === 'gone') return read
  if (read.kind === 'tooLong')
    return { kind: 'refused', status: 413, error: new SuanliError('BODY_TOO_LARGE', { max: maxBodyBytes }) }
  if (!isJson(type)) return { kind: 'read', body: undefined }
  const body = parseJson(read.bytes)
  return body === undefined
    ? refused(400, 'The body is not JSON in UTF-8: send {"query": "..."}.')
    : { kind: 'read', body }
}

function refused(status: number, message: string): Posted {
  return { kind: 'refused', status, error: { message, code: 'BAD_REQUEST' } }
}

function isJson(type: string): boolean {
  const [essence = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map(part => part.trim())
  const charset = parameters.find(parameter => parameter.startsWith('charset='))
  return /^application\/([\w.-]+\+)?json$/.test(essence) && /^(charset="?utf-?8"?)?$/.test(charset ?? '')
}

/** What a page may send to another site without asking it first (Fetch, CORS-safelisted request-header); none given is one too. */
function isFormType(type: string): boolean {
  return /^\s*(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)?\s*(;|$)/i.test(type)
}

/** Undefined where it is none; JSON itself has no such value. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
