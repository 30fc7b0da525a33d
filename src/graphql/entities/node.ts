import { findRelease } from '../../curation/releases.js'
import type { Scope } from '../../views/view-reader.js'
import { findEdition } from '../evidence/evidence-types.js'
import { viewOf } from './value-source.js'

/** Whatever has that id: the form of an id tells what it is of. */
export async function findNode(scope: Scope, id: string): Promise<object | undefined> {
  if (id.startsWith('statement/')) {
    const statement = await scope.ask<'statement'>({ kind: 'statement', id })
    return statement && viewOf(statement, scope)
  }
  if (id.startsWith('conflict/')) {
    const conflict = await scope.ask<'conflict'>({ kind: 'conflict', id })
    return conflict && { conflict, scope }
  }
  if (id.startsWith('release/')) return findRelease(await scope.ask<'deeds'>({ kind: 'deeds' }), id)
  if (id.includes('/')) return scope.findEntity(id)
  if (id.includes('#')) return findEdition(scope, id)
  const source = await scope.ask<'source'>({ kind: 'source', id })
  return source && { source, scope }
}
