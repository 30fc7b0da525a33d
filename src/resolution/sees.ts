import type { Statement } from '../model/statement.js'
import type { Trust, View } from '../model/view.js'
import { periodsOverlap } from '../values/edtf.js'
import { placeAmongLanguages, placeAmongSources } from './asked-for.js'
import type { Witness } from './witness.js'

/**
 * Whether the view sees the statement: it is not deprecated, it may hold at `validAt`, and the view trusts it enough.
 * What the graph had recorded by `knownAt` has been picked by the store already.
 */
export function sees(view: View, statement: Statement, witness: Witness | undefined): boolean {
  return (
    statement.rank !== 'DEPRECATED' &&
    isAdmitted(view.trust, statement, witness) &&
    // When it held is unknown where no source says, and excludes nothing.
    (statement.valid === undefined || periodsOverlap(statement.valid, view.validAt))
  )
}

/**
 * With `others: NEVER` each list that is not empty must admit the statement: `languages: [en], sources: [a, b]` sees
 * the English editions of a and b.
 */
function isAdmitted(trust: Trust, statement: Statement, witness: Witness | undefined): boolean {
  if (statement.confidence < trust.minConfidence) return false
  if (trust.others === 'LAST') return true
  const { languages, sources } = trust
  return (
    (languages.length === 0 || placeAmongLanguages(trust, statement, witness) < languages.length) &&
    (sources.length === 0 || placeAmongSources(trust, statement) < sources.length)
  )
}
