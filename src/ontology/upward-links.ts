import type { EntityType, Property } from './ontology.js'

/**
 * The links of a type that lead to its place or to the whole that it is a part of: a bureau's jurisdiction, a region's
 * parent region, a company's parent organisation. One that is seldom one of several: a link that lists members leads down.
 */
export function upwardLinksOf(type: EntityType): readonly Property[] {
  const known = upwardLinks.get(type)
  if (known) return known
  const own = type.properties.filter(
    ({ value, many }) =>
      value.kind === 'entity' &&
      !many &&
      (value.to === placeType || value.to === type.name || value.to === type.interface),
  )
  upwardLinks.set(type, own)
  return own
}

const placeType = 'Region'
const upwardLinks = new WeakMap<EntityType, readonly Property[]>()
