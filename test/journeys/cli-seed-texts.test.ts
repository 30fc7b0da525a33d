import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const material = join(root, '../shared/material/cn-digital-economy-plan-2021')
const seed = 'cn-digital-economy-plan-2021'
if (!existsSync(material)) console.warn(`skipped: ${material} is not there`)

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
})
afterEach(() => work.remove())

const run = (...parameters: readonly string[]) => runProgram(parameters, {}, work.path)

;(existsSync(material) ? describe : describe.skip)('a text that comes after its statements', () => {
  const folders = ['cn-regions', 'cn-bureaus', seed].map(name => join(root, 'seeds', name))

  it('joins its edition without a new statement, and stays when the dataset is imported without it', async () => {
    expect((await run('import', '--yes', ...folders)).code).toBe(0)
    const joined = await run('seed', seed, '--from', material, '--json')
    expect(joined).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(joined.stdout)).toMatchObject({ statementsAdded: 0, statementsRetracted: 0, sourcesChanged: 2 })
    expect((await run('import', '--yes', ...folders)).stdout).toMatch(/^nothing changed: /)
    expect((await run('seed', seed, '--from', material)).stdout).toMatch(/: nothing changed: /)
    expect(await run('doctor')).toMatchObject({ code: 0 })
    // The text itself, as the store now has it.
    expect((await run('export', '--format', 'yaml', '--out', 'out')).code).toBe(0)
    expect(existsSync(join(work.path, 'out'))).toBe(true)
  }, 120_000)

  it('tells where the text is to be had if nobody gives it', async () => {
    const { code, stdout } = await run('seed', seed, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'SET_UNREACHABLE',
      message: expect.stringContaining('https://www.miit.gov.cn/'),
    })
  })
})
