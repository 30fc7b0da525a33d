import type { Statement } from '../model/statement.js'
import type { InverseDeclaration, PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityView } from './entity-view.js'

/** A link of an entity: the entity at the other end, and the statement that it rests on. */
export interface Link {
  readonly entity: EntityView
  readonly statement: Statement
}

/** Qualifiers that a link must have, in any case of letters. */
export type QualifierSelection = Readonly<Record<string, string | undefined>>

/** The links that the entity's own property makes: those that count in the view, to entities that the view describes, by id. */
export async function listLinks(
  entity: EntityView,
  property: PropertyDeclaration,
  qualifiers: QualifierSelection = {},
): Promise<readonly Link[]> {
  const counted = entity.resolve(property).counted.filter(statement => hasQualifiers(statement, qualifiers))
  const links = await Promise.all(
    counted.map(async statement => ({ statement, entity: await entity.scope.findEntity(targetOf(statement)) })),
  )
  return inOrder(distinct(links.filter((link): link is Link => link.entity !== undefined)))
}

/** The links that other entities make to this one: those that count for their subject in the view, by the subject's id. */
export async function listInverseLinks(
  entity: EntityView,
  inverse: InverseDeclaration,
  qualifiers: QualifierSelection = {},
): Promise<readonly Link[]> {
  const found = await Promise.all(inverse.of.map(link => linksOfOneProperty(entity, link, qualifiers)))
  return inOrder(distinct(found.flat()))
}

async function linksOfOneProperty(
  entity: EntityView,
  link: string,
  qualifiers: QualifierSelection,
): Promise<readonly Link[]> {
  const { scope } = entity
  const [typeName = '', propertyId = ''] = link.split('.')
  const property = scope.ontology.findType(typeName)?.findProperty(propertyId)
  if (!property) return []
  const statements = await scope.ask<'linksTo'>({ kind: 'linksTo', id: entity.id, property: property.id })
  const subjects = await Promise.all(
    [...new Set(statements.map(statement => statement.subject))]
      .filter(id => scope.ontology.findTypeOfId(id)?.name === typeName)
      .map(id => scope.findEntity(id)),
  )
  return subjects
    .filter(subject => subject !== undefined)
    .flatMap(subject =>
      subject
        .resolve(property)
        .counted.filter(statement => targetOf(statement) === entity.id && hasQualifiers(statement, qualifiers))
        .map(statement => ({ entity: subject, statement })),
    )
}

/** The entity that a link's statement points at. */
export function targetOf({ value }: Statement): string {
  if (value.kind !== 'entity') throw new Error('A statement of a link holds no entity.')
  return value.entity
}

function hasQualifiers(statement: Statement, wanted: QualifierSelection): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || statement.qualifiers[name]?.toLowerCase() === value.toLowerCase(),
  )
}

/**
 * One link for what is said twice: the same entity with the same qualifiers and time, or said of it by two editions of
 * one source, of which one translates the other (总经济师, Chief Economist). The best statement, which comes first, stays.
 */
function distinct(links: readonly Link[]): readonly Link[] {
  const kept = new Map<string, Link[]>()
  for (const link of links) {
    const same = kept.get(link.entity.id)
    if (!same) kept.set(link.entity.id, [link])
    else if (!same.some(other => saysTheSame(other.statement, link.statement))) same.push(link)
  }
  return [...kept.values()].flat()
}

function saysTheSame(a: Statement, b: Statement): boolean {
  if (a.property !== b.property) return true
  if (a.edition !== b.edition && sourceOf(a.edition) === sourceOf(b.edition)) return true
  return (
    a.valid === b.valid && JSON.stringify(sortedEntries(a.qualifiers)) === JSON.stringify(sortedEntries(b.qualifiers))
  )
}

function sourceOf(edition: string): string {
  return edition.slice(0, edition.lastIndexOf('#'))
}

function sortedEntries(qualifiers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(qualifiers).sort(([a], [b]) => (a < b ? -1 : 1))
}

function inOrder(links: readonly Link[]): readonly Link[] {
  return links.toSorted((a, b) => compare(a.entity.id, b.entity.id) || compare(a.statement.id, b.statement.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
