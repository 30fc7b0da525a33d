import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runProgram, seedFolder } from '../support/program.js'

describe('suanli rebuild', () => {
  let store: string
  beforeAll(async () => {
    store = await mkdtemp(join(tmpdir(), 'suanli-rebuild-'))
    const { code, stderr } = await runProgram(['import', seedFolder('cn-regions'), '--store', store], {})
    if (code !== 0) throw new Error(stderr)
  })
  afterAll(() => rm(store, { recursive: true, force: true }))

  it('writes all rows, also if another one runs', async () => {
    const [alone, ...both] = [await rebuild(), ...(await Promise.all([rebuild(), rebuild()]))]
    expect(alone.written).toBeGreaterThan(100)
    expect(both).toEqual([alone, alone])
  })

  async function rebuild(): Promise<{ readonly revision: object; readonly written: number }> {
    const { code, stdout, stderr } = await runProgram(['rebuild', '--json', '--store', store], {})
    if (code !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  }
})
