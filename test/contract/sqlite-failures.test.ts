import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { said, statement } from '../support/dataset-builder.js'

const engine = new URL('../../dist/store/sqlite/sqlite-store.js', import.meta.url).href
// The administrator may write everywhere.
const itAsUser = process.getuid?.() === 0 ? it.skip : it

describe('the embedded store', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-failure-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const file = () => join(folder, 'suanli.db')
  const unavailable = (reason: string) => ({
    code: 'STORE_UNAVAILABLE',
    message: `SQLite in ${folder} cannot be reached: ${reason}`,
  })
  const change = (sql: string) => {
    const database = new Database(file())
    database.exec(sql)
    database.close()
  }

  it('creates nothing by being opened and read', async () => {
    const store = await openSqliteStore(join(folder, 'none'))
    await store.read([{ question: { kind: 'sources', limit: 1 } }])
    expect(await store.writer.abandon(() => false)).toBeUndefined()
    expect(await store.writer.vouchedSubjects(undefined, 'news', { limit: 1 })).toEqual([])
    await store.close()
    expect(await readdir(folder)).toEqual([])
  })

  it('is created with the folders above it', async () => {
    const store = await openSqliteStore(join(folder, 'a', '算力'))
    await store.writer.prepare()
    await store.close()
    expect(await readdir(join(folder, 'a', '算力'))).toContain('suanli.db')
  })

  it('says so where its folder is a file', async () => {
    await rm(folder, { recursive: true })
    await writeFile(folder, '')
    await expect(openSqliteStore(folder)).rejects.toMatchObject(unavailable('this is a file, not a folder.'))
  })

  it('says so where its file is not a database, and keeps what the engine said as the cause', async () => {
    await writeFile(file(), '算力'.repeat(1_000))
    const failure: unknown = await openSqliteStore(folder).catch(error => error)
    expect(failure).toMatchObject(unavailable('suanli.db is not a database.'))
    expect(String((failure as Error).cause)).toBe('Error: SQLITE_NOTADB file is not a database')
  })

  it('says so where its file is a folder', async () => {
    await mkdir(file())
    await expect(openSqliteStore(folder)).rejects.toMatchObject(unavailable('its database cannot be opened.'))
  })

  it('says so where the database is of another program', async () => {
    change('CREATE TABLE mail (id INTEGER)')
    await expect(openSqliteStore(folder)).rejects.toMatchObject(unavailable('suanli.db is of another program.'))
  })

  it('takes an empty file for a store that is not prepared', async () => {
    await writeFile(file(), '')
    const store = await openSqliteStore(folder)
    expect((await store.read([])).revision.number).toBe(0)
    await store.writer.prepare()
    expect((await store.read([])).revision.number).toBe(0)
    await store.close()
  })

  it('refuses a schema that a later version wrote', async () => {
    const store = await openSqliteStore(folder)
    await store.writer.prepare()
    await store.close()
    change('PRAGMA user_version = 7')
    await expect(openSqliteStore(folder)).rejects.toMatchObject({
      code: 'STORE_TOO_NEW',
      fields: { store: `SQLite in ${folder}`, seen: 7, known: 1 },
    })
  })

  it('says so where tables are missing', async () => {
    const store = await openSqliteStore(folder)
    await store.writer.prepare()
    change('DROP TABLE standing')
    const failure: unknown = await store.read([{ question: { kind: 'entity', id: 'region/a' } }]).catch(error => error)
    expect(failure).toMatchObject(unavailable('its database failed.'))
    expect((await store.read([])).revision.number).toBe(0)
    await store.close()
  })

  itAsUser('says so where its folder cannot be written', async () => {
    await chmod(folder, 0o500)
    const store = await openSqliteStore(folder)
    await expect(store.writer.prepare()).rejects.toMatchObject(unavailable('its folder cannot be written.'))
    await store.close()
  })

  it('refuses an instant that is none', async () => {
    const store = await openSqliteStore(folder)
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    await store.writer.stage(staged, said('news', statement('statement/1', 'region/a')))
    await expect(store.writer.publish(staged, 'yesterday')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await store.writer.publish(staged, '2025-06-01T00:00:00Z')
    await expect(store.read([{ question: { kind: 'sources', limit: 1 }, knownAt: '昨天' }])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    await store.close()
  })

  it('can be closed twice, and while it is being asked', async () => {
    const store = await openSqliteStore(folder)
    await store.writer.prepare()
    const asked = Array.from({ length: 20 }, () => store.read([{ question: { kind: 'sources', limit: 1 } }]))
    await Promise.all([store.close(), store.close()])
    expect(await Promise.all(asked)).toHaveLength(20)
  })

  it.each([
    ['after it was closed', 'await store.close()'],
    ['although it was not closed', ''],
  ])('lets its process end %s', async (_, ending) => {
    const program = `
      const { openSqliteStore } = await import(${JSON.stringify(engine)})
      const store = await openSqliteStore(${JSON.stringify(folder)})
      await store.writer.prepare()
      await Promise.all([store.read([]), store.read([]), store.read([])])
      ${ending}
      console.log('done')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const printed = text(child.stdout)
    const [code] = await once(child, 'exit')
    expect({ code, printed: await printed }).toEqual({ code: 0, printed: 'done\n' })
  })
})
