import type { CurationAction } from '../model/curation-action.js'
import type { Revision } from '../model/revision.js'
import type { Batch } from './store.js'

/**
 * Writes a store as the files that its database’s own bulk importer takes: quicker by far than the database itself
 * where there are many millions. It is given what a writer is given, revision by revision.
 */
export interface BulkFiles {
  begin(revision: Revision, deed: CurationAction | undefined): Promise<void>
  /** Part of the revision that was begun last. */
  add(batch: Batch): Promise<void>
  /** The arguments of the importer besides the database’s name, one on each line. */
  readonly importArguments: string
  /** Writes the rows that were held back until all was known. Returns the number of nodes and relationships. */
  end(): Promise<{ readonly nodes: number; readonly relationships: number }>
}

/** A file that is being written. */
export interface BulkFile {
  write(text: string): Promise<void>
}
