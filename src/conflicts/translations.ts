import { compareNames } from '../names/names-sound-alike.js'
import { countsSeveral, type EntityTypeDeclaration, type PropertyDeclaration } from '../ontology/declaration.js'
import { type CitedEditions, originalsOf } from '../resolution/cited-edition.js'
import {
  isConversion,
  qualifiersContradict,
  type StatementToCompare,
  translationContradicts,
} from '../resolution/contradiction.js'
import { byEdition, statedTest, type Test } from './stated-in-edition.js'

interface Setting {
  readonly property: PropertyDeclaration
  readonly namesBySound?: EntityTypeDeclaration['namesBySound']
  readonly citedEditions: CitedEditions
}

/**
 * A test of whether two statements of one property and subject, of which one is in a translation of the other's
 * edition, state different values for what is aligned. Absent where no edition in the group translates another one.
 *
 * A translated value that the original states as well, anywhere under this property, is in conflict with nothing. One
 * that it does not state contradicts the original's value or, of a property of which several values count, those values of the
 * original that the translation in its turn does not state: Bohai replaces Inner Mongolia. A translation that
 * leaves out a value, or has one more than its original, contradicts nothing: it may not have been read to the end. Nor
 * does one that converts an amount of money into another currency.
 * So does one of which nothing is stated under this property.
 */
export function translationTest(group: readonly StatementToCompare[], setting: Setting): Test | undefined {
  const editions = byEdition(group)
  const originals = new Map([...editions.keys()].map(edition => [edition, originalsOf(edition, setting.citedEditions)]))
  const translates = (a: string, b: string) => originals.get(a)?.has(b) === true
  const pairs = [...editions.keys()].flatMap(a => [...editions.keys()].filter(b => translates(a, b)))
  if (pairs.length === 0) return undefined

  const contradicts: Test = (a, b) => translationContradicts(a, b) && !isConversion(a, b, setting.citedEditions)
  const differ: Test = (a, b) => contradicts(a, b) || qualifiersContradict(setting.property, a, b)
  const isStated = statedTest(editions, differ)
  const isNamed = statedTest(editions, contradicts)

  return (a, b) => {
    const isForward = translates(b.edition, a.edition)
    if (!isForward && !translates(a.edition, b.edition)) return false
    const [original, translated] = isForward ? [a, b] : [b, a]
    if (original.value.kind === 'text')
      return namesContradict(original, translated, editions.get(original.edition) ?? [], setting)
    if (!differ(original, translated) || isStated(translated, original.edition)) return false
    if (!countsSeveral(setting.property)) return true
    if (isStated(original, translated.edition)) return false
    // The same region as a supplier and as a consumer; else two regions that the other edition has in no role at all.
    return (
      !contradicts(original, translated) ||
      (!isNamed(translated, original.edition) && !isNamed(original, translated.edition))
    )
  }
}

/**
 * Names are compared by sound, and only where the type says so. Only names in full are aligned: of short ones, aliases
 * and former names a bearer may have any number. A translated name that sounds like any name of the original is none
 * that contradicts it.
 */
function namesContradict(
  original: StatementToCompare,
  translated: StatementToCompare,
  inOriginal: readonly StatementToCompare[],
  { property, namesBySound }: Setting,
): boolean {
  if (namesBySound === undefined || property.id !== 'name' || !isNameInFull(original) || !isNameInFull(translated))
    return false
  const compare = (a: StatementToCompare, b: StatementToCompare) =>
    a.value.kind === 'text' && b.value.kind === 'text' ? compareNames(a.value, b.value, namesBySound) : 'incomparable'
  return compare(original, translated) === 'unlike' && !inOriginal.some(other => compare(other, translated) === 'alike')
}

/** Or the same in other letters: its transliteration. */
function isNameInFull({ qualifiers }: StatementToCompare): boolean {
  const kind = qualifiers.kind ?? 'OFFICIAL'
  return kind === 'OFFICIAL' || kind === 'TRANSLITERATION'
}
