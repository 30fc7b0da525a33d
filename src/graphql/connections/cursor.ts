import { SuanliError } from '../../model/error.js'

/** What a row is placed by in a list: the values it is ordered by, then its id, so that no two rows share a place. */
export type SortKey = readonly (string | null)[]

/** An opaque cursor: where a row stands, whether or not it is still there. */
export function encodeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Throws INVALID_CURSOR where the text is not a cursor of a list whose keys have that many parts. */
export function decodeCursor(cursor: string, parts: number): SortKey {
  const key = parse(cursor)
  const isKey =
    Array.isArray(key) && key.length === parts && key.every(part => part === null || typeof part === 'string')
  if (!isKey || encodeCursor(key) !== cursor) throw new SuanliError('INVALID_CURSOR', { cursor: cursor.slice(0, 100) })
  return key
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
