import { rm } from 'node:fs/promises'
import type { RouteHandlerMethod } from 'fastify'
import { scratchFailure } from '../../datasets/spool/scratch-failure.js'
import { requireCurator } from '../../graphql/request/require-curator.js'
import { SuanliError } from '../../model/error.js'
import { saveBody } from '../http/read-body.js'
import { HttpRefusal } from '../http/refusal.js'
import type { UploadStore } from './upload-store.js'

export interface UploadEndpoint {
  /** Absent if the server accepts no uploads. */
  readonly uploads: UploadStore | undefined
  readonly maxUploadBytes: number
}

/**
 * Receives the zip of a dataset from a curator and returns the name for `importDataset`. The zip is the body, as
 * application/zip, which no form of another site can send (see Apollo's documentation on CSRF and multipart uploads).
 */
export function postUpload({ uploads, maxUploadBytes: max }: UploadEndpoint): RouteHandlerMethod {
  return async (request, reply) => {
    const curator = requireCurator(request)
    if (!uploads) throw new SuanliError('UPLOADS_CLOSED')
    if (!/^application\/(zip|x-zip-compressed)\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      throw new HttpRefusal(415, 'BAD_REQUEST', {
        en: 'Send the folder of a dataset, zipped, as application/zip.',
        zh: '请将数据集文件夹压缩为 zip，以 application/zip 发送。',
      })
    const zip = await uploads.newPath()
    try {
      const kind = await saveBody(request.raw, max, zip)
      if (kind === 'gone') throw new SuanliError('CLIENT_GONE')
      if (kind === 'tooLong') throw new SuanliError('BODY_TOO_LARGE', { max })
      const upload = await uploads.add(zip, curator)
      return reply.code(201).type('application/json; charset=utf-8').send(JSON.stringify(upload))
    } catch (failure) {
      throw scratchFailure(failure)
    } finally {
      await rm(zip, { force: true })
    }
  }
}
