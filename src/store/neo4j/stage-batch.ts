import type { ConflictContent } from '../../model/conflict.js'
import { groupBy } from '../group-queries.js'
import { searchDocumentOf } from '../search/search-document.js'
import { encodeStatement } from '../statement-record.js'
import {
  changeVersions,
  sortedKeys,
  subjectsByDataset,
  toVersions,
  type VersionChange,
  type VersionRow,
} from '../statement-version.js'
import type { Batch, NewStatement } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import type { Run } from './neo4j-session.js'
import { relationshipType } from './relationship-type.js'
import * as changes from './write-cypher.js'

/** Adds a batch to the staged revision `revision`, in the transaction of `run`. */
export async function stageBatch(run: Run, batch: Batch, revision: number): Promise<void> {
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
  await stageStatements(run, batch, revision)
  await openConflicts(run, batch.conflictsOpened ?? [], revision)
  await closeConflicts(run, batch.conflictsClosed ?? [], revision)
}

async function stageStatements(
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
  const added: NewStatement[] = []
  for (const statement of statements) {
    if (standings.has(statement.id)) continue
    standings.set(statement.id, {})
    added.push(statement)
  }
  const isNew = new Set(added.map(({ id }) => id))
  const changed = changeVersions({ vouches, withdrawals }, standings, revision)
  const stagedOf = new Map(changed.map(({ id, staged }) => [id, staged]))
  await addStatements(run, added, id => stagedOf.get(id), revision)
  await setStandings(
    run,
    changed.filter(({ id, isUnsaid }) => isUnsaid || !isNew.has(id)),
    revision,
    linkTypes,
  )
  for (const [dataset, subjects] of subjectsByDataset(vouches))
    await run(changes.describe, { dataset: toStored(dataset), subjects, revision })
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
