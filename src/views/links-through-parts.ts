import type { InverseDeclaration } from '../ontology/declaration.js'
import type { EntityType } from '../ontology/ontology.js'
import { firstLinkRows } from './first-links.js'
import { bytesOfRows, type LinkRow, listInverseLinkRows, listInverseLinks } from './links.js'
import { listEntities } from './lists/list-entities.js'
import { matchesEntity } from './lists/match-entity.js'
import { all, chain, type MaybePromise } from './maybe-promise.js'
import type { EntityView } from './view-reader.js'

/**
 * The links that others make to the entity or to a part of it, at any depth, by the subject's id.
 *
 * An entity with few parts is searched from the top. For an entity with tens of thousands of parts, such as a country
 * down to its townships, each subject is tested instead, since subjects are fewer (China with every set, uncached: 9 s instead of 30).
 */
export function listLinkRowsThroughParts(
  entity: EntityView,
  inverse: InverseDeclaration,
): MaybePromise<readonly LinkRow[]> {
  return entity.reader.derive(
    `${entity.id} and its parts: ${inverse.field}`,
    () =>
      chain(withParts(entity.type, [entity]), parts =>
        parts
          ? chain(all(parts.map(part => listInverseLinkRows(part, inverse))), rows =>
              rows.flat().sort((a, b) => (a.id < b.id ? -1 : 1)),
            )
          : listFromBelow(entity, inverse),
      ),
    bytesOfRows,
  )
}

/** The first so many of these links, for a page at the beginning of a list that may be very long. */
export function firstLinkRowsThroughParts(
  entity: EntityView,
  inverse: InverseDeclaration,
  count: number,
): MaybePromise<readonly LinkRow[]> {
  return entity.reader.derive(
    `${entity.id} and its parts: ${count} ${inverse.field}`,
    () =>
      chain(withParts(entity.type, [entity]), parts =>
        parts
          ? firstLinkRows(entity.reader, parts, inverse.of[0] ?? '', count)
          : listLinkRowsThroughParts(entity, inverse),
      ),
    bytesOfRows,
  )
}

async function listFromBelow({ id, reader }: EntityView, inverse: InverseDeclaration): Promise<readonly LinkRow[]> {
  const [typeName = '', property = ''] = inverse.of[0]?.split('.') ?? []
  const type = reader.ontology.findType(typeName)
  if (!type) return []
  const rows: LinkRow[] = []
  const test = (subject: EntityView) => matchesEntity(subject, { [property]: { within: id } })
  for await (const subject of listEntities(reader, type, { test, looksAt: [property] }))
    for (const statement of subject.resolveNamed(property)?.counted ?? []) rows.push({ id: subject.id, statement })
  return rows
}

const manyParts = 1000

/** The entities and every part of them, each once, level by level; undefined where there are too many. */
function withParts(
  type: EntityType,
  level: readonly EntityView[],
  found: ReadonlyMap<string, EntityView> = new Map(),
): MaybePromise<readonly EntityView[] | undefined> {
  const known = new Map([...found, ...level.map(part => [part.id, part] as const)])
  if (known.size > manyParts) return undefined
  const parts = { field: 'parts', description: '', of: [`${type.name}.${type.partOf}`] }
  return chain(all(level.map(part => listInverseLinks(part, parts))), links => {
    const next = links.flatMap(of => of.map(({ entity }) => entity)).filter(({ id }) => !known.has(id))
    return next.length === 0 ? [...known.values()] : withParts(type, next, known)
  })
}
