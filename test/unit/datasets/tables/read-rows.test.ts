import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ProblemList } from '../../../../src/datasets/check/problem-list.js'
import { readRows } from '../../../../src/datasets/tables/read-rows.js'
import { type Files, removeDatasetsAfterEach, shown, writeDataset } from '../dataset-files.js'

removeDatasetsAfterEach()

type Content = Files[string]

/** The rows of a file, each with the place of each of its cells, and what is wrong. */
async function rowsOf(content: Content, name = 'table.csv') {
  const folder = await writeDataset({ [name]: content })
  const problems = new ProblemList()
  const rows: { readonly number: number; readonly cells: readonly string[]; readonly at: readonly string[] }[] = []
  for await (const { number, cells, placeOf } of readRows({ path: join(folder, name), named: name }, problems)) {
    const places = cells.map((_, index) => placeOf(index))
    rows.push({ number, cells, at: places.map(({ line, column }) => `${line}:${column}`) })
  }
  return { rows, problems: problems.sorted.map(shown), canGoOn: problems.canGoOn }
}

describe('the rows of a table', () => {
  it('are counted from the header, which is row 1, and know where their cells begin', async () => {
    const { rows, problems } = await rowsOf('Name,Region\n东数西算,"内蒙古"\n"a ""b""",\n')
    expect(rows).toEqual([
      { number: 1, cells: ['Name', 'Region'], at: ['1:1', '1:6'] },
      { number: 2, cells: ['东数西算', '内蒙古'], at: ['2:1', '2:6'] },
      { number: 3, cells: ['a "b"', ''], at: ['3:1', '3:11'] },
    ])
    expect(problems).toEqual([])
  })

  it('may end in CRLF, LF or CR, and stand apart by empty lines, a byte-order mark before them all', async () => {
    const { rows } = await rowsOf('\ufeffA,B\r\n\r\n1,2\n\n\n3,4\r5,6')
    expect(rows.map(({ number, cells, at }) => [number, ...cells, ...at])).toEqual([
      [1, 'A', 'B', '1:1', '1:3'],
      [2, '1', '2', '3:1', '3:3'],
      [3, '3', '4', '6:1', '6:3'],
      [4, '5', '6', '7:1', '7:3'],
    ])
  })

  it('have line ends in quotes, of which each counts as one', async () => {
    const { rows } = await rowsOf('A,B,C\r\n"x\r\ny","p\nq",z\r\n1,2,3\r\n')
    expect(rows.slice(1)).toEqual([
      { number: 2, cells: ['x\r\ny', 'p\nq', 'z'], at: ['2:1', '3:4', '4:4'] },
      { number: 3, cells: ['1', '2', '3'], at: ['5:1', '5:3', '5:5'] },
    ])
  })

  it('are parted by tabs in a .tsv file, and unpacked from a .gz one', async () => {
    const tsv = 'A\tB\n1,5\t"2\t3"\n'
    const cells = [
      ['A', 'B'],
      ['1,5', '2\t3'],
    ]
    expect((await rowsOf(tsv, 'table.tsv')).rows.map(row => row.cells)).toEqual(cells)
    expect((await rowsOf(gzipSync(tsv), 'table.tsv.gz')).rows.map(row => row.cells)).toEqual(cells)
  })

  it('are what was written, with each cell where it begins', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '算', '😀', '"', ',', '\n', '\r\n', ' '), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (written, lineEnd) => {
        const text = written.map(row => row.map(quoted).join(',')).join(lineEnd)
        const { rows, problems } = await rowsOf(text)
        expect(problems).toEqual([])
        expect(rows.map(({ cells }) => cells)).toEqual(written)
        for (const [r, { at }] of rows.entries())
          for (const [i, place] of at.entries())
            expect(behind(text, place).startsWith(quoted(written[r]?.[i] ?? ''))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a row that is not CSV', () => {
  it('is reported at its cell and left out; those before and after it are read', async () => {
    const { rows, problems, canGoOn } = await rowsOf('A,B\n1,"2"x\n3,4\n5" disk,6\n7,8\n9,"a "b" c"\n10,11\n')
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'A', 'B'],
      [3, '3', '4'],
      [5, '7', '8'],
      [7, '10', '11'],
    ])
    expect(problems.map(problem => problem.replace(/ \(.*/, ''))).toEqual([
      'table.csv:2:3 ERROR CSV_SYNTAX: This row is not CSV: a quotation mark is in the middle of a cell',
      'table.csv:4:1 ERROR CSV_SYNTAX: This row is not CSV: a quotation mark is in the middle of a cell',
      'table.csv:6:3 ERROR CSV_SYNTAX: This row is not CSV: a quotation mark is in the middle of a cell',
    ])
    expect(canGoOn).toBe(true)
  })

  it('with a quote that is never closed makes the file unreadable, and is reported where it begins', async () => {
    const { rows, problems, canGoOn } = await rowsOf('A,B\n1,2\n\n3,"4\n5,6\n7,8\n')
    expect(rows.map(({ number }) => number)).toEqual([1, 2])
    expect(problems).toEqual([
      'table.csv:4:1 ERROR CSV_SYNTAX: This row is not CSV: a quote in it is not closed up to the end of the file (close the quote, or double it)',
    ])
    expect(canGoOn).toBe(false)
  })
})

describe('a table that cannot be read', () => {
  it('tells where the first byte stands that is not UTF-8, and gives the rows before it', async () => {
    const bytes = Buffer.concat([Buffer.from('A,B\n算力,2\n力'), Buffer.from([0xff]), Buffer.from(',1\n5,6\n')])
    const { rows, problems, canGoOn } = await rowsOf(bytes)
    expect(rows[1]?.cells).toEqual(['算力', '2'])
    expect(problems).toEqual([
      'table.csv:3:2 ERROR FILE_ENCODING: This file is not UTF-8 (byte 16 cannot be read). (save it as UTF-8)',
    ])
    expect(canGoOn).toBe(false)
  })

  it('says so where it is not gzip, or is cut off', async () => {
    const whole = gzipSync(`A,B\n${'1,2\n'.repeat(10_000)}`)
    for (const content of ['A,B\n1,2\n', whole.subarray(0, whole.length - 12)]) {
      const { problems, canGoOn } = await rowsOf(content, 'table.csv.gz')
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/FILE_UNREADABLE: table\.csv\.gz cannot be read: it ends too early or is not gzip$/)
      expect(canGoOn).toBe(false)
    }
  })
})

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

/** The text from a place on. */
function behind(text: string, place: string): string {
  const [line = 1, column = 1] = place.split(':').map(Number)
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  return [...lines.slice(line - 1).join('')].slice(column - 1).join('')
}
