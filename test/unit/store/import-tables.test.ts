import { expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { type Cell, ImportTables } from '../../../src/store/neo4j/import-tables.js'

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r', ';', '\\', '算力', ' '), { maxLength: 6 })
    .map(parts => parts.join('')),
)
const cells: fc.Arbitrary<Cell> = fc.oneof(
  texts,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.array(
    texts.map(text => text.replaceAll('\0', '')),
    { minLength: 1 },
  ),
)

it('any cells come back from a CSV file, with texts told apart from numbers and from what is absent', async () => {
  const rows = fc.array(fc.tuple(cells, cells, cells), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(rows, async given => {
      const files = await writeFiles(async tables => {
        await tables.open('nodes', 'things.csv', 'a,b,c', 'Thing')
        await tables.write('things.csv', given)
      })
      const options = { cast: (value: string, { quoting }: { quoting: boolean }) => ({ value, quoting }) }
      const found = parse(files.get('things.csv') ?? '', { ...options, from: 2, skip_empty_lines: false })
      expect(found).toEqual(given.map(row => row.map(cellOf)))
    }),
  )
})

it('the arguments name each file with its kind and label, and a buffer for the longest row', async () => {
  const files = await writeFiles(async tables => {
    await tables.open('nodes', 'things.csv', 'id:ID', 'Thing')
    await tables.open('relationships', 'ties.csv', ':START_ID,:END_ID,:TYPE')
    await tables.write('things.csv', [['力'.repeat(2_000_000)]])
    await tables.write('ties.csv', [])
  })
  expect(files.get('import.args')?.split('\n')).toEqual([
    ...['--nodes=Thing=things.csv', '--relationships=ties.csv', '--multiline-fields=true', '--input-encoding=UTF-8'],
    ...['--array-delimiter=U+0000', `--read-buffer-size=${4 * 2_000_003}`, ''],
  ])
})

function cellOf(cell: Cell) {
  if (typeof cell === 'string') return { value: cell, quoting: true }
  if (Array.isArray(cell)) return { value: cell.join('\0'), quoting: true }
  return { value: cell === null || cell === undefined ? '' : String(cell), quoting: false }
}

async function writeFiles(work: (tables: ImportTables) => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const tables = new ImportTables(async name => ({
    async write(text) {
      files.set(name, (files.get(name) ?? '') + text)
    },
  }))
  await work(tables)
  await tables.end()
  return files
}
