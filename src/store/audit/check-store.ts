import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { type Fault, fault } from '../../model/catalogues/integrity-finding.js'
import type { ConflictContent } from '../../model/conflict.js'
import { conflictId, statementId } from '../../model/id.js'
import { processOf } from '../../model/import-owner.js'
import type { Quote } from '../../model/quote.js'
import type { Edition } from '../../model/source.js'
import { searchDocumentOf } from '../search/search-document.js'
import { decodeAttestations, type StatementRest, sourceOf } from '../statement-record.js'
import { lastWord } from '../statement-version.js'
import type { NewStatement } from '../store.js'
import type {
  Mending,
  StoredConflict,
  StoredEdition,
  StoredRows,
  StoredStatement,
  StoredVersion,
} from './stored-rows.js'

/** What the check takes from the callers above the store. */
export interface AuditWords {
  /** The name of the entity type that an id is of. */
  readonly typeOfId: (id: string) => string | undefined
  /** Looks for quotes in a text. */
  readonly quotesIn: (text: string) => (quote: Quote) => boolean
}

/** A fault, and what mends it in its place. */
export interface FoundFault {
  readonly fault: Fault
  readonly mending?: Mending
}

/**
 * Checks the rows of an engine: that references resolve, that look-up data follow from the statements, and that
 * nothing was changed since it was said. Streams; the memory that it takes does not grow with the store.
 */
export async function* checkStore(kept: StoredRows, words: AuditWords): AsyncGenerator<FoundFault> {
  const { seen, known, missing } = await kept.schema()
  if (seen !== known) return yield { fault: fault('SCHEMA_OLD', 'schema', { seen, known }) }
  for (const part of missing) yield { fault: fault('SCHEMA_PART_MISSING', part, { part }), mending: { schema: true } }
  // Without a table nothing else can be asked.
  if (missing.some(part => part.startsWith('table '))) return
  for (const said of await kept.damages()) yield { fault: fault('DATABASE_DAMAGED', 'database', { said }) }
  const revisions = await kept.revisions()
  const published = new Set(revisions.map(({ number }) => number))
  yield* checkRevisions(revisions)
  yield* checkStaging(kept, revisions.at(-1)?.number ?? 0)
  yield* checkStatements(kept, words, published)
  yield* checkEntities(kept, words)
  yield* checkConflicts(kept, published)
  yield* checkEditions(kept)
  for (const { what, count } of await kept.strays())
    yield { fault: fault('STRAY_ROWS', what, { what, count }), mending: { strays: true } }
}

const atOnce = 500

function* checkRevisions(revisions: readonly { readonly number: number; readonly at: number }[]) {
  for (const [i, { number, at }] of revisions.entries()) {
    const before = revisions[i - 1]
    if (number < 1 || (before && before.at >= at))
      yield { fault: fault('REVISION_ORDER', `revision ${number}`, { number }) }
  }
}

async function* checkStaging(kept: StoredRows, newest: number): AsyncGenerator<FoundFault> {
  const lock = await kept.lock()
  if (lock) {
    const { datasets, owner } = lock
    yield {
      fault: fault('STAGING_LEFT', 'staging', { datasets: datasets.join(', '), holder: processOf(owner) || 'nobody' }),
    }
    return
  }
  for (const { what, count } of await kept.unpublished(newest))
    yield { fault: fault('UNPUBLISHED_ROWS', what, { what, count }) }
}

async function* checkStatements(kept: StoredRows, words: AuditWords, published: ReadonlySet<number>) {
  const quotes = new QuotesOf(kept, words)
  for (let after: string | number | undefined; ; ) {
    const page = await kept.statements(after, atOnce)
    for (const statement of page) yield* checkStatement(statement, kept, words, quotes, published)
    if (page.length < atOnce) return
    after = page.at(-1)?.key
  }
}

async function* checkStatement(
  statement: StoredStatement,
  kept: StoredRows,
  { typeOfId }: AuditWords,
  quotes: QuotesOf,
  published: ReadonlySet<number>,
): AsyncGenerator<FoundFault> {
  const { id, subject, property, edition, language, standings } = statement
  const subjectType = statement.subjectType ?? typeOfId(subject) ?? ''
  const mending = { statements: [{ key: statement.key, id, subjectType }] }
  const rest = parsed<StatementRest>(statement.content)
  if (!rest) return yield { fault: fault('STATEMENT_UNREADABLE', id) }
  const said: NewStatement = { id, subject, property, edition, language, ...rest }
  const { supersedes: _, ...content } = said
  const expected = statementId(content)
  if (expected !== id) yield { fault: fault('STATEMENT_ID', id, { expected }) }

  if (statement.subjectType === undefined)
    yield { fault: fault('SUBJECT_MISSING', id, { subject }), ...(subjectType !== '' && { mending }) }
  if (said.value.kind === 'entity' && !statement.hasTarget)
    yield { fault: fault('TARGET_MISSING', id, { target: said.value.entity }) }
  if (!statement.hasEdition) yield { fault: fault('EDITION_MISSING', id, { edition }) }

  const wanted = kept.columnsOf(said)
  for (const [what, seen] of Object.entries(statement.columns))
    if (seen !== wanted[what])
      yield { fault: fault('COLUMN_STALE', id, { what, seen: String(seen), expected: String(wanted[what]) }), mending }
  if (!statement.isFoundBy(searchDocumentOf(said))) yield { fault: fault('SEARCH_KEYS_STALE', id), mending }
  if (statement.amiss !== undefined) yield { fault: fault('LINK_STALE', id, { what: statement.amiss }), mending }

  if (standings.length === 0) yield { fault: fault('STATEMENT_UNSAID', id) }
  for (const each of checkStandings(statement, published)) yield { fault: each, mending }
  const isStanding = standings.some(({ retracted }) => retracted === null)
  if (isStanding && said.quote && statement.hasEdition && !(await quotes.has(edition, said.quote)))
    yield { fault: fault('QUOTE_MISSING', id, { quote: said.quote.exact.slice(0, 100), edition }) }
}

function* checkStandings(
  { id, subject, standings, listing }: StoredStatement,
  published: ReadonlySet<number>,
): Generator<Fault> {
  const inOrder = standings.toSorted((a, b) => a.recorded - b.recorded)
  for (const [i, standing] of inOrder.entries()) {
    const { recorded, retracted, since } = standing
    // What is being staged is not published yet, and the place says whose it is.
    for (const revision of new Set([since, recorded, ...(retracted === null ? [] : [retracted])]))
      if (!published.has(revision) && revision <= Math.max(0, ...published))
        yield fault('REVISION_UNKNOWN', id, { revision })
    if (retracted !== null && retracted <= recorded) yield fault('STANDING_ORDER', id, { recorded, retracted })
    const next = inOrder[i + 1]
    if (next && (retracted === null || retracted > next.recorded))
      yield fault('STANDING_OVERLAP', id, { revision: next.recorded })
    const vouches = decodeAttestations(standing.vouches)
    if (vouches.length === 0) yield fault('STANDING_WITHOUT_VOUCH', id, { recorded })
    yield* checkWeight(id, standing)
    if (retracted !== null) continue
    for (const { dataset } of vouches)
      if (!listing.includes(dataset)) yield fault('VOUCH_UNLISTED', id, { dataset, subject })
  }
}

/** Rank and confidence are those of the attestation recorded last (of one revision: of the dataset that sorts last). */
function* checkWeight(id: string, standing: StoredVersion): Generator<Fault> {
  const last = lastWord(decodeAttestations(standing.vouches))
  if (!last) return
  for (const what of ['rank', 'confidence'] as const)
    if (standing[what] !== last[what])
      yield fault('STANDING_WEIGHT', id, { what, seen: standing[what], expected: last[what] })
}

async function* checkEntities(kept: StoredRows, { typeOfId }: AuditWords): AsyncGenerator<FoundFault> {
  for (let after: string | undefined; ; ) {
    const page = await kept.entities(after, atOnce)
    for (const { id, type } of page) {
      const expected = typeOfId(id)
      if (expected !== undefined && expected !== type)
        yield {
          fault: fault('ENTITY_TYPE', id, { seen: type, expected }),
          mending: { entities: [{ id, type: expected }] },
        }
    }
    if (page.length < atOnce) return
    after = page.at(-1)?.id
  }
}

async function* checkConflicts(kept: StoredRows, published: ReadonlySet<number>): AsyncGenerator<FoundFault> {
  for (let after: string | undefined; ; ) {
    const page = await kept.conflicts(after, atOnce)
    for (const conflict of page) yield* checkConflict(conflict, published)
    if (page.length < atOnce) return
    after = page.at(-1)?.id
  }
}

function* checkConflict(conflict: StoredConflict, published: ReadonlySet<number>): Generator<FoundFault> {
  const { id, lives } = conflict
  const content = parsed<ConflictContent>(conflict.content)
  if (!content) return yield { fault: fault('CONFLICT_ID', id, { expected: 'none' }) }
  const expected = conflictId(content)
  if (expected !== id) yield { fault: fault('CONFLICT_ID', id, { expected }) }
  const mending = { conflicts: [id] }
  for (const what of ['kind', 'property'] as const)
    if (conflict[what] !== content[what])
      yield { fault: fault('COLUMN_STALE', id, { what, seen: conflict[what], expected: content[what] }), mending }
  if (!isSame(conflict.subjects, content.subjects))
    yield { fault: fault('CONFLICT_TIES', id, { what: conflict.subjects.join(', ') || 'no entity' }), mending }
  for (const statement of content.statements)
    if (!conflict.statements.includes(statement))
      yield { fault: fault('CONFLICT_DANGLING', id, { statement }), mending }
  const isInOrder = lives.every(({ opened, closed }, i) => {
    const next = lives[i + 1]
    const isKnown = [opened, closed].every(
      each => each === null || published.has(each) || each > Math.max(0, ...published),
    )
    return isKnown && (closed === null || closed > opened) && (!next || (closed !== null && closed <= next.opened))
  })
  if (!isInOrder || lives.length === 0) yield { fault: fault('CONFLICT_LIFE', id) }
}

async function* checkEditions(kept: StoredRows): AsyncGenerator<FoundFault> {
  for (let after: string | undefined; ; ) {
    const page = await kept.editions(after, 20)
    for (const edition of page) yield* checkEdition(edition)
    if (page.length < 20) return
    after = page.at(-1)?.id
  }
}

function* checkEdition({ id, source, content, text, hasSource }: StoredEdition): Generator<FoundFault> {
  const edition = parsed<Edition>(content)
  if (source !== sourceOf(id) || edition?.source !== source)
    yield { fault: fault('COLUMN_STALE', id, { what: 'source', seen: source, expected: sourceOf(id) }) }
  if (!hasSource) yield { fault: fault('SOURCE_MISSING', id, { source }) }
  if (text === undefined || !edition) return
  const seen = createHash('sha256').update(text).digest('hex')
  if (seen !== edition.sha256) yield { fault: fault('EDITION_TEXT', id, { seen, expected: edition.sha256 }) }
}

/** Whether quotes stand in the texts of editions; of few texts at a time is it known. */
class QuotesOf {
  readonly #known = new LRUCache<string, (quote: Quote) => boolean>({ max: textsKept })

  constructor(
    readonly kept: StoredRows,
    readonly words: AuditWords,
  ) {}

  async has(edition: string, quote: Quote): Promise<boolean> {
    const known = this.#known.get(edition)
    if (known) return known(quote)
    const text = await this.kept.editionText(edition)
    const has = text === undefined ? () => true : this.words.quotesIn(text)
    this.#known.set(edition, has)
    return has(quote)
  }
}

const textsKept = 10

function parsed<Content>(json: string): Content | undefined {
  try {
    return JSON.parse(json) as Content
  } catch {
    return undefined
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}
