import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Ends the servers that the workers of this run started, and removes the folder of the run. */
export default async function endRun() {
  const folder = process.env.SUANLI_TEST_RUN
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue
    const { pid } = JSON.parse(await readFile(join(folder, name), 'utf8'))
    process.kill(pid, 'SIGKILL')
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
