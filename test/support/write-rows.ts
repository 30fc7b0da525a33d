import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import type { Store } from '../../src/store/store.js'
import { ontology } from './export-and-import.js'
import { today } from './today.js'

/** Writes the rows of a store as of today, as the program does after each import. */
export async function writeRows(store: Store): Promise<void> {
  if (!keepsRows(store)) throw new Error('This store keeps no rows.')
  await refreshRows(store, { ontology, today: today(), rebuild: 'missing' })
}
