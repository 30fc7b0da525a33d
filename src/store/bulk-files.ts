import type { BulkFile, BulkFiles } from './bulk-writer.js'

export type { BulkFiles }

/**
 * Files for `neo4j-admin database import full`. `changesAgain` tells of a statement whether more than one revision
 * changes the attestations of a statement: only rows of such statements are kept in memory.
 */
export async function openNeo4jFiles(
  create: (name: string) => Promise<BulkFile>,
  changesAgain: (statement: string) => boolean,
): Promise<BulkFiles> {
  const { Neo4jFiles } = await import('./neo4j/neo4j-files.js')
  return await Neo4jFiles.open(create, changesAgain)
}
