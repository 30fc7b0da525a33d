import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { said, statement } from '../support/dataset-builder.js'

const script = fileURLToPath(new URL('../support/write-despite-failures.mjs', import.meta.url))
const engine = new URL('../../dist/store/sqlite/sqlite-store.js', import.meta.url).href
const revisions = 6

/**
 * Which call of the file system fails: of the files of the database, the n-th of its kind. The first are those that make
 * the database; `SUANLI_IO_ERRORS=200` tries as many of each kind.
 */
const most = Number(process.env.SUANLI_IO_ERRORS ?? 0)
const failures = most > 0 ? ['pwrite64', 'fsync'].flatMap(call => upTo(most).map(when => ({ call, when }))) : few()

function few(): readonly { readonly call: string; readonly when: string }[] {
  return [
    { call: 'pwrite64', when: '2' },
    { call: 'pwrite64', when: '150' },
    { call: 'pwrite64', when: '301' },
    { call: 'pwrite64', when: '200..240' },
    { call: 'fsync', when: '5' },
  ]
}

/** Linux, where processes may be traced. */
const canInject = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'], { stdio: 'ignore' }).status === 0

describe('an embedded store on a disk that fails', () => {
  if (!canInject) {
    it.skip('needs strace, and the right to trace processes', () => {})
    return
  }

  it.each(failures)('when $call number $when gives EIO, says so, loses nothing and goes on', async ({ call, when }) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'suanli-io-')))
    try {
      const lines = await writeWith(folder, call, when)
      expect(lines.at(-1)).toEqual({ ended: true })
      if (most === 0) expect(await readFile(join(folder, 'strace.log'), 'utf8')).toContain('(INJECTED)')
      const failed = lines.flatMap(({ message }) => (message === undefined ? [] : [message]))
      for (const message of failed)
        expect(message).toMatch(
          /^SQLite in \S+ cannot be reached: (the disk failed\.|a part of this import could not be written: run it again\.)$/,
        )
      const acknowledged = lines.flatMap(line => line.acknowledged ?? [])
      const database = new Database(join(folder, 'suanli.db'))
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
      database.close()
      const store = await openSqliteStore(folder)
      const newest = (await store.read([])).revision.number
      expect(newest).toBeGreaterThanOrEqual(Math.max(0, ...acknowledged))
      // The process went on after the failure.
      expect(newest).toBe(revisions)
      for (let pin = 0; pin <= newest; pin += 1) expect(await countsOf(store, pin)).toEqual([pin * 20, pin])
      const staged = await store.writer.begin(['other'], 'here:1', () => false)
      await store.writer.stage(staged, said('other', statement('statement/last', 'region/last')))
      await store.writer.publish(staged, '2026-02-01T00:00:00Z')
      expect(await countsOf(store, newest + 1)).toEqual([newest * 20 + 1, newest + 1])
      await store.close()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

function upTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1))
}

interface Line {
  readonly acknowledged?: number
  readonly code?: string
  readonly message?: string
  readonly ended?: true
}

/** Runs a process that writes to the store, in which that call of the file system fails. Gives what the process prints. */
async function writeWith(folder: string, call: string, when: string): Promise<readonly Line[]> {
  const files = ['', '-wal', '-journal'].flatMap(end => ['-P', join(folder, `suanli.db${end}`)])
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:error=EIO:when=${when}`]
  const log = join(folder, 'strace.log')
  const program = [process.execPath, script, engine, folder, String(revisions)]
  const child = spawn('strace', ['-f', '-qq', '--seccomp-bpf', '-o', log, ...files, ...inject, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed = text(child.stdout)
  await once(child, 'exit')
  return (await printed)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

async function countsOf(store: Store, pin: number) {
  const { answers } = await store.read(
    [
      { question: { kind: 'statements', limit: 9_999 } },
      { question: { kind: 'entities', type: 'Region', limit: 9_999 } },
    ],
    { pin },
  )
  return answers.map(answer => answer?.length)
}
