import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { said, statement } from '../support/dataset-builder.js'

const script = fileURLToPath(new URL('../support/import-until-killed.mjs', import.meta.url))
// A child does not see the test runner's modules, only what was built.
const engine = new URL('../../dist/store/sqlite/sqlite-store.js', import.meta.url).href

type Line = {
  readonly staged?: number
  readonly published?: number
  readonly abandoning?: number
  readonly abandoned?: number
}

describe('a process that imports and is killed', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-crash-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  /** Starts an import, kills it `afterMs` after it has printed a line that `isEnough`, and gives all that it printed. */
  async function importUntil(
    mode: 'publish' | 'abandon',
    isEnough: (line: Line) => boolean,
    afterMs: number,
  ): Promise<Line[]> {
    const child = spawn(process.execPath, [script, engine, folder, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
    const lines: Line[] = []
    let isKilled = false
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line
      lines.push(line)
      if (isKilled || !isEnough(line)) continue
      isKilled = true
      setTimeout(() => child.kill('SIGKILL'), afterMs)
    }
    if (child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    return lines
  }

  const countOf = async (store: Store, pin?: number) => {
    const { revision, answers } = await store.read(
      [
        { question: { kind: 'statements', limit: 1_000_000 } },
        { question: { kind: 'entities', type: 'Region', limit: 1_000_000 } },
      ],
      { pin },
    )
    return { revision: revision.number, statements: answers[0]?.length, entities: answers[1]?.length }
  }
  /** Each revision adds three regions of twenty statements. */
  const whole = (revision: number) => ({ revision, statements: revision * 60, entities: revision * 3 })

  it('has published what it was told is published, whole, and its import can be finished', async () => {
    let reached = 0
    for (let round = 0; round < 6; round += 1) {
      const from = reached
      const lines = await importUntil('publish', line => (line.published ?? 0) >= from + 2, round * 7)
      const told = Math.max(...lines.map(line => line.published ?? 0))
      const store = await openSqliteStore(folder)
      const found = await countOf(store)
      expect(found).toEqual(whole(found.revision))
      expect(found.revision).toBeGreaterThanOrEqual(told)
      expect(found.revision).toBeLessThanOrEqual(told + 1)
      for (let revision = 0; revision <= found.revision; revision += 1) {
        expect(await countOf(store, revision)).toEqual(whole(revision))
      }
      reached = found.revision
      await store.close()
    }
    const store = await openSqliteStore(folder)
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    for (let number = reached * 3; number < reached * 3 + 3; number += 1) {
      const statements = Array.from({ length: 20 }, (_, index) =>
        statement(`statement/${number}-${index}`, `region/${number}`),
      )
      await store.writer.stage(staged, said('news', ...statements))
    }
    await store.writer.publish(staged, '2025-06-01T00:00:00Z')
    expect(await countOf(store)).toEqual(whole(reached + 1))
    await store.close()
  }, 300_000)

  it('leaves other processes reading whole revisions all the while', async () => {
    const store = await openSqliteStore(folder)
    let isImporting = true
    const seen = new Set<number>()
    const reading = (async () => {
      while (isImporting) {
        const found = await countOf(store)
        expect(found).toEqual(whole(found.revision))
        seen.add(found.revision)
      }
    })()
    await importUntil('publish', () => seen.size > 4, 0)
    isImporting = false
    await reading
    await store.close()
  }, 300_000)

  it('leaves an abandonment that can be finished', async () => {
    await importUntil('publish', line => line.published === 2, 0)
    const before = await openSqliteStore(folder)
    await before.writer.abandon(() => false)
    const published = await countOf(before)
    await before.close()
    const lines = await importUntil('abandon', line => line.abandoning !== undefined, 30)
    const isDone = lines.some(line => line.abandoned !== undefined)
    const store = await openSqliteStore(folder)
    expect(await countOf(store)).toEqual(published)
    expect(await store.writer.abandon(() => false)).toEqual(isDone ? undefined : ['news'])
    expect(await countOf(store)).toEqual(published)
    const staged = await store.writer.begin(['other'], 'here:1', () => false)
    expect(await store.writer.readStaged(staged, [{ question: { kind: 'entity', id: 'region/1000000' } }])).toEqual([
      undefined,
    ])
    await store.close()
  }, 300_000)
})
