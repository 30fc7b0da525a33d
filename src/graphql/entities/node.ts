import { findRelease } from '../../views/releases.js'
import type { ViewReader } from '../../views/view-reader.js'
import { findEdition } from '../evidence/evidence-types.js'
import { viewOf } from './value-source.js'

/** Whatever has that id: the form of an id tells what it is of. */
export async function findNode(reader: ViewReader, id: string): Promise<object | undefined> {
  if (id.startsWith('statement/')) {
    const statement = await reader.ask<'statement'>({ kind: 'statement', id })
    return statement && viewOf(statement, reader)
  }
  if (id.startsWith('conflict/')) {
    const conflict = await reader.ask<'conflict'>({ kind: 'conflict', id })
    return conflict && { conflict, reader }
  }
  if (id.startsWith('release/')) return findRelease(await reader.ask<'deeds'>({ kind: 'deeds' }), id)
  if (id.includes('/')) return reader.findEntity(id)
  if (id.includes('#')) return findEdition(reader, id)
  const property = reader.ontology.findProperty(id)
  if (property) return property
  const source = await reader.ask<'source'>({ kind: 'source', id })
  return source && { source, reader }
}
