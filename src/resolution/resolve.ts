import type { Conflict } from '../model/conflict.js'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { figureKey, isSameValue, isSelfLink, qualifiersContradict } from './contradiction.js'
import { compareStatements, type ResolutionContext, type ResolutionRule } from './rules.js'
import { supportAmong, valueKey } from './support.js'

/** What a view takes of one property of one entity. */
export interface ResolvedProperty {
  /** The best statement; absent where none is seen, or a curator decided that none seen is right. */
  readonly chosen?: Statement
  /**
   * Best first. Of a property with one value: the chosen statement alone. Of a property with many or joint values: all
   * that count. Of a property with a value for each of its terms: the best statement for each.
   */
  readonly counted: readonly Statement[]
  /** The first rule that told the chosen one from its rival (see `rivalOf`); ONLY_STATEMENT if it has none. */
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
  if (statements.length === 1 && conflicts.length === 0 && !isSelfLink(only))
    return { chosen: only, counted: statements, rule: 'ONLY_STATEMENT', alternatives: [] }

  const known = { ...context, support: supportAmong(statements, context.citedEditions) }
  const ordered = statements.toSorted((a, b) => compareStatements(a, b, known).order)
  const counting = ordered.filter(
    statement => !isSelfLink(statement) && !conflicts.some(conflict => losesIn(conflict, statement, ordered, property)),
  )
  const chosen = counting[0]
  if (!chosen) return { counted: [], rule: 'DECISION', alternatives: ordered }
  const alternatives = ordered.filter(statement => statement !== chosen)
  const rival = rivalOf(chosen, alternatives)
  return {
    chosen,
    counted: countedOf(counting, chosen, property),
    rule: rival ? compareStatements(chosen, rival, known).rule : 'ONLY_STATEMENT',
    alternatives,
  }
}

/** The best other statement of another value; if all others state the same value, the best of those. */
export function rivalOf(chosen: Statement, alternatives: readonly Statement[]): Statement | undefined {
  const others = alternatives.filter(statement => !isSelfLink(statement))
  return others.find(statement => valueKey(statement) !== valueKey(chosen)) ?? others[0]
}

function countedOf(
  counting: readonly Statement[],
  chosen: Statement,
  { many, joint, perTerms }: PropertyDeclaration,
): readonly Statement[] {
  if (many || joint) return counting
  if (!perTerms) return [chosen]
  const best = new Map<string, Statement>()
  for (const statement of counting) {
    const key = figureKey(statement.value)
    if (!best.has(key)) best.set(key, statement)
  }
  return [...best.values()]
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
  const [best] = seen
  // All that one edition states of a joint property wins or loses as a whole. So does an edition that disagrees with its
  // original: two members in place of one.
  const winners = property.joint
    ? ordered.filter(({ edition }) => edition === best?.edition)
    : seen.filter(({ edition }, i) => i === 0 || (conflict.kind === 'TRANSLATION' && edition === best?.edition))
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
