import type { Conflict } from '../model/conflict.js'
import { ranks } from '../model/rank.js'
import type { Statement } from '../model/statement.js'
import type { View } from '../model/view.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { Comparator } from '../values/comparator.js'
import { edtfBounds, edtfSpecificity } from '../values/edtf.js'
import type { Quantity, Value } from '../values/value.js'
import type { CitedEditions } from './cited-edition.js'
import { compareByDefaultTrust } from './default-trust.js'
import type { Support } from './support.js'
import { placeAmongLanguages, placeAmongSources } from './trust-order.js'

/** The input of resolution besides the statements. */
export interface ResolutionContext {
  readonly view: View
  readonly citedEditions: CitedEditions
  /** Conflicts of the subject. Those of other properties are skipped. */
  readonly conflicts: readonly Conflict[]
  readonly property: PropertyDeclaration
  /** Absent if there is only one statement. */
  readonly support?: Support
}

export type ResolutionRule =
  | 'ONLY_STATEMENT'
  | 'DECISION'
  | 'RANK'
  | 'DERIVED'
  | 'TRUST'
  | 'CONFIDENCE'
  | 'SPECIFICITY'
  | 'SUPPORT'
  | 'RECENCY'

/** One reason for which a statement comes before another. */
export interface Rule {
  readonly name: ResolutionRule
  /** Description for readers of the API. */
  readonly description: string
  /** Negative if `a` comes first, 0 if the rule does not decide. A total preorder. */
  readonly compare: (a: Statement, b: Statement, context: ResolutionContext) => number
}

/** Every rule, in the order of application. */
export const resolutionRules: readonly Rule[] = [
  { name: 'ONLY_STATEMENT', description: 'The view sees no other.', compare: () => 0 },
  { name: 'DECISION', description: 'A curator decided a conflict so.', compare: byDecision },
  { name: 'RANK', description: 'The curator’s rank: preferred before normal.', compare: byRank },
  {
    name: 'DERIVED',
    description: 'Statements of a source before values calculated from its words.',
    compare: byDerivation,
  },
  {
    name: 'TRUST',
    description:
      'The languages, then the sources, in the order that the view asks for; then sources by their weight, and an original before its translations.',
    compare: byTrust,
  },
  { name: 'CONFIDENCE', description: 'The curator’s confidence in the reading of the quote.', compare: byConfidence },
  {
    name: 'SPECIFICITY',
    description: 'More exact values first: 2025-06 before 2025, a stated unit before none.',
    compare: bySpecificity,
  },
  {
    name: 'SUPPORT',
    description:
      'The value that more independent sources state. Editions of one source, and its translations, are one.',
    compare: bySupport,
  },
  {
    name: 'RECENCY',
    description: 'The source that was published later; if nothing differs, the first by statement id.',
    compare: byRecency,
  },
]

/** Compares two statements, and names the first rule that decides. A total order: 0 only for equal ids. */
export function compareStatements(
  a: Statement,
  b: Statement,
  context: ResolutionContext,
): { readonly order: number; readonly rule: ResolutionRule } {
  for (const { name, compare } of resolutionRules) {
    const order = compare(a, b, context)
    if (order !== 0) return { order, rule: name }
  }
  return { order: 0, rule: 'RECENCY' }
}

/** A curator's decision for or against the statement, if any. The latest decision counts. */
type Verdict = 'RIGHT' | 'WRONG' | 'NONE'

function verdictOn(statement: Statement, { conflicts }: Pick<ResolutionContext, 'conflicts'>): Verdict {
  const decided = decisionOn(statement, conflicts)
  if (!decided) return 'NONE'
  return decided.decision?.chosen === statement.id ? 'RIGHT' : 'WRONG'
}

/** The most recently decided conflict of the statement. */
export function decisionOn(statement: Statement, conflicts: readonly Conflict[]): Conflict | undefined {
  let last: Conflict | undefined
  for (const conflict of conflicts) {
    if (conflict.status !== 'DECIDED' || conflict.decision?.chosen === undefined) continue
    if (!conflict.statements.includes(statement.id)) continue
    if (!last || compareText(decidedAt(last), decidedAt(conflict)) < 0) last = conflict
  }
  return last
}

/** RFC 3339 in UTC sorts as text. The id orders two decisions of one instant. */
function decidedAt({ decision, id }: Conflict): string {
  return `${decision?.at} ${id}`
}

const verdicts: readonly Verdict[] = ['RIGHT', 'NONE', 'WRONG']

function byDecision(a: Statement, b: Statement, context: ResolutionContext): number {
  if (context.conflicts.length === 0) return 0
  return verdicts.indexOf(verdictOn(a, context)) - verdicts.indexOf(verdictOn(b, context))
}

function byRank(a: Statement, b: Statement): number {
  return ranks.indexOf(a.rank) - ranks.indexOf(b.rank)
}

function byDerivation(a: Statement, b: Statement): number {
  return Number(a.derived !== undefined) - Number(b.derived !== undefined)
}

/** The view's order of trust first, languages before sources; then the server's policy. */
function byTrust(a: Statement, b: Statement, { view, citedEditions }: ResolutionContext): number {
  const editionOfA = citedEditions(a.edition)
  const editionOfB = citedEditions(b.edition)
  return (
    placeAmongLanguages(view.trust, a, editionOfA) - placeAmongLanguages(view.trust, b, editionOfB) ||
    placeAmongSources(view.trust, a) - placeAmongSources(view.trust, b) ||
    compareByDefaultTrust(editionOfA, editionOfB)
  )
}

function byConfidence(a: Statement, b: Statement): number {
  return b.confidence - a.confidence
}

function bySpecificity(a: Statement, b: Statement, { property }: ResolutionContext): number {
  return specificityOf(b.value) - specificityOf(a.value) || byQualifiers(a, b, property)
}

/** The precision of a value; higher is more precise. Only values of one kind are compared, since a property has one kind. */
function specificityOf(value: Value): number {
  switch (value.kind) {
    case 'date':
      return edtfSpecificity(value.edtf)
    case 'quantity':
      return specificityOfQuantity(value)
    default:
      return 0
  }
}

/** Comparators, the most exact first. */
const comparatorsByExactness: readonly Comparator[] = [
  'EXACTLY',
  'ABOUT',
  'BETWEEN',
  'AT_LEAST',
  'AT_MOST',
  'MORE_THAN',
  'LESS_THAN',
]

/** A stated unit before none, then a stated number format before none, then the more exact comparator. */
function specificityOfQuantity({ unit, precision, comparator }: Quantity): number {
  const hasPrecision = precision !== undefined && precision !== 'UNSTATED'
  const openness = comparatorsByExactness.indexOf(comparator) / comparatorsByExactness.length
  return (unit === undefined ? 0 : 4) + (hasPrecision ? 2 : 0) - openness
}

/**
 * A closed list is declared from the most to the least specific value: a full name before a short name, a supplier or
 * consumer before a member whose role no source states.
 */
function byQualifiers(a: Statement, b: Statement, { qualifiers = [] }: PropertyDeclaration): number {
  for (const { id, values, default: unstated } of qualifiers) {
    if (!values) continue
    const placeOf = ({ qualifiers: stated }: Statement) => {
      const place = values.indexOf(stated[id] ?? unstated ?? '')
      return place < 0 ? values.length : place
    }
    const order = placeOf(a) - placeOf(b)
    if (order !== 0) return order
  }
  return 0
}

function bySupport(a: Statement, b: Statement, { support }: ResolutionContext): number {
  return support ? support(b) - support(a) : 0
}

/** A source without a date of publication comes last. */
function byRecency(a: Statement, b: Statement, { citedEditions }: ResolutionContext): number {
  return compareText(publishedOn(b, citedEditions), publishedOn(a, citedEditions)) || compareText(a.id, b.id)
}

/** The first possible day of publication, empty if the source has no date: `2025-06` is later than the start of `2025`. */
export function publishedOn({ edition }: Statement, citedEditions: CitedEditions): string {
  const published = citedEditions(edition)?.source.published
  const { min, max } = edtfBounds(published ?? '')
  return min ?? max ?? ''
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
