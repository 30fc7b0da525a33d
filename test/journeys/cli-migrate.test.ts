import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { ask, runProgram, startTestServer } from '../support/server.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

/** Written by the program as it was at its first schema: 北京市 was imported, and then 北京 in its place. */
const stored = new URL('../fixtures/stores/schema-1.db.gz', import.meta.url)

describe('a store that an earlier version wrote', () => {
  let folder: TestFolder
  beforeAll(async () => {
    folder = await makeFolder()
    await mkdir(join(folder.path, 'old'))
    await writeFile(join(folder.path, 'old', 'suanli.db'), gunzipSync(await readFile(stored)))
  })
  afterAll(() => folder.remove())

  const suanli = (...parameters: readonly string[]) => runProgram(parameters, {}, folder.path)

  it('says that it is to be migrated, and is then', async () => {
    const before = await suanli('release', 'list', '--store', 'old')
    expect(before.code).toBe(1)
    expect(before.stderr).toMatch(/^STORE_UNAVAILABLE: .*run `suanli migrate`/)
    const told = 'SQLite in old is up to date, at revision 2\n'
    expect(await suanli('migrate', '--store', 'old')).toEqual({ code: 0, stdout: told, stderr: '' })
    expect(await suanli('migrate', '--store', 'old')).toEqual({ code: 0, stdout: told, stderr: '' })
  })

  it('has kept all that was in it, what was known before as well, and can do what is new', async () => {
    const store = await openSqliteStore(join(folder.path, 'old'))
    const server = await startTestServer(store)
    const { body } = await ask(
      server.url,
      `{ region(code: "110000") { label statements(includeRetracted: true) { totalCount } }
         before: region(id: "region/beijing", view: { knownAt: "2026-11-25T01:09:59.500Z" }) { label }
         target(id: "target/beijing") { value { asStated } conflicts { nodes { kind status } } }
         search(query: "beijing", types: [REGION]) { nodes { id } }
         changes { totalCount nodes { kind } } releases { totalCount } }`,
    )
    await server.close()
    await store.close()
    expect(body).toEqual({
      data: {
        region: { label: '北京', statements: { totalCount: 3 } },
        before: { label: '北京市' },
        target: { value: { asStated: '45EFLOPS' }, conflicts: { nodes: [{ kind: 'TRANSLATION', status: 'OPEN' }] } },
        search: { nodes: [{ id: 'region/beijing' }] },
        changes: {
          totalCount: 11,
          nodes: [
            ...new Array(2).fill({ kind: 'ENTITY_ADDED' }),
            ...new Array(5).fill({ kind: 'STATEMENT_ADDED' }),
            { kind: 'CONFLICT_OPENED' },
            { kind: 'SOURCE_CHANGED' },
            { kind: 'STATEMENT_RETRACTED' },
            { kind: 'STATEMENT_ADDED' },
          ],
        },
        releases: { totalCount: 0 },
      },
    })
  })
})
