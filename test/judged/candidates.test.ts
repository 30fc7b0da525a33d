import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Candidate, usualMinScore } from '../../src/candidates/find-candidates.js'
import { entityTypes } from '../../src/entities/index.js'
import { createContext } from '../../src/graphql/request/context.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { importJudged, listCandidates, measureCandidates, pairKey, readJudgedPairs } from './measure-candidates.js'

const ontology = createOntology(entityTypes)
const pairs = await readJudgedPairs()

describe('the judged pairs', () => {
  it('are many, of both kinds, and a part is held out', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(140)
    expect(pairs.filter(({ isOne }) => isOne).length).toBeGreaterThanOrEqual(70)
    expect(pairs.filter(({ isHeldOut }) => isHeldOut).length).toBeGreaterThanOrEqual(40)
    expect(new Set(pairs.map(({ ids }) => pairKey(ids))).size).toBe(pairs.length)
  })
})

const found = candidatesIn(openSqliteTestStore)

describe('on the embedded store', () => {
  it.each([
    { name: 'those that weights were set by', isHeldOut: false, recall: 0.87, precision: 0.97 },
    { name: 'those that were held out', isHeldOut: true, recall: 0.93, precision: 0.97 },
  ])('what is one is found, and little else: of $name', ({ name, isHeldOut, recall, precision }) => {
    const its = pairs.filter(pair => pair.isHeldOut === isHeldOut)
    const quality = measureCandidates(its, found(), usualMinScore)
    const said = `of ${its.length} pairs, ${name}: precision ${quality.precision.toFixed(3)}, recall ${quality.recall.toFixed(3)}`
    process.stdout.write(`${said}\n`)
    const told = [...quality.missed, ...quality.wrong].map(({ ids, said: [a, b] }) => [ids, a?.said.name, b?.said.name])
    expect({ said, told, isGood: quality.recall > recall && quality.precision > precision }).toEqual({
      said,
      told,
      isGood: true,
    })
  })

  it('what the seeds describe as two is not taken for one', () => {
    const ofSeeds = [...found().values()].filter(
      ({ a, b, score }) => score >= usualMinScore && !`${a} ${b}`.includes('/judged-'),
    )
    expect(ofSeeds).toEqual([])
  })

  it('a score has its reasons: what speaks for it first', () => {
    const pair = pairs.find(({ said }) => said[0]?.said.name === '朝阳区')
    expect(found().get(pairKey(pair?.ids ?? ['', '']))).toMatchObject({
      score: 0.06,
      reasons: [
        { code: 'SAME_NAME', detail: '朝阳区' },
        { code: 'OTHER_CODE', detail: '110105 / 220104' },
        { code: 'OTHER_LINK', detail: 'parent region/beijing / region/cn-220100' },
      ],
    })
  })
})

describeOnNeo4j(uri => {
  const onNeo4j = candidatesIn(() => openNeo4jTestStore(uri()))

  it('the same pairs are found as on the embedded store', () => {
    expect([...onNeo4j().values()]).toEqual([...found().values()])
  })
})

function candidatesIn(open: () => Promise<TestStore>): () => ReadonlyMap<string, Candidate> {
  let opened: TestStore
  let listed: ReadonlyMap<string, Candidate>
  beforeAll(async () => {
    opened = await open()
    await importJudged(opened.store, pairs)
    const reader = createContext({ store: opened.store, ontology, now: () => new Date('2026-01-02') }).at()
    listed = await listCandidates(reader, ontology, 0.05)
  }, 300_000)
  afterAll(async () => {
    await opened?.close()
  })
  return () => listed
}
