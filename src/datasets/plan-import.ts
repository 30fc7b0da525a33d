import type { Conflict, ConflictContent } from '../model/conflict.js'
import type { EntityRecord } from '../model/entity.js'
import type { Rank } from '../model/rank.js'
import type { Edition, Source, Witness } from '../model/source.js'
import type { Ontology } from '../ontology/ontology.js'
import type { StatementToCompare } from '../resolution/contradiction.js'
import { findConflicts, findSharedCodes } from '../resolution/find-conflicts.js'
import type { Witnesses } from '../resolution/witness.js'
import { sourceIdOf } from '../resolution/witness.js'
import type { Batch, NewStatement, Vouch } from '../store/store.js'
import type { CheckedDataset } from './check-dataset.js'
import type { ImportBase } from './import-base.js'

/** What an import does, counted. */
export interface ImportCounts {
  entitiesAdded: number
  statementsAdded: number
  statementsRetracted: number
  /** Statements that the datasets hold and that stand already. */
  unchanged: number
}

/** One step of an import: what it adds and ends, and how far it has come. */
export interface ImportStep {
  readonly batch: Batch
  readonly counts: ImportCounts
  readonly newConflicts: readonly ConflictContent[]
  /** Statements of the datasets that this step and those before it have dealt with. */
  readonly done: number
}

const subjectsInStep = 200

/**
 * What importing the datasets changes in the base, step by step: entities whole, then what identifies them. Nothing is
 * written here; a step’s batch may be staged before the next is asked for, or not at all.
 */
export async function* planImport(
  datasets: readonly CheckedDataset[],
  base: ImportBase,
  ontology: Ontology,
): AsyncGenerator<ImportStep> {
  const witnesses = new WitnessIndex(datasets, base)
  yield* [await planWitnesses(datasets, base)]
  const bySubject = groupBySubject(datasets)
  const codes = new Map<string, CodeChange>()
  let done = 0
  for await (const subjects of subjectsToPlan(datasets, bySubject, base)) {
    const step = await planSubjects(subjects, { datasets, bySubject, base, ontology, witnesses, codes })
    done += step.wanted
    yield { ...step, done }
  }
  const shared = await planSharedCodes(codes, base)
  if (shared.newConflicts.length > 0 || (shared.batch.conflictsClosed ?? []).length > 0) yield { ...shared, done }
}

interface Setting {
  readonly datasets: readonly CheckedDataset[]
  readonly bySubject: ReadonlyMap<string, readonly Wanted[]>
  readonly base: ImportBase
  readonly ontology: Ontology
  readonly witnesses: WitnessIndex
  readonly codes: Map<string, CodeChange>
}

/** A statement that a dataset of the run holds. */
interface Wanted {
  readonly dataset: string
  readonly statement: NewStatement
  readonly rank: Rank
  readonly confidence: number
}

/** What the run does to the statements of one code. */
interface CodeChange {
  readonly property: string
  readonly code: string
  readonly added: StatementToCompare[]
  readonly gone: Set<string>
}

function noCounts(): ImportCounts {
  return { entitiesAdded: 0, statementsAdded: 0, statementsRetracted: 0, unchanged: 0 }
}

/** Sources and editions that are new, or described otherwise than before. */
async function planWitnesses(datasets: readonly CheckedDataset[], base: ImportBase): Promise<ImportStep> {
  const sources = uniqueById(datasets.flatMap(dataset => dataset.sources))
  const editions = uniqueById(datasets.flatMap(dataset => dataset.editions))
  const known = await base.ask<'source' | 'edition'>([
    ...sources.map(({ id }) => ({ question: { kind: 'source', id } as const })),
    ...editions.map(({ id }) => ({ question: { kind: 'edition', id } as const })),
  ])
  const isNew = ({ text: _, ...record }: (Source | Edition) & { text?: string }, i: number) => !isSame(record, known[i])
  return {
    batch: {
      sources: sources.filter(isNew),
      editions: editions.filter((edition, i) => isNew(edition, sources.length + i)),
    },
    counts: noCounts(),
    newConflicts: [],
    done: 0,
  }
}

/** The subjects of the run, and those that its datasets vouched for and no longer name, in steps. */
async function* subjectsToPlan(
  datasets: readonly CheckedDataset[],
  bySubject: ReadonlyMap<string, readonly Wanted[]>,
  base: ImportBase,
): AsyncGenerator<readonly string[]> {
  const subjects = [...bySubject.keys()].sort()
  for (let from = 0; from < subjects.length; from += subjectsInStep) yield subjects.slice(from, from + subjectsInStep)
  const planned = new Set<string>()
  for (const { id } of datasets) {
    for (let after: string | undefined; ; ) {
      const page = await base.vouchedSubjects(id, { limit: subjectsInStep, ...(after !== undefined && { after }) })
      const left = page.filter(subject => !bySubject.has(subject) && !planned.has(subject))
      for (const subject of left) planned.add(subject)
      if (left.length > 0) yield left
      if (page.length < subjectsInStep) break
      after = page.at(-1)
    }
  }
}

async function planSubjects(
  subjects: readonly string[],
  setting: Setting,
): Promise<Omit<ImportStep, 'done'> & { readonly wanted: number }> {
  const { datasets, bySubject, base, ontology, witnesses, codes } = setting
  const records = await base.ask<'entity'>(subjects.map(id => ({ question: { kind: 'entity', id } })))
  const vouched = (await Promise.all(datasets.map(({ id }) => base.vouched(id, subjects)))).flat()
  const vouchedBySubject = groupBy(vouched, ({ subject }) => subject)
  const changes = subjects.map((subject, i) =>
    planSubject(subject, records[i], bySubject.get(subject) ?? [], vouchedBySubject.get(subject) ?? []),
  )
  await witnesses.load(changes.flatMap(({ after }) => after.map(({ edition }) => edition)))

  const counts = noCounts()
  const [opened, closed]: [ConflictContent[], string[]] = [[], []]
  for (const change of changes) {
    counts.entitiesAdded += change.isNew ? 1 : 0
    counts.statementsAdded += change.added.length
    counts.statementsRetracted += change.retracted.length
    counts.unchanged += change.unchanged
    if (!change.isTouched) continue
    const type = ontology.findTypeOfId(change.subject)
    const found = type
      ? findConflicts({ subject: change.subject, type, statements: change.after, witnesses: witnesses.find })
      : []
    const before = (change.record?.conflicts ?? []).filter(({ subjects: of }) => of.length === 1)
    opened.push(...found.filter(({ id }) => !before.some(conflict => conflict.id === id)))
    closed.push(...before.filter(({ id }) => !found.some(conflict => conflict.id === id)).map(({ id }) => id))
    noteCodes(change, ontology, codes)
  }
  return {
    batch: {
      entities: changes
        .filter(({ isNew }) => isNew)
        .map(({ subject }) => ({ id: subject, type: ontology.findTypeOfId(subject)?.name ?? '' })),
      statements: changes.flatMap(change => change.added),
      vouches: changes.flatMap(change => change.vouches),
      withdrawals: changes.flatMap(change => change.withdrawals),
      conflictsOpened: opened,
      conflictsClosed: closed,
    },
    counts,
    newConflicts: opened,
    wanted: subjects.reduce((sum, subject) => sum + (bySubject.get(subject)?.length ?? 0), 0),
  }
}

interface SubjectChange {
  readonly subject: string
  readonly record: EntityRecord | undefined
  readonly isNew: boolean
  readonly isTouched: boolean
  readonly added: readonly NewStatement[]
  readonly retracted: readonly string[]
  readonly unchanged: number
  readonly vouches: readonly Vouch[]
  readonly withdrawals: readonly { readonly statement: string; readonly dataset: string }[]
  /** What stands about it when the step is done. */
  readonly after: readonly StatementToCompare[]
}

function planSubject(
  subject: string,
  record: EntityRecord | undefined,
  wanted: readonly Wanted[],
  vouched: readonly Vouch[],
): SubjectChange {
  const standing = new Map((record?.statements ?? []).map(statement => [statement.id, statement]))
  const key = (statement: string, dataset: string) => `${dataset} ${statement}`
  const vouchedBefore = new Map(vouched.map(vouch => [key(vouch.statement, vouch.dataset), vouch]))
  const wantedKeys = new Set(wanted.map(({ statement, dataset }) => key(statement.id, dataset)))

  const withdrawals = vouched
    .filter(({ statement, dataset }) => !wantedKeys.has(key(statement, dataset)))
    .map(({ statement, dataset }) => ({ statement, dataset }))
  const vouches = wanted
    .filter(({ statement, dataset, rank, confidence }) => {
      const before = vouchedBefore.get(key(statement.id, dataset))
      return !before || before.rank !== rank || before.confidence !== confidence
    })
    .map(({ statement, dataset, rank, confidence }) => ({
      statement: statement.id,
      subject,
      dataset,
      rank,
      confidence,
    }))

  const wantedIds = new Set(wanted.map(({ statement }) => statement.id))
  const retracted = [...new Set(withdrawals.map(({ statement }) => statement))].filter(id => {
    const others = (standing.get(id)?.datasets ?? []).filter(
      dataset => !withdrawals.some(gone => gone.statement === id && gone.dataset === dataset),
    )
    return others.length === 0 && !wantedIds.has(id)
  })
  const added = [...new Map(wanted.map(({ statement }) => [statement.id, statement])).values()].filter(
    ({ id }) => !standing.has(id),
  )
  const gone = new Set(retracted)
  const ranks = new Map(vouches.map(({ statement, rank }) => [statement, rank]))
  return {
    subject,
    record,
    isNew: record === undefined && added.length > 0,
    isTouched: vouches.length > 0 || withdrawals.length > 0,
    added: added.map(statement => withSuperseded(statement, added, retracted, standing)),
    retracted,
    unchanged: wantedIds.size - added.length,
    vouches,
    withdrawals,
    after: [...[...standing.values()].filter(({ id }) => !gone.has(id)), ...added].map(statement => ({
      ...statement,
      rank: ranks.get(statement.id) ?? standing.get(statement.id)?.rank,
    })) as StatementToCompare[],
  }
}

/** A statement replaces another where a dataset gives one up and says one anew of the same property in the same edition and language. */
function withSuperseded(
  statement: NewStatement,
  added: readonly NewStatement[],
  retracted: readonly string[],
  standing: ReadonlyMap<string, StatementToCompare>,
): NewStatement {
  const isAlike = (other: StatementToCompare | undefined) =>
    other?.property === statement.property &&
    other.edition === statement.edition &&
    other.language === statement.language
  const replaced = retracted.filter(id => isAlike(standing.get(id)))
  return replaced.length === 1 && added.filter(isAlike).length === 1
    ? { ...statement, supersedes: replaced[0] as string }
    : statement
}

/** Keeps what the step did to codes that belong to one entity; who else has them is asked when all steps are done. */
function noteCodes(
  { subject, record, added, retracted }: SubjectChange,
  ontology: Ontology,
  codes: Map<string, CodeChange>,
): void {
  const type = ontology.findTypeOfId(subject)
  const identifying = new Set((type?.properties ?? []).filter(({ identifies }) => identifies).map(({ id }) => id))
  const changeOf = ({ property, value }: StatementToCompare): CodeChange | undefined => {
    if (!identifying.has(property) || value.kind !== 'code') return undefined
    const key = JSON.stringify([property, value.code])
    const change = codes.get(key) ?? { property, code: value.code, added: [], gone: new Set<string>() }
    codes.set(key, change)
    return change
  }
  for (const statement of added) changeOf(statement)?.added.push(statement)
  for (const statement of record?.statements ?? [])
    if (retracted.includes(statement.id)) changeOf(statement)?.gone.add(statement.id)
}

/** Conflicts of entities that share a code which the run touched. */
async function planSharedCodes(
  codes: ReadonlyMap<string, CodeChange>,
  base: ImportBase,
): Promise<Omit<ImportStep, 'done'>> {
  const changes = [...codes.values()]
  const standing = await base.ask<'coded'>(
    changes.map(({ property, code }) => ({ question: { kind: 'coded', property, code } })),
  )
  const [opened, closed]: [ConflictContent[], Set<string>] = [[], new Set()]
  for (const [i, { property, added, gone }] of changes.entries()) {
    const before = standing[i] ?? []
    const after = new Map(
      [...before, ...added].filter(({ id }) => !gone.has(id)).map(statement => [statement.id, statement]),
    )
    const touched = new Set([...before, ...added].map(({ id }) => id))
    const subjects = [...new Set([...before, ...added].map(({ subject }) => subject))]
    if (subjects.length < 2) continue
    const found = findSharedCodes([...after.values()])
    const known = (await findIdentityConflicts(base, property, subjects)).filter(
      ({ subjects: of, statements }) => of.length > 1 && statements.some(id => touched.has(id)),
    )
    opened.push(
      ...found.filter(
        ({ id }) => !known.some(conflict => conflict.id === id) && !opened.some(conflict => conflict.id === id),
      ),
    )
    for (const { id } of known) if (!found.some(conflict => conflict.id === id)) closed.add(id)
  }
  return { batch: { conflictsOpened: opened, conflictsClosed: [...closed] }, counts: noCounts(), newConflicts: opened }
}

async function findIdentityConflicts(
  base: ImportBase,
  property: string,
  subjects: readonly string[],
): Promise<readonly Conflict[]> {
  const [conflicts = []] = await base.ask<'conflicts'>([
    { question: { kind: 'conflicts', subjects, properties: [property], kinds: ['IDENTITY'], limit: 1000 } },
  ])
  return conflicts
}

/** Who states what is compared: the run’s own editions, and those of the graph, which are read as they are met. */
class WitnessIndex {
  readonly #known = new Map<string, Witness | undefined>()

  constructor(
    datasets: readonly CheckedDataset[],
    readonly base: ImportBase,
  ) {
    for (const { editions, sources } of datasets)
      for (const edition of editions) {
        const source = sources.find(({ id }) => id === edition.source)
        if (source) this.#known.set(edition.id, { edition, source })
      }
  }

  readonly find: Witnesses = edition => this.#known.get(edition)

  async load(editions: readonly string[]): Promise<void> {
    const unknown = [...new Set(editions)].filter(id => !this.#known.has(id))
    if (unknown.length === 0) return
    const found = await this.base.ask<'edition' | 'source'>(
      unknown.flatMap(id => [
        { question: { kind: 'edition', id } as const },
        { question: { kind: 'source', id: sourceIdOf(id) } as const },
      ]),
    )
    for (const [i, id] of unknown.entries()) {
      const [edition, source] = [found[2 * i] as Edition | undefined, found[2 * i + 1] as Source | undefined]
      this.#known.set(id, edition && source && { edition, source })
    }
  }
}

function groupBySubject(datasets: readonly CheckedDataset[]): ReadonlyMap<string, readonly Wanted[]> {
  return groupBy(
    datasets.flatMap(({ id, statements }) => statements.map(statement => ({ dataset: id, ...statement }))),
    ({ statement }) => statement.subject,
  )
}

function groupBy<Member>(
  members: readonly Member[],
  keyOf: (member: Member) => string,
): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const group = groups.get(keyOf(member))
    if (group) group.push(member)
    else groups.set(keyOf(member), [member])
  }
  return groups
}

function uniqueById<Member extends { readonly id: string }>(members: readonly Member[]): readonly Member[] {
  return [...new Map(members.map(member => [member.id, member])).values()]
}

/** Whether two records say the same, whatever the order of their members. */
function isSame(a: object, b: object | undefined): boolean {
  const text = (record: object) =>
    JSON.stringify(
      Object.entries(record)
        .filter(([, value]) => value !== undefined)
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    )
  return b !== undefined && text(a) === text(b)
}
