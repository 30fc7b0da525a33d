import { afterEach, describe, expect, it } from '@jest/globals'
import { problemsText, tablesText } from '../../../../src/cli/report.js'
import { checkFolder, makeFolder, type TestFolder } from '../news-folder.js'

let folder: TestFolder | undefined
afterEach(async () => {
  await folder?.remove()
  folder = undefined
})

const csv = `Name,Nodes,Per node,Note,Lang,Year,Trust,Country,State
East,"1,024",8,"East has 1,024 nodes",en,2024,0.5,US,Ohio
西,,8,,zh-Hans,,,US,
North,many,8,GPU farm,en,2023,1,US,Iowa
`

/** What the table says by one statement. */
async function read(statement: string, rows = csv) {
  folder = await makeFolder({
    'list/dataset.yaml': `dataset: list
sources: [{ id: list, title: List, editions: [{ language: en, file: t.csv }] }]
tables:
  - file: t.csv
    edition: list#en
    entity: { type: ComputeCentre, id: "computecentre/{Name|slug}" }
    statements:
      - ${statement}
`,
    'list/t.csv': rows,
  })
  const { datasets, problems, close } = await checkFolder(folder, ['list'], async () => [])
  const statements = [...(datasets[0]?.statements ?? [])]
  close()
  return {
    statements: statements.map(({ statement: said }) => said),
    weights: statements.map(({ rank, confidence }) => [rank, confidence]),
    problems: problems.map(({ code, line, column, message }) => [code, line, column, message]),
  }
}

describe('a statement of a table', () => {
  it('may be a product of cells, which is derived; a factor that is no number is reported where it is', async () => {
    const { statements, problems } = await read(`{ property: accelerators, value: "{Nodes} * {Per node}", unit: GPU }`)
    expect(statements).toMatchObject([
      {
        subject: 'computecentre/east',
        value: { amount: '8192', unit: 'GPU' },
        asStated: '1,024 × 8',
        derived: 'Nodes × Per node',
        quote: { exact: 'East,"1,024",8,"East has 1,024 nodes",en,2024,0.5,US,Ohio', fragment: 'row=2' },
      },
    ])
    expect(problems).toEqual([['VALUE_INVALID', 4, 7, '"many" is not a number']])
  })

  it('that is the same in each row quotes the column that `cite` names, or the row, and no other cell', async () => {
    const cited = await read('{ property: status, value: operating, cite: Note }')
    expect(cited.statements.map(({ quote, asStated }) => [quote?.exact, asStated])).toEqual([
      ['East has 1,024 nodes', 'East has 1,024 nodes'],
      ['GPU farm', 'GPU farm'],
      ['西,,8,,zh-Hans,,,US,', 'operating'],
    ])
    const { statements } = await read('{ property: status, value: operating }')
    expect(statements[1]?.quote?.exact).toBe('North,many,8,GPU farm,en,2023,1,US,Iowa')
  })

  it('that is the same in each row must be what its quote says, unless it says how it is derived', async () => {
    const { statements, problems } = await read('{ property: accelerators, value: 8192 GPU, cite: Note }')
    expect(statements).toEqual([])
    expect(problems.map(([code, line, column]) => [code, line, column])).toEqual([
      ['VALUE_NOT_IN_QUOTE', 2, 16],
      ['VALUE_NOT_IN_QUOTE', 3, 1],
      ['VALUE_NOT_IN_QUOTE', 4, 14],
    ])
    const derived = await read(
      '{ property: accelerators, value: 8192 GPU, cite: Note, derived: "{Nodes} nodes × 8", unless: { Note: "" } }',
    )
    expect(derived.problems).toEqual([])
    expect(derived.statements.map(said => said.derived)).toEqual(['1,024 nodes × 8', 'many nodes × 8'])
  })

  it('takes cells in each key', async () => {
    const { statements, weights, problems } = await read(
      `{ property: name, column: Name, language: "{Lang}", valid: "{Year}", confidence: "{Trust}", kind: short,
          quote: "{Note}", asStated: "{Name} in {Country}", unless: { Name: North } }`,
    )
    expect(problems).toEqual([])
    expect(statements.map(({ value, valid, quote, asStated }) => [value, valid, quote?.exact, asStated])).toEqual([
      [{ kind: 'text', text: 'East', language: 'en' }, '2024', 'East has 1,024 nodes', 'East in US'],
      [{ kind: 'text', text: '西', language: 'zh-Hans' }, undefined, '西', '西 in US'],
    ])
    expect(weights).toEqual([
      ['NORMAL', 0.5],
      ['NORMAL', 1],
    ])
  })

  it('takes the two ends of a period from two columns', async () => {
    const rows =
      'Name,From,To\na,2018年3月,2023年5月\nb,约2015年,\nc,,2020年底\nd,2019.06,至今\ne,,\nf,2018年3月,不详\n'
    const { statements, problems } = await read('{ property: name, column: Name, valid: "{From}/{To}" }', rows)
    expect(statements.map(({ valid }) => valid)).toEqual([
      '2018-03/2023-05',
      '2015~/',
      '/2020-12~',
      '2019-06/..',
      undefined,
    ])
    expect(problems.map(([code, line, column]) => [code, line, column])).toEqual([['EDTF_INVALID', 7, 3]])
  })

  it('has words that are not of the row refused as a quote', async () => {
    const { problems } = await read(
      '{ property: name, column: Name, quote: "{Name} of {State}", where: { Name: East } }',
    )
    expect(problems.map(([code, line]) => [code, line])).toEqual([['QUOTE_NOT_FOUND', 2]])
  })

  it('has the words of the source for a link, not our id', async () => {
    const two = await read('{ property: region, template: "region/{Country}-{State|slug}" }')
    expect(two.statements.map(({ value, asStated, quote }) => [value, asStated, quote?.exact])).toEqual([
      [{ kind: 'entity', entity: 'region/US-ohio' }, 'US, Ohio', 'US'],
      [{ kind: 'entity', entity: 'region/US-iowa' }, 'US, Iowa', 'US'],
    ])
    const same = await read('{ property: region, value: region/us, cite: Country }')
    expect(same.statements.map(({ asStated, quote }) => [asStated, quote?.exact])).toEqual(Array(3).fill(['US', 'US']))
  })

  it('takes `""` for the empty cell in a condition', async () => {
    const { statements } = await read('{ property: name, column: Name, unless: { Note: "" } }')
    expect(statements.map(({ asStated }) => asStated)).toEqual(['East', 'North'])
  })
})

describe('an edition of several pages', () => {
  it('has quotes that go from one page to the next', async () => {
    folder = await makeFolder({
      'a/dataset.yaml': `dataset: a
sources:
  - id: plan
    title: 规划
    editions: [{ language: zh-Hans, files: [1.txt, 2.txt, 3.txt] }]
entities:
  - id: computecentre/a
    type: ComputeCentre
    edition: plan#zh-Hans
    statements:
      - { property: name, value: 云谷, quote: 国家枢纽节点云谷 }
      - { property: capacity, value: 5000P, quote: 规模5000P }
`,
      'a/1.txt': '建设国家枢纽\n',
      'a/2.txt': '节点云谷，规模50',
      'a/3.txt': '00P。',
    })
    const { datasets, problems, close } = await checkFolder(folder, ['a'])
    expect(problems).toEqual([])
    const [dataset] = datasets
    expect(dataset?.editions[0]?.text).toBe('建设国家枢纽\n节点云谷，规模50\n00P。')
    expect([...(dataset?.statements ?? [])].map(({ statement: { quote } }) => quote)).toMatchObject([
      { exact: '国家枢纽\n节点云谷', start: 2, end: 11 },
      { exact: '规模50\n00P', start: 12, end: 20 },
    ])
    close()
  })

  it('is whole or not there: a page that is missing is reported', async () => {
    folder = await makeFolder({
      'a/dataset.yaml': `dataset: a
sources: [{ id: plan, title: 规划, editions: [{ language: zh-Hans, files: [1.txt, 2.txt] }] }]
`,
      'a/1.txt': '一',
    })
    const { problems } = await checkFolder(folder, ['a'])
    expect(problems).toMatchObject([{ code: 'FILE_MISSING', line: 2 }])
  })

  it.each([
    ['1.2亿', '万元', '120000000', 'CNY'],
    ['约3亿', '万元', '300000000', 'CNY'],
    ['3亿以上', '万元', '300000000', 'CNY'],
    ['1.2万', '万卡', '12000', 'GPU'],
    ['100以上', '张', '100', 'GPU'],
    ['120', '万元', '1200000', 'CNY'],
    ['1.5 billion', 'million USD', '1500000000', 'USD'],
    ['1.5', 'million USD', '1500000', 'USD'],
  ])('a cell with a scale of its own, %s, takes the unit %s without its scale', async (cell, unit, amount, base) => {
    const property = base === 'GPU' ? 'accelerators' : 'investment'
    const rows = `Name,Amount\nEast,${cell}\n`
    const { statements, problems } = await read(`{ property: ${property}, column: Amount, unit: ${unit} }`, rows)
    expect(problems).toEqual([])
    expect(statements).toMatchObject([{ value: { amount, unit: base } }])
  })
})

describe('a merged cell', () => {
  it('fills the rows below a row that is left out, by a cell of that row or over it', async () => {
    const table = (unless: string) => ({
      'list/dataset.yaml': `dataset: list
undescribed: [region/beijing, region/shanghai]
sources: [{ id: list, title: List, editions: [{ language: zh-Hans, file: t.csv }] }]
tables:
  - file: t.csv
    edition: list#zh-Hans
    unless: ${unless}
    cells: { place: { column: 地区, fill: true, values: { 北京: region/beijing, 上海: region/shanghai } } }
    entity: { type: ComputeCentre, id: "computecentre/{名称|slug}" }
    statements: [{ property: region, column: place }]
`,
      'list/t.csv': '地区,名称\n北京,A\n合计,\n,B\n上海,\n,C\n',
    })
    folder = await makeFolder(table('{ 地区: 合计, 名称: "" }'))
    const { datasets, problems, close } = await checkFolder(folder, ['list'], async () => [])
    const said = [...(datasets[0]?.statements ?? [])].map(({ statement: { subject, value } }) => [subject, value])
    close()
    expect(problems).toEqual([])
    expect(said).toEqual([
      ['computecentre/a', { kind: 'entity', entity: 'region/beijing' }],
      ['computecentre/b', { kind: 'entity', entity: 'region/beijing' }],
      ['computecentre/c', { kind: 'entity', entity: 'region/shanghai' }],
    ])
  })
})

describe('a row of a table', () => {
  const table = (rows: string, statements: string) => ({
    'list/dataset.yaml': `dataset: list
sources: [{ id: list, title: List, editions: [{ language: zh-Hans, file: t.csv }] }]
tables:
  - file: t.csv
    edition: list#zh-Hans
    entity: { type: ComputeCentre, id: "computecentre/{名称}" }
    statements:
${statements}
`,
    'list/t.csv': rows,
  })

  it('has one number in citations and messages, whatever blank lines and line breaks in quotes are before it', async () => {
    const rows = '名称,规模\n\n甲,1P\n乙,"2\nP"\n\n\n丙,3T\n'
    folder = await makeFolder(
      table(rows, '      - { property: name, column: 名称 }\n      - { property: capacity, column: 规模, unit: P }'),
    )
    const { datasets, problems, close } = await checkFolder(folder, ['list'], async () => [])
    const cited = [...(datasets[0]?.statements ?? [])].map(({ statement: { quote } }) => [
      quote?.exact,
      quote?.fragment,
    ])
    close()
    expect(cited).toEqual(
      expect.arrayContaining([
        ['甲', 'row=2'],
        ['乙', 'row=3'],
        ['丙', 'row=4'],
      ]),
    )
    expect(problems.map(({ code, line, column, row }) => [code, line, column, row])).toEqual([
      ['UNIT_UNKNOWN', 8, 3, 4],
    ])
    expect(problemsText(problems)).toMatch(/t\.csv:8:3 \(row 4\): error UNIT_UNKNOWN/)
  })

  it('that has the id of another describes the same entity, and the table says so; different times may differ', async () => {
    const statements = (more: string) => `      - { property: capacity, column: 规模, unit: P${more} }`
    const rows = '名称,规模,年份\n甲,1,2023\n乙,1,2023\n甲,2,2024\n甲,2,2024\n'
    folder = await makeFolder(table(rows, statements('')))
    const differs = await checkFolder(folder, ['list'], async () => [])
    differs.close()
    expect(differs.problems.map(({ code, message }) => [code, message])).toEqual([
      ['ROWS_DIFFER', expect.stringMatching(/rows 2, 4, 5 of .*t\.csv.* of capacity: 1 PFLOPS, 2 PFLOPS$/)],
    ])
    const tables = differs.datasets[0]?.tables ?? []
    expect(tables).toMatchObject([{ entities: 2, merged: [{ id: 'computecentre/甲', rows: [2, 4, 5] }] }])
    expect(tablesText(tables)).toMatch(
      /4 rows, 2 entities, 1 of them described by several rows \(computecentre\/甲: rows 2, 4, 5\)$/,
    )
    await folder.remove()
    folder = await makeFolder(table(rows, statements(', valid: "{年份}"')))
    const dated = await checkFolder(folder, ['list'], async () => [])
    dated.close()
    expect(dated.problems).toEqual([])
  })
})

describe('a cell that names a unit of its own', () => {
  it('keeps it, and never stands before the unit of the column', async () => {
    const rows = 'Name,Size\na,2 EFLOPS\nb,3T\nc,30k\nd,500家\ne,3000 (FP16)\n'
    const { statements, problems } = await read('{ property: scale, column: Size, unit: GPU }', rows)
    expect(
      statements.map(({ value }) => (value.kind === 'quantity' ? [value.amount, value.unit, value.of] : value)),
    ).toEqual([
      ['2', 'EFLOPS', undefined],
      ['30000', 'GPU', undefined],
      ['500', 'COUNT', '家'],
    ])
    expect(problems.map(([code, line]) => [code, line])).toEqual([
      ['UNIT_UNKNOWN', 3],
      ['VALUE_INVALID', 6],
    ])
  })
})

describe('a statement that cites a row of a table by hand', () => {
  it('must quote words of that row', async () => {
    folder = await makeFolder({
      'list/dataset.yaml': `dataset: list
sources: [{ id: list, title: List, editions: [{ language: en, file: t.csv }] }]
entities:
  - id: computecentre/east
    type: ComputeCentre
    edition: list#en
    statements:
      - { property: name, value: East, quote: East, row: 2 }
      - { property: name, value: The East, quote: East, row: 3 }
      - { property: name, value: Zebra, quote: Zebra, row: 9 }
      - { property: power, value: 5 MW, quote: "5", row: 3 }
tables:
  - file: t.csv
    edition: list#en
    entity: { type: ComputeCentre, id: "computecentre/{Name|slug}" }
    statements: [{ property: name, column: Name }]
`,
      'list/t.csv': 'Name,Power (MW)\nEast,7\nWest,5\n',
    })
    const { problems, close } = await checkFolder(folder, ['list'], async () => [])
    close()
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['QUOTE_NOT_FOUND', 9],
      ['QUOTE_NOT_FOUND', 10],
    ])
  })
})
