import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { type ProblemCode, problems as problemTexts } from '../../../../src/model/problem.js'
import { makeXlsx } from '../../../support/make-xlsx.js'
import { checkFolder, type Files, makeFolder, newsWith, placeOf, type TestFolder, texts } from '../news-folder.js'

let folder: TestFolder | undefined
afterEach(async () => {
  await folder?.remove()
  folder = undefined
})

async function check(files: Files, names: readonly string[] = ['news'], find = async () => [] as readonly string[]) {
  folder = await makeFolder({ ...texts, ...files })
  return await checkFolder(folder, names, find)
}

/** One thing that is wrong: its files beside the texts, the words where it stands, and what is said. */
interface Case {
  readonly code: ProblemCode
  readonly what: string
  readonly files: Files
  /** The file that is named, and the words in it that the place points at. */
  readonly at: readonly [file: string, words?: string]
  readonly hint?: string | RegExp
  readonly message?: string | RegExp
  readonly severity?: 'WARNING'
}

const main = 'news/dataset.yaml'

/** A fault in what is said of entities. */
function entry(code: ProblemCode, what: string, entries: string, words: string, rest: Partial<Case> = {}): Case {
  return { code, what, files: { [main]: newsWith(entries) }, at: [main, words], ...rest }
}

function centre(statement: string): string {
  return `- id: computecentre/a\n  type: ComputeCentre\n  edition: press#zh-Hans\n  statements:\n    - ${statement}`
}

function table(description: string, csv: string | Uint8Array, name = 'table.csv'): Files {
  return { [main]: `${newsWith()}tables:\n${description}`, [`news/${name}`]: csv }
}

const plainTable = (name = 'table.csv') => `  - file: ${name}
    edition: press#en
    entity: { type: Company, id: "company/{Id}" }
    statements:
      - { property: name, column: Name }
`

const cases: readonly Case[] = [
  entry('TYPE_UNKNOWN', 'a type that is misspelt', '- { id: region/x, type: Regoin, statements: [] }', 'Regoin', {
    hint: 'did you mean "Region"?',
    message: 'unknown entity type "Regoin"',
  }),
  entry(
    'ID_INVALID',
    'an id with a space',
    '- { id: region/inner mongolia, type: Region, statements: [] }',
    'region/inner mongolia',
    {
      hint: 'did you mean "region/inner-mongolia"?',
    },
  ),
  entry('ID_INVALID', 'an id of another type', '- { id: company/a, type: Region, statements: [] }', 'company/a', {
    hint: 'did you mean "region/a"?',
  }),
  entry(
    'ID_DUPLICATE',
    'an entity that is described twice in a file',
    '- { type: Region, id: region/beijing, statements: [] }',
    'region/beijing, statements',
    {
      message: /^duplicate id "region\/beijing": first at .*news\/dataset\.yaml:13$/,
      hint: 'put its statements into one entry',
    },
  ),
  entry(
    'PROPERTY_UNKNOWN',
    'a property that is misspelt',
    centre('{ property: capcity, value: 45 EFLOPS }'),
    'capcity',
    {
      message: 'unknown property "capcity" on ComputeCentre',
      hint: 'did you mean "capacity"?',
    },
  ),
  entry(
    'PROPERTY_AMBIGUOUS',
    'a link from its other end that may be either of two',
    '- id: region/x\n  type: Region\n  edition: press#zh-Hans\n  statements:\n    - { property: targets, value: target/t }',
    'targets',
    { message: /subject.*serves.*target\/t/ },
  ),
  entry(
    'QUALIFIER_UNKNOWN',
    'a key beside a value that is misspelt',
    centre('{ property: name, value: 甲, knd: short }'),
    'knd',
    {
      hint: 'did you mean "kind"?',
    },
  ),
  entry('CODE_UNKNOWN', 'a value that is not on the list', centre('{ property: status, value: plannd }'), 'plannd', {
    hint: 'did you mean "planned"?',
  }),
  entry(
    'CODE_UNKNOWN',
    'a rank that there is not',
    centre('{ property: name, value: 甲, rank: prefered }'),
    'prefered',
    {
      hint: 'did you mean "preferred"?',
    },
  ),
  entry('VALUE_INVALID', 'a place that is none', centre('{ property: location, value: 北纬39度 }'), '北纬39度'),
  entry('UNIT_UNKNOWN', 'a unit that is misspelt', centre('{ property: capacity, value: 45 EFLPOS }'), '45 EFLPOS', {
    message: 'unknown unit "EFLPOS"',
    hint: 'did you mean "EFLOPS"?',
  }),
  entry(
    'UNIT_UNFIT',
    'power where computing is asked for',
    centre('{ property: capacity, value: 100 兆瓦 }'),
    '100 兆瓦',
    {
      message: 'capacity cannot be given in MW, which measures power',
    },
  ),
  entry(
    'QUANTITY_UNREAD',
    'two figures in one text',
    centre('{ property: capacity, value: 300 P（FP16），折合9.5P（FP64） }'),
    '300 P',
    { severity: 'WARNING', message: /折合9\.5P.*gives no number.*capacity/ },
  ),
  entry(
    'QUANTITY_UNREAD',
    'a count where counts make no sense',
    centre('{ property: power, value: 500 个以上 }'),
    '500 个以上',
    { severity: 'WARNING', hint: /one number with its unit/ },
  ),
  entry('BOUND_BROKEN', 'negative power', centre('{ property: power, value: -5 MW }'), '-5 MW', {
    message: '“-5 MW” is less than 0 GW, a bound of power',
  }),
  entry('BOUND_BROKEN', 'half a card', centre('{ property: accelerators, value: 0.5 GPU }'), '0.5 GPU', {
    message: /no whole number of GPU/,
  }),
  entry('BOUND_BROKEN', 'more than the world computes', centre('{ property: capacity, value: 1e99 FLOPS }'), '1e99', {
    message: /is more than 1000000 EFLOPS, a bound of capacity/,
  }),
  entry('VALUE_IMPLAUSIBLE', 'a centre of 50 GW', centre('{ property: power, value: 50 GW }'), '50 GW', {
    severity: 'WARNING',
    hint: /against the source/,
  }),
  entry('VALUE_IMPLAUSIBLE', 'a centre before computers', centre('{ property: opened, value: 1850 }'), '1850', {
    severity: 'WARNING',
    message: /outside the plausible range 1950\/2100/,
  }),
  entry('VALUE_INVALID', 'a sign for no value', centre('{ property: power, value: / }'), '/ }', {
    hint: /list it under `empty`/,
  }),
  entry('EDTF_INVALID', 'a date of another order', centre('{ property: opened, value: 04/07/2024 }'), '04/07/2024', {
    hint: /such as 2025, 2024-07-04/,
  }),
  entry(
    'EDTF_INVALID',
    'a month that no year has',
    centre('{ property: name, value: 甲, valid: 2024年13月 }'),
    '2024年13月',
    {
      hint: /such as 2025, 2024-07-04/,
    },
  ),
  entry('NUMBER_RANGE', 'a confidence above 1', centre('{ property: name, value: 甲, confidence: 1.5 }'), '1.5', {
    message: '`confidence` must be a number from 0 to 1; this is 1.5',
  }),
  entry(
    'LANGUAGE_INVALID',
    'a language tag with an underscore',
    centre('{ property: name, value: 甲, language: zh_Hans }'),
    'zh_Hans',
  ),
  entry(
    'REFERENCE_TYPE',
    'a company where a region is asked for',
    centre('{ property: region, value: company/a }'),
    'company/a',
    {
      message: /Region \(region\/\.\.\.\).*"company\/a" is not/,
    },
  ),
  entry('VALUE_INVALID', 'a name where an id is asked for', centre('{ property: region, value: 北京 }'), '北京 }', {
    message: /the id of Region/,
  }),
  entry(
    'EDITION_UNKNOWN',
    'an edition that is misspelt',
    centre('{ property: name, value: 甲, edition: "pres#en" }'),
    '"pres#en"',
    {
      hint: 'did you mean "press#en"?',
    },
  ),
  entry(
    'EDITION_MISSING',
    'a statement of no edition',
    '- id: region/x\n  type: Region\n  statements:\n    - { property: name, value: 甲 }',
    '{ property: name, value: 甲 }',
  ),
  entry(
    'QUOTE_NOT_FOUND',
    'a quote that differs in its end',
    centre('{ property: name, value: 甲, quote: 智算供给规模提升至54EFLOPS }'),
    '智算供给规模提升至54EFLOPS',
    {
      message: /^the quote "智算供给规模提升至54EFLOPS" was not found in press#zh-Hans/,
      hint: /^the text has "智算供给规模提升至45EFLOPS/,
    },
  ),
  entry(
    'QUOTE_NOT_FOUND',
    'a quote of the other language',
    centre('{ property: name, value: Tang, quote: said Tang Jianguo }'),
    'said Tang Jianguo',
    { hint: 'press#en has it: give the statement `edition: "press#en"`' },
  ),
  {
    ...entry(
      'QUOTE_AMBIGUOUS',
      'a quote that stands twice',
      centre('{ property: name, value: 甲, quote: "北京市" }'),
      '"北京市"',
      { message: /occurs 2 times.*first one is used/, hint: /prefix.*suffix/ },
    ),
    severity: 'WARNING',
  },
  {
    ...entry(
      'QUOTE_UNCHECKED',
      'a quote of an edition without its text',
      centre('{ property: name, value: A, edition: press#fr, quote: a b }'),
      'fr }',
    ),
    severity: 'WARNING',
  },
  {
    ...entry(
      'STATEMENT_DUPLICATE',
      'a statement that stands twice',
      '- id: region/x\n  type: Region\n  edition: press#en\n  statements:\n    - { property: name, value: X }\n    - { value: X, property: name }',
      '{ value: X, property: name }',
      { message: /first at .*dataset\.yaml:22$/ },
    ),
    severity: 'WARNING',
  },
  entry('KEY_UNKNOWN', 'a key that is misspelt', '- { id: region/x, type: Region, statments: [] }', 'statments', {
    hint: 'did you mean "statements"?',
  }),
  entry('KEY_MISSING', 'an entity without a type', '- { id: region/x }', '{ id: region/x }', { message: /no `type`/ }),
  entry('KEY_TYPE', 'a list where a text is asked for', '- { id: [region/x], type: Region }', '[region/x]', {
    message: /`id` must be a text; this is a list/,
  }),
  entry('KEY_TYPE', 'a key with nothing behind it', '- id: region/x\n  type: Region\n  sameAs: ~', '~', {
    message: /`sameAs` must be a list of texts; this is nothing/,
  }),
  {
    code: 'FILE_MISSING',
    what: 'a text that is not there',
    files: { [main]: newsWith().replace('zh.txt', 'nowhere.txt') },
    at: [main, 'nowhere.txt'],
    message: /news\/nowhere\.txt does not exist/,
  },
  {
    code: 'FILE_OUTSIDE',
    what: 'a path that leaves the folder',
    files: { [main]: newsWith().replace('file: zh.txt', 'file: ../other/zh.txt'), 'other/zh.txt': 'x' },
    at: [main, '../other/zh.txt'],
    hint: /copy the file/,
  },
  {
    code: 'FILE_UNREADABLE',
    what: 'a folder in place of a file',
    files: { [main]: newsWith().replace('file: zh.txt', 'file: texts'), 'news/texts/zh.txt': 'x' },
    at: [main, 'texts'],
  },
  {
    code: 'FILE_ENCODING',
    what: 'a text in GB 18030',
    // 北京 in GB 18030, after a line that is ASCII.
    files: {
      [main]: newsWith(),
      'news/zh.txt': Buffer.concat([Buffer.from('one\nab'), Buffer.from([0xb1, 0xb1, 0xbe, 0xa9])]),
    },
    at: ['news/zh.txt'],
    message: /byte 6 /,
    hint: /GB ?18030/,
  },
  {
    code: 'YAML_SYNTAX',
    what: 'a value that begins as no text can',
    files: { [main]: newsWith(centre('property: power\n      value: @100 MW')) },
    at: [main, '@100 MW'],
    hint: /quotes/,
  },
  {
    code: 'CSV_SYNTAX',
    what: 'a row with a cell too many',
    files: table(plainTable(), 'Id,Name\na,甲\nb,乙,c\n'),
    at: ['news/table.csv', 'b,乙'],
    message: /it has 3 cells, the header has 2/,
  },
  {
    code: 'CSV_SYNTAX',
    what: 'a quote in the middle of a cell',
    files: table(plainTable(), 'Id,Name\na,甲"乙\nb,丙\n'),
    at: ['news/table.csv', '甲"乙'],
  },
  {
    code: 'CSV_SYNTAX',
    what: 'a quote that is never closed',
    files: table(plainTable(), 'Id,Name\na,甲\nb,"乙\nc,丙\n'),
    at: ['news/table.csv', 'b,"乙'],
    message: /not closed/,
  },
  {
    code: 'COLUMN_UNKNOWN',
    what: 'a column that is misspelt',
    files: table(plainTable().replace('column: Name', 'column: Nam'), 'Id,Name\na,甲\n'),
    at: [main, 'Nam }'],
    hint: 'did you mean "Name"?',
  },
  {
    code: 'CELL_UNMATCHED',
    what: 'a cell that is not as it must be',
    files: table(
      plainTable()
        .replace('    statements', '    cells: { short: { column: Name, match: "^(.) #" } }\n    statements')
        .replace('column: Name }\n', 'column: short }\n'),
      'Id,Name\na,甲 #1\nb,乙？\n',
    ),
    at: ['news/table.csv', '乙？'],
    message: '"乙？" does not match the pattern of short: ^(.) #',
  },
  {
    code: 'ENCODING_UNKNOWN',
    what: 'an encoding that nobody knows',
    files: table(plainTable().replace('    edition', '    encoding: gb99\n    edition'), 'Id,Name\na,甲\n'),
    at: [main, 'gb99'],
    hint: 'such as gb18030, big5, shift_jis',
  },
  {
    code: 'COLUMN_DUPLICATE',
    what: 'a column that stands twice',
    files: table(plainTable(), 'Id,Name,Name\na,甲,乙\n'),
    at: [main, 'Name }'],
    message: /duplicate column.*2 times/,
  },
  {
    code: 'SHEET_UNKNOWN',
    what: 'a sheet that the file does not have',
    files: table(
      plainTable('table.xlsx').replace('    edition', '    sheet: 公司\n    edition'),
      makeXlsx({ 企业: { 1: ['Id', 'Name'] } }),
      'table.xlsx',
    ),
    at: [main, '公司'],
    hint: 'the file has 企业',
  },
  {
    code: 'JSON_SYNTAX',
    what: 'a line that is no JSON',
    files: table(plainTable('table.jsonl'), '{"Id": "a", "Name": "甲"}\n{"Id": "b" "Name": "乙"}\n', 'table.jsonl'),
    at: ['news/table.jsonl', '"Name": "乙"'],
    message: /CommaExpected/,
  },
  entry(
    'VALUE_NOT_IN_QUOTE',
    'a quantity that its quote does not say',
    centre('{ property: capacity, value: 54 EFLOPS, quote: 智算供给规模提升至45EFLOPS }'),
    '54 EFLOPS',
    {
      message: 'capacity is given as 54 EFLOPS, but its words say something else: "智算供给规模提升至45EFLOPS"',
      hint: /^these words say 45 EFLOPS \(character 10\); .*derived/,
    },
  ),
  entry(
    'VALUE_NOT_IN_QUOTE',
    'a date that its words do not name',
    centre('{ property: opened, value: 2026, quote: 智算供给规模提升至45EFLOPS }'),
    '2026',
    { hint: /^these words have no date; / },
  ),
  entry(
    'VALUE_NOT_IN_QUOTE',
    'a number without the unit that its quote has',
    centre('{ property: scale, value: 45, quote: 智算供给规模提升至45EFLOPS }'),
    '45,',
    { hint: /^these words say 45 EFLOPS \(character 10\); / },
  ),
  entry(
    'UNIT_MISSING',
    'a number with a fraction that names no unit',
    centre('{ property: scale, value: "<= 1.25" }'),
    '"<= 1.25"',
    { hint: 'write the unit behind the number, such as RATIO (a PUE), PERCENT, MW or EFLOPS' },
  ),
  entry(
    'UNIT_MISSING',
    'a number whose unit the words have',
    centre('{ property: scale, value: "<= 1.25", asStated: PUE降至1.25以下 }'),
    '"<= 1.25"',
    { hint: 'the words say <= 1.25 RATIO of PUE' },
  ),
  {
    ...entry(
      'WORDS_LEFT_OUT',
      'a range that is approximate',
      centre('{ property: power, value: 约60-80兆瓦 }'),
      '约60-80兆瓦',
      { message: '"约60-80兆瓦" is read as 60..80 MW of power, without "约": only `asStated` keeps these words' },
    ),
    severity: 'WARNING',
  },
  ...(
    [
      ['年底前', /names no year.*\.\.\/2024-12-31/],
      ['2025年前', /may or may not include 2025: write \.\.\/2024 or \.\.\/2025/],
      ['24年6月', /four digits, such as 2024年/],
      ['令和6年6月', /another calendar: write the date of the Gregorian calendar/],
      ['2023/24', /a fiscal year begins where its source says/],
      ['2025年底建成投用', /^"2025年底" alone is read as 2025-12~: if that is meant, write it as the value/],
    ] as const
  ).map(([words, hint]) =>
    entry('EDTF_INVALID', `the words ${words}`, centre(`{ property: opened, value: ${words} }`), words, { hint }),
  ),
  entry(
    'VALUE_INVALID',
    'a place whose longitude comes first',
    centre('{ property: location, value: "116.4, 39.9" }'),
    '"116.4, 39.9"',
    { hint: 'latitude comes first: 39.9, 116.4' },
  ),
  ...['"1.234,56 MW"', '"1\'234 MW"', '"1,5 MW"'].map(text => ({
    ...entry('QUANTITY_UNREAD', `the separators of ${text}`, centre(`{ property: power, value: ${text} }`), text, {
      hint: 'its separators are read in several ways: write the number as 1234.56 or 1,234.56',
    }),
    severity: 'WARNING' as const,
  })),
  entry(
    'VALUE_INVALID',
    'a quantity among words',
    centre('{ property: power, value: 计划用电100兆瓦 }'),
    '计划用电100兆瓦',
    { hint: /^"100兆瓦" alone is read as 100 MW: if that is meant, write it as the value/ },
  ),
  {
    code: 'ROWS_DIFFER',
    what: 'two rows with one id and different values',
    files: table(
      plainTable()
        .replaceAll('Company', 'ComputeCentre')
        .replace('company/', 'computecentre/')
        .replace('column: Name }', 'column: Name }\n      - { property: capacity, column: Size }'),
      'Id,Name,Size\na,A,300P\nb,B,1P\na,A,200P\n',
    ),
    at: [main, 'table.csv\n    edition'],
    message: /^computecentre\/a is described by rows 2, 4 of .*table\.csv, which state different values of capacity: /,
    hint: /two ids/,
    severity: 'WARNING',
  },
  {
    code: 'UNIT_UNKNOWN',
    what: 'a cell with a prefix for a unit in a column that has a unit',
    files: table(
      plainTable()
        .replaceAll('Company', 'ComputeCentre')
        .replace('company/', 'computecentre/')
        .replace('column: Name }', 'column: Name }\n      - { property: capacity, column: Name, unit: P }'),
      'Id,Name\na,3000T\n',
    ),
    at: ['news/table.csv', '3000T'],
    message: 'unknown unit "T"',
    hint: /^the cell names a unit of its own, so `unit: P` is not applied; T alone is no unit: write TFLOPS or TOPS/,
  },
  {
    code: 'UNIT_UNKNOWN',
    what: 'a column whose unit is a prefix',
    files: table(
      plainTable()
        .replaceAll('Company', 'ComputeCentre')
        .replace('company/', 'computecentre/')
        .replace('column: Name }', 'column: Name }\n      - { property: capacity, column: Name, unit: Z }'),
      'Id,Name\na,3\n',
    ),
    at: [main, 'Z }'],
    hint: 'Z alone is no unit: write ZFLOPS',
  },
  entry(
    'VALUE_NOT_IN_QUOTE',
    'words that are not those of the quote',
    centre('{ property: capacity, value: 54 EFLOPS, asStated: 54EFLOPS, quote: 智算供给规模提升至45EFLOPS }'),
    '54 EFLOPS,',
  ),
  entry(
    'VALUE_NOT_IN_QUOTE',
    'a date that its words do not say',
    centre('{ property: opened, value: 2025-12, asStated: 2025年10月 }'),
    '2025-12',
  ),
  {
    ...entry(
      'TEXT_CLEANED',
      'a name with characters that nobody sees',
      centre('{ property: name, value: "云\\u200b谷" }'),
      '"云\\u200b谷"',
      { message: 'invisible characters were removed from "云谷": U+200B' },
    ),
    severity: 'WARNING',
  },
  {
    ...entry(
      'TEXT_BROKEN',
      'a name with a lost character',
      centre('{ property: name, value: S\ufffdo Paulo }'),
      'S\ufffdo',
    ),
    severity: 'WARNING',
  },
  entry('KEY_TYPE', 'a comma in a text within braces', centre('{ property: scale, value: 1,200 MW }'), '200 MW', {
    message: '`200 MW` must be followed by a value; this is nothing',
    hint: /within \{ \} a comma ends a text/,
  }),
  {
    code: 'ROWS_NONE',
    what: 'a condition that no row meets',
    files: table(`${plainTable()}    where: { Name: 丙 }\n`, 'Id,Name\na,甲\nb,乙\n'),
    at: [main, 'table.csv'],
    severity: 'WARNING',
    message: /none of the 2 rows/,
  },
]

describe('a problem of a dataset', () => {
  it.each(cases.map(each => [`${each.code}: ${each.what}`, each] as const))(
    'is told with its file, line and column: %s',
    async (_, { code, files, at: [file, words], hint, message, severity = 'ERROR' }) => {
      const { problems } = await check(files)
      const found = problems.filter(problem => problem.code === code)
      expect(found).toHaveLength(1)
      const content = files[file]
      const place = words === undefined ? {} : placeOf(String(content), words)
      expect(found[0]).toMatchObject({ severity, file, ...place })
      if (message) expect(found[0]?.message).toMatch(message)
      if (hint) expect(found[0]?.hint).toMatch(hint)
      // Nothing else is made of it: one mistake, one report.
      expect(problems.map(problem => problem.code)).toEqual([code])
    },
  )

  it('at bytes that are not UTF-8 stands where they do', async () => {
    const { problems } = await check({
      [main]: newsWith(),
      'news/zh.txt': Buffer.concat([Buffer.from('第一行\n第二'), Buffer.from([0xff, 0xfe])]),
    })
    expect(problems).toMatchObject([{ code: 'FILE_ENCODING', file: 'news/zh.txt', line: 2, column: 3 }])
  })

  it('of a link that leaves the folder is told as one of a path that does', async () => {
    folder = await makeFolder({
      ...texts,
      [main]: newsWith().replace('file: zh.txt', 'file: link.txt'),
      'secret.txt': 'x',
    })
    await symlink(join(folder.path, 'secret.txt'), join(folder.path, 'news/link.txt'))
    const { problems } = await checkFolder(folder, ['news'], async () => [])
    expect(problems.map(({ code }) => code)).toEqual(['FILE_OUTSIDE'])
  })

  it('of a dangling reference is told once, where the entity is first named', async () => {
    const entries = `${centre('{ property: region, value: region/nowhere }')}
- id: computecentre/b
  type: ComputeCentre
  edition: press#en
  statements:
    - { property: region, value: region/nowhere }`
    const { problems } = await check({ [main]: newsWith(entries) }, ['news'], async () => ['region/nowhere'])
    const [line] = newsWith(entries)
      .split('\n')
      .flatMap((text, i) => (text.includes('region/nowhere') ? [i + 1] : []))
    expect(problems).toMatchObject([{ code: 'REFERENCE_DANGLING', severity: 'ERROR', file: main, line }])
  })

  it('of a reference that nobody has looked up is a warning', async () => {
    folder = await makeFolder({ ...texts, [main]: newsWith(centre('{ property: region, value: region/nowhere }')) })
    const { problems } = await checkFolder(folder, ['news'])
    expect(problems).toMatchObject([{ code: 'REFERENCE_UNCHECKED', severity: 'WARNING', file: main }])
  })

  it('of a source that another dataset describes otherwise is told at the second', async () => {
    const other = newsWith().replace('dataset: news', 'dataset: more').replace('上观新闻', '另一家')
    const files = {
      [main]: newsWith(),
      'more/dataset.yaml': other,
      'more/zh.txt': texts['news/zh.txt'] as string,
      'more/en.txt': texts['news/en.txt'] as string,
    }
    const { problems } = await check(files, ['news', 'more'])
    expect(problems).toMatchObject([
      { code: 'SOURCE_DIFFERS', file: 'more/dataset.yaml', ...placeOf(other, 'press\n') },
    ])
  })

  it('of two datasets with one id is told at the second', async () => {
    const { problems } = await check({ [main]: newsWith(), 'copy/dataset.yaml': 'dataset: news\n' }, ['news', 'copy'])
    expect(problems).toMatchObject([{ code: 'ID_DUPLICATE', file: 'copy/dataset.yaml', line: 1, column: 10 }])
  })

  it('of a folder without a dataset names the folder', async () => {
    const { problems, datasets } = await check({}, ['nowhere'])
    expect(problems).toMatchObject([{ code: 'FILE_MISSING', severity: 'ERROR' }])
    expect(problems[0]?.message).toContain('nowhere/dataset.yaml does not exist')
    expect(datasets).toEqual([])
  })

  it('has a text and a test for each code that there is', () => {
    const elsewhere: readonly ProblemCode[] = [
      ...(['REFERENCE_DANGLING', 'REFERENCE_UNCHECKED', 'SOURCE_DIFFERS'] as const),
      ...(['HISTORY_LINE', 'HISTORY_CUT', 'STATEMENT_UNSAYABLE', 'WORD_OVERRULED'] as const),
    ]
    const told = new Set([...cases.map(({ code }) => code), ...elsewhere])
    expect([...told].sort()).toEqual(Object.keys(problemTexts).sort())
  })
})

describe('all problems of a run', () => {
  it('are told at once, of all files and datasets, in order of place', async () => {
    const { problems } = await check(
      {
        [main]: `include: [more.yaml]\n${newsWith(
          `${centre('{ property: capcity, value: 45 EFLOPS }\n    - { property: capacity, value: 45 parsecs }\n    - { property: opened, value: 2024-13, quote: 无此语 }')}
- { id: x/y, type: Nothing, statements: [] }`,
        )}tables:\n${plainTable()}`,
        'news/more.yaml': 'entities:\n  - { id: region/x, type: Region, colour: red }\n',
        'news/table.csv': 'Id,Name\na,甲\nb\n,丙\nc d,丁\n',
        'other/dataset.yaml': 'dataset: [1\n',
      },
      ['other', 'news'],
    )
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'news/dataset.yaml PROPERTY_UNKNOWN',
      'news/dataset.yaml UNIT_UNKNOWN',
      'news/dataset.yaml EDTF_INVALID',
      'news/dataset.yaml QUOTE_NOT_FOUND',
      'news/dataset.yaml TYPE_UNKNOWN',
      'news/more.yaml KEY_UNKNOWN',
      'news/table.csv CSV_SYNTAX',
      'news/table.csv KEY_MISSING',
      'news/table.csv ID_INVALID',
      'other/dataset.yaml YAML_SYNTAX',
    ])
    expect(problems.filter(({ file }) => file === 'news/table.csv').map(({ line }) => line)).toEqual([3, 4, 5])
  })

  it('of one table’s description are told once and not for each row', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},甲${i}`).join('\n')
    const { problems } = await check(
      table(plainTable().replace('property: name', 'property: nme'), `Id,Name\n${rows}\n`),
    )
    expect(problems).toMatchObject([{ code: 'PROPERTY_UNKNOWN', file: main, hint: 'did you mean "name"?' }])
  })

  it('let what is sound go on, but not where a file could not be read', async () => {
    const bad = await check({ [main]: newsWith(centre('{ property: capcity, value: 1 EFLOPS }')) })
    expect(bad.canGoOn).toBe(true)
    expect(bad.datasets[0]?.statements.count()).toBe(1)
    await folder?.remove()
    const unread = await check({ [main]: newsWith().replace('en.txt', 'nowhere.txt') })
    expect(unread.canGoOn).toBe(false)
  })

  it('leave out, with what is wrong, the links to what only that described', async () => {
    const entries = `- id: region/x
  type: Region
  edition: press#en
  statements:
    - { property: nmae, value: X }
- id: region/y
  type: Region
  edition: press#en
  statements:
    - { property: name, value: Y }
    - { property: parent, value: region/x }`
    const { datasets } = await check(
      { [main]: newsWith(entries) },
      ['news'],
      (async (ids: readonly string[]) => ids) as never,
    )
    expect(
      [...(datasets[0]?.statements ?? [])].map(({ statement }) => [statement.subject, statement.property]),
    ).toEqual([
      ['region/beijing', 'name'],
      ['region/y', 'name'],
    ])
  })
})

describe('a dataset that is sound', () => {
  const statementsOf = async (files: Files, names?: readonly string[]) => {
    const { datasets, problems } = await check(files, names)
    expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([])
    return datasets.flatMap(({ statements }) => [...statements].map(({ statement }) => statement))
  }

  it('gives statements with the source’s words and where they stand', async () => {
    const [statement] = await statementsOf({ [main]: newsWith() })
    expect(statement).toMatchObject({
      subject: 'region/beijing',
      property: 'name',
      value: { kind: 'text', text: '北京市', language: 'zh-Hans' },
      qualifiers: { kind: 'OFFICIAL' },
      asStated: '北京市',
      language: 'zh-Hans',
      edition: 'press#zh-Hans',
      quote: {
        exact: '北京市到2025年',
        start: 0,
        end: 9,
        prefix: '',
        suffix: '将智算供给规模提升至45EFLOPS。\n总经济师唐建国说，北京市',
      },
    })
    expect(statement?.id).toMatch(/^statement\/[\w-]{27}$/)
  })

  it('turns round a link that is stated from its other end', async () => {
    const entries = `- id: region/x
  type: Region
  edition: press#en
  statements:
    - { property: name, value: X }
    - { property: children, value: region/beijing }`
    const statements = await statementsOf({ [main]: newsWith(entries) })
    expect(statements).toContainEqual(
      expect.objectContaining({
        subject: 'region/beijing',
        property: 'parent',
        value: { kind: 'entity', entity: 'region/x' },
      }),
    )
  })

  it('gives the same statement from either end of a link', async () => {
    const stated = (subject: string, property: string, value: string) =>
      newsWith(`- id: region/x
  type: Region
  edition: press#en
  statements:
    - { property: name, value: X }
- id: ${subject}
  type: Region
  edition: press#en
  statements:
    - { property: name, value: B }
    - { property: ${property}, value: ${value}, asStated: Beijing, quote: Beijing }`)
    const [from, to] = ['region/y', 'region/x']
    const one = await statementsOf({ [main]: stated(from, 'parent', to) })
    await folder?.remove()
    const other = await statementsOf({
      [main]: stated(from, 'parent', to)
        .replace(/ {6}- \{ property: parent.*\n/, '')
        .replace(
          'value: X }',
          `value: X }\n      - { property: children, value: ${from}, asStated: Beijing, quote: Beijing }`,
        ),
    })
    expect(other.map(({ id }) => id).sort()).toEqual(one.map(({ id }) => id).sort())
  })

  it('cites what it says to be the same elsewhere as its own word', async () => {
    const entries = `- id: region/x
  type: Region
  sameAs: [https://www.wikidata.org/entity/Q956, https://sws.geonames.org/1816670]`
    const { datasets } = await check({ [main]: newsWith(entries) })
    const said = [...(datasets[0]?.statements ?? [])].filter(({ statement }) => statement.property === 'sameAs')
    expect(said.map(({ statement }) => [statement.value, statement.edition])).toEqual([
      [{ kind: 'code', code: 'https://www.wikidata.org/entity/Q956' }, 'news#und'],
      [{ kind: 'code', code: 'https://sws.geonames.org/1816670' }, 'news#und'],
    ])
    expect(datasets[0]?.sources.map(({ id }) => id)).toEqual(['press', 'news'])
    expect(datasets[0]?.editions.map(({ id }) => id)).toContain('news#und')
  })

  it.each(['javascript:alert(1)', 'Q956', 'ftp://example.org/x'])(
    'is not the same as %s, which is no address',
    async address => {
      const { problems } = await check({ [main]: newsWith(`- { id: region/x, type: Region, sameAs: ["${address}"] }`) })
      expect(problems).toMatchObject([{ code: 'VALUE_INVALID', file: main }])
    },
  )

  it('adds up what several files say of one entity', async () => {
    const statements = await statementsOf({
      [main]: `include: [more.yaml]\n${newsWith()}`,
      'news/more.yaml': `include: [dataset.yaml]
entities:
  - id: region/beijing
    type: Region
    edition: press#en
    statements:
      - { property: name, value: Beijing, quote: Beijing will }
`,
    })
    expect(statements.map(({ subject, asStated }) => [subject, asStated])).toEqual([
      ['region/beijing', '北京市'],
      ['region/beijing', 'Beijing'],
    ])
  })

  it('may cite another dataset’s edition and point to its entities, in whatever order they are named', async () => {
    const more = `dataset: more
entities:
  - id: region/chaoyang
    type: Region
    edition: press#zh-Hans
    statements:
      - { property: name, value: 朝阳区 }
      - { property: parent, value: region/beijing }
`
    for (const names of [
      ['news', 'more'],
      ['more', 'news'],
    ]) {
      const statements = await statementsOf({ [main]: newsWith(), 'more/dataset.yaml': more }, names)
      expect(statements).toHaveLength(3)
      await folder?.remove()
    }
  })

  it('keeps a quantity without a number in the source’s words', async () => {
    const statements = await statementsOf({ [main]: newsWith(centre('{ property: scale, value: 亿级以上 }')) })
    expect(statements[0]).toMatchObject({
      asStated: '亿级以上',
      value: { kind: 'quantity', comparator: 'EXACTLY' },
    })
    expect(statements[0]?.value).not.toHaveProperty('amount')
  })

  it('takes numbers and dates as they are written', async () => {
    const statements = await statementsOf({
      [main]: newsWith(
        '- id: region/x\n  type: Region\n  edition: press#en\n  statements:\n    - { property: code, value: 0100 }\n    - { property: name, value: 1e3, valid: 2024 }',
      ),
    })
    expect(statements.slice(1).map(({ value, valid }) => [value, valid])).toEqual([
      [{ kind: 'code', code: '0100' }, undefined],
      [{ kind: 'text', text: '1e3', language: 'en' }, '2024'],
    ])
  })

  it('is the same however it is written: its statements have the same ids', async () => {
    const one = await statementsOf({
      [main]: newsWith(centre('{ property: capacity, value: 45 EFLOPS, asStated: 45EFLOPS }')),
    })
    await folder?.remove()
    const other = await statementsOf({
      [main]: newsWith(
        centre('asStated: 45EFLOPS\n      value: "45EFLOPS"\n      confidence: 0.5\n      property: capacity'),
      ),
    })
    expect(other.map(({ id }) => id)).toEqual(one.map(({ id }) => id))
  })

  it('may have its tables packed', async () => {
    const statements = await statementsOf(
      table(plainTable('table.csv.gz'), gzipSync('Id,Name\na,甲\n'), 'table.csv.gz'),
    )
    expect(statements[0]).toMatchObject({ subject: 'company/a', quote: { exact: '甲', fragment: 'row=2' } })
  })
})
