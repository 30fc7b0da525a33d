import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

const packages = ['followthemoney==4.11.2', 'networkx==3.6.1']
const environment = fileURLToPath(
  new URL(`../../node_modules/.cache/${packages.join('-').replaceAll('==', '-')}/`, import.meta.url),
)
const seeds = ['beijing-2024', 'cloud-regions', 'cn-bureaus', 'cn-centres', 'cn-regions', 'operators', 'world-regions']
const isPythonThere = spawnSync('python3', ['-m', 'venv', '--help']).status === 0

describe('what is exported', () => {
  // Where CI has no Python, its machine is at fault, and the test fails for want of it.
  if (!isPythonThere && process.env.CI === undefined)
    return it.skip('needs python3 with venv: install it to run this suite', () => {})
  let folder: TestFolder
  beforeAll(async () => {
    if (!existsSync(`${environment}ready`)) {
      expect(run('python3', ['-m', 'venv', '--clear', environment]).status).toBe(0)
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
      expect(run(`${environment}bin/python`, install)).toMatchObject({ status: 0 })
      run('touch', [`${environment}ready`])
    }
    folder = await makeFolder()
    const folders = seeds.map(name => fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url)))
    expect(await suanli('import', ...folders)).toMatchObject({ code: 0 })
  }, 600_000)
  afterAll(() => folder.remove())

  const suanli = (...parameters: readonly string[]) => runProgram([...parameters, '--store', 'store'], {}, folder.path)

  async function judge(format: string, script: string) {
    const { code, stdout } = await suanli('export', '--format', format)
    expect(code).toBe(0)
    const path = fileURLToPath(new URL(`exports/${script}`, import.meta.url))
    const judged = run(`${environment}bin/python`, [path], stdout)
    expect(judged).toMatchObject({ status: 0 })
    return JSON.parse(judged.stdout)
  }

  it('is what FollowTheMoney takes for entities, whole and without a link that leads nowhere', async () => {
    const { entities, faults } = await judge('ftm', 'check_ftm.py')
    expect(faults).toEqual([])
    expect(entities).toBeGreaterThan(2_000)
  }, 120_000)

  it('is a graph that NetworkX reads, with numbers as numbers', async () => {
    const read = await judge('graphml', 'read_graphml.py')
    expect(read).toMatchObject({ isDirected: true, latitude: 'float', labelled: true })
    expect(read.nodes).toBeGreaterThan(1_000)
    expect(read.edges).toBeGreaterThan(1_000)
  }, 120_000)

  it('is tables that a strict reader of RFC 4180 reads, with as many cells in each row', async () => {
    const out = join(folder.path, 'csv')
    expect(await suanli('export', '--format', 'csv', '--language', 'en', '--out', out)).toMatchObject({ code: 0 })
    const judged = run('python3', [fileURLToPath(new URL('exports/read_csv.py', import.meta.url)), out])
    expect(judged).toMatchObject({ status: 0 })
    const { rows, faults, widths } = JSON.parse(judged.stdout)
    expect(faults).toEqual([])
    expect(Object.values(widths).every(each => (each as readonly number[]).length === 1)).toBe(true)
    expect(rows['statements.csv']).toBeGreaterThan(5_000)
  }, 120_000)
})

function run(command: string, parameters: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { input, encoding: 'utf8', maxBuffer: 1e9 })
  return { status, stdout, stderr }
}
