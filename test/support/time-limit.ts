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
  // In memory that both threads see: a message for each note would wake the other one as often.
  const noted = Buffer.from(new SharedArrayBuffer(longestNote + 1))
  const watch = new Worker(watcher, { eval: true, workerData: { ms: ms + graceMs, noted: noted.buffer } })
  let timer: NodeJS.Timeout | undefined
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`This took longer than ${ms} ms: ${last}`)), ms)
  })
  try {
    const done = run(about => {
      last = about
      noted[noted.write(about, 0, longestNote)] = 0
    })
    return await Promise.race([done, expired])
  } finally {
    clearTimeout(timer)
    await watch.terminate()
  }
}

/** What waits is ended by the timer, and the process goes on. */
const graceMs = 5_000
/** In bytes; of a longer note the beginning is kept. */
const longestNote = 10_000

/** The program of the thread that watches, which is given the time, and the memory in which notes end with a zero. */
export const watcher = `
const { workerData: { ms, noted } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
setTimeout(() => {
  const bytes = Buffer.from(new Uint8Array(noted))
  const last = bytes.subarray(0, bytes.indexOf(0)).toString() || 'nothing has begun'
  writeSync(2, 'A loop does not end, so the process is: ' + last + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, ms)
`
