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
  /** Writes what was kept until all was known. Gives how many nodes and relationships there are. */
  /** What to give to the importer besides the database’s name, a line each. */
  readonly importArguments: string
  end(): Promise<{ readonly nodes: number; readonly relationships: number }>
}

/** A file that is being written. */
export interface BulkFile {
  write(text: string): Promise<void>
}

/**
 * Files for `neo4j-admin database import full`. `changesAgain` tells of a statement whether more than one revision
 * changes on whose word it stands: only of those the rows are kept in memory.
 */
export async function openNeo4jFiles(
  create: (name: string) => Promise<BulkFile>,
  changesAgain: (statement: string) => boolean,
): Promise<BulkFiles> {
  const { Neo4jFiles } = await import('./neo4j/neo4j-files.js')
  return await Neo4jFiles.open(create, changesAgain)
}
