import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runProgram } from '../support/server.js'
import { article, type Files, makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
})
afterEach(() => work.remove())

/** `suanli check` in a folder with these datasets. */
async function check(datasets: Readonly<Record<string, Files>>, options: readonly string[] = [], settings = {}) {
  for (const [name, files] of Object.entries(datasets)) await work.write(name, files)
  return await runProgram(['check', ...Object.keys(datasets), ...options], settings, work.path)
}

const sound = article(`  - id: official/tang-jianguo
    type: Official
    edition: paper#zh-Hans
    statements:
      - { property: name, value: 唐建国, quote: 总经济师唐建国 }
      - { property: position, value: bureau/beijing-eit, title: 总经济师 }
  - id: bureau/beijing-eit
    type: Bureau
    edition: paper#zh-Hans
    statements:
      - { property: name, value: 北京市经济和信息化局, quote: 北京市经济和信息化局 }
`)

const faulty = article(`  - id: official/tang-jianguo
    type: Official
    edition: paper#zh-Hans
    statements:
      - { property: positon, value: 唐建国 }
      - { property: name, value: 唐建国, quote: 唐建军宣布 }
      - { property: position, value: bureau/nowhere, valid: 04/07/2024 }
`)

describe('suanli check', () => {
  it('says that a dataset is sound, and leaves nothing behind', async () => {
    expect(await check({ paper: sound })).toEqual({
      code: 0,
      stdout: 'no problems\narticle: 3 statements\n',
      stderr: '',
    })
    expect(await readdir(work.path)).toEqual(['paper'])
  })

  it('tells every problem in one run, with file, line, column, code and hint, and fails', async () => {
    const { code, stdout } = await check({ paper: faulty, empty: {} })
    expect(stdout).toBe(`\
empty: error FILE_MISSING: empty/dataset.yaml does not exist. (a dataset is a folder with a dataset.yaml in it)
paper/dataset.yaml:14:21: error PROPERTY_UNKNOWN: unknown property "positon" on Official (did you mean "position"?)
paper/dataset.yaml:15:46: error QUOTE_NOT_FOUND: the quote "唐建军宣布" was not found in paper#zh-Hans (the text has "唐建国宣布：到2025年， 智算")
paper/dataset.yaml:16:61: error EDTF_INVALID: "04/07/2024" is not a date or interval (such as 2025, 2024-07-04, 2024-07~, 2024/2026, 2024年6月, 2025年底 or Q3 2024)
4 problems (4 errors, 0 warnings)
article: 0 statements without an error
`)
    expect(code).toBe(1)
  })

  it('takes a link to an entity that is described elsewhere for a warning: it touches no store', async () => {
    const linked = article(`  - id: company/a
    type: Company
    edition: paper#en
    statements:
      - { property: name, value: A }
      - { property: parent, value: company/b }
`)
    const { code, stdout } = await check({ paper: linked })
    expect([code, stdout]).toEqual([
      0,
      `paper/dataset.yaml:15:36: warning REFERENCE_UNCHECKED: "company/b" is not described here; an import looks for it in the graph
1 problem (0 errors, 1 warning)
article: 2 statements
`,
    ])
  })

  it('prints one JSON document with --json', async () => {
    const { code, stdout, stderr } = await check({ paper: faulty }, ['--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      datasets: [{ dataset: 'article', statements: 0 }],
      problems: [
        {
          severity: 'ERROR',
          file: 'paper/dataset.yaml',
          line: 14,
          column: 21,
          code: 'PROPERTY_UNKNOWN',
          message: 'unknown property "positon" on Official',
          hint: 'did you mean "position"?',
        },
        { code: 'QUOTE_NOT_FOUND' },
        { code: 'EDTF_INVALID' },
      ],
    })
    expect([code, stderr]).toEqual([1, ''])
  })

  it('exits with 2 where it is used wrongly, and with 0 where it helps', async () => {
    const usages = [['check'], ['check', '--nonsense', 'x'], ['nonsense'], [], ['import', '--abandon', 'x'], ['import']]
    for (const parameters of usages)
      expect([parameters, (await runProgram(parameters, {}, work.path)).code]).toEqual([parameters, 2])
    for (const parameters of [['--help'], ['check', '--help'], ['import', '--help']]) {
      const { code, stdout } = await runProgram(parameters, {}, work.path)
      expect(code).toBe(0)
      expect(stdout).toMatch(/^Usage: suanli/)
    }
  })

  it('names all impossible settings at once, and exits with 2', async () => {
    const { code, stderr } = await check({ paper: sound }, [], { PORT: 'eighty', SUANLI_LOG: 'loud' })
    expect(stderr).toBe(
      'SETTING_IMPOSSIBLE: PORT is "eighty", which is not a whole number from 0 to 65535.\nSUANLI_LOG is "loud", which is not silent, error, warn, info, debug.\n',
    )
    expect(code).toBe(2)
  })

  it('shows what was read of each value, once for equal words', async () => {
    const table =
      article(`  - { id: region/x, type: Region, edition: paper#zh-Hans, statements: [{ property: name, value: X }] }
tables:
  - file: t.csv
    edition: paper#zh-Hans
    entity: { type: ComputeCentre, id: "computecentre/{Id}" }
    statements:
      - { property: capacity, column: Size }
      - { property: opened, column: Opened }
      - { property: accelerators, value: "{Nodes} * 8", unit: GPU }
`)
    const csv = 'Id;Size;Opened;Nodes\na;5000P;2024-06;16\n;;;\nb;5000P;2024;\n'
    const { code, stdout } = await check({ paper: { ...table, 't.csv': csv } }, ['--explain'])
    expect([code, stdout]).toEqual([
      0,
      `no problems
article: 6 statements
  paper/t.csv: 2 rows, separated by ";", 1 empty row skipped
  accelerators "16 × 8" → 128 GPU (derived: Nodes × 8)   computecentre/a
  capacity "5000P" → 5000 PFLOPS   computecentre/a and 1 more
  opened "2024" → 2024   computecentre/b
  opened "2024-06" → 2024-06   computecentre/a
`,
    ])
  })

  it('tells a problem that many rows have once, with its places', async () => {
    const table =
      article(`  - { id: region/x, type: Region, edition: paper#zh-Hans, statements: [{ property: name, value: X }] }
tables:
  - file: t.csv
    edition: paper#zh-Hans
    entity: { type: ComputeCentre, id: "computecentre/{Id}" }
    statements: [{ property: status, column: Status }]
`)
    const rows = Array.from({ length: 40 }, (_, i) => `${i},gone`).join('\n')
    const { code, stdout } = await check({ paper: { ...table, 't.csv': `Id,Status\n${rows}\n` } })
    expect(code).toBe(1)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^paper\/t\.csv:2:3: error CODE_UNKNOWN: "gone" is not a value of status \(one of/),
      '  also at 3:3, 4:3, 5:3, 6:3, 7:3, 8:3, 9:3, 10:3, 11:3, 12:4 and 29 more',
      '40 problems (40 errors, 0 warnings)',
    ])
  })
})
