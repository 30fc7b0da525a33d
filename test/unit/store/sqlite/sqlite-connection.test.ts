import { setImmediate as nextTurn } from 'node:timers'
import { expect, it } from '@jest/globals'
import { freeReadings, SqliteConnection } from '../../../../src/store/sqlite/sqlite-connection.js'
import { SqliteWriter } from '../../../../src/store/sqlite/sqlite-writer.js'

it('lets the event loop turn after many readings, when the engine gives back what it held for them', async () => {
  const db = SqliteConnection.inMemory()
  const read = (times: number) => {
    for (let i = 0; i < times; i++) db.all('SELECT 1 AS one')
  }
  read(1_000)
  await freeReadings()
  let hasTurned = false
  nextTurn(() => {
    hasTurned = true
  })
  read(10)
  await freeReadings()
  expect(hasTurned).toBe(false)
  read(1_000)
  await freeReadings()
  expect(hasTurned).toBe(true)
  db.close()
})

it('sorts on the disk what it writes: an index of millions of rows does not fit into memory', () => {
  const db = SqliteConnection.inMemory()
  expect(new SqliteWriter(db).db.get('PRAGMA temp_store')).toEqual({ temp_store: 1 })
  db.close()
})
