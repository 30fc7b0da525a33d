import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the folder in which the workers of one run of tests find what they share. */
export default async function beginRun() {
  process.env.SUANLI_TEST_RUN = await mkdtemp(join(tmpdir(), 'suanli-run-'))
  process.env.SUANLI_TEST_RUN_PID = String(process.pid)
}
