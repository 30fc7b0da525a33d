import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { type Files, makeFolder, newsWith, type TestFolder, texts } from '../unit/datasets/news-folder.js'

let folder: TestFolder
beforeAll(async () => {
  folder = await makeFolder({ ...texts, 'news/dataset.yaml': newsWith() })
})
afterAll(() => folder.remove())

const suanli = (parameters: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
  runProgram(parameters, settings, folder.path)

const centre = (statement: string) =>
  newsWith(`- id: computecentre/a\n  type: ComputeCentre\n  edition: press#zh-Hans\n  statements:\n    - ${statement}`)

const table = `${newsWith()}tables:
  - file: table.csv
    edition: press#zh-Hans
    entity: { type: Company, id: "company/{Id}" }
    statements: [{ property: name, column: Name }]
`

/** What is wrong, the files of the dataset beside its texts, and the line that a user reads. */
const badInputs: readonly (readonly [what: string, files: Files, told: RegExp])[] = [
  [
    'an unknown property',
    { 'dataset.yaml': centre('{ property: capcity, value: 45 EFLOPS }') },
    /^(\S+)\/dataset\.yaml:22:21: error PROPERTY_UNKNOWN: unknown property "capcity" on ComputeCentre \(did you mean "capacity"\?\)$/m,
  ],
  [
    'an unknown type',
    { 'dataset.yaml': newsWith('- { id: region/x, type: Regoin }') },
    /dataset\.yaml:18:27: error TYPE_UNKNOWN: unknown entity type "Regoin" \(did you mean "Region"\?\)$/m,
  ],
  [
    'a quote that is not in the text',
    { 'dataset.yaml': newsWith().replace('quote: 北京市到2025年', 'quote: 北京市到2026年') },
    /dataset\.yaml:17:46: error QUOTE_NOT_FOUND: the quote "北京市到2026年" was not found in press#zh-Hans \(the text has "北京市到2025年/m,
  ],
  [
    'a dangling reference',
    { 'dataset.yaml': centre('{ property: region, value: region/nowhere }') },
    /dataset\.yaml:22:36: error REFERENCE_DANGLING: "region\/nowhere" is described neither here nor in the graph/m,
  ],
  [
    'a day that no calendar has',
    { 'dataset.yaml': centre('{ property: opened, value: 2024年6月31日 }') },
    /dataset\.yaml:22:36: error EDTF_INVALID: "2024年6月31日" is not a date or interval \(such as 2025, 2024-07-04/m,
  ],
  [
    'an unknown unit',
    { 'dataset.yaml': centre('{ property: capacity, value: 45 EFLPOS }') },
    /dataset\.yaml:22:38: error UNIT_UNKNOWN: unknown unit "EFLPOS" \(did you mean "EFLOPS"\?\)$/m,
  ],
  [
    'an id that stands twice',
    { 'dataset.yaml': newsWith('- { id: region/beijing, type: Region }') },
    /dataset\.yaml:18:11: error ID_DUPLICATE: duplicate id "region\/beijing": first at \S+dataset\.yaml:13 /m,
  ],
  [
    'broken YAML',
    { 'dataset.yaml': 'dataset: [news\n' },
    /dataset\.yaml:\d+:\d+: error YAML_SYNTAX: This is not YAML: /m,
  ],
  [
    'a broken row',
    { 'dataset.yaml': table, 'table.csv': 'Id,Name\na,甲\nb,"乙"丙\n' },
    /table\.csv:3:\d+: error CSV_SYNTAX: This row is not CSV: /m,
  ],
  [
    'a table in another encoding',
    {
      'dataset.yaml': table,
      'table.csv': Buffer.concat([Buffer.from('Id,Name\na,'), Buffer.from([0xb1, 0xb1, 0xbe, 0xa9])]),
    },
    /table\.csv:2:3: error FILE_ENCODING: This file is not UTF-8 \(byte 10 cannot be read\)\. \(.*gb18030/m,
  ],
  [
    'a text in another encoding',
    { 'zh.txt': Buffer.from('\ufeff北京市', 'utf16le') },
    /zh\.txt:1:1: error FILE_ENCODING: .*UTF-16/m,
  ],
  [
    'a text that is missing',
    { 'dataset.yaml': newsWith().replace('zh.txt', 'nowhere.txt') },
    /dataset\.yaml:9:36: error FILE_MISSING: \S+\/nowhere\.txt does not exist\.$/m,
  ],
  [
    'a path that leaves the folder',
    { 'dataset.yaml': newsWith().replace('zh.txt', '../news/zh.txt') },
    /dataset\.yaml:9:36: error FILE_OUTSIDE: \.\.\/news\/zh\.txt is outside the folder of its dataset\. \(copy/m,
  ],
]

/** Writes a dataset of its own with what is wrong in it; gives the folder's name. */
async function writeBad(files: Files): Promise<string> {
  const name = `bad${(await readdir(folder.path)).length}`
  await mkdir(join(folder.path, name))
  const all = {
    'zh.txt': texts['news/zh.txt'] ?? '',
    'en.txt': texts['news/en.txt'] ?? '',
    'dataset.yaml': newsWith(),
    ...files,
  }
  for (const [file, content] of Object.entries(all)) await writeFile(join(folder.path, name, file), content)
  return name
}

describe('an import of bad data', () => {
  it.each(badInputs)('is refused with a clear error, and nothing is applied: %s', async (_, files, told) => {
    const name = await writeBad(files)
    const { code, stdout, stderr } = await suanli(['import', name, '--yes', '--store', 'store'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(told)
    expect(stderr).toContain(`${name}/`)
    expect(stderr).toMatch(/^1 problem \(1 error, 0 warnings\)$/m)
    expect(stderr).toMatch(/^nothing was applied$/m)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  it('is refused where the folder is not there', async () => {
    const { code, stderr } = await suanli(['import', 'nowhere', '--yes', '--store', 'store'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/error FILE_MISSING: nowhere\/dataset\.yaml does not exist/)
  })

  it('is refused for all that is imported with it', async () => {
    const name = await writeBad({
      'dataset.yaml': centre('{ property: capcity, value: 45 EFLOPS }').replace('dataset: news', 'dataset: bad'),
    })
    const { code, stdout } = await suanli(['import', 'news', name, '--store', 'store', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      applied: false,
      problems: [
        { severity: 'ERROR', code: 'PROPERTY_UNKNOWN', line: 22, column: 21, hint: 'did you mean "capacity"?' },
      ],
    })
  })

  it('has left the store as it was: the first import that is sound is the first revision', async () => {
    const { code, stdout } = await suanli(['import', 'news', '--store', 'store', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      applied: true,
      entitiesAdded: 1,
      statementsAdded: 1,
      unchanged: 0,
      revision: { number: 1 },
    })
  })

  it('is refused by check and plan as well', async () => {
    const name = await writeBad({ 'dataset.yaml': centre('{ property: capcity, value: 45 EFLOPS }') })
    const checked = await suanli(['check', name])
    expect(checked.code).toBe(1)
    expect(checked.stdout).toContain('did you mean "capacity"?')
    const planned = await suanli(['plan', name, '--store', 'store', '--json'])
    expect(planned.code).toBe(1)
    expect(JSON.parse(planned.stdout)).toMatchObject({ applied: false, problems: [{ code: 'PROPERTY_UNKNOWN' }] })
  })

  it('has all of its problems told at once', async () => {
    const name = await writeBad({
      'dataset.yaml': `${centre('{ property: capcity, value: 45 EFLOPS }\n    - { property: opened, value: 2024-13 }')}tables:
  - file: table.csv
    edition: press#zh-Hans
    entity: { type: Company, id: "company/{Id}" }
    statements: [{ property: name, column: Name }]
`,
      'table.csv': 'Id,Name\na,甲,x\nb,乙\nc\n',
    })
    const { code, stderr } = await suanli(['import', name, '--yes', '--store', 'store'])
    expect(code).toBe(1)
    expect([...stderr.matchAll(/error ([A-Z_]+)/g)].map(([, problem]) => problem)).toEqual([
      'PROPERTY_UNKNOWN',
      'EDTF_INVALID',
      'CSV_SYNTAX',
      'CSV_SYNTAX',
    ])
    expect(stderr).toContain('4 problems (4 errors, 0 warnings)')
  })
})

describe('a database that is down', () => {
  const down = ['--store', 'bolt://127.0.0.1:1']

  it.each([
    ['plan', ['plan', 'news']],
    ['import', ['import', 'news', '--yes']],
    ['abandon', ['import', '--abandon']],
    ['serve', ['serve']],
  ])(
    'is told in words, without a stack: %s',
    async (_, parameters) => {
      const { code, stdout, stderr } = await suanli([...parameters, ...down])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/^STORE_UNAVAILABLE: .*bolt:\/\/127\.0\.0\.1:1 cannot be reached: /)
      expect(stderr).not.toMatch(/\n {4}at /)
    },
    120_000,
  )

  it('is told as JSON where that was asked for', async () => {
    const { code, stdout } = await suanli(['import', 'news', '--json', ...down])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'STORE_UNAVAILABLE' } })
  }, 300_000)

  it('is of no concern to a check', async () => {
    expect(await suanli(['check', 'news'], { SUANLI_STORE: 'bolt://127.0.0.1:1' })).toMatchObject({ code: 0 })
  })
})

describe('a setting that is impossible', () => {
  it.each(['PORT', 'SUANLI_LOG', 'SUANLI_MAX_BODY_BYTES'])('is named, and nothing is done: %s', async variable => {
    const { code, stdout, stderr } = await suanli(['import', 'news', '--yes', '--store', 'unmade'], {
      [variable]: 'many',
    })
    expect([1, 2]).toContain(code)
    expect(stdout).toBe('')
    expect(stderr).toMatch(new RegExp(`^SETTING_IMPOSSIBLE: ${variable} is "many", which is not `))
    expect(await readdir(folder.path)).not.toContain('unmade')
  })

  it('is named together with all others', async () => {
    const { stderr } = await suanli(['plan', 'news'], { PORT: '70000', SUANLI_LOG: 'loud' })
    expect(stderr).toContain('PORT is "70000"')
    expect(stderr).toContain('SUANLI_LOG is "loud"')
  })

  it.each(['http://127.0.0.1:7474', 'postgres://127.0.0.1/suanli'])(
    'may be the address of the store: %s',
    async address => {
      const { code, stderr } = await suanli(['import', 'news', '--yes', '--store', address])
      expect(code).toBe(1)
      expect(stderr).toContain(`STORE_ADDRESS: "${address}" is not an address of a store`)
    },
  )
})
