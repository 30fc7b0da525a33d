import { expect, it } from '@jest/globals'
import neo4j, { type Driver } from 'neo4j-driver'
import { Neo4jConnection } from '../../src/store/neo4j/neo4j-session.js'
import { said, statement } from '../support/dataset-builder.js'
import { describeOnNewNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { storeContract } from './store.contract.js'

describeOnNewNeo4j(uri => {
  storeContract('Neo4j', () => openNeo4jTestStore(uri()))

  it('ends the transaction of a reading that is told to stop', async () => {
    const driver = neo4j.driver(uri())
    const connection = new Neo4jConnection('Neo4j', driver)
    const controller = new AbortController()
    const endless = connection.read(
      'UNWIND range(1, $much) AS a UNWIND range(1, $much) AS b WITH a + b AS c RETURN max(c)',
      { much: neo4j.int(1_000_000) },
      controller.signal,
    )
    endless.catch(() => {})
    try {
      while (!(await isRunning(driver)));
      controller.abort(new Error('enough'))
      await expect(endless).rejects.toThrow('enough')
      // The driver is told before the database has ended all of it.
      while (await isRunning(driver));
      expect(await connection.read('RETURN 1 AS one')).toEqual([{ one: neo4j.int(1) }])
    } finally {
      await driver.close()
    }
  })

  it('a store of the first schema can be searched once it was brought up to date', async () => {
    const { store, close } = await openNeo4jTestStore(uri())
    const staged = await store.writer.begin(['news'], 'here:1', () => false)
    const code = statement('statement/code', 'region/b', { property: 'code', value: { kind: 'code', code: '310000' } })
    await store.writer.stage(staged, said('news', statement('statement/a', 'region/a'), code))
    await store.writer.publish(staged, '2025-06-01T00:00:00Z')
    await toFirstSchema(uri())
    await store.writer.prepare()
    const { answers } = await store.read([
      { question: { kind: 'statementsBySearchKeys', keys: { any: ['上海', 'w310000'] }, limit: 9 } },
    ])
    expect(answers[0]?.map(each => each.id)).toEqual(['statement/a', 'statement/code'])
    await close()
  })
})

async function isRunning(driver: Driver): Promise<boolean> {
  const { records } = await driver.executeQuery(
    'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text',
    {
      text: 'range(1, $much)',
    },
  )
  return records.length > 0
}

/** The first schema is the second without its index and what that is over. */
async function toFirstSchema(uri: string): Promise<void> {
  const driver = neo4j.driver(uri)
  for (const text of [
    'DROP INDEX statement_search_keys',
    'MATCH (s:Statement) REMOVE s.searchKeys',
    'MATCH (m:Staging) SET m.schema = 1',
  ])
    await driver.executeQuery(text)
  await driver.close()
}
