import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runProgram, startProgram } from '../support/server.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

const rows = 20_000
const store = ['--store', 'store']

let folder: TestFolder
beforeAll(async () => {
  folder = await makeFolder({
    'small/dataset.yaml': `dataset: small
sources: [{ id: gazette, title: 公报, editions: [{ language: zh-Hans }] }]
entities:
  - { id: region/hebei, type: Region, edition: gazette#zh-Hans, statements: [{ property: name, value: 河北 }] }
`,
    'large/dataset.yaml': `dataset: large
sources: [{ id: list, title: 名单, editions: [{ language: zh-Hans, file: rows.csv }] }]
tables:
  - file: rows.csv
    edition: list#zh-Hans
    entity: { type: Company, id: "company/{Id}" }
    statements: [{ property: name, column: Name }]
`,
    'large/rows.csv': `Id,Name\n${Array.from({ length: rows }, (_, i) => `c${i},公司${i}`).join('\n')}\n`,
  })
  expect(await suanli('import', 'small')).toMatchObject({ code: 0, said: { revision: { number: 1 } } })
})
afterAll(() => folder.remove())

/** Runs a command and gives what it prints as JSON. */
async function suanli(...parameters: readonly string[]) {
  const { code, stdout } = await runProgram([...parameters, ...store, '--json'], {}, folder.path)
  return { code, said: JSON.parse(stdout) }
}

/** How many bytes the store has on disk. */
async function storeSize(): Promise<number> {
  const path = join(folder.path, 'store')
  const sizes = (await readdir(path)).map(name =>
    stat(join(path, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Imports the large dataset and kills the process when a part of it, and not all, has reached the disk. */
async function killInTheMiddle(): Promise<void> {
  const before = await storeSize()
  const { process: child, ended, output } = startProgram(['import', 'large', '--yes', ...store], {}, folder.path)
  while (child.exitCode === null && (await storeSize()) < before + 1_000_000) await wait(20)
  child.kill('SIGKILL')
  expect({ how: await ended, ...output }).toEqual({ how: 'SIGKILL', stdout: '', stderr: '' })
}

describe('an import of 20,000 statements that is killed while it writes', () => {
  it('loses nothing that was acknowledged, shows nothing of itself, and can be undone', async () => {
    await killInTheMiddle()
    expect(await suanli('plan', 'small')).toMatchObject({ code: 0, said: { unchanged: 1, statementsAdded: 0 } })
    expect(await suanli('plan', 'large')).toMatchObject({ code: 0, said: { unchanged: 0, statementsAdded: rows } })
    expect(await suanli('import', 'small')).toMatchObject({ code: 1, said: { error: { code: 'IMPORT_UNFINISHED' } } })
    expect(await suanli('import', '--abandon')).toEqual({ code: 0, said: { abandoned: ['large'] } })
    expect(await suanli('import', '--abandon')).toEqual({ code: 0, said: { abandoned: null } })
    expect(await suanli('import', 'small')).toMatchObject({ code: 0, said: { unchanged: 1, revision: { number: 1 } } })
  }, 300_000)

  it('is completed by the next one, and a second one reports nothing changed', async () => {
    await killInTheMiddle()
    expect(await suanli('import', 'large')).toMatchObject({
      code: 0,
      said: { applied: true, entitiesAdded: rows, statementsAdded: rows, unchanged: 0, revision: { number: 2 } },
    })
    const again = await runProgram(['import', 'large', '--yes', ...store], {}, folder.path)
    expect(again.code).toBe(0)
    expect(again.stdout).toMatch(/^nothing changed: 20000 statements stand as before\nrevision 2 of /)
    expect(await suanli('plan', 'small')).toMatchObject({ code: 0, said: { unchanged: 1, statementsAdded: 0 } })
  }, 300_000)
})
