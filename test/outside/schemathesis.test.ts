import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

const version = '4.32.5'
const environment = fileURLToPath(new URL(`../../node_modules/.cache/schemathesis-${version}/`, import.meta.url))
const hooks = fileURLToPath(new URL('schemathesis/hooks.py', import.meta.url))
const isPythonThere = spawnSync('python3', ['-m', 'venv', '--help']).status === 0

describe('Schemathesis', () => {
  // Where CI has no Python, its machine is at fault, and the test fails for want of it.
  if (!isPythonThere && process.env.CI === undefined)
    return it.skip('needs python3 with venv: install it to run this suite', () => {})
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    if (!existsSync(`${environment}bin/schemathesis`)) {
      expect(await run('python3', ['-m', 'venv', environment])).toMatchObject({ code: 0 })
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`]
      expect(await run(`${environment}bin/python`, install)).toMatchObject({ code: 0 })
    }
    opened = await openSqliteTestStore()
    await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server.close()
    await opened.close()
  })

  it('finds no request that is not answered as agreed', async () => {
    const options = ['--phases=fuzzing', '--max-examples=15', '--generation-database=none', '--no-color']
    const { code, output } = await run(
      `${environment}bin/schemathesis`,
      ['run', `${server.url}/graphql`, '--checks=answers_as_agreed', ...options],
      { SCHEMATHESIS_HOOKS: hooks },
    )
    if (code !== 0) console.error(output)
    expect(code).toBe(0)
    expect(Number(/(\d+) generated, \d+ passed/.exec(output)?.[1])).toBeGreaterThan(100)
  }, 300_000)
})

async function run(command: string, parameters: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  // It leaves files where it runs.
  const child = spawn(command, parameters, {
    cwd: tmpdir(),
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}
