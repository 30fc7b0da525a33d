import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import { type Keyed, mergeSorted } from '../datasets/spool/merge-sorted.js'
import type { Curation } from '../model/curation.js'
import type { ImportBase } from './import-base.js'
import type { Wanted } from './plan-subject.js'

/** An entity with its statements in the datasets of a run. There may be none any more. */
export interface SubjectToPlan {
  readonly subject: string
  readonly wanted: readonly Wanted[]
}

/**
 * The subjects of the run and the subjects that its datasets attested before and name no more, sorted, in groups. The
 * last groups are entities with merged ids, whose statements are not adjacent in the order of ids.
 */
export async function* subjectsToPlan(
  datasets: readonly CheckedDataset[],
  bases: readonly ImportBase[],
  curation: Curation,
): AsyncGenerator<readonly SubjectToPlan[]> {
  const isMerged = new Set(curation.formerIds.flatMap(id => [id, curation.canonical(id)]))
  const merged = new Map<string, Wanted[]>([...isMerged].map(id => [curation.canonical(id), []]))
  let step = new Step()
  for await (const one of subjectsInOrder(datasets, bases)) {
    if (isMerged.has(one.subject)) merged.get(curation.canonical(one.subject))?.push(...one.wanted)
    else step.add(one)
    if (!step.isFull) continue
    yield step.subjects
    step = new Step()
  }
  // The last dataset counts, as for statements with one id.
  const order = new Map(datasets.map(({ id }, place) => [id, place]))
  const placeOf = ({ dataset }: Wanted) => order.get(dataset) ?? 0
  for (const [subject, wanted] of merged) step.add({ subject, wanted: wanted.sort((a, b) => placeOf(a) - placeOf(b)) })
  if (step.subjects.length > 0) yield step.subjects
}

async function* subjectsInOrder(
  datasets: readonly CheckedDataset[],
  bases: readonly ImportBase[],
): AsyncGenerator<SubjectToPlan> {
  const vouched = await openAttestedSubjects(datasets, bases)
  for (const { key: subject, wanted } of heldBySubject(datasets)) {
    for (let id = leastOf(vouched); id !== undefined && id <= subject; id = leastOf(vouched)) {
      if (id < subject) yield { subject: id, wanted: [] }
      await passAll(vouched, id)
    }
    yield { subject, wanted }
  }
  for (let id = leastOf(vouched); id !== undefined; id = leastOf(vouched)) {
    yield { subject: id, wanted: [] }
    await passAll(vouched, id)
  }
}

class Step {
  readonly subjects: SubjectToPlan[] = []
  #statements = 0

  add(subject: SubjectToPlan): void {
    this.subjects.push(subject)
    this.#statements += subject.wanted.length
  }

  get isFull(): boolean {
    return this.subjects.length >= subjectsInStep || this.#statements >= statementsInStep
  }
}

/** Measured: more at a time take no less work. */
const subjectsInStep = 1_000
const statementsInStep = 2_500

interface Held extends Keyed {
  readonly wanted: readonly Wanted[]
}

/** The statements of the datasets, entity by entity. */
function* heldBySubject(datasets: readonly CheckedDataset[]): Generator<Held> {
  let held: { readonly key: string; readonly wanted: Wanted[] } | undefined
  for (const { key, wanted } of mergeSorted(datasets.map(heldBy))) {
    if (held && held.key !== key) yield held
    if (held?.key === key) held.wanted.push(...wanted)
    else held = { key, wanted: [...wanted] }
  }
  if (held) yield held
}

function* heldBy({ id, statements }: CheckedDataset): Generator<Held> {
  for (const { key, items } of statements.bySubject())
    yield { key, wanted: items.map(checked => ({ dataset: id, ...checked })) }
}

/** Reads the subjects that a dataset attests, page by page, sorted. */
class AttestedSubjects {
  #page: readonly string[] = []
  #at = 0
  #isLast = false

  constructor(
    readonly base: ImportBase,
    readonly dataset: string,
  ) {}

  get head(): string | undefined {
    return this.#page[this.#at]
  }

  /** Moves to the next subject. Returns a promise only if a page must be read. */
  pass(): Promise<void> | undefined {
    this.#at++
    return this.#at < this.#page.length || this.#isLast ? undefined : this.turn()
  }

  async turn(): Promise<void> {
    const after = this.#page.at(-1)
    const page = { limit: subjectsInPage, ...(after !== undefined && { after }) }
    this.#page = await this.base.attestedSubjects(this.dataset, page)
    this.#at = 0
    this.#isLast = this.#page.length < subjectsInPage
  }
}

const subjectsInPage = 2_000

async function openAttestedSubjects(
  datasets: readonly CheckedDataset[],
  bases: readonly ImportBase[],
): Promise<readonly AttestedSubjects[]> {
  // A staged retraction is attested in the published state only.
  const all = [...new Set(bases)].flatMap(base => datasets.map(({ id }) => new AttestedSubjects(base, id)))
  await Promise.all(all.map(one => one.turn()))
  return all.filter(({ head }) => head !== undefined)
}

function leastOf(vouched: readonly AttestedSubjects[]): string | undefined {
  let least: string | undefined
  for (const { head } of vouched) if (head !== undefined && (least === undefined || head < least)) least = head
  return least
}

async function passAll(vouched: readonly AttestedSubjects[], id: string): Promise<void> {
  for (const one of vouched) if (one.head === id) await one.pass()
}
