import { isDeepStrictEqual } from 'node:util'
import type { Statement } from '../model/statement.js'
import type { InverseDeclaration, PropertyDeclaration } from '../ontology/declaration.js'
import { all, chain, type MaybePromise } from './maybe-promise.js'
import type { EntityView, ViewReader } from './view-reader.js'

/** A link of an entity: the entity at the other end, and the statement that it rests on. */
export interface Link {
  readonly entity: EntityView
  readonly statement: Statement
}

/** Qualifiers that a link must have, in any case of letters. */
export type QualifierSelection = Readonly<Record<string, string | undefined>>

/** A link by the id of the entity at the other end, which the view describes. */
export interface LinkRow {
  readonly id: string
  readonly statement: Statement
}

/** The links that the entity's own property makes: those that count in the view, to entities that the view describes, by id. */
export function listLinkRows(
  entity: EntityView,
  property: PropertyDeclaration,
  qualifiers?: QualifierSelection,
): MaybePromise<readonly LinkRow[]> {
  const { reader } = entity
  return derived(entity, property.id, qualifiers, () => {
    const counted = entity.resolve(property).counted.filter(statement => hasQualifiers(statement, qualifiers))
    return chain(all(counted.map(statement => reader.findEntity(targetOf(statement)))), targets =>
      inOrder(
        distinctLinks(counted.filter((_, i) => targets[i]).map(statement => ({ id: targetOf(statement), statement }))),
      ),
    )
  })
}

/** The links that other entities make to this one: those that count for their subject in the view, by the subject's id. */
export function listInverseLinkRows(
  entity: EntityView,
  inverse: InverseDeclaration,
  qualifiers?: QualifierSelection,
): MaybePromise<readonly LinkRow[]> {
  return derived(entity, inverse.of.join(), qualifiers, () =>
    chain(all(inverse.of.map(link => rowsOfOneProperty(entity, link, qualifiers))), found =>
      inOrder(distinctLinks(found.flat())),
    ),
  )
}

/** Of a list by ids, the entities: of the rows that are shown, not of all. */
export function toLinks(rows: readonly LinkRow[], reader: ViewReader): MaybePromise<readonly Link[]> {
  return chain(all(rows.map(({ id }) => reader.getEntity(id))), entities =>
    rows.map(({ statement }, i) => ({ entity: entities[i] as EntityView, statement })),
  )
}

export function listInverseLinks(entity: EntityView, inverse: InverseDeclaration): MaybePromise<readonly Link[]> {
  return chain(listInverseLinkRows(entity, inverse), rows => toLinks(rows, entity.reader))
}

function derived(
  { id, reader }: EntityView,
  link: string,
  qualifiers: QualifierSelection | undefined,
  compute: () => MaybePromise<readonly LinkRow[]>,
): MaybePromise<readonly LinkRow[]> {
  return reader.derive(`${id} ${link}${qualifiers ? ` ${JSON.stringify(qualifiers)}` : ''}`, compute, bytesOfRows)
}

export function bytesOfRows(rows: readonly LinkRow[]): number {
  return 100 + 60 * rows.length
}

function rowsOfOneProperty(
  entity: EntityView,
  link: string,
  qualifiers: QualifierSelection | undefined,
): MaybePromise<readonly LinkRow[]> {
  const { reader } = entity
  const [typeName = '', propertyId = ''] = link.split('.')
  const property = reader.ontology.findType(typeName)?.findProperty(propertyId)
  if (!property) return []
  return chain(reader.incomingStatements(entity.id, property.id), statements => {
    const subjects = [...new Set(statements.map(statement => statement.subject))].filter(
      id => reader.ontology.findTypeOfId(id)?.name === typeName,
    )
    return chain(reader.findEntities(subjects), found =>
      found.flatMap(subject =>
        subject
          .resolve(property)
          .counted.filter(statement => targetOf(statement) === entity.id && hasQualifiers(statement, qualifiers))
          .map(statement => ({ id: subject.id, statement })),
      ),
    )
  })
}

/** The entity that a link's statement points at. */
export function targetOf({ value }: Statement): string {
  if (value.kind !== 'entity') throw new Error('A statement of a link holds no entity.')
  return value.entity
}

function hasQualifiers(statement: Statement, wanted: QualifierSelection | undefined): boolean {
  if (!wanted) return true
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || statement.qualifiers[name]?.toLowerCase() === value.toLowerCase(),
  )
}

/**
 * One link for what is said twice: the same entity with the same qualifiers and time, or said of it by two editions of
 * one source, of which one translates the other (总经济师, Chief Economist). The best statement, which comes first, stays.
 */
export function distinctLinks(links: readonly LinkRow[]): readonly LinkRow[] {
  const kept = new Map<string, LinkRow[]>()
  for (const link of links) {
    const same = kept.get(link.id)
    if (!same) kept.set(link.id, [link])
    else if (!same.some(other => saysTheSame(other.statement, link.statement))) same.push(link)
  }
  return [...kept.values()].flat()
}

function saysTheSame(a: Statement, b: Statement): boolean {
  if (a.property !== b.property) return true
  if (a.edition !== b.edition && sourceOf(a.edition) === sourceOf(b.edition)) return true
  return a.valid === b.valid && isDeepStrictEqual(a.qualifiers, b.qualifiers)
}

function sourceOf(edition: string): string {
  return edition.slice(0, edition.lastIndexOf('#'))
}

function inOrder(links: readonly LinkRow[]): readonly LinkRow[] {
  return links.toSorted((a, b) => compare(a.id, b.id) || compare(a.statement.id, b.statement.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
