import type { StatementRowFragment } from '../generated/graphql.js'

/** A value of an entity: the statement that is shown, those that agree with it, and those that contradict it. */
export interface FactValue {
  readonly shown: StatementRowFragment
  readonly agreeing: readonly StatementRowFragment[]
  readonly contradicting: readonly StatementRowFragment[]
  readonly conflictId: string | undefined
}

export interface Fact {
  /** The property, and for names whether they are aliases. */
  readonly key: string
  readonly property: StatementRowFragment['property']
  readonly isAlias: boolean
  readonly values: readonly FactValue[]
}

export interface Contest {
  readonly id: string
  readonly statements: readonly { readonly id: string }[]
}

/**
 * Statements by property and value, in the order of the ontology's rules: of those that contradict each other the one
 * that comes first in `order` is shown, and the others are its rivals.
 */
export function factsOf(
  statements: readonly StatementRowFragment[],
  contests: readonly Contest[],
  order: ReadonlyMap<string, number>,
): readonly Fact[] {
  const counting = statements.filter(({ retractedAt, rank }) => retractedAt === null && rank !== 'DEPRECATED')
  const ranked = [...counting].sort((a, b) => (order.get(a.id) ?? last) - (order.get(b.id) ?? last))
  const facts = groupBy(ranked, statement => `${statement.property.name} ${isAlias(statement) ? 'alias' : ''}`)
  return [...facts]
    .map(([key, stated]) => factOf(key, stated, ranked, contests))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => placeOf(a) - placeOf(b))
}

const last = Number.MAX_SAFE_INTEGER

function factOf(
  key: string,
  stated: readonly StatementRowFragment[],
  ranked: readonly StatementRowFragment[],
  contests: readonly Contest[],
): Fact {
  const [first] = stated
  if (!first) throw new Error('a fact needs a statement')
  const contestsOf = (id: string) => contests.filter(({ statements }) => statements.some(side => side.id === id))
  const rivalsOf = (group: readonly StatementRowFragment[]) => {
    const ids = new Set(group.map(({ id }) => id))
    const sides = new Set(
      group.flatMap(({ id }) => contestsOf(id).flatMap(({ statements }) => statements.map(side => side.id))),
    )
    return ranked.filter(
      rival =>
        !ids.has(rival.id) &&
        sides.has(rival.id) &&
        rival.property.name === first.property.name &&
        !group.some(own => isSame(own, rival)),
    )
  }
  // A property of several values has a row for each value; else the shown statement represents all that agree with it.
  const groups = [...groupBy(stated, first.property.many ? valueKey : () => '')].map(([, group]) => group)
  const values = groups.flatMap(group => {
    const [shown] = group
    if (!shown) return []
    const contradicting = first.property.many
      ? rivalsOf(group)
      : rivalsOf([shown])
          .concat(rivalsOf(group.filter(own => isSame(own, shown))))
          .filter(unique)
    const beaten = contradicting.some(rival => ranked.indexOf(rival) < ranked.indexOf(shown))
    if (beaten) return []
    const rivals = new Set(contradicting.map(({ id }) => id))
    const agreeing = group.filter(statement => statement.id !== shown.id && !rivals.has(statement.id))
    const conflictId = group.flatMap(({ id }) => contestsOf(id))[0]?.id
    return [{ shown, agreeing, contradicting, conflictId }]
  })
  return { key, property: first.property, isAlias: isAlias(first), values }
}

const unique = (statement: StatementRowFragment, at: number, all: readonly StatementRowFragment[]) =>
  all.findIndex(({ id }) => id === statement.id) === at

const isSame = (a: StatementRowFragment, b: StatementRowFragment) => valueKey(a) === valueKey(b)

/** Equal for statements that state the same. */
export function valueKey({ value, asStated }: StatementRowFragment): string {
  switch (value.__typename) {
    case 'EntityValue':
      return value.entity.id
    case 'TextValue':
      // A name is one name, whichever language a source counts it to.
      return value.text
    case 'CodeValue':
      return value.code
    case 'DateValue':
      return value.date
    case 'GeoPoint':
      return `${value.latitude} ${value.longitude}`
    case 'Quantity':
      return value.amount === null
        ? asStated
        : [value.amount, value.upper, value.unit, value.precision, value.comparator].join(' ')
  }
}

const isAlias = ({ property, qualifiers }: StatementRowFragment): boolean =>
  property.name === 'name' && qualifiers.some(({ name, value }) => name === 'kind' && value !== 'OFFICIAL')

/** Names first, then what is stated, and links last. */
function placeOf({ property, isAlias: alias }: Fact): number {
  if (property.name === 'name') return alias ? 1 : 0
  if (property.name === 'sameAs') return 9
  return property.kind === 'ENTITY' ? 4 : 3
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
