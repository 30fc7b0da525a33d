import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ExportFormat, Exporting } from '../../exports/format.js'
import { openExport } from '../../exports/open-export.js'
import { SuanliError } from '../../model/error.js'
import type { Ontology } from '../../ontology/ontology.js'
import type { Store } from '../../store/store.js'
import { requestCost } from '../auth/limit-rate.js'
import { cacheControl } from '../graphql/http-cache.js'
import { addVary } from '../http/compress-answer.js'
import { isKnown } from '../http/etag.js'
import { HttpRefusal } from '../http/refusal.js'
import { addPage } from '../http/routes.js'
import { chooseEncoding, type ExportEncoding } from './export-encodings.js'
import { type ExportFolder, writeExportFolder } from './export-folder.js'
import { strongTagOf } from './export-tag.js'
import { parseRange, spool } from './ranges.js'

/** Dependencies of /export. */
export interface ExportEndpoint {
  readonly store: Store
  readonly ontology: Ontology
  /** How many exports may run at once. */
  readonly maxRunning: number
}

/** Media type of an export, and the file name for browsers. */
interface Media {
  readonly type: string
  readonly extension: string
}

/**
 * Serves every format of `suanli export` as a stream, compressed as the client accepts, with a strong entity tag, so that
 * an interrupted download can be resumed. A folder of files is a zip, and each of its files has a URL too. An export ends
 * when its client leaves.
 */
export function addExport(scope: FastifyInstance, endpoint: ExportEndpoint): void {
  const running = new Set<FastifyRequest>()

  addPage(scope, '/export', async (_, reply) => {
    reply.type('application/json; charset=utf-8')
    return JSON.stringify({ formats: (await listFormats()).map(described) })
  })
  addPage(scope, '/export/:format', (request, reply) => answer(request, reply, undefined))
  addPage(scope, '/export/:format/*', (request, reply) =>
    answer(request, reply, (request.params as { readonly '*': string })['*']),
  )

  async function answer(request: FastifyRequest, reply: FastifyReply, file: string | undefined): Promise<unknown> {
    const { format: name } = request.params as { readonly format: string }
    const { release } = request.query as { readonly release?: string }
    const format = await getFormat(name)
    if (file !== undefined && format.kind !== 'folder')
      throw new HttpRefusal(404, 'NOT_FOUND', {
        en: `${name} is one file: ask for /export/${name}.`,
        zh: `${name} 是单个文件：请访问 /export/${name}。`,
      })
    const exporting = await openExport(endpoint.store, endpoint.ontology, release, () => {})
    const media = file === undefined ? mediaOf(format) : { type: typeOfFile(file), extension: '' }
    const encoding = media.type === zipType ? undefined : chooseEncoding(request.raw)
    const tag = strongTagOf(exporting, [name, file, encoding?.name])
    const isPrivate = request.principal.kind !== 'anonymous'
    addVary(reply, 'accept-encoding')
    reply.headers({
      etag: tag,
      'cache-control': cacheControl({ isPrivate, isImmutable: release !== undefined }),
      'accept-ranges': 'bytes',
    })
    if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send()
    reply.headers({
      'content-type': media.type,
      ...(encoding && { 'content-encoding': encoding.name }),
      ...(file === undefined && {
        'content-disposition': `attachment; filename="suanli-${exporting.revision}.${media.extension}"`,
      }),
    })
    if (request.method === 'HEAD') return reply.send()

    if (running.size >= endpoint.maxRunning) throw new SuanliError('EXPORTS_BUSY', { max: endpoint.maxRunning })
    running.add(request)
    const folder = await begin(request, exporting, format).catch(failure => {
      running.delete(request)
      throw failure
    })
    reply.raw.once('close', () => {
      running.delete(request)
      if (folder) void folder.remove()
    })
    return await send(request, reply, { exporting, format, folder, file, encoding, tag })
  }

  /** Deducts the cost of the export, and writes the folder of a format with several files, whose sizes are known only afterwards. */
  async function begin(
    request: FastifyRequest,
    exporting: Exporting,
    format: ExportFormat,
  ): Promise<ExportFolder | undefined> {
    await request.allowance.spend(requestCost.export)
    if (format.kind === 'stream') return undefined
    const { keepGoing } = request.query as { readonly keepGoing?: string }
    // The connection is idle until the folder is written.
    request.raw.socket.setTimeout(0)
    return await writeExportFolder(exporting, format, { keepGoing: keepGoing === 'true' })
  }
}

interface Sending {
  readonly exporting: Exporting
  readonly format: ExportFormat
  readonly folder: ExportFolder | undefined
  readonly file: string | undefined
  readonly encoding: ExportEncoding | undefined
  readonly tag: string
}

async function send(request: FastifyRequest, reply: FastifyReply, sending: Sending): Promise<unknown> {
  const source = await openSource(sending)
  const body = sending.encoding ? sending.encoding.encode(source) : source
  const { range, 'if-range': ifRange } = request.headers
  // A range of another revision would not fit the bytes that the client has.
  if (range === undefined || (ifRange !== undefined && ifRange !== sending.tag)) return reply.send(body)
  const spooled = await spool(body)
  const removed = () => void rm(spooled, { force: true })
  reply.raw.once('close', removed)
  const { size } = await stat(spooled)
  const wanted = parseRange(range, size)
  if (wanted === 'ignored') return reply.header('content-length', size).send(createReadStream(spooled))
  if (wanted === 'unsatisfiable')
    throw new HttpRefusal(
      416,
      'BAD_REQUEST',
      {
        en: `The export has ${size} bytes: ask for a range within.`,
        zh: `导出共 ${size} 字节：请求的范围须在其中。`,
      },
      {
        'content-range': `bytes */${size}`,
      },
    )
  const { start, end } = wanted
  reply.code(206).headers({ 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 })
  return reply.send(createReadStream(spooled, { start, end }))
}

async function openSource({ exporting, format, folder, file }: Sending): Promise<Readable> {
  if (format.kind === 'stream') {
    return Readable.from(inChunks(format.write(exporting)), { objectMode: false })
  }
  if (!folder) throw new Error(`the folder of ${format.name} was not written`)
  if (file === undefined) return folder.zip()
  const opened = folder.open(file)
  if (!opened)
    throw new HttpRefusal(404, 'NOT_FOUND', {
      en: `The format ${format.name} has no file ${file}: ${folder.names.join(', ')}.`,
      zh: `格式 ${format.name} 没有文件 ${file}：有 ${folder.names.join('、')}。`,
    })
  return opened
}

/** Joins texts into pieces large enough for a write. */
async function* inChunks(texts: AsyncGenerator<string, unknown>): AsyncGenerator<Buffer> {
  let gathered = ''
  for await (const text of texts) {
    gathered += text
    if (gathered.length < chunkLength) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  if (gathered !== '') yield Buffer.from(gathered)
}

const chunkLength = 65_536
const zipType = 'application/zip'

const media: Readonly<Record<string, Media>> = {
  jsonl: { type: 'application/jsonl; charset=utf-8', extension: 'jsonl' },
  jsonld: { type: 'application/ld+json; charset=utf-8', extension: 'jsonld' },
  graphml: { type: 'application/xml; charset=utf-8', extension: 'graphml' },
  ftm: { type: 'application/jsonl; charset=utf-8', extension: 'ftm.jsonl' },
}

function mediaOf({ name, kind }: ExportFormat): Media {
  if (kind === 'folder') return { type: zipType, extension: `${name}.zip` }
  return media[name] ?? { type: 'application/octet-stream', extension: name }
}

function typeOfFile(file: string): string {
  if (file.endsWith('.csv')) return 'text/csv; charset=utf-8'
  return file.endsWith('.yaml') ? 'application/yaml; charset=utf-8' : 'text/plain; charset=utf-8'
}

async function listFormats(): Promise<readonly ExportFormat[]> {
  const { exportFormats } = await import('../../exports/formats.js')
  return exportFormats
}

async function getFormat(name: string): Promise<ExportFormat> {
  const formats = await listFormats()
  const found = formats.find(format => format.name === name)
  if (found) return found
  const names = formats.map(each => each.name).join(', ')
  throw new HttpRefusal(404, 'NOT_FOUND', {
    en: `There is no format "${name.slice(0, 100)}": use ${names}.`,
    zh: `没有格式“${name.slice(0, 100)}”：请使用 ${names}。`,
  })
}

function described({ name, keeps, kind }: ExportFormat) {
  return {
    name,
    keeps,
    path: `/export/${name}`,
    mediaType: kind === 'folder' ? zipType : mediaOf({ name, kind } as ExportFormat).type,
  }
}
