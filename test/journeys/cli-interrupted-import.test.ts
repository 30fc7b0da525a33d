import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { runProgram, startProgram } from '../support/server.js'
import { makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
  await work.write('regions', regions())
})
afterEach(() => work.remove())

const regionCount = 2000

/** Many regions; each tenth has the code of the one before it, which is a conflict of the two. */
function regions(more = '') {
  const rows = Array.from({ length: regionCount }, (_, i) => `r${i},地区${i},${100_000 + (i % 10 === 9 ? i - 1 : i)}`)
  return {
    'dataset.yaml': `dataset: regions
title: 地区
sources: [{ id: list, title: 名单, editions: [{ language: zh-Hans, file: list.csv }] }]
tables:
  - file: list.csv
    edition: list#zh-Hans
    entity: { type: Region, id: "region/{Id}" }
    statements:
      - { property: name, column: Name }
      - { property: code, column: Code }
`,
    'list.csv': `Id,Name,Code\n${rows.join('\n')}\n${more}`,
  }
}

/** All that a store holds, as its readers see it. */
async function contentOf(store: string) {
  const open = await openSqliteStore(join(work.path, store))
  const { revision, answers } = await open.read([
    { question: { kind: 'statements', limit: 1_000_000 } },
    { question: { kind: 'conflicts', limit: 1_000_000 } },
    { question: { kind: 'entities', type: 'Region', limit: 1_000_000 } },
  ])
  await open.close()
  const [statements = [], conflicts = [], entities = []] = answers as readonly (readonly (string | { id: string })[])[]
  const idOf = (one: string | { id: string }) => (typeof one === 'string' ? one : one.id)
  return {
    revision: revision.number,
    statements: statements.map(idOf),
    conflicts: conflicts.map(idOf),
    entities: entities.map(idOf),
  }
}

/** Starts an import and kills it in its middle: when it has begun to write, and some time has passed. */
async function killImport(store: string, afterMs: number): Promise<void> {
  const { process: child, ended } = startProgram(['import', 'regions', '--store', store], {}, work.path)
  while (!existsSync(join(work.path, store, 'suanli.db')) && child.exitCode === null) await wait(5)
  await wait(afterMs)
  child.kill('SIGKILL')
  await ended
}

const suanli = (...parameters: readonly string[]) => runProgram(parameters, {}, work.path)

describe('an import that is killed', () => {
  it('has changed nothing that is seen, stands in the way of others, and is completed by the next', async () => {
    expect(await suanli('import', 'regions', '--store', 'whole')).toMatchObject({ code: 0 })
    const whole = await contentOf('whole')
    expect([whole.entities.length, whole.conflicts.length]).toEqual([regionCount, regionCount / 10])
    await work.write('other', { 'dataset.yaml': 'dataset: other\ntitle: 别的\n' })

    let interrupted = 0
    for (const afterMs of [150, 400, 900]) {
      const store = `killed-after-${afterMs}`
      await killImport(store, afterMs)
      const seen = await contentOf(store)
      // Either nothing of it is seen or, where it was too fast, all.
      if (seen.revision !== 0) continue
      expect(seen).toEqual({ revision: 0, statements: [], conflicts: [], entities: [] })
      const other = await suanli('import', 'other', '--store', store)
      if (other.code === 1) {
        interrupted++
        expect(other.stderr).toBe(
          'IMPORT_UNFINISHED: An import of regions was interrupted: run it again to finish it, or `suanli import --abandon` to undo it.\n',
        )
      }
      const completed = await suanli('import', 'regions', '--store', store, '--json')
      expect(JSON.parse(completed.stdout)).toMatchObject({
        entitiesAdded: regionCount,
        statementsAdded: 2 * regionCount,
        newConflicts: { length: regionCount / 10 },
      })
      expect({ ...(await contentOf(store)), revision: 1 }).toEqual(whole)
    }
    expect(interrupted).toBeGreaterThan(0)
  }, 300_000)

  it('may be undone, and leaves nothing', async () => {
    await killImport('store', 400)
    const undone = await suanli('import', '--abandon', '--store', 'store')
    expect(undone.code).toBe(0)
    expect(undone.stdout).toMatch(
      /^(undone: the interrupted import of regions|no import was interrupted: nothing to undo)\n$/,
    )
    expect((await suanli('import', '--abandon', '--store', 'store', '--json')).stdout).toBe('{"abandoned":null}\n')
  }, 300_000)
})
