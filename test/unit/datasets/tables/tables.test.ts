import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checkFolder, makeFolder, type TestFolder } from '../news-folder.js'

let folder: TestFolder | undefined
afterEach(async () => {
  await folder?.remove()
  folder = undefined
})

/** A dataset of one table, with the statements that each of its rows gives. */
async function check(content: string | Uint8Array, statements: string, { name = 'top500.csv', more = '' } = {}) {
  await folder?.remove()
  folder = await makeFolder({
    'top500/dataset.yaml': `dataset: top500
sources:
  - { id: top500-2024-06, title: TOP500, editions: [{ language: en, file: ${name} }] }
tables:
  - file: ${name}
    edition: top500-2024-06#en
    entity: { type: ComputeCentre, id: "computecentre/top500-{Site ID}" }
${more}    statements:
${statements}`,
    [`top500/${name}`]: content,
  })
  const { datasets, problems } = await checkFolder(folder, ['top500'], async () => [])
  return { statements: [...(datasets[0]?.statements ?? [])].map(({ statement }) => statement), problems }
}

const csv = `Site ID,Name,Country,"Rmax [TFlop/s]",Year
1,Frontier,United States,1206000,2021
2,"天河, ""二号""",中国,61445,2013
3,Sunway,China,93014.6,
`
const nameColumn = '      - { property: name, column: Name }\n'

describe('a table', () => {
  it('gives one entity for each row, cited as that row', async () => {
    const { statements, problems } = await check(csv, nameColumn)
    expect(problems).toEqual([])
    expect(statements.map(({ subject, asStated, quote }) => [subject, asStated, quote])).toEqual([
      ['computecentre/top500-1', 'Frontier', { exact: 'Frontier', fragment: 'row=2' }],
      ['computecentre/top500-2', '天河, "二号"', { exact: '天河, "二号"', fragment: 'row=3' }],
      ['computecentre/top500-3', 'Sunway', { exact: 'Sunway', fragment: 'row=4' }],
    ])
  })

  it('gives the unit and number format of a column to its numbers, and the cell as the words of the source', async () => {
    const { statements } = await check(
      csv,
      '      - { property: capacity, column: "Rmax [TFlop/s]", unit: TFLOPS, precision: FP64 }\n',
    )
    expect(statements[2]).toMatchObject({
      asStated: '93014.6',
      value: { kind: 'quantity', amount: '93014.6', unit: 'TFLOPS', precision: 'FP64', comparator: 'EXACTLY' },
    })
  })

  it('states nothing by an empty cell', async () => {
    const { statements, problems } = await check(csv, '      - { property: opened, column: Year }\n')
    expect(problems).toEqual([])
    expect(statements.map(({ subject }) => subject)).toEqual(['computecentre/top500-1', 'computecentre/top500-2'])
  })

  it('is read only where its conditions hold; a list admits any of its members', async () => {
    const one = await check(csv, nameColumn, { more: '    where: { Country: China }\n' })
    expect(one.statements.map(({ asStated }) => asStated)).toEqual(['Sunway'])
    const any = await check(csv, nameColumn, { more: '    where: { Country: [China, 中国] }\n' })
    expect(any.statements.map(({ asStated }) => asStated)).toEqual(['天河, "二号"', 'Sunway'])
    const both = await check(csv, nameColumn, { more: '    where: { Country: China, Year: "2013" }\n' })
    expect(both.statements).toEqual([])
  })

  it('puts cells into templates, as slugs where that is asked for', async () => {
    const { statements } = await check(csv, '      - { property: region, template: "region/{Country|slug}" }\n')
    expect(statements.map(({ value }) => value)).toEqual([
      { kind: 'entity', entity: 'region/united-states' },
      { kind: 'entity', entity: 'region/中国' },
      { kind: 'entity', entity: 'region/china' },
    ])
  })

  it('may say the same of each row', async () => {
    const { statements } = await check(csv, '      - { property: status, value: operating }\n')
    expect(statements.map(({ value }) => value)).toEqual(Array(3).fill({ kind: 'code', code: 'OPERATING' }))
    expect(statements[1]?.quote).toEqual({
      exact: '2,"天河, ""二号""",中国,61445,2013',
      fragment: 'row=3',
    })
  })

  it('may be TSV, packed, with a byte-order mark, and end its rows in CRLF', async () => {
    const expected = (await check(csv, nameColumn)).statements.map(({ subject, asStated }) => [subject, asStated])
    const tsv = csv.replace('"天河, ""二号"""', '天河二号').replaceAll(',', '\t').replace(/"/g, '')
    const forms: readonly (readonly [string | Uint8Array, string])[] = [
      [`\ufeff${csv}`, 'top500.csv'],
      [csv.replaceAll('\n', '\r\n'), 'top500.csv'],
      [gzipSync(csv), 'top500.csv.gz'],
    ]
    for (const [content, name] of forms) {
      const { statements, problems } = await check(content, nameColumn, { name })
      expect(problems).toEqual([])
      expect(statements.map(({ subject, asStated }) => [subject, asStated])).toEqual(expected)
    }
    const { statements } = await check(tsv, nameColumn, { name: 'top500.tsv' })
    expect(statements.map(({ asStated }) => asStated)).toEqual(['Frontier', '天河二号', 'Sunway'])
  })

  it('has its broken rows told, each where it stands, and the others read', async () => {
    const broken = `${csv}4,"two\nlines",China,1,2020\n5,short,China\n,no id,China,1,2020\n6,last,China,many,2020\n7,good,China,7,20-20\n`
    const { statements, problems } = await check(
      broken,
      `${nameColumn}      - { property: capacity, column: "Rmax [TFlop/s]", unit: TFLOPS }\n      - { property: opened, column: Year }\n`,
    )
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['CSV_SYNTAX', 7, 1],
      ['KEY_MISSING', 8, 1],
      ['EDTF_INVALID', 10, 16],
    ])
    expect(
      statements.filter(({ property }) => property === 'name').map(({ asStated }) => asStated.replace('\n', ' ')),
    ).toEqual(['Frontier', '天河, "二号"', 'Sunway', 'two lines', 'last', 'good'])
    expect(statements.find(({ asStated }) => asStated === 'many')?.value).toEqual({
      kind: 'quantity',
      comparator: 'EXACTLY',
    })
  })

  it.each([
    ['that is empty', '', 'CSV_SYNTAX'],
    ['that is packed and cut off', gzipSync(csv.repeat(100)).subarray(0, 60), 'FILE_UNREADABLE'],
    ['that is not packed although its name says so', Buffer.from(csv), 'FILE_UNREADABLE'],
    [
      'in GB 18030',
      Buffer.concat([Buffer.from('Site ID,Name\n1,'), Buffer.from([0xb1, 0xb1, 0xbe, 0xa9, 0x0a])]),
      'FILE_ENCODING',
    ],
  ])('%s is refused: %#', async (what, content, code) => {
    const name = code === 'FILE_UNREADABLE' ? 'top500.csv.gz' : 'top500.csv'
    const { problems } = await check(content, nameColumn, { name })
    expect([
      what,
      ...new Set(problems.filter(({ severity }) => severity === 'ERROR').map(problem => problem.code)),
    ]).toEqual([what, code])
  })

  it('gives back whatever stood in its cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('算', '"', ',', '\n', '\r\n', 'a', ' ', '😀', "'"), maxLength: 12 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async cells => {
        const rows = cells.map((text, i) => `${i},${quoted(text)}`).join('\n')
        const { statements, problems } = await check(`Site ID,Name\n${rows}\n`, nameColumn)
        expect(problems).toEqual([])
        const stated = cells.flatMap((text, i) =>
          text.trim() === '' ? [] : [[`computecentre/top500-${i}`, text.trim()]],
        )
        expect(statements.map(({ subject, asStated }) => [subject, asStated])).toEqual(stated)
      }),
      { numRuns: 50 },
    )
  })
})
