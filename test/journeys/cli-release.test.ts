import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { makeFolder, newsWith, type TestFolder, texts } from '../unit/datasets/news-folder.js'

describe('suanli release', () => {
  let folder: TestFolder
  beforeAll(async () => {
    folder = await makeFolder({ ...texts, 'news/dataset.yaml': newsWith() })
    await suanli('import', 'news', '--store', 'one')
  })
  afterAll(() => folder.remove())

  const suanli = (...parameters: readonly string[]) => runProgram(parameters, {}, folder.path)

  it('names the state of a store, once, and lists what was named', async () => {
    expect(await suanli('release', 'list', '--store', 'one')).toMatchObject({ code: 0, stdout: 'no releases\n' })
    const created = await suanli('release', 'create', 'Spring 2026', '--store', 'one')
    expect(created.code).toBe(0)
    expect(created.stdout).toMatch(
      /^release\/spring-2026 {2}Spring 2026 {2}20\S+Z {2}1 statement {2}sha256 [0-9a-f]{64}\n$/,
    )
    expect(await suanli('release', 'list', '--store', 'one')).toEqual(created)
    expect(await suanli('release', 'create', 'spring 2026', '--store', 'one')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'RELEASE_EXISTS: There is a release "release/spring-2026" already: choose another title.\n',
    })
  })

  it('has the same hash in another store with the same statements', async () => {
    await suanli('import', 'news', '--store', 'other')
    const hashOf = async (store: string) => {
      const { stdout } = await suanli('release', 'create', `of ${store}`, '--store', store, '--json')
      return JSON.parse(stdout).sha256 as string
    }
    expect(await hashOf('other')).toBe(await hashOf('one'))
  })
})
