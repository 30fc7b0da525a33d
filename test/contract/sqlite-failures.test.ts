import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { knownSchema } from '../../src/store/sqlite/sqlite-migrate.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { said, statement } from '../support/dataset-builder.js'

const engine = new URL('../../dist/store/sqlite/sqlite-store.js', import.meta.url).href
const itWithLimits = process.platform === 'win32' ? it.skip : it
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
    expect(await store.writer.attestedSubjects(undefined, 'news', { limit: 1 })).toEqual([])
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
    change(`PRAGMA user_version = ${knownSchema + 1}`)
    await expect(openSqliteStore(folder)).rejects.toMatchObject({
      code: 'STORE_TOO_NEW',
      fields: { store: `SQLite in ${folder}`, seen: knownSchema + 1, known: knownSchema },
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

  itWithLimits('does not publish an import of which a part could not be written, and finishes it later', async () => {
    const published = await openSqliteStore(folder)
    const batch = (number: number) =>
      said(
        'news',
        ...Array.from({ length: 500 }, (_, index) => statement(`statement/${number}-${index}`, `region/${number}`)),
      )
    const first = await published.writer.begin(['news'], 'here:1', () => false)
    await published.writer.stage(first, batch(0))
    await published.writer.publish(first, '2025-06-01T00:00:00Z')
    await published.close()
    const program = `
      const { openSqliteStore } = await import(${JSON.stringify(engine)})
      const { writer, read } = await openSqliteStore(${JSON.stringify(folder)}).then(store => ({
        writer: store.writer,
        read: store.read.bind(store),
      }))
      const one = ${JSON.stringify(statement('', ''))}
      const batch = number => {
        const subject = 'region/' + number
        const statements = Array.from({ length: 500 }, (_, index) => ({ ...one, id: 'statement/' + number + '-' + index, subject }))
        const vouches = statements.map(({ id }) => ({ statement: id, subject, dataset: 'news', rank: 'NORMAL', confidence: 1 }))
        return { entities: [{ id: subject, type: 'Region' }], statements, vouches }
      }
      const staged = await writer.begin(['news'], 'child:1', () => false)
      const told = async work => await work().then(() => 'done', failure => failure.message.split(': ').slice(1).join(': '))
      let failure = 'done'
      for (let number = 1; failure === 'done'; number += 1) failure = await told(() => writer.stage(staged, batch(number)))
      const again = await told(() => writer.stage(staged, batch(1)))
      const publication = await told(() => writer.publish(staged, '2025-06-02T00:00:00Z'))
      console.log(JSON.stringify({ failure, again, publication, newest: (await read([])).revision.number }))
      process.exit(0)`
    // Files may have 32 MiB at most (of blocks of 512 bytes); writing more fails instead of ending the process.
    const limited = `trap '' XFSZ; ulimit -f 65536; exec "$0" --input-type=module -e "$1"`
    const child = spawn('sh', ['-c', limited, process.execPath, program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const lost = 'a part of this import could not be written: run it again.'
    expect(JSON.parse(await text(child.stdout))).toEqual({
      failure: 'the disk failed.',
      again: lost,
      publication: lost,
      newest: first.revision,
    })
    const store = await openSqliteStore(folder)
    const countOf = async () =>
      (await store.read([{ question: { kind: 'entities', type: 'Region', limit: 9_999 } }])).answers[0]?.length
    expect(await countOf()).toBe(1)
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    expect(staged.resumed).toBe(true)
    const kept = (await store.writer.attestedSubjects(staged, 'news', { limit: 9_999 })).length
    await store.writer.stage(staged, batch(9_999_999))
    await store.writer.publish(staged, '2025-06-03T00:00:00Z')
    expect(await countOf()).toBe(kept + 1)
    await store.close()
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
