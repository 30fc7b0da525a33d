import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requireCurator } from '../../graphql/request/require-curator.js'
import { errors, SuanliError } from '../../model/error.js'
import { authenticateAndThrottle, type Gate } from '../auth/admission.js'
import { type Allowance, requestCost } from '../auth/limit-rate.js'
import { saveBody } from '../http/read-body.js'
import { headersOf } from '../http/refusal.js'
import { refuse, respondJson } from '../http/respond.js'
import type { OperationNote } from '../observability/request-log.js'
import type { UploadStore } from './upload-store.js'

export interface UploadEndpoint extends Gate {
  /** Absent where none are taken. */
  readonly uploads: UploadStore | undefined
  readonly maxUploadBytes: number
}

/**
 * Takes the zip of a dataset from a curator, and answers by what name `importDataset` knows it. It is sent as it is, as
 * application/zip, which no form of another site can send (Apollo's docs on CSRF, of multipart uploads).
 */
export async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: UploadEndpoint,
  note: OperationNote,
): Promise<void> {
  const { uploads, maxUploadBytes: max } = endpoint
  let allowance: Allowance | undefined
  try {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST')
      return await refuse(request, response, 405, {
        message: 'Datasets are posted here, as zips.',
        code: 'BAD_REQUEST',
      })
    }
    const admitted = await authenticateAndThrottle(request, endpoint)
    allowance = admitted.allowance
    note.principal = admitted.principal.kind
    const curator = requireCurator(admitted)
    if (!uploads) throw new SuanliError('UPLOADS_CLOSED')
    if (!/^application\/(zip|x-zip-compressed)\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      note.codes = ['BAD_REQUEST']
      const message = 'Send the folder of a dataset, zipped, as application/zip.'
      return await refuse(request, response, 415, { message, code: 'BAD_REQUEST' })
    }
    const zip = uploads.newPath()
    try {
      const kind = await saveBody(request, max, zip)
      if (kind === 'gone') return
      if (kind === 'tooLong') throw new SuanliError('BODY_TOO_LARGE', { max })
      await respondJson(request, response, 201, await uploads.add(zip, curator), allowance.headers())
    } finally {
      await rm(zip, { force: true })
    }
  } catch (refusal) {
    if (!(refusal instanceof SuanliError)) throw refusal
    note.codes = [refusal.code]
    await allowance?.spend(requestCost.refused).catch(() => {})
    await refuse(request, response, errors[refusal.code].status, refusal, headersOf(refusal))
  }
}
