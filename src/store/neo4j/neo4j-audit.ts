import { isDeepStrictEqual } from 'node:util'
import type {
  Columns,
  Counted,
  Mending,
  StoredConflict,
  StoredEdition,
  StoredEntity,
  StoredRows,
  StoredSchema,
  StoredStatement,
  StoredVersion,
} from '../audit/stored-rows.js'
import { searchDocumentOf } from '../search/search-document.js'
import { decodeAttestations, encodeStatement, type StatementColumns, type StatementRest } from '../statement-record.js'
import { lastWord } from '../statement-version.js'
import type { NewStatement, StoreLogin } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import * as cypher from './audit-cypher.js'
import { createdBy, knownSchema, readIndexNames, readSchema, schemaTexts } from './neo4j-migrate.js'
import type { Neo4jConnection, Run } from './neo4j-session.js'
import { connectNeo4j } from './neo4j-store.js'
import { Neo4jWriter } from './neo4j-writer.js'
import { relationshipType } from './relationship-type.js'

/** What a Neo4j keeps. Throws what `openNeo4jStore` throws. */
export function openNeo4jKept(address: string, login: StoreLogin): StoredRows {
  return new Neo4jKept(connectNeo4j(address, login))
}

class Neo4jKept implements StoredRows {
  readonly description: string

  constructor(readonly db: Neo4jConnection) {
    this.description = db.store
  }

  async schema(): Promise<StoredSchema> {
    const seen = await readSchema(this.db)
    const names = await readIndexNames(this.db)
    const missing = seen === knownSchema ? expectedParts.filter(({ name }) => !names.has(name)) : []
    return { seen, known: knownSchema, missing: missing.map(({ kind, name }) => `${kind} ${name}`) }
  }

  /** Neo4j has a check of its own, `neo4j-admin database check`, for a database that is not running. */
  async damages(): Promise<readonly string[]> {
    return []
  }

  lock() {
    return new Neo4jWriter(this.db).readLock()
  }

  revisions() {
    return this.db.read<{ number: number; at: number }>(cypher.revisions)
  }

  unpublished(newest: number): Promise<readonly Counted[]> {
    return this.#counts(cypher.unpublished, { newest })
  }

  async statements(after: string | number | undefined, limit: number): Promise<readonly StoredStatement[]> {
    const rows = await this.db.read<StatementRow>(cypher.statements, { after: after ?? '', limit })
    return rows.map(row => {
      const subject = fromStored(row.subject)
      return {
        key: row.id,
        id: fromStored(row.id),
        subject,
        property: fromStored(row.property),
        edition: fromStored(row.edition),
        language: fromStored(row.language),
        content: row.content,
        columns: { code: row.code, source: row.source, asStated: row.asStated },
        isFoundBy: (document: string | undefined) => (row.searchKeys ?? undefined) === document,
        standings: row.standings,
        subjectType: row.type === null ? undefined : fromStored(row.type),
        hasTarget: row.hasTarget,
        hasEdition: row.hasEdition,
        listing: row.listing.map(fromStored),
        amiss: amissOf(row),
      }
    })
  }

  columnsOf(statement: NewStatement): Columns {
    const { code, source } = encodeStatement(statement)
    return { code, source, asStated: toStored(statement.asStated) }
  }

  async entities(after: string | undefined, limit: number): Promise<readonly StoredEntity[]> {
    const rows = await this.db.read<{ id: string; type: string }>(cypher.entities, {
      after: toStored(after ?? ''),
      limit,
    })
    return rows.map(({ id, type }) => ({ id: fromStored(id), type: fromStored(type) }))
  }

  async conflicts(after: string | undefined, limit: number): Promise<readonly StoredConflict[]> {
    const rows = await this.db.read<ConflictRow>(cypher.conflicts, { after: toStored(after ?? ''), limit })
    return rows.map(({ id, kind, property, content, subjects, statements, opened, closed }) => ({
      id: fromStored(id),
      kind,
      property: fromStored(property),
      content,
      subjects: subjects.map(fromStored).sort(),
      statements: statements.map(fromStored).sort(),
      lives: opened.map((each, i) => ({ opened: each, closed: closed[i] === -1 ? null : (closed[i] ?? null) })),
    }))
  }

  async editions(after: string | undefined, limit: number): Promise<readonly StoredEdition[]> {
    const rows = await this.db.read<EditionRow>(cypher.editions, { after: toStored(after ?? ''), limit })
    return rows.map(({ id, recorded, source, content, text, hasSource }) => ({
      id: fromStored(id),
      recorded,
      source: fromStored(source),
      content,
      text: text === null ? undefined : (JSON.parse(text) as string),
      hasSource,
    }))
  }

  async editionText(id: string): Promise<string | undefined> {
    const [row] = await this.db.read<{ text: string | null }>(cypher.editionText, { id: toStored(id) })
    return row?.text == null ? undefined : (JSON.parse(row.text) as string)
  }

  strays(): Promise<readonly Counted[]> {
    return this.#counts(cypher.strays, {})
  }

  async #counts(
    texts: readonly (readonly [what: string, text: string, ...rest: string[]])[],
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<readonly Counted[]> {
    const counts: Counted[] = []
    for (const [what, text] of texts) {
      const [row] = await this.db.read<{ count: number }>(`${text}\n  RETURN count(*) AS count`, parameters)
      if (row && row.count > 0) counts.push({ what, count: row.count })
    }
    return counts
  }

  async mend({ schema, strays, statements = [], entities = [], conflicts = [] }: Mending): Promise<void> {
    if (schema) for (const text of schemaTexts()) await this.db.define(text)
    await this.db.write(async run => {
      if (strays) for (const [, text, what] of cypher.strays) await run(`${text}\n  DELETE ${what}`)
      for (const { id, type } of entities) await mendEntity(run, id, type)
      for (const { id, subjectType } of statements) await this.#mendStatement(run, id, subjectType)
      for (const id of conflicts) await run(cypher.mendConflict, conflictTies(await contentOf(run, id)))
    })
  }

  async #mendStatement(run: Run, id: string, subjectType: string): Promise<void> {
    const [row] = await run<StatementRow>(cypher.statement, { id: toStored(id) })
    if (!row) return
    const rest = JSON.parse(row.content) as StatementRest
    const said: NewStatement = {
      id,
      subject: fromStored(row.subject),
      property: fromStored(row.property),
      edition: fromStored(row.edition),
      language: fromStored(row.language),
      ...rest,
    }
    const standings = row.standings.map(({ to: _, ...standing }) => {
      const last = lastWord(decodeAttestations(standing.vouches))
      return last ? { ...standing, rank: last.rank, confidence: last.confidence } : standing
    })
    await run(cypher.mendColumns, {
      id: row.id,
      columns: { ...this.columnsOf(said), searchKeys: searchDocumentOf(said) ?? null },
    })
    if (row.type === null && subjectType !== '')
      await run(cypher.mendSubject, {
        id: row.subject,
        recorded: Math.min(...standings.map(({ recorded }) => recorded)),
      })
    if (row.type === null && subjectType !== '') await mendEntity(run, said.subject, subjectType)
    await run(cypher.dropTies, { id: row.id, subject: row.subject })
    await run(cypher.tieVersions, {
      id: row.id,
      standings: standings.map(standing => ({
        ...standing,
        datasets: decodeAttestations(standing.vouches).map(({ dataset }) => toStored(dataset)),
      })),
    })
    await run(cypher.tieEdition, { id: row.id, edition: row.edition })
    if (said.value.kind === 'entity') {
      await run(cypher.tieValue, { id: row.id, target: toStored(said.value.entity) })
      await run(cypher.tieLinks(relationshipType(said.property)), {
        id: row.id,
        subject: row.subject,
        target: toStored(said.value.entity),
        links: standings.map(({ recorded, retracted, rank, confidence }) => ({
          ...{ recorded, retracted, rank, confidence },
          statement: row.id,
        })),
      })
    }
    const open = standings.filter(({ retracted }) => retracted === null)
    await run(cypher.listSubject, {
      subject: row.subject,
      listing: open.flatMap(({ vouches }) =>
        decodeAttestations(vouches).map(({ dataset, recorded }) => ({ dataset: toStored(dataset), recorded })),
      ),
    })
  }

  close(): Promise<void> {
    return this.db.close()
  }
}

const expectedParts = schemaTexts().flatMap(text => createdBy(text) ?? [])

interface StatementRow extends StatementColumns {
  readonly code: string | null
  readonly source: string
  readonly asStated: string
  readonly searchKeys: string | null
  readonly type: string | null
  readonly hasTarget: boolean
  readonly hasEdition: boolean
  readonly listing: readonly string[]
  readonly standings: readonly (StoredVersion & { readonly to: string })[]
  readonly targets: readonly string[]
  readonly cited: readonly string[]
  readonly links: readonly LinkRow[]
}

interface LinkRow {
  readonly type: string
  readonly to: string
  readonly recorded: number
  readonly retracted: number | null
  readonly rank: string
  readonly confidence: number
}

/** What of the relationships of a statement is not as it is to be. */
function amissOf({ content, subject, property, edition, hasEdition, standings, targets, cited, links }: StatementRow) {
  const target = targetIn(content)
  if (standings.some(({ to }) => to !== subject)) return 'ABOUT leads elsewhere than to its subject'
  if (targets.length !== (target === undefined ? 0 : 1) || targets.some(each => each !== target))
    return 'VALUE does not lead to just what it links to'
  if (hasEdition && (cited.length !== 1 || cited[0] !== edition)) return 'STATED_IN does not lead to just its edition'
  const type = target === undefined ? '' : relationshipType(fromStored(property))
  const wanted = target === undefined ? [] : standings.map(each => linkText({ ...each, type, to: target })).sort()
  const seen = links.map(linkText).sort()
  return isDeepStrictEqual(wanted, seen) ? undefined : `${type || 'a link'} between the entities differs`
}

function linkText({ type, to, recorded, retracted, rank, confidence }: LinkRow): string {
  return JSON.stringify([type, to, recorded, retracted ?? null, rank, confidence])
}

/** As stored. */
function targetIn(content: string): string | undefined {
  try {
    const { value } = JSON.parse(content) as StatementRest
    return value.kind === 'entity' ? toStored(value.entity) : undefined
  } catch {
    return undefined
  }
}

interface ConflictRow extends Omit<StoredConflict, 'lives'> {
  readonly opened: readonly number[]
  readonly closed: readonly number[]
}

interface EditionRow {
  readonly id: string
  readonly recorded: number
  readonly source: string
  readonly content: string
  readonly text: string | null
  readonly hasSource: boolean
}

async function mendEntity(run: Run, id: string, type: string): Promise<void> {
  await run(cypher.mendEntity, { id: toStored(id), type: toStored(type) })
}

async function contentOf(run: Run, id: string): Promise<string> {
  const [row] = await run<{ content: string }>(cypher.conflictContent, { id: toStored(id) })
  return row?.content ?? '{}'
}

function conflictTies(content: string) {
  const {
    id = '',
    kind = '',
    property = '',
    subjects = [],
    statements = [],
  } = JSON.parse(content) as Partial<
    Record<'id' | 'kind' | 'property', string> & Record<'subjects' | 'statements', readonly string[]>
  >
  return {
    id: toStored(id),
    kind,
    property: toStored(property),
    subjects: subjects.map(toStored),
    statements: statements.map(toStored),
  }
}
