import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { makeFolder, newsWith, type TestFolder, texts } from '../unit/datasets/news-folder.js'

/** A line of a history: a merge, as the revision that it made. */
function mergeIn(number: number, kept: string, former: string): string {
  const deed = { kind: 'MERGE', kept: `region/${kept}`, former: `region/${former}`, by: '王', reason: '同一' }
  return JSON.stringify({ type: 'revision', number, at: `2030-01-01T00:00:0${number}.000Z`, deed })
}

describe('suanli export', () => {
  let folder: TestFolder
  beforeAll(async () => {
    folder = await makeFolder({ ...texts, 'news/dataset.yaml': newsWith() })
    await suanli('import', 'news', '--store', 'one')
    await suanli('release', 'create', 'Spring', '--store', 'one')
    await folder.write({ 'news/dataset.yaml': newsWith().replace('北京市, quote', '北京, quote') })
    await suanli('import', 'news', '--store', 'one')
  }, 60_000)
  afterAll(() => folder.remove())

  const suanli = (...parameters: readonly string[]) => runProgram(parameters, {}, folder.path)
  const read = (name: string) => readFile(join(folder.path, name), 'utf8')

  describe('as jsonl', () => {
    it('is the same store again where it is imported, and changes nothing the second time', async () => {
      expect(await suanli('export', '--format', 'jsonl', '--out', 'one.jsonl', '--store', 'one')).toEqual({
        code: 0,
        stdout: 'one.jsonl: revision 3 as jsonl: 3 revisions, 2 statements\n',
        stderr: '',
      })
      expect((await suanli('check', 'one.jsonl')).stdout).toBe('no problems\none.jsonl: 3 revisions, 2 statements\n')
      expect((await suanli('plan', 'one.jsonl', '--store', 'two')).stdout).toBe(
        '3 revisions added, with 2 statements\n',
      )
      expect((await suanli('import', 'one.jsonl', '--store', 'two')).stdout).toMatch(
        /^3 revisions added, with 2 statements\nrevision 3 of 20\S+Z\n$/,
      )
      expect((await suanli('import', 'one.jsonl', '--store', 'two')).stdout).toMatch(
        /^nothing changed: the store has all of this history\nrevision 3 of/,
      )
      // Whatever the file is called.
      await copyFile(join(folder.path, 'one.jsonl'), join(folder.path, 'backup-2026'))
      expect((await suanli('check', 'backup-2026')).stdout).toBe(
        'no problems\nbackup-2026: 3 revisions, 2 statements\n',
      )
      expect((await suanli('import', 'backup-2026', '--store', 'two')).stdout).toMatch(/^nothing changed: /)
      const again = await suanli('export', '--format', 'jsonl', '--store', 'two')
      expect(again).toEqual({ code: 0, stdout: await read('one.jsonl'), stderr: '' })
      expect(await suanli('release', 'list', '--store', 'two')).toEqual(
        await suanli('release', 'list', '--store', 'one'),
      )
    }, 60_000)

    it('of a release ends with it, and what came later can be added', async () => {
      const { stdout } = await suanli('export', '--format', 'jsonl', '--release', 'Spring', '--store', 'one')
      const whole = await read('one.jsonl')
      const lines = stdout.trimEnd().split('\n')
      expect(whole.startsWith(`${lines.slice(0, -1).join('\n')}\n`)).toBe(true)
      expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ type: 'revision', number: 2, deed: { kind: 'RELEASE' } })
      await writeFile(join(folder.path, 'spring.jsonl'), stdout)
      expect((await suanli('import', 'spring.jsonl', '--store', 'three')).stdout).toMatch(/^2 revisions added/)
      expect((await suanli('import', 'one.jsonl', '--store', 'three')).stdout).toMatch(/^1 revision added/)
    }, 60_000)

    it('refuses one that was cut off or changed, and another store, and applies nothing of it', async () => {
      const whole = await read('one.jsonl')
      const lines = whole.split('\n')
      const cases = [
        [lines.slice(0, -3).join('\n'), 'error HISTORY_CUT'],
        [whole.replace('"北京市"', '"北京"'), 'its id is not that of its content'],
        [whole.replace('{"type":"entity"', '{"type":"thing"'), 'unknown type "thing"'],
        [whole.replace(lines[2] ?? '', lines[2]?.slice(0, 20) ?? ''), 'bad.jsonl:3: error HISTORY_LINE'],
        [whole.slice(whole.indexOf('\n') + 1), 'bad.jsonl:1: error HISTORY_LINE'],
        ['', 'HISTORY_CUT'],
        [
          // An id that is merged already is merged once more, into itself: no walk along merged ids could end.
          [...lines.slice(0, -2), mergeIn(4, '二', '一'), mergeIn(5, '一', '一'), ...lines.slice(-2)].join('\n'),
          `bad.jsonl:${lines.length}: error HISTORY_LINE: This line is not of a history: "region/一" and "region/一" are one`,
        ],
      ] as const
      for (const [text, problem] of cases) {
        await writeFile(join(folder.path, 'bad.jsonl'), text)
        const { code, stderr } = await suanli('import', 'bad.jsonl', '--store', 'none')
        expect([problem, code]).toEqual([problem, 1])
        expect(stderr).toContain(problem)
        expect(stderr).toContain('nothing was applied')
      }
      await suanli('import', 'news', '--store', 'other')
      const differs = await suanli('import', 'one.jsonl', '--store', 'other')
      expect([differs.code, differs.stderr]).toEqual([1, expect.stringContaining('HISTORY_DIFFERS: Revision 1 of')])
      expect((await suanli('import', 'one.jsonl', 'news', '--store', 'none')).code).toBe(2)
      expect((await suanli('import', 'none.jsonl', '--store', 'none')).stderr).toContain('FILE_MISSING')
      expect((await suanli('release', 'list', '--store', 'none', '--json')).stdout).toBe('{"releases":[]}\n')
    }, 120_000)
  })

  it('as yaml is the same graph again, with what curators did, and is refused with its fault', async () => {
    expect(await suanli('export', '--format', 'yaml', '--out', 'out', '--store', 'one')).toEqual({
      code: 0,
      stdout: 'out: revision 3 as yaml: 1 dataset, 1 entity, 1 statement\n',
      stderr: '',
    })
    expect(await suanli('import', 'out/news', '--store', 'four')).toMatchObject({ code: 0 })
    const { stdout } = await suanli('export', '--format', 'jsonl', '--store', 'four')
    const id = /"type":"statement","id":"([^"]+)"/.exec(stdout)?.[1]
    const curation = `deeds:\n  - { deed: retract, statement: ${id}, by: 王, reason: 误读 }\n`
    await folder.write({ 'out/curation.yaml': curation })
    const withDeeds = ['out/curation.yaml', 'out/news', '--store', 'four']
    expect((await suanli('check', 'out/news', 'out/curation.yaml')).code).toBe(0)
    expect((await suanli('plan', ...withDeeds)).stdout).toContain('then 1 curation action')
    expect((await suanli('import', ...withDeeds)).stdout).toContain('1 curation action applied, 0 unchanged')
    expect((await suanli('import', ...withDeeds)).stdout).toContain('0 curation actions applied, 1 unchanged')
    expect(await suanli('export', '--format', 'yaml', '--out', 'again', '--store', 'four')).toMatchObject({ code: 0 })
    expect(await read('again/news/dataset.yaml')).toBe(await read('out/news/dataset.yaml'))
    expect(await read('again/curation.yaml')).toMatch(
      new RegExp(`deed: retract, statement: ${id}, by: 王, at: .*, reason: 误读`),
    )

    await folder.write({ 'out/curation.yaml': curation.replace('by: 王, ', '').replace('retract', 'retrac') })
    const refused = await suanli('import', ...withDeeds)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('out/curation.yaml:2:5: error KEY_MISSING: an entry of `deeds` has no `by`')
    expect(refused.stderr).toContain('out/curation.yaml:2:13: error CODE_UNKNOWN: "retrac" is not a value of deed')

    const merge = 'deeds:\n  - { deed: merge, keep: region/a, merge: region/a, by: 王, reason: 同一 }\n'
    await folder.write({ 'out/curation.yaml': merge })
    expect((await suanli('import', ...withDeeds)).stderr).toContain(
      'out/curation.yaml:2:43: error VALUE_INVALID: "region/a" is not another id than `keep`',
    )
  }, 120_000)

  it('writes over nothing that is there unless it may, and leaves nothing half', async () => {
    await writeFile(join(folder.path, 'taken.jsonl'), 'mine')
    const toTaken = ['export', '--format', 'jsonl', '--store', 'one', '--out', 'taken.jsonl']
    expect(await suanli(...toTaken)).toMatchObject({ code: 1, stderr: expect.stringContaining('OUT_TAKEN') })
    expect(await read('taken.jsonl')).toBe('mine')
    const { code, stdout } = await suanli(...toTaken, '--force', '--json')
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { format: 'jsonl', out: 'taken.jsonl', revision: 3, counts: { revisions: 3, statements: 2 }, problems: [] },
    ])
    expect((await readdir(folder.path)).filter(name => name.includes('partial'))).toEqual([])
  }, 60_000)

  it('refuses a store that does not exist, as candidates does', async () => {
    for (const command of [['export', '--format', 'jsonl', '--out', 'none.jsonl'], ['candidates']]) {
      const { code, stdout, stderr } = await suanli(...command, '--store', 'misspelt')
      expect([command[0], code, stdout]).toEqual([command[0], 1, ''])
      expect(stderr).toMatch(/^STORE_MISSING: There is no store at .*misspelt/)
    }
    await expect(read('none.jsonl')).rejects.toThrow()
  })

  it('replaces a folder only where an export filled it', async () => {
    const toFolder = (name: string) => ['export', '--format', 'csv', '--store', 'one', '--out', name, '--force']
    await folder.write({ 'mine/diary.txt': 'dear diary' })
    expect(await suanli(...toFolder('mine'))).toMatchObject({ code: 1, stderr: expect.stringContaining('OUT_TAKEN') })
    expect(await read('mine/diary.txt')).toBe('dear diary')
    for (const _ of ['once', 'twice']) expect(await suanli(...toFolder('tables'))).toMatchObject({ code: 0 })
    expect(await readdir(join(folder.path, 'tables'))).toContain('statements.csv')
  }, 60_000)

  it('tells how it is used', async () => {
    for (const [parameters, text] of [
      [['--format', 'xml'], 'there is no format "xml"'],
      [['--format', 'jsonl', '--json'], '--json needs --out'],
      [['--format', 'yaml'], 'yaml is a folder of files'],
      [[], '--format'],
    ] as const) {
      const { code, stderr } = await suanli('export', ...parameters)
      expect([code, stderr]).toEqual([2, expect.stringContaining(text)])
    }
    const unknown = await suanli('export', '--format', 'jsonl', '--release', 'none', '--store', 'one')
    expect(unknown).toEqual({ code: 1, stdout: '', stderr: 'NOT_FOUND: There is no release "none".\n' })
  }, 60_000)

  it('writes the names of csv in one language, which must be one', async () => {
    const rows = async (language: string) => {
      await suanli('export', '--format', 'csv', '--store', 'one', '--out', 'named', '--force', '--language', language)
      return (await read('named/regions.csv')).split('\r\n')[1]
    }
    expect(await rows('zh')).toMatch(/^region\/beijing,北京,北京,/)
    expect(await rows('en')).toMatch(/^region\/beijing,北京,,/)
    for (const parameters of [
      ['--format', 'csv', '--language', 'zh_Hans', '--out', 'x'],
      ['--format', 'jsonl', '--language', 'en'],
    ])
      expect((await suanli('export', ...parameters, '--store', 'one')).code).toBe(2)
  })
})
