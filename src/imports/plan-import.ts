import { findConflicts } from '../conflicts/find-conflicts.js'
import { nameAsSaid } from '../conflicts/name-as-said.js'
import { type CodeNote, keyOfNote, notesOfCodes, type SaidOtherwise, SharedCodes } from '../conflicts/shared-codes.js'
import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import { ExternalSort, type Group } from '../datasets/spool/external-sort.js'
import type { ConflictContent } from '../model/conflict.js'
import { type Curation, curationOf, mergeIds } from '../model/curation.js'
import { isSameConflict } from '../model/id.js'
import type { Ontology } from '../ontology/ontology.js'
import type { AnswerTo, Attestation, Batch } from '../store/store.js'
import { findChangedSources } from './changed-sources.js'
import { CitationIndex } from './citation-index.js'
import type { ImportBase } from './import-base.js'
import { type SubjectToPlan, subjectsToPlan } from './merge-subjects.js'
import { planSubject, type SubjectChange } from './plan-subject.js'
import { readAhead } from './read-ahead.js'

/** The counts of an import. */
export interface ImportCounts {
  readonly entitiesAdded: number
  readonly statementsAdded: number
  readonly statementsRetracted: number
  /** Statements of the datasets that the graph has already. */
  readonly unchanged: number
  /** Number of these that get another rank, confidence or attesting dataset. */
  readonly reweighted: number
  /** Sources and editions that are new or changed. */
  readonly sourcesChanged: number
  readonly conflictsClosed: number
  /** Statements of the datasets that a curator retracted. They are left out. */
  readonly withheld: number
}

/** One step of an import: the batch to stage, its changes for readers, and the progress. */
export interface ImportStep {
  readonly batch: Batch
  readonly counts: ImportCounts
  readonly newConflicts: readonly ConflictContent[]
  /** Number of statements that this step and the steps before it have processed. */
  readonly done: number
}

/** The states that an import is planned on. They differ only in a continued import. */
export interface ImportBases {
  /** The graph with the staged changes. The difference to the datasets is still to be staged. */
  readonly staged: ImportBase
  /** The graph that readers see. The changes of the import are counted against it. */
  readonly published: ImportBase
}

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
 * The changes of an import, step by step: sources, entities, then the codes that identify them. Nothing is written
 * here. The caller may stage the batch of a step while the next step is planned. `whenStaged` waits for the batches
 * that were given.
 */
export async function* planImport(
  datasets: readonly CheckedDataset[],
  bases: ImportBases,
  ontology: Ontology,
  whenStaged: () => Promise<void> = async () => {},
): AsyncGenerator<ImportStep> {
  const { step, retold } = await planCitedEditions(datasets, bases)
  yield step
  const [deeds] = await bases.staged.ask<'deeds'>([{ question: { kind: 'deeds' } }])
  const curation = curationOf(deeds ?? [])
  const citedEditions = new CitationIndex(datasets, bases.staged)
  const setting = { datasets, bases, ontology, curation, citedEditions, retold, codes: new ExternalSort<CodeNote>() }
  let done = 0
  try {
    for await (const subjects of readAhead(knownSubjects(setting))) {
      const planned = await planSubjects(subjects, setting)
      done += subjects.reduce((sum, { held }) => sum + held, 0)
      yield { ...planned, done }
    }
    await whenStaged()
    for await (const planned of planShared(setting)) yield { ...planned, done }
  } finally {
    setting.codes.close()
  }
}

interface Setting {
  readonly datasets: readonly CheckedDataset[]
  readonly bases: ImportBases
  readonly ontology: Ontology
  readonly curation: Curation
  readonly citedEditions: CitationIndex
  /** Editions with another `translationOf` than before. */
  readonly retold: ReadonlySet<string>
  /** Changes of codes that belong to one entity. The other entities with these codes are read once all changes are known. */
  readonly codes: ExternalSort<CodeNote>
}

async function planCitedEditions(datasets: readonly CheckedDataset[], { staged, published }: ImportBases) {
  const toStage = await findChangedSources(datasets, staged)
  const changed = staged === published ? toStage : await findChangedSources(datasets, published)
  const step: ImportStep = {
    batch: { sources: toStage.sources, editions: toStage.editions },
    counts: { ...noCounts, sourcesChanged: changed.sources.length + changed.editions.length },
    newConflicts: [],
    done: 0,
  }
  return { step, retold: changed.retold }
}

/** A subject with its present record in the graph. */
interface KnownSubject extends SubjectToPlan {
  /** Number of its statements in the datasets, those that a curator retracted included. */
  readonly held: number
  readonly staged: Known
  readonly published: Known
}

interface Known {
  readonly record: AnswerTo<'entity'>
  /** Attestations by the datasets of the run. */
  readonly vouched: readonly Attestation[]
}

async function* knownSubjects(setting: Setting): AsyncGenerator<readonly KnownSubject[]> {
  const { datasets, bases, curation } = setting
  for await (const subjects of subjectsToPlan(datasets, [bases.published, bases.staged], curation)) {
    const staged = await readKnown(subjects, bases.staged, setting)
    const published = bases.staged === bases.published ? staged : await readKnown(subjects, bases.published, setting)
    yield subjects.map(({ subject, wanted }, i) => ({
      subject,
      // A dataset does not bring back a statement that a curator retracted.
      wanted:
        curation.withdrawn.size === 0 ? wanted : wanted.filter(({ statement: { id } }) => !curation.withdrawn.has(id)),
      held: wanted.length,
      staged: staged[i] ?? unknown,
      published: published[i] ?? unknown,
    }))
  }
}

const unknown: Known = { record: undefined, vouched: [] }

/** An entity without statements has no attestations. */
async function readKnown(
  subjects: readonly SubjectToPlan[],
  base: ImportBase,
  { datasets, curation }: Setting,
): Promise<readonly Known[]> {
  const records = await base.ask<'entity'>(subjects.map(({ subject: id }) => ({ question: { kind: 'entity', id } })))
  const ids = subjects.flatMap(({ subject }, i) => (records[i] ? curation.idsOf(subject) : []))
  const vouched = ids.length === 0 ? [] : await Promise.all(datasets.map(({ id }) => base.vouched(id, ids)))
  const attestedBySubject = groupBy(vouched.flat(), ({ subject }) => curation.canonical(subject))
  return subjects.map(({ subject }, i) => ({ record: records[i], vouched: attestedBySubject.get(subject) ?? [] }))
}

async function planSubjects(subjects: readonly KnownSubject[], setting: Setting): Promise<Omit<ImportStep, 'done'>> {
  const { bases, ontology, citedEditions } = setting
  const changes = compareSubjects(subjects, 'staged', setting)
  const shown = bases.staged === bases.published ? changes : compareSubjects(subjects, 'published', setting)
  await citedEditions.load(changes.flatMap(({ after }) => after.map(({ edition }) => edition)))

  let counts = noCounts
  const [opened, toldOpened]: [ConflictContent[], ConflictContent[]] = [[], []]
  const closed: string[] = []
  for (const [i, change] of changes.entries()) {
    const forReaders = shown[i] ?? change
    counts = addCounts(counts, countsOf(forReaders))
    if (!isTouched(change, setting) && !isTouched(forReaders, setting)) continue
    const { subject, after } = change
    const type = ontology.findTypeOfId(subject)
    const found = type ? findConflicts({ subject, type, statements: after, citedEditions: citedEditions.find }) : []
    const staged = compareConflicts(found, change)
    opened.push(...staged.opened)
    closed.push(...staged.closed)
    const told = compareConflicts(found, forReaders)
    toldOpened.push(...told.opened)
    counts = addCounts(counts, { ...noCounts, conflictsClosed: told.closed.length })
    noteCodes(change, setting)
    if (forReaders !== change) noteCodes(forReaders, setting)
  }
  const subjectOf = new Map(changes.flatMap(({ added }) => added.map(({ id, subject }) => [id, subject] as const)))
  const { recorded, newConflicts } = await nameOpened(opened, toldOpened, setting, subjectOf)
  return {
    batch: {
      entities: changes.flatMap(({ isNew, subject }) =>
        isNew ? [{ id: subject, type: ontology.findTypeOfId(subject)?.name ?? '' }] : [],
      ),
      statements: changes.flatMap(change => change.added),
      vouches: changes.flatMap(change => change.vouches),
      withdrawals: changes.flatMap(change => change.withdrawals),
      conflictsOpened: recorded,
      conflictsClosed: closed,
    },
    counts: { ...counts, withheld: subjects.reduce((sum, { held, wanted }) => sum + held - wanted.length, 0) },
    newConflicts,
  }
}

function compareSubjects(
  subjects: readonly KnownSubject[],
  base: keyof ImportBases,
  { curation }: Setting,
): readonly SubjectChange[] {
  const isMerged = curation.formerIds.length > 0
  return subjects.map(one => {
    const { subject, wanted } = one
    const { record, vouched } = one[base]
    const change = planSubject(subject, record, wanted, vouched)
    if (!isMerged) return change
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

function noteCodes(change: SubjectChange, { codes, ontology }: Setting): void {
  for (const note of notesOfCodes(saidOtherwise(change), ontology)) codes.add(keyOfNote(note), note)
}

function saidOtherwise({ subject, vouches, after, retracted }: SubjectChange): SaidOtherwise {
  const given = new Set(vouches.map(({ statement }) => statement))
  return { subject, given: after.filter(({ id }) => given.has(id)), retracted }
}

/** Conflicts within one entity. Codes shared with other entities are compared once all changes are known. */
function compareConflicts(found: readonly ConflictContent[], { record }: SubjectChange) {
  const before = (record?.conflicts ?? []).filter(({ subjects }) => subjects.length === 1)
  return {
    opened: found.filter(conflict => !before.some(other => isSameConflict(other, conflict))),
    closed: before.filter(conflict => !found.some(other => isSameConflict(other, conflict))).map(({ id }) => id),
  }
}

/** Conflicts over codes that several entities have, in groups of codes. */
async function* planShared(setting: Setting): AsyncGenerator<Omit<ImportStep, 'done'>> {
  const { codes, bases, ontology } = setting
  for (const notes of inParts(codes.groups(), codesInStep)) {
    const shared = new SharedCodes(ontology)
    for (const note of notes) shared.add(note)
    const staged = await shared.plan(bases.staged)
    const told = bases.staged === bases.published ? staged : await shared.plan(bases.published)
    const { recorded, newConflicts } = await nameOpened(staged.opened, told.opened, setting)
    yield {
      batch: { conflictsOpened: recorded, conflictsClosed: staged.closed },
      counts: { ...noCounts, conflictsClosed: told.closed.length },
      newConflicts,
    }
  }
}

/**
 * The conflicts to stage, and the new conflicts for readers. `subjectOf` has the subjects of statements that are not staged
 * yet.
 */
async function nameOpened(
  opened: readonly ConflictContent[],
  told: readonly ConflictContent[],
  { bases, curation }: Setting,
  subjectOf?: ReadonlyMap<string, string>,
): Promise<{ readonly recorded: readonly ConflictContent[]; readonly newConflicts: readonly ConflictContent[] }> {
  if (curation.formerIds.length === 0) return { recorded: opened, newConflicts: told }
  const name = (conflicts: readonly ConflictContent[]) => nameAsSaid(bases.staged, conflicts, subjectOf)
  const named = await name(opened)
  const toTell = opened === told ? named : await name(told)
  return {
    recorded: named.map(({ recorded }) => recorded),
    newConflicts: toTell.map(({ conflict }) => conflict),
  }
}

const codesInStep = 2_000

/** The members of several groups together, some groups at a time. */
function* inParts<Item>(groups: Iterable<Group<Item>>, groupsInPart: number): Generator<readonly Item[]> {
  let [part, count]: [Item[], number] = [[], 0]
  for (const { items } of groups) {
    part.push(...items)
    if (++count % groupsInPart !== 0) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
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
