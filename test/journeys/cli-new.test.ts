import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
})
afterEach(() => work.remove())

describe('suanli new', () => {
  it('writes a dataset that check and import accept as it is', async () => {
    const { code, stdout } = await runProgram(['new', 'mine'], {}, work.path)
    expect([code, stdout]).toEqual([
      0,
      `mine: article.en.txt, article.zh.txt, centres.csv, dataset.yaml
next: suanli check mine; docs/dataset-format.md documents every key
`,
    ])
    expect(await readdir(work.path)).toEqual(['mine'])
    expect(await runProgram(['check', 'mine'], {}, work.path)).toEqual({
      code: 0,
      stdout: 'no problems\nmy-dataset: 15 statements\n  mine/centres.csv: 2 of 3 rows\n',
      stderr: '',
    })
    const imported = await runProgram(['import', 'mine', '--yes', '--store', 'store'], {}, work.path)
    expect(imported.stdout).toMatch(/^4 entities added\n15 statements added/)
  })

  it('writes a document of an authority, with its tasks and targets, that check and import accept as it is', async () => {
    const { code, stdout } = await runProgram(['new', 'plan', '--template', 'document'], {}, work.path)
    expect([code, stdout]).toEqual([
      0,
      'plan: dataset.yaml, plan.zh.txt\nnext: suanli check plan; docs/dataset-format.md documents every key\n',
    ])
    expect(await runProgram(['check', 'plan'], {}, work.path)).toEqual({
      code: 0,
      stdout: 'no problems\nexample-plan: 27 statements\n',
      stderr: '',
    })
    const imported = await runProgram(['import', 'plan', '--yes', '--store', 'store'], {}, work.path)
    expect(imported.stdout).toMatch(/^8 entities added\n27 statements added/)
  })

  it('names the templates if there is none of that name', async () => {
    const { code, stderr } = await runProgram(['new', 'plan', '--template', 'plan'], {}, work.path)
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/Allowed choices are dataset, document/)
  })

  it('refuses a folder that has something in it, and changes nothing there', async () => {
    await work.write('mine', { 'notes.txt': 'x' })
    const { code, stderr } = await runProgram(['new', 'mine'], {}, work.path)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^OUT_TAKEN: mine exists already: choose another path/)
    expect(await readdir(join(work.path, 'mine'))).toEqual(['notes.txt'])
  })
})
