import type { ConflictContent } from '../model/conflict.js'
import { type Curation, curationOf, mergeIds } from '../model/curation.js'
import { isSameConflict } from '../model/id.js'
import type { Edition, Source } from '../model/source.js'
import type { Ontology } from '../ontology/ontology.js'
import { type SaidOtherwise, SharedCodes } from '../reading/shared-codes.js'
import { findConflicts } from '../resolution/find-conflicts.js'
import type { Batch } from '../store/store.js'
import type { CheckedDataset } from './check-dataset.js'
import type { ImportBase } from './import-base.js'
import { planSubject, type SubjectChange, type Wanted } from './plan-subject.js'
import { WitnessIndex } from './witness-index.js'

/** What an import does, counted. */
export interface ImportCounts {
  readonly entitiesAdded: number
  readonly statementsAdded: number
  readonly statementsRetracted: number
  /** Statements that the datasets hold and that stand already. */
  readonly unchanged: number
  /** How many of these get another rank or confidence, or one more dataset that vouches for them. */
  readonly reweighted: number
  /** Sources and editions that are new, or described otherwise than before. */
  readonly sourcesChanged: number
  readonly conflictsClosed: number
  /** Statements that the datasets hold and a curator withdrew: they are left out. */
  readonly withheld: number
}

/** One step of an import: what is to be staged, what that changes for readers, and how far the import has come. */
export interface ImportStep {
  readonly batch: Batch
  readonly counts: ImportCounts
  readonly newConflicts: readonly ConflictContent[]
  /** Statements of the datasets that this step and those before it have dealt with. */
  readonly done: number
}

/** What an import is planned against. The two differ only while an interrupted import is gone on with. */
export interface ImportBases {
  /** What is there with what is staged: what is still to be staged is found by it. */
  readonly staged: ImportBase
  /** What readers see: what the import changes is counted by it. */
  readonly published: ImportBase
}

const subjectsInStep = 200

export const noCounts: ImportCounts = {
  entitiesAdded: 0,
  statementsAdded: 0,
  statementsRetracted: 0,
  unchanged: 0,
  reweighted: 0,
  sourcesChanged: 0,
  conflictsClosed: 0,
  withheld: 0,
}

/**
 * What importing the datasets changes, step by step: sources, entities whole, then what identifies them. Nothing is
 * written here; a step’s batch may be staged before the next is asked for, or not at all.
 */
export async function* planImport(
  datasets: readonly CheckedDataset[],
  bases: ImportBases,
  ontology: Ontology,
): AsyncGenerator<ImportStep> {
  const { step, retold } = await planWitnesses(datasets, bases)
  const [deeds] = await bases.staged.ask<'deeds'>([{ question: { kind: 'deeds' } }])
  const curation = curationOf(deeds ?? [])
  const all = datasets.flatMap(({ id, statements }) => statements.map(statement => ({ dataset: id, ...statement })))
  // What a curator withdrew is not brought back by a dataset that still holds it.
  const wanted =
    curation.withdrawn.size === 0 ? all : all.filter(({ statement }) => !curation.withdrawn.has(statement.id))
  yield { ...step, counts: { ...step.counts, withheld: all.length - wanted.length } }
  const bySubject = groupBy(wanted, ({ statement }) => curation.canonical(statement.subject))
  const witnesses = new WitnessIndex(datasets, bases.staged)
  const setting = {
    datasets,
    bySubject,
    bases,
    ontology,
    curation,
    witnesses,
    retold,
    codes: new SharedCodes(ontology),
  }
  let done = 0
  for await (const subjects of subjectsToPlan(setting)) {
    const planned = await planSubjects(subjects, setting)
    done += subjects.reduce((sum, subject) => sum + (bySubject.get(subject)?.length ?? 0), 0)
    yield { ...planned, done }
  }
  yield { ...(await planShared(setting)), done }
}

interface Setting {
  readonly datasets: readonly CheckedDataset[]
  readonly bySubject: ReadonlyMap<string, readonly Wanted[]>
  readonly bases: ImportBases
  readonly ontology: Ontology
  readonly curation: Curation
  readonly witnesses: WitnessIndex
  /** Editions that were said to translate another one than now. */
  readonly retold: ReadonlySet<string>
  readonly codes: SharedCodes
}

async function planWitnesses(datasets: readonly CheckedDataset[], { staged, published }: ImportBases) {
  const sources = uniqueById(datasets.flatMap(dataset => dataset.sources))
  const editions = uniqueById(datasets.flatMap(dataset => dataset.editions))
  const asks = [
    ...sources.map(({ id }) => ({ question: { kind: 'source', id } as const })),
    ...editions.map(({ id }) => ({ question: { kind: 'edition', id } as const })),
  ]
  const there = await staged.ask<'source' | 'edition'>(asks)
  const before = staged === published ? there : await published.ask<'source' | 'edition'>(asks)
  const isNew = (
    known: readonly (Source | Edition | undefined)[],
    record: (Source | Edition) & { text?: string },
    i: number,
  ) => {
    const { text: _, ...described } = record
    return !isSame(described, known[i])
  }
  const all = [...sources, ...editions]
  const step: ImportStep = {
    batch: {
      sources: sources.filter((source, i) => isNew(there, source, i)),
      editions: editions.filter((edition, i) => isNew(there, edition, sources.length + i)),
    },
    counts: { ...noCounts, sourcesChanged: all.filter((record, i) => isNew(before, record, i)).length },
    newConflicts: [],
    done: 0,
  }
  const retold = editions.filter(({ translationOf }, i) => {
    const known = before[sources.length + i] as Edition | undefined
    return known && known.translationOf !== translationOf
  })
  return { step, retold: new Set(retold.map(({ id }) => id)) }
}

/** The subjects of the run, and those that its datasets vouched for and no longer name. */
async function* subjectsToPlan({ datasets, bySubject, bases, curation }: Setting): AsyncGenerator<readonly string[]> {
  const subjects = [...bySubject.keys()].sort()
  for (let from = 0; from < subjects.length; from += subjectsInStep) yield subjects.slice(from, from + subjectsInStep)
  const given = new Set<string>()
  // What was staged to be given up is vouched for in the published state only.
  for (const base of new Set([bases.published, bases.staged]))
    for (const { id } of datasets)
      for (let after: string | undefined; ; ) {
        const page = await base.vouchedSubjects(id, { limit: subjectsInStep, ...(after !== undefined && { after }) })
        const subjects = [...new Set(page.map(curation.canonical))]
        const left = subjects.filter(subject => !bySubject.has(subject) && !given.has(subject))
        for (const subject of left) given.add(subject)
        if (left.length > 0) yield left
        if (page.length < subjectsInStep) break
        after = page.at(-1)
      }
}

async function planSubjects(subjects: readonly string[], setting: Setting): Promise<Omit<ImportStep, 'done'>> {
  const { bases, ontology, witnesses, codes } = setting
  const changes = await compareSubjects(subjects, bases.staged, setting)
  const shown = bases.staged === bases.published ? changes : await compareSubjects(subjects, bases.published, setting)
  await witnesses.load(changes.flatMap(({ after }) => after.map(({ edition }) => edition)))

  let counts = noCounts
  const newConflicts: ConflictContent[] = []
  const [opened, closed]: [ConflictContent[], string[]] = [[], []]
  for (const [i, change] of changes.entries()) {
    const forReaders = shown[i] ?? change
    counts = addCounts(counts, countsOf(forReaders))
    if (!isTouched(change, setting) && !isTouched(forReaders, setting)) continue
    const { subject, after } = change
    const type = ontology.findTypeOfId(subject)
    const found = type ? findConflicts({ subject, type, statements: after, witnesses: witnesses.find }) : []
    const staged = compareConflicts(found, change)
    opened.push(...staged.opened)
    closed.push(...staged.closed)
    const told = compareConflicts(found, forReaders)
    newConflicts.push(...told.opened)
    counts = addCounts(counts, { ...noCounts, conflictsClosed: told.closed.length })
    codes.note(saidOtherwise(change))
    if (forReaders !== change) codes.note(saidOtherwise(forReaders))
  }
  return {
    batch: {
      entities: changes.flatMap(({ isNew, subject }) =>
        isNew ? [{ id: subject, type: ontology.findTypeOfId(subject)?.name ?? '' }] : [],
      ),
      statements: changes.flatMap(change => change.added),
      vouches: changes.flatMap(change => change.vouches),
      withdrawals: changes.flatMap(change => change.withdrawals),
      conflictsOpened: opened,
      conflictsClosed: closed,
    },
    counts,
    newConflicts,
  }
}

async function compareSubjects(
  subjects: readonly string[],
  base: ImportBase,
  { datasets, bySubject, curation }: Setting,
): Promise<readonly SubjectChange[]> {
  const records = await base.ask<'entity'>(subjects.map(id => ({ question: { kind: 'entity', id } })))
  const vouched = (
    await Promise.all(datasets.map(({ id }) => base.vouched(id, subjects.flatMap(curation.idsOf))))
  ).flat()
  const vouchedBySubject = groupBy(vouched, ({ subject }) => curation.canonical(subject))
  return subjects.map((subject, i) => {
    const change = planSubject(subject, records[i], bySubject.get(subject) ?? [], vouchedBySubject.get(subject) ?? [])
    return { ...change, after: change.after.map(statement => mergeIds(statement, curation.canonical)) }
  })
}

function isTouched({ vouches, withdrawals, after }: SubjectChange, { retold }: Setting): boolean {
  return (
    vouches.length > 0 ||
    withdrawals.length > 0 ||
    (retold.size > 0 && after.some(({ edition }) => retold.has(edition)))
  )
}

function saidOtherwise({ subject, vouches, after, retracted }: SubjectChange): SaidOtherwise {
  const given = new Set(vouches.map(({ statement }) => statement))
  return { subject, given: after.filter(({ id }) => given.has(id)), retracted }
}

/** Of one entity alone: those that it has in common with others are compared when all is known. */
function compareConflicts(found: readonly ConflictContent[], { record }: SubjectChange) {
  const before = (record?.conflicts ?? []).filter(({ subjects }) => subjects.length === 1)
  return {
    opened: found.filter(conflict => !before.some(other => isSameConflict(other, conflict))),
    closed: before.filter(conflict => !found.some(other => isSameConflict(other, conflict))).map(({ id }) => id),
  }
}

async function planShared({ codes, bases }: Setting): Promise<Omit<ImportStep, 'done'>> {
  const staged = await codes.plan(bases.staged)
  const told = bases.staged === bases.published ? staged : await codes.plan(bases.published)
  return {
    batch: { conflictsOpened: staged.opened, conflictsClosed: staged.closed },
    counts: { ...noCounts, conflictsClosed: told.closed.length },
    newConflicts: told.opened,
  }
}

function countsOf({ isNew, added, retracted, unchanged, reweighted }: SubjectChange): ImportCounts {
  return {
    ...noCounts,
    entitiesAdded: isNew ? 1 : 0,
    statementsAdded: added.length,
    statementsRetracted: retracted.length,
    unchanged,
    reweighted,
  }
}

export function addCounts(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    entitiesAdded: a.entitiesAdded + b.entitiesAdded,
    statementsAdded: a.statementsAdded + b.statementsAdded,
    statementsRetracted: a.statementsRetracted + b.statementsRetracted,
    unchanged: a.unchanged + b.unchanged,
    reweighted: a.reweighted + b.reweighted,
    sourcesChanged: a.sourcesChanged + b.sourcesChanged,
    conflictsClosed: a.conflictsClosed + b.conflictsClosed,
    withheld: a.withheld + b.withheld,
  }
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
