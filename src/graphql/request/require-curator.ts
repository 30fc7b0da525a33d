import { SuanliError } from '../../model/error.js'
import type { Principal } from './principal.js'

/**
 * Who changes the graph: the schema asks this before every mutation. Throws UNAUTHENTICATED where nobody in particular asks, and
 * FORBIDDEN where somebody does who is no curator.
 */
export function requireCurator({ principal }: { readonly principal: Principal }): Principal {
  if (principal.roles.includes('curator')) return principal
  if (principal.kind === 'anonymous')
    throw new SuanliError('UNAUTHENTICATED', { problem: 'This request needs a token' })
  throw new SuanliError('FORBIDDEN', { role: 'curator' })
}
