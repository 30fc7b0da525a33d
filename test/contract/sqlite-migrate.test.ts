import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { knownSchema } from '../../src/store/sqlite/sqlite-migrate.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { said, statement } from '../support/dataset-builder.js'

/** Each earlier schema is the present one without the tables that later steps add. */
const added = ['', 'search_key', 'deed']

describe.each(Array.from({ length: knownSchema - 1 }, (_, i) => i + 1))('an embedded store of schema %i', schema => {
  let folder: string
  let before: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-migrate-'))
    const store = await openSqliteStore(folder)
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    const code = statement('statement/code', 'region/b', { property: 'code', value: { kind: 'code', code: '310000' } })
    const odd = statement('statement/odd', 'region/c\u0000', {
      property: 'name',
      value: { kind: 'text', text: '野𠮷\u0000家', language: 'ja' },
    })
    await store.writer.stage(staged, said('news', statement('statement/a', 'region/a'), code, odd))
    const other = { property: 'status', value: { kind: 'code', code: 'PLANNED' } } as const
    const many = Array.from({ length: 1_500 }, (_, index) => statement(`statement/other-${index}`, 'region/d', other))
    await store.writer.stage(staged, said('news', ...many))
    await store.writer.publish(staged, '2025-06-01T00:00:00Z')
    before = await hashOf(store)
    await store.close()
    expect(added).toHaveLength(knownSchema)
    const database = new Database(join(folder, 'suanli.db'))
    for (const table of added.slice(schema)) database.exec(`DROP TABLE ${table}`)
    database.exec(`PRAGMA user_version = ${schema}`)
    database.close()
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('says that it has to be brought up to date, and has the same content and can be searched once it was', async () => {
    const store = await openSqliteStore(folder)
    const read = () =>
      store.read([
        { question: { kind: 'statementsBySearchKeys', keys: { any: ['上海', 'w310000', '家*'] }, limit: 9 } },
      ])
    await expect(read()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await store.writer.prepare()
    expect(await hashOf(store)).toBe(before)
    expect((await read()).answers[0]?.map(each => each.id)).toEqual(['statement/a', 'statement/code', 'statement/odd'])
    await store.close()
  })
})

/** Of all that the store says of statements, entities, conflicts and changes. */
async function hashOf(store: Store): Promise<string> {
  const { answers } = await store.read([
    { question: { kind: 'statements', limit: 9_999 } },
    { question: { kind: 'entities', type: 'Region', limit: 9_999 } },
    { question: { kind: 'conflicts', limit: 9_999 } },
    { question: { kind: 'changes', limit: 9_999 } },
  ])
  return createHash('sha256').update(JSON.stringify(answers)).digest('hex')
}
