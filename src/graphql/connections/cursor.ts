import { SuanliError } from '../../model/error.js'
import type { SortKey } from '../../views/lists/row-list.js'

/** What a row is placed by in a list: the values it is ordered by, then its id, so that no two rows share a place. */
export type { SortKey }

/** What a cursor is of. */
export interface CursorList {
  /** The list with its order, as `regions` or `regions LABEL DESC`: a cursor of another list is not one of this. */
  readonly name: string
  /** How many values a row is placed by; 1 unless given. */
  readonly keyParts?: number
}

/** An opaque cursor: the position of a row, whether or not the row still exists. */
export function encodeCursor({ name }: CursorList, key: SortKey): string {
  const place = JSON.stringify([name, ...key])
  return Buffer.from(`${checksum(place)}${place}`).toString('base64url')
}

/** Throws INVALID_CURSOR where the text is not, letter by letter, a cursor that this list gave. */
export function decodeCursor(list: CursorList, cursor: string, argument: 'after' | 'before' = 'after'): SortKey {
  const { name, keyParts = 1 } = list
  const [of, ...key] = parse(cursor)
  const isKey = key.length === keyParts && typeof key.at(-1) === 'string' && key.every(isPart)
  if (of !== name || !isKey || encodeCursor(list, key) !== cursor)
    throw new SuanliError('INVALID_CURSOR', { cursor: cursor.slice(0, 100), argument })
  return key
}

function parse(cursor: string): readonly (string | null)[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8').slice(checksumLength))
    return Array.isArray(place) ? place : []
  } catch {
    return []
  }
}

function isPart(part: unknown): boolean {
  return part === null || typeof part === 'string'
}

const checksumLength = 7

/** FNV-1a, 32 bits: against edits and tampering by hand. It keeps no secret; who makes a cursor up pages from there. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36).padStart(checksumLength, '0')
}
