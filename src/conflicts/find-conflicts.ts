import type { ConflictContent, ConflictKind } from '../model/conflict.js'
import { conflictId } from '../model/id.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityType } from '../ontology/ontology.js'
import type { CitedEditions } from '../resolution/cited-edition.js'
import { areOfOneSystem, areSameCode, codeKey } from '../resolution/codes.js'
import {
  figureKey,
  isSameValue,
  isSelfLink,
  mustHoldTogether,
  type StatementToCompare,
  valuesContradict,
} from '../resolution/contradiction.js'
import { quantitiesOverlap } from '../values/quantity.js'
import { groupsOf } from './connected-groups.js'
import { byEdition, statedTest, type Test } from './stated-in-edition.js'
import { translationTest } from './translations.js'

/** The statements of one entity, and their editions. */
export interface Subject {
  /** The entity's present id. The subject of a statement may be a former id. */
  readonly subject: string
  readonly type: EntityType
  /** Every statement of the entity that is not retracted, in any order. Deprecated statements are in no conflict. */
  readonly statements: readonly StatementToCompare[]
  readonly citedEditions: CitedEditions
}

/**
 * The conflicts of one entity, sorted by property, kind and id. There is one conflict for each property, kind and
 * connected group of contradicting statements, so that the same statements give the same conflict whatever other
 * statements exist.
 *
 * TRANSLATION: see `translationTest`. VALUE and DATE: values of which one can count, see `contradictionTest`; a
 * pair that is in conflict as a translation is not counted again. A link from the entity to itself is in no conflict. IDENTITY: two codes of one system for one entity; for one code of
 * two entities see `findSharedCodes`.
 */
export function findConflicts({ subject, type, statements, citedEditions }: Subject): readonly ConflictContent[] {
  const found: ConflictContent[] = []
  for (const [propertyId, group] of byProperty(statements)) {
    const property = group.length > 1 ? type.findProperty(propertyId) : undefined
    if (!property) continue
    for (const { kind, contradict } of contradictionsIn(group, property, type, citedEditions))
      for (const members of groupsOf(group, (a, b) => mustHoldTogether(a, b) && contradict(a, b)))
        found.push(toConflict(kind, [subject], propertyId, members))
  }
  return found.sort(compareConflicts)
}

/**
 * The conflicts of entities that have a code in common: one address for two companies, one administrative code for two
 * regions. `statements` are of properties that identify, of any subjects; those of other codes among them do no harm.
 */
export function findSharedCodes(statements: readonly StatementToCompare[]): readonly ConflictContent[] {
  const found: ConflictContent[] = []
  for (const [propertyId, group] of byProperty(statements))
    for (const members of groupsOf(
      group,
      (a, b) => a.subject !== b.subject && mustHoldTogether(a, b) && haveOneKey(a, b),
    ))
      found.push(
        toConflict(
          'IDENTITY',
          members.map(member => member.subject),
          propertyId,
          members,
        ),
      )
  return found.sort(compareConflicts)
}

interface Contradiction {
  readonly kind: ConflictKind
  readonly contradict: (a: StatementToCompare, b: StatementToCompare) => boolean
}

function contradictionsIn(
  group: readonly StatementToCompare[],
  property: PropertyDeclaration,
  type: EntityType,
  citedEditions: CitedEditions,
): readonly Contradiction[] {
  // A code that is another one in a translation is two codes of one entity like any other.
  if (property.identifies) return [{ kind: 'IDENTITY', contradict: areTwoCodes }]
  const mistranslated = translationTest(group, { property, namesBySound: type.namesBySound, citedEditions })
  const found: Contradiction[] = mistranslated ? [{ kind: 'TRANSLATION', contradict: mistranslated }] : []
  const contradict = contradictionTest(group, property)
  if (contradict)
    found.push({
      kind: property.value.kind === 'date' ? 'DATE' : 'VALUE',
      contradict: (a, b) => contradict(a, b) && mistranslated?.(a, b) !== true,
    })
  return found
}

/** Absent if all values count, of any source. */
function contradictionTest(group: readonly StatementToCompare[], property: PropertyDeclaration): Test | undefined {
  if (property.joint) return setsContradict(group)
  if (property.perTerms) return figuresContradict(group)
  return property.many ? undefined : (a, b) => valuesContradict(a.value, b.value)
}

/** Whether each of two editions states a value that the other edition does not state. */
function setsContradict(group: readonly StatementToCompare[]): Test {
  const isStated = statedTest(byEdition(group), (a, b) => !isSameValue(a.value, b.value))
  return (a, b) => a.edition !== b.edition && !isStated(a, b.edition) && !isStated(b, a.edition)
}

/**
 * Whether two figures cannot both be right. A figure that leaves a term open (its number format) is of one of the other
 * edition’s figures, so it contradicts none if it agrees with one; in one edition it is another figure.
 */
function figuresContradict(group: readonly StatementToCompare[]): Test {
  const isStated = statedTest(
    byEdition(group),
    ({ value: a }, { value: b }) =>
      a.kind !== 'quantity' || b.kind !== 'quantity' || quantitiesOverlap(a, b) !== 'overlap',
  )
  return (a, b) => {
    if (!valuesContradict(a.value, b.value)) return false
    if (figureKey(a.value) === figureKey(b.value)) return true
    return a.edition !== b.edition && !isStated(a, b.edition) && !isStated(b, a.edition)
  }
}

function areTwoCodes({ value: a }: StatementToCompare, { value: b }: StatementToCompare): boolean {
  return a.kind === 'code' && b.kind === 'code' && areOfOneSystem(a.code, b.code) && !areSameCode(a.code, b.code)
}

function haveOneKey({ value: a }: StatementToCompare, { value: b }: StatementToCompare): boolean {
  return a.kind === 'code' && b.kind === 'code' && codeKey(a.code) === codeKey(b.code)
}

/** Each statement once, sorted by id, so that the order of the input has no effect. */
function byProperty(statements: readonly StatementToCompare[]): ReadonlyMap<string, readonly StatementToCompare[]> {
  const grouped = new Map<string, Map<string, StatementToCompare>>()
  for (const statement of statements) {
    if (statement.rank === 'DEPRECATED' || isSelfLink(statement)) continue
    const group = grouped.get(statement.property)
    if (group) group.set(statement.id, statement)
    else grouped.set(statement.property, new Map([[statement.id, statement]]))
  }
  return new Map(
    [...grouped].map(([property, group]) => [property, [...group.values()].sort((a, b) => compareText(a.id, b.id))]),
  )
}

function toConflict(
  kind: ConflictKind,
  about: readonly string[],
  property: string,
  members: readonly StatementToCompare[],
): ConflictContent {
  const subjects = [...new Set(about)].sort()
  const statements = members.map(member => member.id).sort()
  return { id: conflictId({ kind, subjects, property, statements }), kind, subjects, property, statements }
}

function compareConflicts(a: ConflictContent, b: ConflictContent): number {
  return compareText(a.property, b.property) || compareText(a.kind, b.kind) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
