import { afterEach, describe, expect, it } from '@jest/globals'
import { makeXlsx } from '../../../support/make-xlsx.js'
import { checkFolder, makeFolder, type TestFolder } from '../news-folder.js'

let folder: TestFolder | undefined
afterEach(async () => {
  await folder?.remove()
  folder = undefined
})

/** What a table gives: statements, in order of subject, and what is said of it. */
async function read(name: string, content: string | Uint8Array, table: string) {
  const yaml = `dataset: list
sources:
  - { id: list, title: 表, published: 2024-07, editions: [{ language: zh-Hans, file: ${name} }, { language: en }] }
tables:
  - file: ${name}
    edition: list#zh-Hans
${table.replace(/^/gm, '    ')}
`
  folder = await makeFolder({ 'list/dataset.yaml': yaml, [`list/${name}`]: content })
  const run = await checkFolder(folder, ['list'], async () => [])
  const [dataset] = run.datasets
  const statements = [...(dataset?.statements ?? [])].map(({ statement }) => statement)
  const [summary] = dataset?.tables ?? []
  run.close()
  return { statements, problems: run.problems, summary, datasets: run.datasets, checked: run }
}

const centres = `entity: { type: ComputeCentre, id: "computecentre/{名称|slug}" }
statements:
  - { property: name, column: 名称 }
  - { property: capacity, column: 规模 }
  - { property: opened, column: 启用 }
`

const values = (statements: readonly { readonly property: string; readonly value: object }[], property: string) =>
  statements.filter(each => each.property === property).map(({ value }) => value)

describe('a table in CSV', () => {
  it('may be separated by another sign, which its header tells', async () => {
    const rows = [
      ['名称', '规模', '启用'],
      ['云谷', '"1,200 PFLOPS"', '2024-06'],
    ]
    for (const [separator, found] of [
      [';', 'separated by ";"'],
      ['\t', 'separated by tab'],
      ['|', 'separated by "|"'],
    ] as const) {
      const csv = rows.map(row => row.join(separator)).join('\n')
      const { statements, problems, summary } = await read('t.csv', csv, centres)
      expect(problems).toEqual([])
      expect(statements).toHaveLength(3)
      expect(values(statements, 'capacity')).toMatchObject([{ amount: '1200', unit: 'PFLOPS' }])
      expect(summary?.found).toEqual([found])
    }
  })

  it('is separated as its description says', async () => {
    const csv = '名称~规模~启用\n云谷~5 PFLOPS~2024\n'
    const { statements, problems, summary } = await read('t.csv', csv, `separator: "~"\n${centres}`)
    expect(problems).toEqual([])
    expect(statements).toHaveLength(3)
    expect(summary?.found).toEqual([])
  })

  it('tells which columns there are if it has none of those that are named', async () => {
    const { problems } = await read('t.csv', 'Name,Size,Opened\na,1,2\n', centres)
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual(
      Array(3).fill(['COLUMN_UNKNOWN', 'the header has Name, Size, Opened']),
    )
  })

  it('has its empty rows skipped and counted, even if they are short', async () => {
    const csv = '名称,规模,启用\n,,\n云谷,5 PFLOPS,2024\n , ,\n\n,\n'
    const { statements, problems, summary } = await read('t.csv', csv, centres)
    expect(problems).toEqual([])
    expect(statements).toHaveLength(3)
    expect(summary).toMatchObject({ rows: 1, taken: 1, emptyRows: 3 })
  })

  it('is said to be in the encoding that it has', async () => {
    // 名称,规模,启用 and 云谷,5 PFLOPS,2024 in GBK.
    const gbk = Buffer.from('c3fbb3c62cb9e6c4a32cc6f4d3c30ad4c6b9c82c352050464c4f50532c323032340a', 'hex')
    const { problems } = await read('t.csv', gbk, centres)
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['FILE_ENCODING', 'it seems to be gb18030: write `encoding: gb18030` beside its `file`'],
    ])
    expect((await read('t.csv', gbk, `encoding: gb18030\n${centres}`)).statements).toHaveLength(3)
  })

  it('may have the days of a spreadsheet as numbers', async () => {
    const csv = '名称,规模,启用\n云谷一,,45292\n云谷二,,45444.5\n云谷三,,2024\n云谷四,,2024-06\n'
    const { statements, problems } = await read('t.csv', csv, `dates: excel\n${centres}`)
    expect(problems).toEqual([])
    expect(
      values(statements, 'opened')
        .map(value => ('edtf' in value ? value.edtf : undefined))
        .sort(),
    ).toEqual(['2024', '2024-01-01', '2024-06', '2024-06-01'])
    expect(statements.find(({ asStated }) => asStated === '45292')?.quote).toEqual({
      exact: '45292',
      fragment: 'row=2',
    })
    const without = await read('t.csv', csv, centres)
    expect(without.problems.map(({ code, hint }) => [code, hint])).toEqual(
      Array(2).fill(['EDTF_INVALID', 'if a spreadsheet counts its days so, write `dates: excel`']),
    )
  })
})

describe('a table in XLSX', () => {
  const file = makeXlsx({
    说明: { 1: ['见下页'] },
    中心: {
      2: ['名称', '规模', '启用', '在建'],
      4: ['云谷一', '5 PFLOPS', { day: 45444 }, true],
      5: ['', undefined, '', undefined],
      7: ['云谷二', '300 PFLOPS', '2025-06', false],
    },
  })

  it('is read by sheet, with the numbers of its rows and its days as dates', async () => {
    const { statements, problems, summary } = await read('t.xlsx', file, `sheet: 中心\nheader: 2\n${centres}`)
    expect(problems).toEqual([])
    expect(values(statements, 'opened')).toEqual([
      { kind: 'date', edtf: '2024-06-01' },
      { kind: 'date', edtf: '2025-06' },
    ])
    expect(statements.find(({ property }) => property === 'name')?.quote).toEqual({
      exact: '云谷一',
      fragment: 'row=4',
    })
    expect(summary).toMatchObject({ rows: 2, emptyRows: 3 })
  })

  it('names its sheets to a person who misses one', async () => {
    const { problems } = await read('t.xlsx', file, `sheet: 中心表\n${centres}`)
    expect(problems.map(({ code, hint, line }) => [code, hint, line])).toEqual([
      ['SHEET_UNKNOWN', 'the file has 说明, 中心', 7],
    ])
  })

  it('that is none is refused', async () => {
    const { problems } = await read('t.xlsx', 'a,b\n', centres)
    expect(problems.map(({ code, message }) => [code, message.replace(/^.*list\//, '')])).toEqual([
      ['FILE_UNREADABLE', 't.xlsx cannot be read: it is not XLSX'],
    ])
  })
})

const organisations = `entity: { type: Company, id: "company/{id|slug}" }
statements:
  - { property: name, each: "$.names[*]", column: "@.value", language: "{@.lang}", kind: "{@.kind}" }
  - { property: website, column: "$.links[*].url" }
  - { property: region, template: "region/{$.country.name|slug}" }
`

const records = [
  {
    id: 'Inspur',
    names: [
      { value: '浪潮', lang: 'zh-Hans', kind: 'short' },
      { value: 'Inspur Group', lang: 'en', kind: null },
    ],
    links: [{ url: 'https://a.example' }, { url: 'https://b.example' }],
    country: { name: 'China' },
  },
  { id: 'x-2', names: [{ value: 'X 2' }], links: [], country: null },
]

describe('a table in JSON', () => {
  const forms = {
    'JSON Lines': ['t.jsonl', `${records.map(record => JSON.stringify(record)).join('\n')}\n\n`, ''],
    'a list': ['t.json', JSON.stringify(records, null, 2), ''],
    'a list within a document': ['t.json', JSON.stringify({ data: { items: records } }), 'rows: $.data.items[*]\n'],
  } as const
  it.each(Object.entries(forms))('has names and JSONPaths as columns: %s', async (_, [name, content, rows]) => {
    const { statements, problems } = await read(name, content, `${rows}${organisations}`)
    expect(problems).toEqual([])
    expect(values(statements, 'name')).toEqual([
      { kind: 'text', text: '浪潮', language: 'zh-Hans' },
      { kind: 'text', text: 'Inspur Group', language: 'en' },
      { kind: 'text', text: 'X 2', language: 'zh-Hans' },
    ])
    expect(statements.filter(({ property }) => property === 'name').map(({ qualifiers }) => qualifiers.kind)).toEqual([
      'SHORT',
      'OFFICIAL',
      'OFFICIAL',
    ])
    expect(values(statements, 'website')).toEqual([
      { kind: 'code', code: 'https://a.example' },
      { kind: 'code', code: 'https://b.example' },
    ])
    expect(statements.find(({ property }) => property === 'region')).toMatchObject({
      value: { entity: 'region/china' },
      asStated: 'China',
      quote: { exact: 'China', fragment: 'row=1' },
    })
  })

  it('has a list beside a value refused, since which member belongs to the value is not known', async () => {
    const table = `entity: { type: Company, id: "company/{id|slug}" }
statements:
  - { property: name, column: "$.names[*].value", language: "{$.names[*].lang}" }
`
    const { problems } = await read('t.json', JSON.stringify(records, null, 2), table)
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(['VALUE_INVALID'])
    expect(problems[0]).toMatchObject({ line: 7, hint: expect.stringContaining('`each`') })
  })

  it('tells a column that no row has, and a cell that is no text, by its place', async () => {
    const table = `entity: { type: Company, id: "company/{id|slug}" }
statements:
  - { property: name, column: name }
  - { property: website, column: links }
`
    const json = JSON.stringify(records, null, 2)
    const { problems } = await read('t.json', json, table)
    const lines = json.split('\n').flatMap((line, i) => (line.includes('"links"') ? [i + 1] : []))
    expect(problems.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual(
      lines.map(line => ['VALUE_INVALID', line, 14, '$.links[*] takes each of its members']),
    )
    const misspelt = await read('t.json', JSON.stringify(records), table.replace('column: links', 'column: nmes'))
    expect(misspelt.problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['COLUMN_UNKNOWN', 'did you mean "names"?'],
      ['COLUMN_UNKNOWN', 'did you mean "names"?'],
    ])
  })

  it('keeps numbers that a double cannot hold', async () => {
    const table = `entity: { type: Region, id: "region/a" }
statements: [{ property: code, column: code }]
`
    const { statements } = await read('t.jsonl', '{"code": 12345678901234567890}\n', table)
    expect(values(statements, 'code')).toEqual([{ kind: 'code', code: '12345678901234567890' }])
  })

  it('ends a row of JSON Lines at LF and CR LF alone', async () => {
    const table = `entity: { type: Region, id: "region/a" }
statements: [{ property: code, column: code }]
`
    const { statements } = await read('t.jsonl', '{"code": "1\u2028\u20292"}\r\n{"code": "3"}', table)
    expect(values(statements, 'code')).toEqual([
      { kind: 'code', code: '1\u2028\u20292' },
      { kind: 'code', code: '3' },
    ])
  })

  it.each([
    ['t.json', '[{"id": 1},\n {"id": }]', 2, 9],
    ['t.jsonl', '{"id": 1}\n{"id" 2}\n', 2, 7],
  ])('that is none is refused where it ends to be: %s', async (name, content, line, column) => {
    const { problems } = await read(name, content, organisations)
    expect(problems).toMatchObject([{ code: 'JSON_SYNTAX', line, column }])
  })

  it('takes no key that is of another kind of file', async () => {
    const { problems } = await read('t.jsonl', '{"id": 1}\n', `sheet: a\nseparator: ";"\n${organisations}`)
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['KEY_TYPE', '`sheet` must be of a xlsx file; this is a jsonl file'],
      ['KEY_TYPE', '`separator` must be of a csv file; this is a jsonl file'],
    ])
  })
})
