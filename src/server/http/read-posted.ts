import type { IncomingMessage } from 'node:http'
import { type ErrorTexts, SuanliError } from '../../model/error.js'
import { readBody } from './read-body.js'
import { HttpRefusal, unreadType } from './refusal.js'

/** The JSON of a POSTed body. Refuses what `readPostedText` and `parsePosted` refuse. */
export async function readPosted(request: IncomingMessage, maxBodyBytes: number): Promise<unknown> {
  return parsePosted(await readPostedText(request, maxBodyBytes))
}

/**
 * The text of a POSTed body of JSON. Refuses a type that another site’s form could send (400), any other type that is not JSON
 * (415), a body that is too long (413) or not UTF-8 (400). Throws CLIENT_GONE if the client leaves before its end.
 */
export async function readPostedText(request: IncomingMessage, maxBodyBytes: number): Promise<string> {
  const type = request.headers['content-type'] ?? ''
  if (isFormType(type))
    throw refused(400, {
      en: 'A form of another site could send this content type (CSRF): send application/json, in UTF-8.',
      zh: '其他网站的表单也能发送此内容类型（CSRF）：请发送 UTF-8 编码的 application/json。',
    })
  if (!isJson(type)) throw refused(415, unreadType(type))
  return orRefused(decode, await readWhole(request, maxBodyBytes))
}

/** The JSON of such a text. Refuses other texts (400). */
export function parsePosted(text: string): unknown {
  return orRefused(JSON.parse, text)
}

export const notJson: ErrorTexts = {
  en: 'The body is not JSON in UTF-8: send one object of JSON, such as {"query": "..."} to /graphql.',
  zh: '请求体不是 UTF-8 编码的 JSON：请发送一个 JSON 对象，例如向 /graphql 发送 {"query": "..."}。',
}

function orRefused<Given, Read>(read: (given: Given) => Read, given: Given): Read {
  try {
    return read(given)
  } catch {
    throw refused(400, notJson)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string {
  return utf8.decode(bytes)
}

/** A body of up to `maxBytes`. Throws BODY_TOO_LARGE and CLIENT_GONE. */
export async function readWhole(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const read = await readBody(request, maxBytes)
  if (read.kind === 'gone') throw new SuanliError('CLIENT_GONE')
  if (read.kind === 'tooLong') throw new SuanliError('BODY_TOO_LARGE', { max: maxBytes })
  return read.bytes
}

function refused(status: number, texts: ErrorTexts): HttpRefusal {
  return new HttpRefusal(status, 'BAD_REQUEST', texts)
}

function isJson(type: string): boolean {
  const [essence = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map(part => part.trim())
  const charset = parameters.find(parameter => parameter.startsWith('charset='))
  return /^application\/([\w.-]+\+)?json$/.test(essence) && /^(charset="?utf-?8"?)?$/.test(charset ?? '')
}

/** The types that a page may send to another site without a preflight (Fetch, CORS-safelisted request-header), and none. */
function isFormType(type: string): boolean {
  return /^\s*(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)?\s*(;|$)/i.test(type)
}
