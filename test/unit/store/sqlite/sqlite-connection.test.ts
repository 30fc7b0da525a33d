import { setImmediate as nextTurn } from 'node:timers'
import { expect, it } from '@jest/globals'
import { freeReadings, SqliteConnection } from '../../../../src/store/sqlite/sqlite-connection.js'

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

it('sorts on the disk what may not fit into memory, and nothing else', () => {
  const db = SqliteConnection.inMemory()
  const place = () => db.get<{ temp_store: number }>('PRAGMA temp_store')?.temp_store
  expect([place(), db.sortingOnDisk(place), place()]).toEqual([0, 1, 0])
  db.close()
})
