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

/**
 * Whether an entity of the type is in a place that other links than this one tell: a compute centre is in its region, and not
 * in that of its operator. An official is where the office is.
 */
export function hasPlaceOfItsOwn(type: EntityType, { value }: Property): boolean {
  if (value.kind !== 'entity' || value.to === placeType || value.to === type.name) return false
  return upwardLinksOf(type).some(({ value: upward }) => upward.kind === 'entity' && upward.to === placeType)
}

export function isPlaceId(id: string): boolean {
  return id.startsWith(`${placeType.toLowerCase()}/`)
}

const placeType = 'Region'
const upwardLinks = new WeakMap<EntityType, readonly Property[]>()
