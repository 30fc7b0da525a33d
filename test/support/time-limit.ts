import { Worker } from 'node:worker_threads'

/**
 * Runs a test that draws random cases, and ends the test after a time. The error says what `note` was given last: the
 * seed and the case. A loop that never waits leaves no timer its turn, so a thread of its own watches the clock too:
 * that thread writes the same to standard error, and ends the process.
 */
export async function withinTime<Result>(
  ms: number,
  run: (note: (about: string) => void) => Promise<Result>,
): Promise<Result> {
  let last = 'nothing has begun'
  const watch = new Worker(watcher, { eval: true, workerData: ms + graceMs })
  let timer: NodeJS.Timeout | undefined
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`This took longer than ${ms} ms: ${last}`)), ms)
  })
  try {
    const noted = run(about => {
      last = about
      watch.postMessage(about)
    })
    return await Promise.race([noted, expired])
  } finally {
    clearTimeout(timer)
    await watch.terminate()
  }
}

/** What waits is ended by the timer, and the process goes on. */
const graceMs = 5_000

/** The program of the thread that watches, which is given the time. */
export const watcher = `
const { parentPort, workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let last = 'nothing has begun'
parentPort.on('message', about => { last = about })
setTimeout(() => {
  writeSync(2, 'A loop does not end, so the process is: ' + last + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, workerData)
`
