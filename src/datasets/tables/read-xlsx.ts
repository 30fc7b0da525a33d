import { readFile } from 'node:fs/promises'
import { type CellValue, readSheet } from 'read-excel-file/universal'
import { fromBuffer } from 'yauzl'
import type { Placed, ProblemList } from '../check/problem-list.js'
import type { DatasetFile } from '../files/read-file.js'
import type { Row } from './row.js'

const maxUnpackedBytes = 512 * 1024 * 1024

/**
 * The rows of a sheet of an XLSX file: the sheet of that name or, without a name, the first. A row has the number that
 * the sheet shows. A cell is what it holds, not how it is shown: a number as stored, a day as 2024-06-01.
 */
export async function* readXlsxRows(
  { path, named }: DatasetFile,
  sheet: Placed | undefined,
  problems: ProblemList,
): AsyncGenerator<Row> {
  const bytes = await readFile(path)
  const rows = await readCells(bytes, sheet, named, problems)
  for (const [index, row] of (rows ?? []).entries()) {
    const cells = row.map(textOf)
    yield {
      cells,
      text: cells.filter(cell => cell !== '').join(' '),
      number: index + 1,
      placeOf: column => ({ file: named, line: index + 1, column: column + 1 }),
    }
  }
}

async function readCells(
  bytes: Buffer,
  sheet: Placed | undefined,
  named: string,
  problems: ProblemList,
): Promise<readonly (readonly (CellValue<string> | null)[])[] | undefined> {
  try {
    if ((await unpackedSize(bytes)) > maxUnpackedBytes) {
      const reason = `it unpacks to more than ${maxUnpackedBytes / 1024 / 1024} MB`
      problems.fatal('FILE_UNREADABLE', { file: named }, { file: named, reason })
      return undefined
    }
    return await readSheet<string>(new Blob([new Uint8Array(bytes)]), sheet?.content ?? 1, {
      trim: false,
      parseNumber: text => text,
    })
  } catch (failure) {
    const names = sheetNames(failure)
    if (sheet && names)
      problems.fatal(
        'SHEET_UNKNOWN',
        sheet.place,
        { seen: sheet.content, file: named },
        `the file has ${names.join(', ')}`,
      )
    else problems.fatal('FILE_UNREADABLE', { file: named }, { file: named, reason: 'it is not XLSX' })
    return undefined
  }
}

/** What the archive says that its files unpack to. Fails if the bytes are no ZIP archive. */
function unpackedSize(bytes: Buffer): Promise<number> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (failure, archive) => {
      if (failure) return reject(failure)
      let size = 0
      archive.on('entry', ({ uncompressedSize }) => {
        size += uncompressedSize
        archive.readEntry()
      })
      archive.on('end', () => resolve(size))
      archive.on('error', reject)
      archive.readEntry()
    }),
  )
}

function sheetNames(failure: unknown): readonly string[] | undefined {
  return typeof failure === 'object' && failure !== null && 'sheets' in failure && Array.isArray(failure.sheets)
    ? failure.sheets.map(String)
    : undefined
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
