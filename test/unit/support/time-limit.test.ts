import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from '@jest/globals'
import { watcher, withinTime } from '../../support/time-limit.js'

describe('withinTime', () => {
  it('gives what is returned in time', async () => {
    expect(await withinTime(10_000, async () => 3)).toBe(3)
  })

  it('ends what waits for ever, and says what it was', async () => {
    const endless = withinTime(100, async note => {
      note('seed 7')
      await new Promise(() => {})
    })
    await expect(endless).rejects.toThrow('This took longer than 100 ms: seed 7')
  })

  it('ends a process in which a loop never waits, and says what it was', async () => {
    const program = `
      const noted = new SharedArrayBuffer(20)
      Buffer.from(noted).write('seed 8')
      const watch = new (require('node:worker_threads').Worker)(${JSON.stringify(watcher)}, { eval: true, workerData: { ms: 200, noted } })
      watch.on('online', () => { for (;;); })`
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'pipe'] })
    const [said, [, signal]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    expect({ said, signal }).toEqual({ said: 'A loop does not end, so the process is: seed 8\n', signal: 'SIGKILL' })
  })
})
