import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../graphql/request/context.js'
import { viewHeader } from '../../graphql/views/request-view.js'
import type { CacheView } from '../../views/cache/cache-view.js'
import type { OperationNote } from '../observability/request-log.js'
import { traceOperation } from '../observability/trace-operation.js'
import type { CacheOutcome, KeptAnswer } from './answer-cache.js'

/** What was found out of a request: where its answer is kept, how it is sent, and what the log tells. */
interface KeptRequest extends Pick<KeptAnswer, 'view' | 'key'> {
  readonly contentType: string
  readonly note: OperationNote
}

/**
 * Finds kept answers by the very text of a POSTed body, before anything of the text is read. The text and the headers of
 * the key decide what parsing, validation, limits and cost come to, so that only the client's allowance is asked again.
 */
export class KeptRequests {
  constructor(
    readonly today: () => string,
    readonly ended: (outcome: CacheOutcome) => void,
  ) {}

  /** Undefined if no answer is kept for the request, or its client may not have it now. */
  async find(
    cache: CacheView,
    request: FastifyRequest,
    reply: FastifyReply,
    text: string,
  ): Promise<Buffer | undefined> {
    const kept = cache.derived(ofRequests, keyOf(this.today(), request, text)) as KeptRequest | undefined
    const bytes = kept && (cache.derived(kept.view, kept.key) as Buffer | undefined)
    if (!bytes) return undefined
    const { note, allowance } = request
    try {
      await allowance.spend(kept.note.cost ?? 0)
    } catch {
      // Who answers the request in full is refused the same, and says so.
      return undefined
    }
    const trace = traceOperation()
    reply.raw.once('close', () => trace.end(note))
    Object.assign(note, kept.note)
    this.ended('hit')
    reply.header('content-type', kept.contentType)
    return bytes
  }

  /** Notes where the answer is kept that is about to be sent to the request. */
  keep(
    { store: { cache }, day }: Context,
    request: FastifyRequest,
    reply: FastifyReply,
    text: string,
    { view, key }: KeptAnswer,
  ): void {
    const { type, operation, cost } = request.note
    const note = { ...(type && { type }), ...(operation && { operation }), ...(cost !== undefined && { cost }) }
    const contentType = String(reply.getHeader('content-type'))
    const kept: KeptRequest = { view, key, contentType, note }
    cache?.keepDerived(ofRequests, keyOf(day, request, text), kept, 500)
  }
}

/** No view has this number. */
const ofRequests = -1

function keyOf(day: string, { headers }: FastifyRequest, text: string): string {
  return `${day} ${JSON.stringify([headers.accept, headers['accept-language'], headers[viewHeader]])} ${text}`
}
