import type { Statement } from '../model/statement.js'
import type { DerivedLink, DerivedLinkDeclaration } from '../ontology/declaration.js'

/**
 * Region A feeds region B when A is a SUPPLIER or MEMBER, and B a CONSUMER or MEMBER, of one corridor, A is not B, and
 * A is not stated to be a CONSUMER only, nor B a SUPPLIER only.
 */
export const corridorFeeds: DerivedLinkDeclaration = {
  name: 'feeds',
  ends: ['supplier', 'consumer'],
  from: 'member',
  qualifiers: ['corridor', 'role', 'consumerRole', 'consumerStatement'],
  description:
    'A region feeds another through a corridor. `role` and `statement` are of the region that gives: MEMBER if no source says which way.',
  derive(members, corridor) {
    const regions = [...groupByRegion(members)]
    const links: DerivedLink[] = []
    for (const [from, ofSupplier] of regions) {
      const supplier = giving(ofSupplier)
      if (!supplier) continue
      for (const [to, ofConsumer] of regions) {
        const consumer = to === from ? undefined : taking(ofConsumer)
        if (consumer) links.push(toLink(corridor, from, to, supplier, consumer))
      }
    }
    return links
  },
}

function toLink(corridor: string, from: string, to: string, supplier: Statement, consumer: Statement): DerivedLink {
  return {
    from,
    to,
    statement: supplier,
    confidence: Math.min(supplier.confidence, consumer.confidence),
    qualifiers: {
      corridor,
      role: roleOf(supplier),
      consumerRole: roleOf(consumer),
      consumerStatement: consumer.id,
    },
  }
}

type FindStatement = (statements: readonly Statement[]) => Statement | undefined

/** The statement by which a region supplies, among the statements of that region. */
export const giving: FindStatement = statements => inRole(statements, 'SUPPLIER', 'CONSUMER')

/** The statement by which a region consumes, among the statements of that region. */
export const taking: FindStatement = statements => inRole(statements, 'CONSUMER', 'SUPPLIER')

/** A statement with that role, else a statement with the role MEMBER unless the only stated role is the opposite one. */
function inRole(statements: readonly Statement[], wanted: string, opposite: string): Statement | undefined {
  const saying = statements.find(statement => roleOf(statement) === wanted)
  if (saying || statements.some(statement => roleOf(statement) === opposite)) return saying
  return statements[0]
}

export function roleOf({ qualifiers }: Statement): string {
  return qualifiers.role ?? 'MEMBER'
}

export function groupByRegion(members: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of members) {
    if (statement.value.kind !== 'entity') continue
    const group = groups.get(statement.value.entity)
    if (group) group.push(statement)
    else groups.set(statement.value.entity, [statement])
  }
  return groups
}
