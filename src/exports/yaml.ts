import { LRUCache } from 'lru-cache'
import { toQuotable } from '../datasets/check/match-quote.js'
import type { Word } from '../history/history-item.js'
import { readAttestations } from '../history/read-attestations.js'
import { activeActions, curationOf } from '../model/curation.js'
import type { RecordedAction } from '../model/curation-action.js'
import type { Edition, Source } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import type { EntityType } from '../ontology/ontology.js'
import { sourceIdOf } from '../resolution/cited-edition.js'
import type { AnswerTo, QueryKind, QueryOf } from '../store/store.js'
import { DatasetFiles, type EntityEntry } from './dataset-files.js'
import type { ExportCounts, Exporting } from './format.js'
import type { OutFolder } from './out-folder.js'
import { faultOfSaid, type QuotableEdition, sayStatement } from './statement-to-yaml.js'
import { yamlMap } from './yaml-text.js'

/**
 * The graph as datasets, a folder each, and what curators did, if it is still in force, as `curation.yaml`. Imported together
 * into an empty store they make the same graph.
 */
export async function writeYaml(exporting: Exporting, folder: OutFolder): Promise<ExportCounts> {
  const export_ = new DatasetExport(exporting, folder)
  return await export_.write()
}

const entitiesAtOnce = 300

class DatasetExport {
  readonly #datasets = new Map<string, DatasetFiles>()
  readonly #editions = new LRUCache<string, QuotableEdition>({ max: 50 })
  readonly #isDescribed = new LRUCache<string, boolean>({ max: 100_000 })
  readonly #cited = new Set<string>()
  #statements = 0
  #entities = 0

  constructor(
    readonly exporting: Exporting,
    readonly folder: OutFolder,
  ) {}

  async write(): Promise<ExportCounts> {
    const { ontology } = this.exporting
    const [deeds = []] = await this.ask<'deeds'>([{ kind: 'deeds' }])
    const withdrawn = await this.#withdrawn(deeds)
    for (const type of ontology.types)
      for (let after: string | undefined; ; ) {
        const page: QueryOf<'entities'> = { kind: 'entities', type: type.name, limit: entitiesAtOnce }
        const [ids = []] = await this.ask<'entities'>([after === undefined ? page : { ...page, after }])
        await this.#writeEntities(type, ids, withdrawn)
        if (ids.length < entitiesAtOnce) break
        after = ids.at(-1)
      }
    // All statements of this dataset were withdrawn.
    for (const id of [...withdrawn.keys()].sort()) {
      const type = ontology.findTypeOfId(id)
      if (type) await this.#writeEntities(type, [id], withdrawn)
    }
    await this.#addUncitedSources()
    for (const [, files] of this.#datasets) await files.end()
    const curation = await this.#writeActions(activeActions(deeds))
    return {
      datasets: this.#datasets.size,
      entities: this.#entities,
      statements: this.#statements,
      ...(curation > 0 && { deeds: curation }),
    }
  }

  /** As statements were made and nothing decided: what was merged is merged again by its curation action. */
  async ask<K extends QueryKind>(questions: readonly QueryOf<K>[]): Promise<readonly AnswerTo<K>[]> {
    const { store } = this.exporting
    return (await store.read<K>(questions.map(question => ({ question, uncurated: true })))).answers
  }

  /** What curators withdrew, by subject, with the word on which it stood: its datasets hold it still. */
  async #withdrawn(deeds: readonly RecordedAction[]): Promise<Map<string, (readonly [Statement, readonly Word[]])[]>> {
    const ids = [...curationOf(deeds).withdrawn]
    const statements = await this.ask<'statement'>(ids.map(id => ({ kind: 'statement', id })))
    const bySubject = new Map<string, (readonly [Statement, readonly Word[]])[]>()
    for (const statement of statements) {
      const deed = deeds.findLast(each => each.kind === 'RETRACTION' && each.statement === statement?.id)
      if (!statement || statement.retractedIn === undefined || deed?.kind !== 'RETRACTION') continue
      bySubject.set(statement.subject, [...(bySubject.get(statement.subject) ?? []), [statement, deed.vouches]])
    }
    return bySubject
  }

  async #writeEntities(
    type: EntityType,
    ids: readonly string[],
    withdrawn: Map<string, (readonly [Statement, readonly Word[]])[]>,
  ): Promise<void> {
    const records = await this.ask<'entity'>(ids.map(id => ({ kind: 'entity', id })))
    const standing = records.flatMap(record => record?.statements ?? [])
    const { store, revision } = this.exporting
    const words = await readAttestations(store, revision, standing)
    const isNamed = (id: string) => withdrawn.get(id) ?? []
    const held = standing.map(statement => [statement, this.#weigh(statement, words(statement.id))] as const)
    const bySubject = new Map<string, (readonly [Statement, readonly Word[]])[]>()
    for (const one of [...held, ...ids.flatMap(isNamed)])
      bySubject.set(one[0].subject, [...(bySubject.get(one[0].subject) ?? []), one])
    await this.#describe([...bySubject.values()].flat().map(([statement]) => statement))
    for (const id of ids) {
      withdrawn.delete(id)
      await this.#writeEntity(type, id, bySubject.get(id) ?? [])
      this.#entities++
    }
  }

  /**
   * In one import the word of the dataset that sorts last is what counts; where another’s came later and differs, the
   * last one is given that weight, so that the result is the same.
   */
  #weigh({ id, rank, confidence }: Statement, words: readonly Word[]): readonly Word[] {
    const last = words.at(-1)
    if (!last || (last.rank === rank && last.confidence === confidence)) return words
    const place = { file: `${last.dataset}/dataset.yaml` }
    this.exporting.problems.warning('WORD_OVERRULED', place, { id, dataset: last.dataset, rank, confidence })
    return [...words.slice(0, -1), { dataset: last.dataset, rank, confidence }]
  }

  async #writeEntity(
    type: EntityType,
    id: string,
    held: readonly (readonly [Statement, readonly Word[]])[],
  ): Promise<void> {
    const datasets = new Set(held.flatMap(([, words]) => words.map(({ dataset }) => dataset)))
    for (const dataset of datasets) {
      const its = held.flatMap(([statement, words]) => {
        const word = words.find(each => each.dataset === dataset)
        return word ? [[statement, word] as const] : []
      })
      await this.#files(dataset).add(await this.#entryOf(type, id, dataset, its))
    }
    this.#statements += held.length
    this.exporting.progress(this.#statements)
  }

  async #entryOf(
    type: EntityType,
    id: string,
    dataset: string,
    its: readonly (readonly [Statement, Word])[],
  ): Promise<EntityEntry> {
    const files = this.#files(dataset)
    const sameAs = its.filter(([statement, word]) => isOwnSameAs(statement, word, dataset))
    const others = its.filter(([statement, word]) => !isOwnSameAs(statement, word, dataset))
    const edition = commonest(others.map(([statement]) => statement.edition))
    const statements: string[] = []
    for (const [statement, word] of others) {
      const text = await this.#say(statement, word, type, edition, files)
      if (text !== undefined) statements.push(text)
    }
    for (const [statement] of its) {
      files.cite(statement.edition)
      this.#cited.add(statement.edition.slice(0, statement.edition.lastIndexOf('#')))
      const { value } = statement
      if (value.kind === 'entity' && !this.#isDescribed.get(value.entity)) files.undescribed.add(value.entity)
    }
    return { id, type: type.name, sameAs: sameAs.map(([{ asStated }]) => asStated), edition, statements }
  }

  async #say(
    statement: Statement,
    word: Word,
    type: EntityType,
    defaultEdition: string | undefined,
    files: DatasetFiles,
  ): Promise<string | undefined> {
    const { ontology, problems } = this.exporting
    const property = type.properties.find(({ id }) => id === statement.property)
    const edition = await this.edition(statement.edition)
    const refuse = (reason: string) =>
      void problems.error('STATEMENT_UNSAYABLE', { file: files.file }, { id: statement.id, reason })
    if (!property) return refuse(`${type.name} has no property "${statement.property}"`)
    if (!edition) return refuse(`there is no edition ${statement.edition}`)
    const said = sayStatement(statement, word, property, edition, defaultEdition)
    const fault = faultOfSaid(said, statement, type, edition, ontology)
    return fault === undefined ? yamlMap(said) : refuse(fault)
  }

  async edition(id: string): Promise<QuotableEdition | undefined> {
    const known = this.#editions.get(id)
    if (known) return known
    const [edition, text, source] = (await this.ask<'edition' | 'editionText' | 'source'>([
      { kind: 'edition', id },
      { kind: 'editionText', id },
      { kind: 'source', id: sourceIdOf(id) },
    ])) as [Edition | undefined, string | undefined, Source | undefined]
    if (!edition) return undefined
    const found = { edition, published: source?.published, quotable: text === undefined ? undefined : toQuotable(text) }
    this.#editions.set(id, found)
    return found
  }

  /** Learns which entities that statements point at are described by nothing. */
  async #describe(statements: readonly Statement[]): Promise<void> {
    const targets = statements.flatMap(({ value }) => (value.kind === 'entity' ? [value.entity] : []))
    const unknown = [...new Set(targets)].filter(id => !this.#isDescribed.has(id))
    const found = await this.ask<'statements'>(unknown.map(id => ({ kind: 'statements', subjects: [id], limit: 1 })))
    for (const [i, id] of unknown.entries()) this.#isDescribed.set(id, (found[i]?.length ?? 0) > 0)
  }

  #files(dataset: string): DatasetFiles {
    const known = this.#datasets.get(dataset)
    if (known) return known
    const files = new DatasetFiles(dataset, this.folder, questions => this.ask(questions))
    this.#datasets.set(dataset, files)
    return files
  }

  /** No dataset is known to have declared them; the first one does. */
  async #addUncitedSources(): Promise<void> {
    for (let after: string | undefined; ; ) {
      const page: QueryOf<'sources'> = { kind: 'sources', limit: entitiesAtOnce }
      const [sources = []] = await this.ask<'sources'>([after === undefined ? page : { ...page, after }])
      for (const { id } of sources) {
        if (this.#cited.has(id)) continue
        const [first = 'sources'] = [...this.#datasets.keys()].sort()
        this.#files(first).declare(id)
      }
      if (sources.length < entitiesAtOnce) return
      after = sources.at(-1)?.id
    }
  }

  async #writeActions(deeds: readonly RecordedAction[]): Promise<number> {
    if (deeds.length === 0) return 0
    const file = await this.folder.create('curation.yaml')
    await file.write(
      `# What curators did, if it is still in force: carried out again by \`suanli import\` once the datasets are in.\ndeeds:\n`,
    )
    for (const deed of deeds) await file.write(`  - ${deedText(deed)}\n`)
    await file.close()
    return deeds.length
  }
}

function deedText(deed: RecordedAction): string {
  const { by, reason, at } = deed
  switch (deed.kind) {
    case 'MERGE':
      return yamlMap({ deed: 'merge', keep: deed.kept, merge: deed.former, by, at, reason })
    case 'DECISION': {
      const { conflict, chosen, subjects } = deed
      return yamlMap({
        ...{ deed: chosen === undefined ? 'dismiss' : 'decide', conflict, chosen },
        ...{ subjects, by, at, reason },
      })
    }
    case 'RETRACTION':
      return yamlMap({ deed: 'retract', statement: deed.statement, by, at, reason })
    default:
      throw new Error(`A deed that does not stand by itself: ${deed.kind}`)
  }
}

/** As a dataset’s `sameAs` is read: its own word, by an edition of its own. */
function isOwnSameAs(statement: Statement, { rank, confidence }: Word, dataset: string): boolean {
  const { property, value, qualifiers, asStated, language, edition, quote, valid } = statement
  return (
    property === 'sameAs' &&
    value.kind === 'code' &&
    value.code === asStated &&
    language === 'und' &&
    edition === `${dataset}#und` &&
    Object.keys(qualifiers).length === 0 &&
    quote === undefined &&
    valid === undefined &&
    rank === 'NORMAL' &&
    confidence === 1
  )
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
