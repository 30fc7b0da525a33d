import { meant } from '../../ontology/closest-match.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { EntityDraft } from '../files/draft.js'
import { didYouMean, type Placed, type ProblemList } from './problem-list.js'

/** An entity that a dataset describes, with its type. */
export interface TypedEntity {
  readonly id: string
  readonly type: EntityType
  /** The edition of the statements that name none. */
  readonly edition: Placed | undefined
}

/** The entity that a draft describes. Reports a type that there is not, and an id that is none of it. */
export function checkEntity(
  { id, type: named, edition }: EntityDraft,
  ontology: Ontology,
  problems: ProblemList,
): TypedEntity | undefined {
  const type = ontology.findType(named.content)
  if (!type) {
    const names = ontology.types.map(({ name }) => name)
    problems.error(
      'TYPE_UNKNOWN',
      named.place,
      { seen: named.content },
      didYouMean(meant(named.content, names)) ?? `one of ${names.join(', ')}`,
    )
    return undefined
  }
  if (isEntityId(id.content, type)) return { id: id.content, type, edition }
  const expected = `${type.prefix}/ and letters, digits and ._~-, up to 200`
  problems.error('ID_INVALID', id.place, { seen: id.content, type: type.name, expected }, idHint(id.content, type))
  return undefined
}

/** Whether it is `prefix/slug`; normalised, so that two that look alike are one. */
export function isEntityId(id: string, { prefix }: EntityType): boolean {
  return id.startsWith(`${prefix}/`) && slug.test(id.slice(prefix.length + 1)) && id === id.normalize('NFC')
}

/** `Bureau (bureau/...) or Company (company/...)`. */
export function namesOf(types: readonly EntityType[]): string {
  return types.map(({ name, prefix }) => `${name} (${prefix}/...)`).join(' or ')
}

/** A slug of dots alone would be a step up in a path. */
const slug = /^(?!\.+$)[\p{L}\p{N}._~-]{1,200}$/u

function idHint(id: string, type: EntityType): string | undefined {
  if (isEntityId(id.normalize('NFC'), type)) return 'its letters are not in Unicode normalisation form C'
  const meantId = `${type.prefix}/${id.slice(id.indexOf('/') + 1)}`.normalize('NFC').replace(/\s+/g, '-')
  return isEntityId(meantId, type) ? didYouMean(meantId) : undefined
}
