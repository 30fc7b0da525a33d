import type { Conflict } from '../model/conflict.js'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { figureKey, isSameValue, isSelfLink, qualifiersContradict } from './contradiction.js'
import { compareStatements, type ResolutionContext, type ResolutionRule } from './rules.js'
import { supportAmong, valueKey } from './support.js'

/** The resolution of one property of one entity in a view. */
export interface ResolvedProperty {
  /** The best statement; absent if the view sees none, or if a curator decided against all that it sees. */
  readonly chosen?: Statement
  /**
   * The statements that count, the best first: of a single property the chosen one; of a property with many or joint
   * values all; of a property with a value for each of its terms the best for each.
   */
  readonly counted: readonly Statement[]
  /** The first rule that told the chosen one from its rival (see `rivalOf`); ONLY_STATEMENT if it has none. */
  readonly rule: ResolutionRule
  /** The other statements that the view sees, the best first: those that count too, and those that lost. */
  readonly alternatives: readonly Statement[]
}

const nothing: ResolvedProperty = Object.freeze({ counted: [], rule: 'ONLY_STATEMENT', alternatives: [] })

/** Chooses among the statements of one property that the view sees (see `isVisible`). The order of the input has no effect. */
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
  const counted = countedOf(counting, chosen, property)
  const rival = rivalOf({ chosen, counted, alternatives })
  return {
    chosen,
    counted,
    rule: rival ? compareStatements(chosen, rival, known).rule : 'ONLY_STATEMENT',
    alternatives,
  }
}

/**
 * The best statement of a value that does not count: why that one lost is what a reader asks. If all values count, the
 * best other statement, of another value before one of the same.
 */
export function rivalOf({ chosen, counted, alternatives }: Omit<ResolvedProperty, 'rule'>): Statement | undefined {
  if (!chosen) return undefined
  const others = alternatives.filter(statement => !isSelfLink(statement))
  const counting = new Set(counted.map(valueKey))
  return (
    others.find(statement => !counting.has(valueKey(statement))) ??
    others.find(statement => valueKey(statement) !== valueKey(chosen)) ??
    others[0]
  )
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
 * Whether the statement is on a losing side of a conflict. The best visible statement of a conflict wins, together with
 * its side. A dismissed conflict has no sides, and neither has a conflict with only one visible side.
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
  // The joint values of one edition win or lose together. So do those of a translation that disagrees with its original:
  // two members in place of one.
  const winners = property.joint
    ? ordered.filter(({ edition }) => edition === best?.edition)
    : seen.filter(({ edition }, i) => i === 0 || (conflict.kind === 'TRANSLATION' && edition === best?.edition))
  return !winners.some(
    winner =>
      winner === statement ||
      (isSameValue(winner.value, statement.value) && !qualifiersContradict(property, winner, statement)),
  )
}

/** Whether a curator gave a shared code to the other entity. */
function belongsElsewhere({ subjects, decision }: Conflict, ordered: readonly Statement[]): boolean {
  return (
    subjects.length > 1 &&
    decision?.chosen !== undefined &&
    !ordered.some(statement => statement.id === decision.chosen)
  )
}
