import { readFile, rename, writeFile } from 'node:fs/promises'
import type { KeptConflictFragment, KeptSourceFragment, KeptStatementFragment } from './generated/graphql.js'

/** What is kept of the graph: everything that stands, by its id. */
export interface Copy {
  /** Up to where it is kept; "" before the first change. */
  cursor: string
  readonly statements: Map<string, KeptStatementFragment>
  readonly conflicts: Map<string, KeptConflictFragment>
  readonly sources: Map<string, KeptSourceFragment>
  /** To what an id answers since a merge. */
  readonly formerIds: Map<string, string>
}

export function emptyCopy(): Copy {
  return { cursor: '', statements: new Map(), conflicts: new Map(), sources: new Map(), formerIds: new Map() }
}

/** Begins anew, where the store is not the one that was copied. */
export function clear(copy: Copy): void {
  copy.cursor = ''
  for (const part of [copy.statements, copy.conflicts, copy.sources, copy.formerIds]) part.clear()
}

/** The copy in a file; an empty one where there is none. */
export async function loadCopy(path: string): Promise<Copy> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return emptyCopy()
  const { cursor, ...parts } = JSON.parse(text)
  const maps = Object.entries(parts).map(([name, entries]) => [name, new Map(entries as [string, never][])])
  return { cursor, ...Object.fromEntries(maps) }
}

/**
 * Writes it down, whole or not at all, with the cursor that it stands for. Where that is older than what was seen since,
 * the same changes come again, and make the same of it.
 */
export async function saveCopy(copy: Copy, path: string): Promise<void> {
  const { cursor, ...parts } = copy
  const lists = Object.entries(parts).map(([name, map]) => [name, [...map]])
  await writeFile(`${path}.new`, JSON.stringify({ cursor, ...Object.fromEntries(lists) }))
  await rename(`${path}.new`, path)
}
