import type { Conflict } from '../model/conflict.js'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { isSameValue, qualifiersContradict } from './contradiction.js'
import { compareStatements, type ResolutionContext, type ResolutionRule } from './rules.js'

/** What a view takes of one property of one entity. */
export interface ResolvedProperty {
  /** The best statement; absent where none is seen, or a curator decided that none seen is right. */
  readonly chosen?: Statement
  /** Of a property with one value: the chosen statement alone. Of one with many: all that count, best first. */
  readonly counted: readonly Statement[]
  /** The first rule that told the chosen one from the best other; ONLY_STATEMENT where no other is seen. */
  readonly rule: ResolutionRule
  /** All that are seen but the chosen one, best first: those that count as well, and those that lost. */
  readonly alternatives: readonly Statement[]
}

const nothing: ResolvedProperty = Object.freeze({ counted: [], rule: 'ONLY_STATEMENT', alternatives: [] })

/** Chooses among the statements of one property that the view sees (see `isVisible`). The order in which they are given does not matter. */
export function resolve(statements: readonly Statement[], context: ResolutionContext): ResolvedProperty {
  const { property, conflicts } = context
  const [only] = statements
  if (!only) return nothing
  if (statements.length === 1 && conflicts.length === 0)
    return { chosen: only, counted: statements, rule: 'ONLY_STATEMENT', alternatives: [] }

  const ordered = statements.toSorted((a, b) => compareStatements(a, b, context).order)
  const counting = ordered.filter(
    statement => !conflicts.some(conflict => losesIn(conflict, statement, ordered, property)),
  )
  const chosen = counting[0]
  if (!chosen) return { counted: [], rule: 'DECISION', alternatives: ordered }
  const alternatives = ordered.filter(statement => statement !== chosen)
  const [bestOther] = alternatives
  return {
    chosen,
    counted: property.many ? counting : [chosen],
    rule: bestOther ? compareStatements(chosen, bestOther, context).rule : 'ONLY_STATEMENT',
    alternatives,
  }
}

/**
 * Whether the statement is on a losing side. The best of a conflict's statements that are seen wins, and with it what
 * is on its side; a conflict that was dismissed has no sides, nor one of which the view sees one side only.
 */
function losesIn(
  conflict: Conflict,
  statement: Statement,
  ordered: readonly Statement[],
  property: PropertyDeclaration,
): boolean {
  if (conflict.status === 'DISMISSED' || !conflict.statements.includes(statement.id)) return false
  if (belongsElsewhere(conflict, ordered)) return true
  const seen = ordered.filter(({ id }) => conflict.statements.includes(id))
  // An edition that disagrees with its original stands against it as a whole: two members in place of one.
  const winners = seen.filter(
    ({ edition }, i) => i === 0 || (conflict.kind === 'TRANSLATION' && edition === seen[0]?.edition),
  )
  return !winners.some(
    winner =>
      winner === statement ||
      (isSameValue(winner.value, statement.value) && !qualifiersContradict(property, winner, statement)),
  )
}

/** Of two entities with one code, a curator decided for the other one. */
function belongsElsewhere({ subjects, decision }: Conflict, ordered: readonly Statement[]): boolean {
  return (
    subjects.length > 1 &&
    decision?.chosen !== undefined &&
    !ordered.some(statement => statement.id === decision.chosen)
  )
}
