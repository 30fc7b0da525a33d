import type { BulkFile } from '../bulk-writer.js'

export type Cell = string | number | boolean | readonly (string | number)[] | null | undefined

/** No stored text has this character, so a list of any texts can be told apart. */
const arrayDelimiter = '\0'

/** The files of one run of `neo4j-admin database import full`, and the arguments that name them. */
export class ImportTables {
  readonly #tables = new Map<string, { readonly file: BulkFile; readonly kind: 'nodes' | 'relationships' }>()
  readonly #arguments: string[] = []
  readonly #counts = { nodes: 0, relationships: 0 }
  #longestRow = 0

  constructor(readonly create: (name: string) => Promise<BulkFile>) {}

  /** `label`: of all nodes of the file, or the type of all its relationships. */
  async open(kind: 'nodes' | 'relationships', name: string, header: string, label?: string): Promise<void> {
    const file = await this.create(name)
    await file.write(`${header}\n`)
    this.#tables.set(name, { file, kind })
    this.#arguments.push(`--${kind}=${label === undefined ? '' : `${label}=`}${name}`)
  }

  async write(name: string, rows: readonly (readonly Cell[])[]): Promise<void> {
    const table = this.#tables.get(name)
    if (!table || rows.length === 0) return
    this.#counts[table.kind] += rows.length
    const texts = rows.map(row => `${row.map(cellText).join(',')}\n`)
    for (const { length } of texts) this.#longestRow = Math.max(this.#longestRow, length)
    await table.file.write(texts.join(''))
  }

  /** Writes `import.args`, one argument on each line, and counts what was written. */
  async end(): Promise<{ readonly nodes: number; readonly relationships: number }> {
    const texts = [
      ...this.#arguments,
      '--multiline-fields=true',
      '--input-encoding=UTF-8',
      '--array-delimiter=U+0000',
      // The buffer must hold the longest text; a character takes up to four bytes.
      `--read-buffer-size=${Math.max(4_000_000, 4 * this.#longestRow)}`,
      '',
    ]
    await (await this.create('import.args')).write(texts.join('\n'))
    return this.#counts
  }
}

/** An empty cell is no property, and an empty list neither; texts are quoted, so that an empty one is a text. */
function cellText(cell: Cell): string {
  if (cell === undefined || cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = typeof cell === 'string' ? cell : cell.join(arrayDelimiter)
  return `"${text.replaceAll('"', '""')}"`
}
