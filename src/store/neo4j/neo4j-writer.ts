import { randomUUID } from 'node:crypto'
import type { ConflictContent } from '../../model/conflict.js'
import type { CurationAction } from '../../model/curation-action.js'
import { SuanliError } from '../../model/error.js'
import type { Revision } from '../../model/revision.js'
import { changeOfAction } from '../action-change.js'
import { decodeRevision, groupBy, nothing } from '../group-queries.js'
import { searchDocumentOf } from '../search/search-document.js'
import { type CurrentAttestation, encodeStatement } from '../statement-record.js'
import {
  changeVersion,
  currentAttestations,
  imported,
  sortedKeys,
  toVersions,
  type VersionChange,
  type VersionRow,
} from '../statement-version.js'
import type { Batch, NewStatement } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import type { Neo4jConnection, Run } from './neo4j-session.js'
import { relationshipType } from './relationship-type.js'
import { freePlace, lockPlace, newest } from './staging-place.js'
import * as changes from './write-cypher.js'

/**
 * Changes a store. What is staged carries the number of the revision that is being made: readers stop before it, so
 * nothing has to be moved when it is published. Each step begins by locking the staging node, so that one writer at a
 * time is at work, and each is one transaction. The driver repeats a transaction when the answer to its commit was lost,
 * so what a step changes has a claim, by which the step knows its own work again.
 */
export class Neo4jWriter {
  constructor(readonly db: Neo4jConnection) {}

  /** Adds a batch in one transaction, for who has the place at `turn`. */
  stage(revision: number, turn: number | undefined, batch: Batch): Promise<void> {
    return this.db.write(async run => {
      await this.#hold(run, revision, turn)
      await this.#stageBatch(run, batch, revision)
    })
  }

  async #stageBatch(run: Run, batch: Batch, revision: number): Promise<void> {
    await stageVersions(
      run,
      'Source',
      (batch.sources ?? []).map(source => ({
        id: source.id,
        content: JSON.stringify(source, sortedKeys),
        text: null,
        title: source.title,
      })),
      revision,
    )
    await stageVersions(
      run,
      'Edition',
      (batch.editions ?? []).map(({ text, ...edition }) => ({
        id: edition.id,
        source: toStored(edition.source),
        language: edition.language,
        content: JSON.stringify(edition, sortedKeys),
        text: text === undefined ? null : JSON.stringify(text),
      })),
      revision,
    )
    for (const [type, entities] of groupBy(batch.entities ?? [], entity => entity.type))
      await run(changes.addEntities, {
        entities: entities.map(({ id }) => toStored(id)),
        type: toStored(type),
        revision,
      })
    await this.#stageStatements(run, batch, revision)
    await openConflicts(run, batch.conflictsOpened ?? [], revision)
    await closeConflicts(run, batch.conflictsClosed ?? [], revision)
  }

  /** Publishes at `at` (milliseconds since 1970). */
  publish(revision: number, turn: number | undefined, at: number, deed: CurationAction | undefined): Promise<Revision> {
    return this.db.write(async run => {
      const place = await lockPlace(run)
      if (place?.revision !== revision) {
        // Published already, and the answer was lost.
        const [row] = await run<RevisionRow>(changes.readRevision, { revision })
        return row ? decodeRevision(row) : decodeRevision(await newest(run))
      }
      await this.#hold(run, revision, turn)
      await freePlace(run)
      const last = await newest(run)
      const [staged] = await run<{ isStaged: boolean }>(changes.hasStaged, { revision })
      if (!staged?.isStaged) return last.number === 0 ? nothing : decodeRevision(last)
      return await addRevision(run, revision, Math.max(at, last.at + 1), deed)
    })
  }

  /** Makes a batch a revision of its own, at `at` (milliseconds since 1970). */
  apply(batch: Batch, deed: CurationAction, seen: number, at: number): Promise<Revision> {
    const claim = randomUUID()
    return this.db.write(async run => {
      const place = await lockPlace(run)
      const last = await newest(run)
      const [made] = last.number > seen ? await run<RevisionRow>(changes.readRevision, { revision: seen + 1 }) : []
      if (made?.claim === claim) return decodeRevision(made)
      if (place) throw new SuanliError('IMPORT_RUNNING', imported(place))
      if (last.number !== seen) throw new SuanliError('REVISION_STALE', { seen, newest: last.number })
      await this.#stageBatch(run, batch, seen + 1)
      return await addRevision(run, seen + 1, Math.max(at, last.at + 1), deed, claim)
    })
  }

  /** Undoes a part; true once nothing is left and the place is free. */
  abandonPart(revision: number, turn: number): Promise<boolean> {
    return this.db.write(async run => {
      const place = await lockPlace(run)
      // Undone already, here or by another process.
      if (!place) return true
      if (place.turn !== turn) throw new SuanliError('IMPORT_RUNNING', imported(place))
      for (const undo of changes.undoings) {
        const [row] = await run<{ undone: number }>(undo, { revision, limit: partRows })
        if ((row?.undone ?? 0) > 0) return false
      }
      await freePlace(run)
      return true
    })
  }

  async #stageStatements(
    run: Run,
    { statements = [], vouches = [], withdrawals = [] }: Batch,
    revision: number,
  ): Promise<void> {
    const ids = [
      ...new Set([
        ...statements.map(({ id }) => id),
        ...vouches.map(vouch => vouch.statement),
        ...withdrawals.map(({ statement }) => statement),
      ]),
    ]
    const known = await run<KnownStatement>(changes.knownStatements, { ids: ids.map(toStored), revision })
    const standings = new Map(known.map(row => [fromStored(row.id), toVersions(row.standings, revision)]))
    const linkTypes = new Map<string, string>()
    for (const { id, property, isLink } of known)
      if (isLink) linkTypes.set(fromStored(id), relationshipType(fromStored(property)))
    const isNew = new Set(statements.map(({ id }) => id).filter(id => !standings.has(id)))
    const added = new Map(statements.filter(({ id }) => isNew.has(id)).map(statement => [statement.id, statement]))

    const given = new Map<string, Map<string, CurrentAttestation>>()
    const givenOf = (id: string) => {
      const its = given.get(id) ?? currentAttestations(standings.get(id) ?? {}, revision)
      given.set(id, its)
      return its
    }
    for (const { statement, dataset, rank, confidence } of vouches) {
      if (!isNew.has(statement) && !standings.has(statement))
        throw new Error(`A vouch for ${statement}, which is neither in the store nor in its batch.`)
      givenOf(statement).set(dataset, { dataset, rank, confidence, recorded: revision })
    }
    for (const { statement, dataset } of withdrawals)
      if (isNew.has(statement) || standings.has(statement)) givenOf(statement).delete(dataset)

    const changed = [...given].map(([id, its]) => ({ id, ...changeVersion(standings.get(id) ?? {}, its, revision) }))
    const stagedOf = new Map(changed.map(({ id, staged }) => [id, staged]))
    await addStatements(run, [...added.values()], id => stagedOf.get(id), revision)
    await setStandings(
      run,
      changed.filter(({ id, isUnsaid }) => !isNew.has(id) || isUnsaid),
      revision,
      linkTypes,
    )
    for (const [dataset, its] of groupBy(vouches, vouch => vouch.dataset)) {
      const subjects = [...new Set(its.map(({ subject }) => toStored(subject)))]
      await run(changes.describe, { dataset: toStored(dataset), subjects, revision })
    }
  }

  /** Locks the place; throws where it is no longer the caller's. */
  async #hold(run: Run, revision: number, turn: number | undefined): Promise<void> {
    const place = await lockPlace(run)
    if (place?.revision === revision && (turn === undefined || place.turn === turn)) return
    if (place) throw new SuanliError('IMPORT_RUNNING', imported(place))
    throw new SuanliError('STORE_UNAVAILABLE', {
      store: this.db.store,
      reason: 'this import was ended by another process: run it again.',
    })
  }
}

const partRows = 5_000

interface RevisionRow {
  readonly number: number
  readonly at: number
  readonly claim: string | null
}

/** `at` is always later than the revision before, so that each can be asked for by its instant. */
async function addRevision(
  run: Run,
  number: number,
  at: number,
  deed: CurationAction | undefined,
  claim: string | null = null,
): Promise<Revision> {
  await run(changes.addRevision, { number, at, claim })
  if (deed) {
    const change = changeOfAction(deed)
    const id = change ? toStored(change.id) : null
    await run(changes.addDeed, {
      deed: { revision: number, kind: change?.kind ?? null, id, content: JSON.stringify(deed) },
    })
  }
  return decodeRevision({ number, at })
}

interface Version {
  readonly id: string
  readonly content: string
  readonly text: string | null
  readonly [property: string]: string | null
}

/** Sources and editions are kept version by version; one that says what the published one says is none. */
async function stageVersions(
  run: Run,
  label: 'Source' | 'Edition',
  versions: readonly Version[],
  revision: number,
): Promise<void> {
  if (versions.length === 0) return
  const ids = versions.map(({ id }) => toStored(id))
  const published = await run<{ id: string; content: string; text: string | null }>(changes.publishedVersions(label), {
    ids,
    revision,
  })
  const before = new Map(published.map(row => [fromStored(row.id), row]))
  await run(changes.dropVersions(label), { ids, revision })
  const fresh = new Map(
    versions
      .filter(({ id, content, text }) => before.get(id)?.content !== content || (before.get(id)?.text ?? null) !== text)
      .map(version => [version.id, version]),
  )
  const rows = [...fresh.values()].map(version => ({
    ...version,
    id: toStored(version.id),
    key: `${toStored(version.id)} ${revision}`,
    recorded: revision,
  }))
  if (rows.length > 0) await run(changes.addVersions(label), { rows })
}

/** `versionOf`: the first version of each statement, with its attestations. */
async function addStatements(
  run: Run,
  statements: readonly NewStatement[],
  versionOf: (id: string) => VersionChange['staged'],
  revision: number,
): Promise<void> {
  if (statements.length === 0) return
  const ids = [...new Set(statements.map(({ edition }) => toStored(edition)))]
  const newest = await run<{ id: string; key: string }>(changes.newestEditions, { ids })
  const keys = new Map(newest.map(({ id, key }) => [id, key]))
  const rows = statements.map(statement => toNewRow(statement, versionOf(statement.id), revision))
  const hasEdition = ({ properties }: NewRow) => keys.has(properties.edition)
  for (const [type, ofType] of groupBy(rows, row => row.type))
    for (const [isThere, ours] of groupBy(ofType, hasEdition)) {
      const editions = [...groupBy(ours, ({ properties }) => properties.edition)].map(([edition, its]) => ({
        key: keys.get(edition) ?? null,
        subjects: [...groupBy(its, ({ properties }) => properties.subject)].map(([id, said]) => ({
          id,
          name: said.find(({ name: told }) => told !== null)?.name ?? null,
          statements: said.map(({ target, properties, standings }) => ({ target, properties, standings })),
        })),
      }))
      await run(changes.addStatements(type, isThere), { editions })
    }
}

type NewRow = ReturnType<typeof toNewRow>

function toNewRow(statement: NewStatement, staged: VersionChange['staged'], revision: number) {
  const { target, ...properties } = encodeStatement(statement)
  const { property, value } = statement
  return {
    type: value.kind === 'entity' ? relationshipType(property) : undefined,
    target,
    name: property === 'name' && value.kind === 'text' ? value.text : null,
    properties: {
      ...properties,
      asStated: toStored(statement.asStated),
      staged: revision,
      searchKeys: searchDocumentOf(statement) ?? null,
    },
    standings: staged ? [toVersion(staged, revision)] : [],
  }
}

function toVersion(
  { since, rank, confidence, vouches, datasets }: NonNullable<VersionChange['staged']>,
  revision: number,
) {
  return { recorded: revision, since, rank, confidence, vouches, datasets: datasets.map(toStored) }
}

/** Does what changed to the ABOUT relationships, and to those between entities that repeat them, type by type. */
async function setStandings(
  run: Run,
  changed: readonly ({ readonly id: string } & VersionChange)[],
  revision: number,
  linkTypes: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = changed.map(({ id, ...change }) => ({ id: toStored(id), type: linkTypes.get(id), ...change }))
  const types = new Set([undefined, ...linkTypes.values()])
  for (const type of types) {
    const ofType = type === undefined ? rows : rows.filter(row => row.type === type)
    const dropped = ofType.filter(({ hasStaged }) => hasStaged).map(({ id }) => id)
    if (dropped.length > 0)
      await run(type === undefined ? changes.dropStandings : changes.dropLinks(type), { ids: dropped, revision })
    const turned = ofType.flatMap(({ id, base }) =>
      base ? [{ id, recorded: base.recorded, retracted: base.ends ? revision : null }] : [],
    )
    if (turned.length > 0)
      await run(type === undefined ? changes.endStandings : changes.endLinks(type), { rows: turned })
    const added = ofType.flatMap(({ id, staged }) => {
      if (!staged) return []
      const { rank, confidence } = staged
      const properties =
        type === undefined ? toVersion(staged, revision) : { recorded: revision, statement: id, rank, confidence }
      return [{ id, properties }]
    })
    if (added.length > 0)
      await run(type === undefined ? changes.addStatementVersions : changes.addLinks(type), { rows: added })
  }
  const unsaid = rows.filter(({ isUnsaid }) => isUnsaid).map(({ id }) => id)
  if (unsaid.length > 0) await run(changes.dropStatements, { ids: unsaid })
}

async function openConflicts(run: Run, conflicts: readonly ConflictContent[], revision: number): Promise<void> {
  if (conflicts.length === 0) return
  const rows = conflicts.map(({ id, kind, subjects, property, statements }) => ({
    id: toStored(id),
    kind,
    property: toStored(property),
    subjects: subjects.map(toStored),
    statements: statements.map(toStored),
    content: JSON.stringify({ id, kind, subjects, property, statements } satisfies ConflictContent),
  }))
  await run(changes.openConflicts, { rows, revision })
  await run(changes.tieConflicts, { rows })
}

async function closeConflicts(run: Run, ids: readonly string[], revision: number): Promise<void> {
  if (ids.length > 0) await run(changes.closeConflicts, { ids: ids.map(toStored), revision })
}

interface KnownStatement {
  readonly id: string
  readonly property: string
  readonly isLink: boolean
  readonly standings: readonly VersionRow[]
}
