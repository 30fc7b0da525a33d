import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse, stringify } from 'yaml'
import { type Candidate, type CandidatePlace, findCandidates } from '../../src/candidates/find-candidates.js'
import type { Ontology } from '../../src/ontology/ontology.js'
import type { Store } from '../../src/store/store.js'
import type { ViewReader } from '../../src/views/view-reader.js'
import { importInto, seedFolder } from '../support/server.js'

/** What another source might say of something: values by property. */
type Said = Readonly<Record<string, string | number | readonly string[]>>

/** A pair of which it is known whether it is one. */
export interface JudgedPair {
  readonly way: string
  readonly isOne: boolean
  readonly isHeldOut: boolean
  readonly type: string
  /** Ids, in their order. */
  readonly ids: readonly [string, string]
  /** What is to be said of those of the two that no seed describes. */
  readonly said: readonly { readonly id: string; readonly said: Said }[]
}

/** Each way’s third pair, sixth, ...: weights were never set by looking at them. */
const heldOutOf = 3

export async function readJudgedPairs(): Promise<readonly JudgedPair[]> {
  const judged = parse(await readFile(resolve('test/judged/candidates.yaml'), 'utf8')) as Record<
    'same' | 'other',
    Record<string, readonly { readonly type: string; readonly a: string | Said; readonly b: string | Said }[]>
  >
  let count = 0
  return (['same', 'other'] as const).flatMap(verdict =>
    Object.entries(judged[verdict]).flatMap(([way, pairs]) =>
      pairs.map(({ type, a, b }, i) => {
        count += 1
        const sides = [a, b].map((side, place) =>
          typeof side === 'string'
            ? { id: side, said: undefined }
            : { id: `${type.toLowerCase()}/judged-${String(count).padStart(3, '0')}-${'ab'[place]}`, said: side },
        )
        const ids = sides.map(({ id }) => id).sort() as [string, string]
        return {
          way,
          isOne: verdict === 'same',
          isHeldOut: i % heldOutOf === heldOutOf - 1,
          type,
          ids,
          said: sides.flatMap(({ id, said }) => (said ? [{ id, said }] : [])),
        }
      }),
    ),
  )
}

/** Puts the seeds, and what is judged beside them, into an empty store. */
export async function importJudged(store: Store, pairs: readonly JudgedPair[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-judged-'))
  try {
    await writeFile(join(folder, 'dataset.yaml'), stringify(toDataset(pairs)))
    const seeds = ['beijing-2024', 'cn-regions', 'cn-bureaus', 'operators'].map(seedFolder)
    await importInto(store, [...seeds, folder], '2026-01-01T00:00:00.000Z')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function toDataset(pairs: readonly JudgedPair[]) {
  const entities = pairs.flatMap(({ type, said }) =>
    said.map(({ id, said: values }) => ({
      id,
      type,
      edition: 'judged#und',
      statements: Object.entries(values).flatMap(([property, value]) =>
        [value].flat().map(each => ({
          property,
          value: String(each),
          ...(property === 'name' && { language: /\p{Script=Han}/u.test(String(each)) ? 'zh-Hans' : 'en' }),
        })),
      ),
    })),
  )
  return {
    dataset: 'judged',
    title: 'What other sources might say',
    licence: 'CC0-1.0',
    sources: [{ id: 'judged', title: 'Other sources', editions: [{ language: 'und' }] }],
    entities,
  }
}

/** Every pair with at least that score, by its ids, as its pages give them. */
export async function listCandidates(
  reader: ViewReader,
  ontology: Ontology,
  minScore: number,
): Promise<ReadonlyMap<string, Candidate>> {
  const found = new Map<string, Candidate>()
  for (const type of ontology.types)
    for (let after: CandidatePlace | undefined; ; ) {
      const { candidates, next } = await findCandidates(reader, type, minScore, { after, limit: 40, look: 400 })
      for (const candidate of candidates) {
        const key = pairKey([candidate.a, candidate.b])
        if (found.has(key)) throw new Error(`The pair ${key} is given twice.`)
        found.set(key, candidate)
      }
      if (!next) break
      after = next
    }
  return found
}

export function pairKey(ids: readonly [string, string]): string {
  return ids.toSorted().join(' ')
}

export interface CandidateQuality {
  /** Of the pairs that are one, how many were found. */
  readonly recall: number
  /** Of the judged pairs that were found, how many are one. */
  readonly precision: number
  readonly missed: readonly JudgedPair[]
  readonly wrong: readonly JudgedPair[]
}

export function measureCandidates(
  pairs: readonly JudgedPair[],
  found: ReadonlyMap<string, Candidate>,
  minScore: number,
): CandidateQuality {
  const isFound = ({ ids }: JudgedPair) => (found.get(pairKey(ids))?.score ?? 0) >= minScore
  const right = pairs.filter(pair => pair.isOne && isFound(pair))
  const missed = pairs.filter(pair => pair.isOne && !isFound(pair))
  const wrong = pairs.filter(pair => !pair.isOne && isFound(pair))
  return {
    recall: right.length / (right.length + missed.length),
    precision: right.length / Math.max(1, right.length + wrong.length),
    missed,
    wrong,
  }
}
