import { createHash } from 'node:crypto'
import { editionId, statementId } from '../../model/id.js'
import type { Edition, Source } from '../../model/source.js'
import type { StatementContent } from '../../model/statement.js'
import type { DatasetDraft, EntityDraft } from '../files/draft.js'
import { StatementSpool } from '../spool/statement-spool.js'
import { readTable, type TableSummary } from '../tables/read-table.js'
import { checkEntity, isEntityId, type TypedEntity } from './check-entity.js'
import { type CheckedSources, isWebAddress, webAddress } from './check-sources.js'
import { type CheckedStatement, checkStatement, type StatementSetting } from './check-statement.js'
import { CitedRows } from './cited-rows.js'
import { type Place, type Placed, placeText } from './problem-list.js'
import { reportRowsThatDiffer } from './rows-that-differ.js'

/** A dataset that was checked: what it states, ready to be planned. */
export interface CheckedDataset {
  readonly id: string
  readonly title: string
  readonly sources: readonly Source[]
  readonly editions: readonly (Edition & { readonly text?: string })[]
  /** Those that have no fault. */
  readonly statements: StatementSpool
  readonly tables: readonly TableSummary[]
}

/** What one dataset says of entities: of which it says something, and which its links lead to, with where they first do. */
export interface Described {
  readonly dataset: CheckedDataset
  readonly described: ReadonlySet<string>
  readonly referred: ReadonlyMap<string, Place>
}

/**
 * Checks what a dataset states against the ontology and the editions of the run, and makes its statements. Reports
 * every problem.
 */
export async function checkDataset(
  draft: DatasetDraft,
  sources: CheckedSources,
  setting: StatementSetting,
  tell: (checked: number) => void,
): Promise<Described> {
  const check = new DatasetCheck(draft, setting)
  check.addEntities(draft.entities)
  tell(check.statements.size)
  check.addUndescribed(draft.undescribed)
  const tables: { readonly summary: TableSummary; readonly file: Placed; readonly edition: string }[] = []
  const cited = new CitedRows(draft.entities)
  for (const table of draft.tables) {
    const entities = readTable(draft.folder, table, setting.problems, row => cited.see(table.edition.content, row))
    for (;;) {
      const { done, value } = await entities.next()
      if (done) {
        if (value) tables.push({ summary: value, file: table.file, edition: table.edition.content })
        break
      }
      check.addEntity(value)
      tell(check.statements.size)
    }
  }
  cited.report(setting.problems)
  const { statements, described, referred, citesItself } = check
  reportRowsThatDiffer(tables, statements, setting.ontology, setting.problems)
  return {
    dataset: {
      id: draft.id.content,
      title: draft.title,
      ...(citesItself ? withOwnEdition(draft, sources) : plain(sources)),
      statements,
      tables: tables.map(({ summary }) => summary),
    },
    described,
    referred,
  }
}

class DatasetCheck {
  readonly statements = new StatementSpool()
  readonly described = new Set<string>()
  readonly referred = new Map<string, Place>()
  citesItself = false
  /** By id: the place of each statement that comes from no table row (rows may be millions). */
  readonly #places = new Map<string, Place>()

  constructor(
    readonly draft: DatasetDraft,
    readonly setting: StatementSetting,
  ) {}

  /** What files say of an entity adds up; said in two places of one file it is a mistake. */
  addEntities(entities: readonly EntityDraft[]): void {
    const described = new Map<string, Placed>()
    for (const entity of entities) {
      const { content: id, place } = entity.id
      const key = JSON.stringify([place.file, id])
      const first = described.get(key)
      const hint = 'put its statements into one entry'
      if (first) this.setting.problems.error('ID_DUPLICATE', place, { id, first: placeText(first.place) }, hint)
      else described.set(key, entity.id)
      this.addEntity(entity)
    }
  }

  /** What is known to be described by nothing is not asked for. */
  addUndescribed(ids: readonly Placed[]): void {
    const { ontology, problems } = this.setting
    for (const { content, place } of ids) {
      const type = ontology.findTypeOfId(content)
      if (type && isEntityId(content, type)) this.described.add(content)
      else problems.error('VALUE_INVALID', place, { seen: content, expected: 'the id of an entity' })
    }
  }

  addEntity(draft: EntityDraft): void {
    const { ontology, problems } = this.setting
    // Described is also what is described with a fault, so that a fault is not told once more by each link to it.
    if (draft.statements.length + draft.sameAs.length > 0) this.described.add(draft.id.content)
    const entity = checkEntity(draft, ontology, problems)
    if (!entity) return
    for (const address of draft.sameAs) this.#addSameAs(entity, address)
    for (const statement of draft.statements) {
      const checked = checkStatement(statement, entity, this.setting)
      if (!checked) continue
      const { refersTo } = checked
      if (refersTo !== undefined && !this.referred.has(refersTo)) this.referred.set(refersTo, statement.value.place)
      this.#add(checked, statement.fragment === undefined ? statement.place : undefined)
    }
  }

  /** That two addresses mean one thing is the word of the dataset itself: it is cited as a source of its own. */
  #addSameAs({ id }: TypedEntity, { content, place }: Placed): void {
    if (!isWebAddress(content)) {
      this.setting.problems.error('VALUE_INVALID', place, { seen: content, expected: webAddress })
      return
    }
    const statement: StatementContent = {
      subject: id,
      property: 'sameAs',
      value: { kind: 'code', code: content },
      qualifiers: {},
      asStated: content,
      language: 'und',
      edition: ownEdition(this.draft.id.content),
    }
    this.#add(
      { statement: { id: statementId(statement), ...statement }, rank: 'NORMAL', confidence: 1, describes: id },
      place,
    )
  }

  /** Two columns of a row that say the same are one statement, and no mistake. */
  #add(checked: CheckedStatement, place: Place | undefined): void {
    const { id, edition } = checked.statement
    const first = place && this.#places.get(id)
    if (place && first) this.setting.problems.warning('STATEMENT_DUPLICATE', place, { first: placeText(first) })
    else if (place) this.#places.set(id, place)
    if (edition === ownEdition(this.draft.id.content)) this.citesItself = true
    this.statements.add(checked)
  }
}

function plain({ sources, editions }: CheckedSources): Pick<CheckedDataset, 'sources' | 'editions'> {
  return { sources: sources.map(({ source }) => source), editions: editions.map(({ edition }) => edition) }
}

const undetermined = 'und'

function ownEdition(dataset: string): string {
  return editionId(dataset, undetermined)
}

/** The dataset as a source; one that it declares under its own id is that source, with one more edition. */
function withOwnEdition(
  { id, title, licence }: DatasetDraft,
  checked: CheckedSources,
): Pick<CheckedDataset, 'sources' | 'editions'> {
  const { sources, editions } = plain(checked)
  const edition = ownEdition(id.content)
  const sha256 = createHash('sha256').update(edition).digest('hex')
  const declared = sources.find(source => source.id === id.content)
  const own = {
    ...(declared ?? { id: id.content, title, ...(licence !== undefined && { licence }), languages: [], weight: 1 }),
    languages: [...new Set([...(declared?.languages ?? []), undetermined])],
  }
  return {
    sources: [...sources.filter(source => source !== declared), own],
    editions: [
      ...editions.filter(other => other.id !== edition),
      { id: edition, source: id.content, language: undetermined, sha256 },
    ],
  }
}
