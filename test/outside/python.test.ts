import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/** What docs/clients.md shows to a data scientist, in the versions that were tried. */
const packages = ['pandas==3.1.1', 'polars==2.1.0', 'ariadne-codegen==0.19.0']
const environment = fileURLToPath(
  new URL(`../../node_modules/.cache/python-${packages.join('-').replaceAll('==', '-')}/`, import.meta.url),
)
const isPythonThere = spawnSync('python3', ['-m', 'venv', '--help']).status === 0

describe('Python', () => {
  // If CI has no Python, its machine is at fault, and the test fails for want of it.
  if (!isPythonThere && process.env.CI === undefined)
    return it.skip('needs python3 with venv: install it to run this suite', () => {})
  let opened: TestStore
  let server: TestServer
  let folder: string
  beforeAll(async () => {
    if (!existsSync(`${environment}bin/ariadne-codegen`)) {
      await succeed('python3', ['-m', 'venv', environment], tmpdir())
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
      await succeed(`${environment}bin/python`, install, tmpdir())
    }
    folder = await mkdtemp(join(tmpdir(), 'suanli-python-'))
    opened = await openSqliteTestStore()
    await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00Z')
    server = await startTestServer(opened.store)
  }, 600_000)
  afterAll(async () => {
    await server.close()
    await opened.close()
    await rm(folder, { recursive: true })
  })

  it('reads tables from /export in one line, with every row', async () => {
    const script = `
import pandas as pd
import polars as pl
statements = pd.read_csv("${server.url}/export/csv/statements.csv", dtype=str)
regions = pl.read_csv("${server.url}/export/csv/regions.csv", infer_schema=False)
print(len(statements), statements["id"].nunique(), regions.filter(pl.col("id") == "region/beijing").height)
`
    const [rows, ids, beijing] = (await succeed(`${environment}bin/python`, ['-c', script], folder))
      .trim()
      .split(' ')
      .map(Number)
    expect(rows).toBeGreaterThan(1_000)
    expect(ids).toBe(rows)
    expect(beijing).toBe(1)
  }, 120_000)

  it('asks by a typed client that ariadne-codegen makes of the schema', async () => {
    await writeFile(
      join(folder, 'pyproject.toml'),
      `[tool.ariadne-codegen]
remote_schema_url = "${server.url}/graphql"
queries_path = "queries.graphql"
target_package_name = "graph"

[tool.ariadne-codegen.scalars.Decimal]
type = "decimal.Decimal"
`,
    )
    await writeFile(
      join(folder, 'queries.graphql'),
      `query CentresIn($region: ID!) {
  computeCentres(filter: { region: { within: $region } }) { totalCount nodes { id label region { id } } }
}
query TargetValue($id: ID!) { target(id: $id) { value { amount unit } } }
`,
    )
    await succeed(`${environment}bin/ariadne-codegen`, [], folder)
    const script = `
import asyncio, decimal
from graph import Client
async def main():
    async with Client("${server.url}/graphql") as client:
        page = await client.centres_in(region="region/beijing")
        target = await client.target_value(id="target/beijing-compute-2025")
        assert isinstance(target.target.value.amount, decimal.Decimal), type(target.target.value.amount)
        print(page.compute_centres.total_count, len(page.compute_centres.nodes), target.target.value.amount)
asyncio.run(main())
`
    const [total, shown, amount] = (await succeed(`${environment}bin/python`, ['-c', script], folder))
      .trim()
      .split(' ')
      .map(Number)
    expect(total).toBeGreaterThan(0)
    expect(shown).toBe(total)
    expect(amount).toBe(45)
  }, 120_000)
})

/** The output of a command that must end well. */
async function succeed(command: string, parameters: readonly string[], cwd: string): Promise<string> {
  const child = spawn(command, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let problems = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    problems += text
  })
  const [code] = await once(child, 'close')
  expect([command, code, code === 0 ? '' : problems + output]).toEqual([command, 0, ''])
  return output
}
