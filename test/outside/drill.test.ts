import { describe, expect, it } from '@jest/globals'
import { runDrill } from '../drill/run-drill.js'

/** A short drill; the long one is `npm run drill`. */
describe('two servers under load', () => {
  it('lose and mix nothing while one is killed, connections break, the disk is full and the clock is set', async () => {
    const seed = Date.now() % 2 ** 31
    console.log(`drilling with --seed ${seed}`)
    const only = ['server killed', 'connections of clients cut', 'connections of clients halved', 'disk full', 'clock']
    const { violations, writes, reads, faults } = await runDrill({
      engine: 'sqlite',
      seed,
      seconds: 1,
      only,
      isShort: true,
      isWhole: true,
    })
    console.log(`${writes.done} writes, ${reads} reads`, faults)
    expect(violations).toEqual([])
    expect(faults.filter(({ times, skipped }) => times === 0 && skipped === undefined)).toEqual([])
    // Without reads and writes nothing would be judged.
    expect(writes.done).toBeGreaterThan(20)
    expect(reads).toBeGreaterThan(50)
  }, 300_000)
})
