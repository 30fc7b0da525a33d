import type { CurationAction } from '../model/curation-action.js'
import type { Revision } from '../model/revision.js'
import type { RowLayout } from '../ontology/row-layout.js'
import type { RowBatch } from './rows/resolved-rows.js'
import type { Batch } from './store.js'

/**
 * Writes a store as the files that its database’s own bulk importer takes: quicker by far than the database itself
 * where there are many millions. It is given what a writer is given, revision by revision.
 */
export interface BulkFiles {
  begin(revision: Revision, deed: CurationAction | undefined): Promise<void>
  /** Part of the revision that was begun last. */
  add(batch: Batch): Promise<void>
  /** Begins the rows of what holds, when all revisions have been added. */
  openRows(layout: RowLayout): Promise<BulkRows>
  /**
   * Writes what was held back until all was known, and `import.args`, the arguments of the importer besides the name of
   * the database. Returns the number of nodes and relationships.
   */
  end(): Promise<{ readonly nodes: number; readonly relationships: number }>
}

/** Writes the rows of what holds. */
export interface BulkRows {
  add(batch: RowBatch): Promise<void>
}

/** A file that is being written. */
export interface BulkFile {
  write(text: string): Promise<void>
}
