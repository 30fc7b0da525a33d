import type { Statement } from '../model/statement.js'
import type { Trust } from '../model/trust.js'
import type { View } from '../model/view.js'
import { periodsOverlap } from '../values/edtf.js'
import type { CitedEdition } from './cited-edition.js'
import { placeAmongLanguages, placeAmongSources } from './trust-order.js'

/**
 * Whether the view sees the statement: the statement is not deprecated, may hold at `validAt`, and the view trusts it.
 * The store has applied `knownAt` already.
 */
export function isVisible(view: View, statement: Statement, citedEdition: CitedEdition | undefined): boolean {
  return (
    statement.rank !== 'DEPRECATED' &&
    isAdmitted(view.trust, statement, citedEdition) &&
    // A statement without a period may hold at any time.
    (statement.valid === undefined || periodsOverlap(statement.valid, view.validAt))
  )
}

/**
 * `others` governs statements that neither list names. With NEVER, one of the lists must name a statement:
 * `languages: [en], sources: [a]` sees every English edition, and every edition of a.
 */
function isAdmitted(trust: Trust, statement: Statement, citedEdition: CitedEdition | undefined): boolean {
  if (statement.confidence < trust.minConfidence) return false
  const { languages, sources, others } = trust
  return (
    others === 'LAST' ||
    languages.length + sources.length === 0 ||
    placeAmongLanguages(trust, statement, citedEdition) < languages.length ||
    placeAmongSources(trust, statement) < sources.length
  )
}
