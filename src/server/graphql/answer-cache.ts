import { createHash } from 'node:crypto'
import { type DocumentNode, type GraphQLSchema, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { Context } from '../../graphql/request/context.js'
import { compressible } from '../http/compress-answer.js'
import type { PreparedOperation } from './prepare-operation.js'
import { type FormattedAnswer, writeAnswer } from './write-answer.js'

/**
 * What the cache did for an answer: `hit`, it was kept; `collapsed`, another request was computing it; `miss`, it was
 * computed; `bypass`, more than revision, day, view and variables decides it, or nothing is kept.
 */
export type CacheOutcome = 'hit' | 'collapsed' | 'miss' | 'bypass'

/** The bytes of an answer, and where the revision cache keeps them. */
export interface KeptAnswer {
  readonly bytes: Buffer
  readonly view: number
  readonly key: string
}

/**
 * Keeps whole answers to queries, as bytes, among what the revision cache keeps of their revision. An answer is kept by
 * document, operation, variables, and the day and the view of the request; only if it has no errors, if all its root
 * fields are of the revision (`isOfRevision`), and if the rows were there. Requests that come while an answer is
 * computed wait for that answer.
 */
export class AnswerCache {
  readonly #computing = new Map<string, Promise<Buffer | undefined>>()
  readonly #documentKeys = new WeakMap<DocumentNode, { readonly key: string | undefined }>()

  constructor(
    readonly schema: GraphQLSchema,
    readonly ended: (outcome: CacheOutcome) => void,
  ) {}

  /** An answer that is kept or may be, else the answer as it was computed. */
  async answer(
    operation: PreparedOperation,
    { store, day, view: requested }: Context,
    compute: () => Promise<FormattedAnswer>,
  ): Promise<KeptAnswer | FormattedAnswer> {
    const { cache } = store
    const key = cache && this.#keyOf(operation)
    if (!cache || key === undefined) {
      this.ended('bypass')
      return await compute()
    }
    const view = cache.numberOf(JSON.stringify([day, requested]))
    const kept = cache.derived(view, key) as Buffer | undefined
    if (kept) {
      this.ended('hit')
      return { bytes: kept, view, key }
    }
    const place = `${cache.revision} ${view} ${key}`
    // The other request began before this one, so its time ends before that of this one.
    const found = await this.#computing.get(place)
    if (found) {
      this.ended('collapsed')
      return { bytes: found, view, key }
    }
    this.ended('miss')
    const computed = compute()
    const computing = computed.then(
      answer => (answer.data && !answer.errors && !store.missedRows ? compressible(writeAnswer(answer)) : undefined),
      () => undefined,
    )
    this.#computing.set(place, computing)
    const bytes = await computing
    if (this.#computing.get(place) === computing) this.#computing.delete(place)
    if (!bytes) return await computed
    cache.keepDerived(view, key, bytes, bytesWith(bytes))
    return { bytes, view, key }
  }

  /** Undefined if the answer must not be kept. */
  #keyOf({ document, type, operationName = '', variables }: PreparedOperation): string | undefined {
    if (type !== 'query') return undefined
    const known = this.#documentKeys.get(document) ?? { key: this.#documentKeyOf(document) }
    this.#documentKeys.set(document, known)
    return known.key && `answer ${known.key} ${operationName} ${JSON.stringify(variables)}`
  }

  /** The hash of a document, written in one way; undefined if a root field is not of the revision. */
  #documentKeyOf(document: DocumentNode): string | undefined {
    const query = this.schema.getQueryType()
    const info = new TypeInfo(this.schema)
    let isOfRevision = true
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: ({ name }) => {
          if (info.getParentType() === query && !name.value.startsWith('__'))
            isOfRevision &&= info.getFieldDef()?.extensions.isOfRevision === true
        },
      }),
    )
    return isOfRevision ? createHash('sha256').update(print(document)).digest('base64url') : undefined
  }
}

/** With its compressed forms, which are kept beside it, and the objects around them. */
function bytesWith({ length }: Buffer): number {
  return 1_000 + Math.ceil(1.5 * length)
}
