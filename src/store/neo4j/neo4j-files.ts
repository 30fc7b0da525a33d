import type { ConflictContent } from '../../model/conflict.js'
import type { CurationAction } from '../../model/curation-action.js'
import type { Revision } from '../../model/revision.js'
import type { RowLayout } from '../../ontology/row-layout.js'
import { changeOfAction } from '../action-change.js'
import type { BulkFile, BulkFiles, BulkRows } from '../bulk-writer.js'
import { searchDocumentOf } from '../search/search-document.js'
import { type CurrentAttestation, encodeStatement, sourceOf } from '../statement-record.js'
import {
  changeVersion,
  currentAttestations,
  sortedKeys,
  type VersionChange,
  type VersionRow,
} from '../statement-version.js'
import type { Batch, NewStatement } from '../store.js'
import { toStored } from '../stored-text.js'
import { type Cell, ImportTables } from './import-tables.js'
import { Neo4jRowFiles } from './neo4j-row-files.js'
import { relationshipType } from './relationship-type.js'

/*
 * The graph of docs/neo4j-model.md as files, row by row what neo4j-writer would have made of the same batches. Numbers
 * are doubles, as the driver sends them.
 */

const nodes = {
  'entities.csv': ['Subject', 'id:ID(entity),type,recorded:double,name'],
  'statements.csv': [
    'Statement',
    'id:ID(statement),subject,property,code,edition,source,language,content,asStated,staged:double,searchKeys',
  ],
  'sources.csv': ['Source', 'key:ID(source),id,content,title,recorded:double'],
  'editions.csv': ['Edition', 'key:ID(edition),id,source,language,content,text,recorded:double'],
  'datasets.csv': ['Dataset', 'id:ID(dataset)'],
  'conflicts.csv': ['Conflict', 'id:ID(conflict),kind,property,content,opened:double[],closed:double[],touched:double'],
  'revisions.csv': ['Revision', 'number:double,at:double'],
  'deeds.csv': ['Deed', 'revision:double,kind,id,content'],
} as const

const relationships = {
  'about.csv': [
    'ABOUT',
    ':START_ID(statement),:END_ID(entity),recorded:double,retracted:double,since:double,rank,confidence:double,vouches,datasets:string[]',
  ],
  'values.csv': ['VALUE', ':START_ID(statement),:END_ID(entity)'],
  'links.csv': [
    undefined,
    ':START_ID(entity),:END_ID(entity),statement,recorded:double,retracted:double,rank,confidence:double,:TYPE',
  ],
  'stated-in.csv': ['STATED_IN', ':START_ID(statement),:END_ID(edition)'],
  'edition-of.csv': ['EDITION_OF', ':START_ID(edition),:END_ID(source)'],
  'describes.csv': ['DESCRIBES', ':START_ID(dataset),:END_ID(entity),recorded:double'],
  'concerns.csv': ['CONCERNS', ':START_ID(conflict),:END_ID(entity)'],
  'between.csv': ['BETWEEN', ':START_ID(conflict),:END_ID(statement)'],
} as const
type FileName = keyof typeof nodes | keyof typeof relationships

/** What is known of a statement that more than one revision changes. */
interface Changing {
  readonly id: string
  readonly subject: string
  readonly link: Link | undefined
  readonly rows: VersionRowOf[]
}

interface Link {
  readonly target: string
  readonly type: string
}

type VersionRowOf = VersionRow & Pick<NonNullable<VersionChange['staged']>, 'rank' | 'confidence' | 'datasets'>

interface ConflictLives {
  readonly content: ConflictContent
  readonly opened: number[]
  readonly closed: number[]
  touched: number
}

export class Neo4jFiles implements BulkFiles {
  readonly #entities = new Map<string, { readonly type: string; readonly recorded: number; name?: string }>()
  readonly #pointedAt = new Set<string>()
  readonly #datasets = new Set<string>()
  readonly #described = new Map<string, Set<string>>()
  readonly #newestSource = new Map<string, string>()
  readonly #newestEdition = new Map<string, string>()
  readonly #conflicts = new Map<string, ConflictLives>()
  readonly #changing = new Map<string, Changing>()
  /** Of the revision that is being written: whose word changing statements have then. */
  readonly #given = new Map<string, Map<string, CurrentAttestation>>()
  #revision = 0

  private constructor(
    readonly tables: ImportTables,
    readonly changesAgain: (statement: string) => boolean,
  ) {}

  static async open(
    create: (name: string) => Promise<BulkFile>,
    changesAgain: (statement: string) => boolean,
  ): Promise<Neo4jFiles> {
    const tables = new ImportTables(create)
    for (const [name, [label, header]] of Object.entries(nodes)) await tables.open('nodes', name, header, label)
    for (const [name, [type, header]] of Object.entries(relationships))
      await tables.open('relationships', name, header, type)
    return new Neo4jFiles(tables, changesAgain)
  }

  async begin({ number, at }: Revision, deed: CurationAction | undefined): Promise<void> {
    this.#endRevision()
    this.#revision = number
    await this.#write('revisions.csv', [[number, Date.parse(at)]])
    if (!deed) return
    const change = changeOfAction(deed)
    const id = change ? toStored(change.id) : null
    await this.#write('deeds.csv', [[number, change?.kind, id, JSON.stringify(deed)]])
  }

  async add(batch: Batch): Promise<void> {
    await this.#addVersions(batch)
    for (const { id, type } of batch.entities ?? [])
      if (!this.#entities.has(toStored(id))) this.#entities.set(toStored(id), { type, recorded: this.#revision })
    await this.#addStatements(batch)
    await this.#addConflicts(batch)
  }

  async end(): Promise<{ readonly nodes: number; readonly relationships: number }> {
    this.#endRevision()
    for (const { id, subject, link, rows } of this.#changing.values())
      for (const row of rows) await this.#writeVersion(id, subject, link, row)
    await this.#write(
      'conflicts.csv',
      [...this.#conflicts.values()].map(({ content, opened, closed, touched }) => [
        ...[toStored(content.id), content.kind, toStored(content.property), JSON.stringify(content)],
        ...[opened, closed, touched],
      ]),
    )
    for (const { content } of this.#conflicts.values()) {
      const id = toStored(content.id)
      for (const subject of content.subjects) this.#pointedAt.add(toStored(subject))
      await this.#write(
        'concerns.csv',
        content.subjects.map(subject => [id, toStored(subject)]),
      )
      await this.#write(
        'between.csv',
        content.statements.map(statement => [id, toStored(statement)]),
      )
    }
    await this.#write(
      'datasets.csv',
      [...this.#datasets].map(dataset => [dataset]),
    )
    for (const [id, { type, recorded, name }] of this.#entities)
      await this.#write('entities.csv', [[id, toStored(type), recorded, name]])
    // What is pointed at and was never described has neither type nor beginning.
    for (const id of this.#pointedAt)
      if (!this.#entities.has(id)) await this.#write('entities.csv', [[id, null, null, null]])
    return await this.tables.end()
  }

  openRows(layout: RowLayout): Promise<BulkRows> {
    return Neo4jRowFiles.open(this.tables, layout, id => this.#entities.has(id) || this.#pointedAt.has(id))
  }

  async #addVersions({ sources = [], editions = [] }: Batch): Promise<void> {
    const keyOf = (id: string) => `${toStored(id)} ${this.#revision}`
    for (const source of sources) {
      const key = keyOf(source.id)
      this.#newestSource.set(source.id, key)
      const content = JSON.stringify(source, sortedKeys)
      await this.#write('sources.csv', [[key, toStored(source.id), content, source.title, this.#revision]])
    }
    for (const { text, ...edition } of editions) {
      const key = keyOf(edition.id)
      this.#newestEdition.set(edition.id, key)
      await this.#write('editions.csv', [
        [
          ...[key, toStored(edition.id), toStored(edition.source), edition.language],
          ...[JSON.stringify(edition, sortedKeys), text === undefined ? null : JSON.stringify(text)],
          ...[this.#revision],
        ],
      ])
      const source = this.#newestSource.get(sourceOf(edition.id))
      if (source !== undefined) await this.#write('edition-of.csv', [[key, source]])
    }
  }

  async #addStatements({ statements = [], vouches = [], withdrawals = [] }: Batch): Promise<void> {
    const fresh = statements.filter(({ id }) => !this.#changing.has(id))
    const given = new Map<string, Map<string, CurrentAttestation>>()
    for (const { statement, subject, dataset, rank, confidence } of vouches) {
      const its = this.changesAgain(statement) ? this.#givenOf(statement) : (given.get(statement) ?? new Map())
      its.set(dataset, { dataset, rank, confidence, recorded: this.#revision })
      if (!this.changesAgain(statement)) given.set(statement, its)
      await this.#describe(toStored(dataset), toStored(subject))
    }
    for (const statement of fresh) {
      const { property, value } = statement
      const link =
        value.kind === 'entity' ? { target: toStored(value.entity), type: relationshipType(property) } : undefined
      await this.#addStatement(statement, link)
      const its = given.get(statement.id)
      if (this.changesAgain(statement.id))
        this.#changing.set(statement.id, {
          ...{ id: toStored(statement.id), subject: toStored(statement.subject), link, rows: [] },
        })
      else if (its) {
        const { staged } = changeVersion({}, its, this.#revision)
        const row = staged && { ...staged, recorded: this.#revision, retracted: null }
        if (row) await this.#writeVersion(toStored(statement.id), toStored(statement.subject), link, row)
      }
    }
    for (const { statement, dataset } of withdrawals) this.#givenOf(statement).delete(dataset)
  }

  async #addStatement(statement: NewStatement, link: Link | undefined): Promise<void> {
    const { id, subject, property, code, edition, source, language, content } = encodeStatement(statement)
    await this.#write('statements.csv', [
      [
        ...[id, subject, property, code, edition, source, language, content, toStored(statement.asStated)],
        ...[this.#revision, searchDocumentOf(statement)],
      ],
    ])
    const stated = this.#newestEdition.get(statement.edition)
    if (stated !== undefined) await this.#write('stated-in.csv', [[id, stated]])
    const entity = this.#entities.get(subject)
    const { value } = statement
    if (entity && entity.name === undefined && property === 'name' && value.kind === 'text') entity.name = value.text
    this.#pointedAt.add(subject)
    if (!link) return
    this.#pointedAt.add(link.target)
    await this.#write('values.csv', [[id, link.target]])
  }

  /** The attestations of a statement so far; the caller changes them. */
  #givenOf(id: string): Map<string, CurrentAttestation> {
    const known = this.#given.get(id)
    if (known) return known
    const base = this.#changing.get(id)?.rows.at(-1)
    const its = currentAttestations(base && base.retracted === null ? { base } : {}, this.#revision)
    this.#given.set(id, its)
    return its
  }

  #endRevision(): void {
    for (const [id, its] of this.#given) {
      const rows = this.#changing.get(id)?.rows
      if (!rows) continue
      const last = rows.at(-1)
      const base = last?.retracted === null ? last : undefined
      const { staged, base: ending } = changeVersion(base ? { base } : {}, its, this.#revision)
      if (base && ending?.ends) rows[rows.length - 1] = { ...base, retracted: this.#revision }
      if (staged) rows.push({ ...staged, recorded: this.#revision, retracted: null })
    }
    this.#given.clear()
  }

  async #writeVersion(id: string, subject: string, link: Link | undefined, row: VersionRowOf): Promise<void> {
    const { recorded, retracted, since, rank, confidence, vouches, datasets } = row
    await this.#write('about.csv', [
      [id, subject, recorded, retracted, since, rank, confidence, vouches, datasets.map(toStored)],
    ])
    if (link)
      await this.#write('links.csv', [[subject, link.target, id, recorded, retracted, rank, confidence, link.type]])
  }

  async #describe(dataset: string, subject: string): Promise<void> {
    this.#datasets.add(dataset)
    const known = this.#described.get(dataset) ?? new Set<string>()
    this.#described.set(dataset, known)
    if (known.has(subject)) return
    known.add(subject)
    await this.#write('describes.csv', [[dataset, subject, this.#revision]])
  }

  async #addConflicts({ conflictsOpened = [], conflictsClosed = [] }: Batch): Promise<void> {
    for (const content of conflictsOpened) {
      const known = this.#conflicts.get(content.id) ?? { content, opened: [], closed: [], touched: 0 }
      this.#conflicts.set(content.id, known)
      known.opened.push(this.#revision)
      known.closed.push(-1)
      known.touched = this.#revision
    }
    for (const id of conflictsClosed) {
      const known = this.#conflicts.get(id)
      if (!known) continue
      known.closed[known.closed.length - 1] = this.#revision
      known.touched = this.#revision
    }
  }

  #write(name: FileName, rows: readonly (readonly Cell[])[]): Promise<void> {
    return this.tables.write(name, rows)
  }
}
