import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { type FaultCode, faults } from '../../src/model/catalogues/integrity-finding.js'
import { importInto, runProgram, seedFolder } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'
import { holdsAudit, type Spoiling } from './audit.contract.js'

const alias = "(SELECT min(key) FROM statement WHERE property = 'name' AND subject = 'region/hebei')"
const link = "(SELECT min(key) FROM statement WHERE property = 'member' AND target = 'region/hebei')"
const conflict = "(SELECT conflict FROM conflict_subject WHERE subject = 'official/tang-jianguo')"

/** Changes rows so that they can be put back as they were. */
const kept = (table: string, condition: string, change: string) => ({
  text: `DROP TABLE IF EXISTS was; CREATE TABLE was AS SELECT * FROM ${table} WHERE ${condition}; ${change}`,
  undo: `DELETE FROM ${table} WHERE ${condition}; INSERT INTO ${table} SELECT * FROM was; DROP TABLE was`,
})

const spoilings: readonly Spoiling[] = [
  {
    name: 'finds a schema of before',
    finds: ['SCHEMA_OLD'],
    text: 'PRAGMA user_version = 2',
    undo: 'PRAGMA user_version = 3',
  },
  { name: 'finds an index that is missing', finds: ['SCHEMA_PART_MISSING'], text: 'DROP INDEX statement_code' },
  {
    name: 'finds an import that was left unfinished',
    finds: ['STAGING_LEFT'],
    text: `UPDATE staging SET revision = 99, datasets = '["x"]', holder = 'gone:1'`,
    undo: 'UPDATE staging SET revision = NULL',
  },
  {
    name: 'finds what was never published',
    finds: ['UNPUBLISHED_ROWS'],
    text: `INSERT INTO deed VALUES (99, NULL, NULL, '{}')`,
    undo: 'DELETE FROM deed WHERE revision = 99',
  },
  {
    name: 'finds revisions out of order',
    finds: ['REVISION_ORDER'],
    text: 'UPDATE revision SET at = at + 1e13 WHERE number = 1',
    undo: 'UPDATE revision SET at = at - 1e13 WHERE number = 1',
    amongOthers: true,
  },
  {
    name: 'finds a statement that cannot be read',
    finds: ['STATEMENT_UNREADABLE'],
    ...kept('statement', `key = ${alias}`, `UPDATE statement SET content = '{' WHERE key = ${alias}`),
  },
  {
    name: 'finds a statement that was changed after it was recorded, and its quote elsewhere',
    finds: ['STATEMENT_ID', 'QUOTE_MISSING'],
    ...kept(
      'statement',
      `key = ${alias}`,
      `UPDATE statement SET content = json_set(content, '$.quote.exact', 'never said') WHERE key = ${alias}`,
    ),
  },
  {
    name: 'finds a statement that nothing says stood',
    finds: ['STATEMENT_UNSAID'],
    ...kept('standing', `statement = ${alias}`, `DELETE FROM standing WHERE statement = ${alias}`),
    amongOthers: true,
  },
  {
    name: 'finds a standing statement without a vouch',
    finds: ['STANDING_WITHOUT_VOUCH'],
    ...kept('standing', `statement = ${alias}`, `UPDATE standing SET vouches = '[]' WHERE statement = ${alias}`),
  },
  {
    name: 'finds a rank that no dataset gave, and a release that reads otherwise by it',
    finds: ['STANDING_WEIGHT', 'RELEASE_CHANGED'],
    text: `UPDATE standing SET rank = 'PREFERRED' WHERE statement = ${alias}`,
  },
  {
    name: 'finds a statement that stands twice',
    finds: ['STANDING_OVERLAP'],
    text: `INSERT INTO standing SELECT statement, 2, NULL, since, rank, confidence, vouches FROM standing WHERE statement = ${alias}`,
    undo: `DELETE FROM standing WHERE statement = ${alias} AND recorded = 2`,
    amongOthers: true,
  },
  {
    name: 'finds a statement that was retracted before it was recorded',
    finds: ['STANDING_ORDER'],
    ...kept('standing', `statement = ${alias}`, `UPDATE standing SET retracted = recorded WHERE statement = ${alias}`),
    amongOthers: true,
  },
  {
    name: 'finds a revision that there is not',
    finds: ['REVISION_UNKNOWN'],
    ...kept('standing', `statement = ${alias}`, `UPDATE standing SET since = 0 WHERE statement = ${alias}`),
  },
  {
    name: 'finds a dataset that does not list what it vouches for',
    finds: ['VOUCH_UNLISTED'],
    text: "DELETE FROM vouched WHERE subject = 'region/hebei'",
  },
  {
    name: 'finds an entity that is not there, and what links to it',
    finds: ['SUBJECT_MISSING', 'TARGET_MISSING'],
    text: "DELETE FROM entity WHERE id = 'region/hebei'",
  },
  {
    name: 'finds an entity of another type than its id says',
    finds: ['ENTITY_TYPE'],
    text: "UPDATE entity SET type = 'Bureau' WHERE id = 'region/hebei'",
  },
  {
    name: 'finds an edition that is not there',
    finds: ['EDITION_MISSING'],
    ...kept('edition', "source = 'shobserver-768612'", "DELETE FROM edition WHERE source = 'shobserver-768612'"),
    amongOthers: true,
  },
  {
    name: 'finds a source that is not there',
    finds: ['SOURCE_MISSING'],
    ...kept('source', "id = 'shobserver-768612'", "DELETE FROM source WHERE id = 'shobserver-768612'"),
    amongOthers: true,
  },
  {
    name: 'finds a text that was changed, and quotes that do not stand in it',
    finds: ['EDITION_TEXT', 'QUOTE_MISSING'],
    ...kept(
      'edition',
      "id = 'shobserver-768612#en'",
      `UPDATE edition SET text = '"nothing"' WHERE id = 'shobserver-768612#en'`,
    ),
  },
  {
    name: 'finds what a statement is looked up by to be otherwise',
    finds: ['COLUMN_STALE'],
    text: `UPDATE statement SET target = 'region/tianjin' WHERE key = ${link}`,
    amongOthers: true,
  },
  {
    name: 'finds search keys that are missing',
    finds: ['SEARCH_KEYS_STALE'],
    text: `DELETE FROM search_key WHERE rowid = ${alias}`,
  },
  {
    name: 'finds search keys of another name',
    finds: ['SEARCH_KEYS_STALE'],
    text: `DELETE FROM search_key WHERE rowid = ${alias}; INSERT INTO search_key (rowid, keys) VALUES (${alias}, 'yregion xother')`,
  },
  {
    name: 'finds rows that belong to nothing',
    finds: ['STRAY_ROWS'],
    text: `INSERT INTO standing VALUES (999999, 1, NULL, 1, 'NORMAL', 1, '[]'); INSERT INTO search_key (rowid, keys) VALUES (999999, 'wx')`,
  },
  {
    name: 'finds a conflict that was changed',
    finds: ['CONFLICT_ID', 'COLUMN_STALE'],
    ...kept(
      'conflict',
      `key = ${conflict}`,
      `UPDATE conflict SET content = json_set(content, '$.property', 'x') WHERE key = ${conflict}`,
    ),
    amongOthers: true,
  },
  {
    name: 'finds a conflict that is tied to nobody',
    finds: ['CONFLICT_TIES'],
    text: "DELETE FROM conflict_subject WHERE subject = 'official/tang-jianguo'",
    amongOthers: true,
  },
  {
    name: 'finds a conflict that ends before it begins',
    finds: ['CONFLICT_LIFE'],
    ...kept(
      'conflict_life',
      `conflict = ${conflict}`,
      `UPDATE conflict_life SET closed = opened WHERE conflict = ${conflict}`,
    ),
    amongOthers: true,
  },
  {
    name: 'finds a conflict of a statement that is not there',
    finds: ['CONFLICT_DANGLING'],
    ...kept(
      'statement',
      "subject = 'official/tang-jianguo' AND property = 'name'",
      "DELETE FROM statement WHERE subject = 'official/tang-jianguo' AND property = 'name'",
    ),
    amongOthers: true,
  },
  {
    name: 'finds a deed of what is not there',
    finds: ['DEED_DANGLING'],
    ...kept(
      'deed',
      "kind = 'CONFLICT_DECIDED'",
      `UPDATE deed SET content = json_set(content, '$.conflict', 'conflict/none') WHERE kind = 'CONFLICT_DECIDED'`,
    ),
  },
  {
    name: 'finds a release that reads otherwise than it was published',
    finds: ['RELEASE_CHANGED'],
    ...kept(
      'deed',
      'content LIKE \'%"RELEASE"%\'',
      `UPDATE deed SET content = json_set(content, '$.release.sha256', 'x') WHERE content LIKE '%"RELEASE"%'`,
    ),
  },
  {
    name: 'finds what the database says of itself',
    finds: ['DATABASE_DAMAGED'],
    text: `CREATE TABLE odd (n INTEGER NOT NULL CHECK (n > 0)); PRAGMA ignore_check_constraints = ON; INSERT INTO odd VALUES (-1)`,
    undo: 'DROP TABLE odd',
  },
]

const found = new Set<FaultCode>()

describe('the embedded store, checked against itself', () => {
  holdsAudit(
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'suanli-audit-'))
      return {
        address: folder,
        async spoil(text) {
          const db = new Database(join(folder, 'suanli.db'))
          db.exec(text)
          db.close()
        },
        close: () => rm(folder, { recursive: true, force: true }),
      }
    },
    spoilings,
    found,
  )

  it('is spoilt in every way that there is a code for', () => {
    // Rows of what holds are in rows.contract.ts.
    const ofNeo4j: readonly FaultCode[] = ['LINK_STALE']
    expect([...found, ...ofNeo4j].sort()).toEqual(
      Object.keys(faults)
        .filter(code => !code.startsWith('ROW'))
        .sort(),
    )
  })
})

describe('suanli doctor', () => {
  let close: () => Promise<void>
  afterAll(() => close?.())

  it('tells what is wrong, mends it where it is asked to, and ends accordingly', async () => {
    const opened = await openSqliteTestStore()
    close = opened.close
    await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00Z')
    const folder = opened.store.description.replace('SQLite in ', '')
    const settings = { SUANLI_STORE: folder }
    expect(await runProgram(['doctor'], settings)).toMatchObject({ code: 0, stdout: `SQLite in ${folder} is sound\n` })
    const db = new Database(join(folder, 'suanli.db'))
    db.exec(`DELETE FROM search_key; DELETE FROM conflict_life; DELETE FROM conflict_subject; DELETE FROM conflict`)
    db.close()
    const told = await runProgram(['doctor', '--json'], settings)
    expect(told.code).toBe(1)
    const { isSound, counts, faults: first } = JSON.parse(told.stdout)
    expect(isSound).toBe(false)
    expect(counts.map(({ code }: { code: string }) => code).sort()).toEqual(['CONFLICT_MISSING', 'SEARCH_KEYS_STALE'])
    expect(first[0]).toEqual({
      code: 'SEARCH_KEYS_STALE',
      where: expect.stringMatching(/^statement\//),
      message: 'The search index does not match the name or code of the statement.',
      repair: 'place',
      advice: 'The repair writes the search keys again.',
    })
    const mended = await runProgram(['doctor', '--repair'], settings)
    expect(mended).toMatchObject({ code: 0, stdout: expect.stringContaining('(repaired)') })
    expect(await runProgram(['doctor'], settings)).toMatchObject({ code: 0, stdout: `SQLite in ${folder} is sound\n` })
    const missing = await runProgram(['doctor', '--store', join(folder, 'none')], {})
    expect(missing).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('STORE_MISSING: There is no'),
    })
  })
})

async function _tableOf(rows: number): Promise<TestFolder> {
  const lines = Array.from({ length: rows }, (_, i) => `${i},第${i}智算中心,${(i % 997) + 1},${2000 + (i % 25)}`)
  return await makeFolder({
    'table/table.csv': `Id,Name,Capacity,Opened\n${lines.join('\n')}\n`,
    'table/dataset.yaml': `
dataset: table
title: A table
sources:
  - id: table
    title: A table
    editions:
      - { language: zh-Hans, file: table.csv }
tables:
  - file: table.csv
    edition: table#zh-Hans
    entity: { type: ComputeCentre, id: 'computecentre/c{Id}' }
    statements:
      - { property: name, column: Name }
      - { property: capacity, column: Capacity, unit: PFLOPS }
      - { property: opened, column: Opened }
`,
  })
}
