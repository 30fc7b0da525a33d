import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { checkGraph, repairConflicts } from '../../src/curation/check-graph.js'
import { decideConflict } from '../../src/curation/decide-conflict.js'
import { PinnedGraph } from '../../src/curation/pinned-graph.js'
import { publishRelease } from '../../src/curation/publish-release.js'
import { matchQuote, toQuotable } from '../../src/datasets/check/match-quote.js'
import { entityTypes } from '../../src/entities/index.js'
import type { FaultCode } from '../../src/model/catalogues/integrity-finding.js'
import { conflictId } from '../../src/model/id.js'
import type { Quote } from '../../src/model/quote.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { openAudit, openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { importInto, seedFolder } from '../support/server.js'

const ontology = createOntology(entityTypes)

/** A store of one engine that a test may spoil behind the engine’s back. */
export interface SpoiltStore {
  /** As `openStore` takes it. */
  readonly address: string
  /** Makes a curation action of the database’s own language. */
  spoil(text: string): Promise<void>
}

/** How a store is spoilt, and what is to be found then. */
export interface Spoiling {
  readonly name: string
  readonly finds: readonly FaultCode[]
  /** In the language of the engine. */
  readonly text: string
  /** What only a person can mend is undone so; all else is to be sound after a repair. */
  readonly undo?: string
  /** Whether more may be found beside. */
  readonly amongOthers?: boolean
}

/**
 * Holds an engine to this: a store that is written in the usual ways is sound; each way of spoiling it is found under its
 * code; and what is said to be mended is sound after it was.
 */
export function holdsAudit(
  open: () => Promise<SpoiltStore & { close(): Promise<void> }>,
  spoilings: readonly Spoiling[],
  found: Set<FaultCode>,
): void {
  let kept: SpoiltStore & { close(): Promise<void> }
  beforeAll(async () => {
    kept = await open()
    await withStore(kept.address, fill)
  }, 300_000)
  afterAll(async () => {
    await kept?.close()
  })

  it('is sound as it was written', async () => {
    expect(await check(kept.address)).toEqual([])
  })

  it.each(spoilings)('$name', async ({ finds, text, undo, amongOthers }) => {
    await kept.spoil(text)
    const seen = await check(kept.address)
    for (const code of seen) found.add(code)
    if (amongOthers) expect(seen).toEqual(expect.arrayContaining([...finds]))
    else expect(seen).toEqual([...finds].sort())
    if (undo !== undefined) return await kept.spoil(undo)
    await repair(kept.address)
    expect(await check(kept.address)).toEqual([])
  })

  it('is sound again once all of it was put back', async () => {
    expect(await check(kept.address)).toEqual([])
  })

  describe('conflicts', () => {
    it('opens one that is missing and closes one that is groundless, as a revision', async () => {
      await withStore(kept.address, async store => {
        const before = (await store.read([])).revision.number
        const curationContext = curationContextOf(store)
        const { answers } = await store.read<'conflicts' | 'entity'>([
          { question: { kind: 'conflicts', limit: 100 } },
          { question: { kind: 'entity', id: 'official/tang-jianguo' } },
        ])
        const [missing] = (answers[0] as readonly { id: string; subjects: readonly string[] }[]).filter(
          ({ subjects }) => subjects[0] === 'official/tang-jianguo',
        )
        const [one, other] = (
          answers[1] as { statements: readonly { id: string; property: string }[] }
        ).statements.filter(({ property }) => property === 'position')
        const groundless = {
          kind: 'VALUE',
          subjects: ['official/tang-jianguo'],
          property: 'position',
          statements: [one?.id ?? '', other?.id ?? ''].sort(),
        } as const
        const batch = {
          conflictsOpened: [{ ...groundless, id: conflictId(groundless) }],
          conflictsClosed: [missing?.id ?? ''],
        }
        await store.writer.apply(
          batch,
          { kind: 'REPAIR', by: 'test', reason: 'spoilt' },
          before,
          new Date().toISOString(),
          () => false,
        )
        expect(await check(kept.address)).toEqual(['CONFLICT_GROUNDLESS', 'CONFLICT_MISSING'])
        for (const code of ['CONFLICT_GROUNDLESS', 'CONFLICT_MISSING'] as const) found.add(code)
        expect(await repairConflicts(curationContext, { by: 'test', reason: 'as it is to be' })).toEqual({
          opened: 1,
          closed: 1,
        })
        const { revision, answers: deeds } = await store.read<'deeds'>([
          { question: { kind: 'deeds', after: before + 1 } },
        ])
        expect(revision.number).toBe(before + 2)
        expect(deeds[0]).toMatchObject([{ kind: 'REPAIR', by: 'test' }])
      })
      expect(await check(kept.address)).toEqual([])
    })
  })

  // Curation actions stay for good, so this comes last.
  it('finds a merge that no program makes', async () => {
    await withStore(kept.address, async store => {
      const { revision } = await store.read([])
      const two = { kept: 'official/tang-jianguo', former: 'region/beijing' }
      const deed = { kind: 'MERGE', ...two, by: 'test', reason: 'spoilt' } as const
      await store.writer.apply({}, deed, revision.number, new Date().toISOString(), () => false)
    })
    expect(await check(kept.address)).toContain('MERGE_IMPOSSIBLE')
    found.add('MERGE_IMPOSSIBLE')
  })
}

/** Two imports, a decision, a merge that was taken back, a release. */
async function fill(store: Store): Promise<void> {
  await importInto(store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00Z')
  await importInto(store, ['test/fixtures/shengang'], '2026-01-02T00:00:00Z')
  const curationContext = curationContextOf(store)
  const byHand = { by: 'curator', reason: '一次' }
  const { answers } = await store.read<'conflicts'>([{ question: { kind: 'conflicts', limit: 10 } }])
  const decided = answers[0]?.find(({ subjects }) => subjects[0] === 'corridor/jing-jin-ji-meng')
  await decideConflict(curationContext, { conflict: decided?.id ?? '', status: 'DISMISSED' }, byHand)
  await publishRelease(curationContext, 'one', byHand)
}

async function withStore(address: string, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(address)
  try {
    await use(store)
  } finally {
    await store.close()
  }
}

function curationContextOf(store: Store) {
  return { store, ontology, now: () => new Date(), isAlive: () => false }
}

const words = {
  typeOfId: (id: string) => ontology.findTypeOfId(id)?.name,
  quotesIn: (text: string) => {
    const quotable = toQuotable(text)
    return ({ exact, prefix, suffix }: Quote) => matchQuote(quotable, exact, prefix, suffix) !== undefined
  },
}

/** The codes of what is wrong, each once, sorted. */
async function check(address: string): Promise<readonly FaultCode[]> {
  const codes = new Set<FaultCode>()
  const audit = await openAudit(address)
  for await (const { fault } of audit.check(words)) codes.add(fault.code)
  await audit.close()
  const isReadable = !['SCHEMA_OLD', 'STATEMENT_UNREADABLE', 'DATABASE_DAMAGED'].some(code =>
    codes.has(code as FaultCode),
  )
  if (isReadable)
    await withStore(address, async store => {
      const { revision } = await store.read([])
      for await (const { fault } of checkGraph(new PinnedGraph(curationContextOf(store), revision)))
        codes.add(fault.code)
    })
  return [...codes].sort()
}

async function repair(address: string): Promise<void> {
  const audit = await openAudit(address)
  for await (const { mending } of audit.check(words)) if (mending) await audit.mend(mending)
  await audit.close()
}
