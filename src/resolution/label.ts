import { ranks } from '../model/rank.js'
import type { Statement } from '../model/statement.js'
import { type NameKind, nameKinds } from '../ontology/common-properties.js'
import { languageMatches } from '../values/language-tag.js'
import type { TextValue } from '../values/value.js'
import type { CitedEditions } from './cited-edition.js'
import { isTranslation } from './default-trust.js'

/** The wanted name. */
export interface LabelWish {
  /** BCP 47. If absent, only the preferred languages are used. */
  readonly language?: string
  /** The view's language order. */
  readonly preferred: readonly string[]
  readonly citedEditions: CitedEditions
}

/**
 * The name to show: a name in the requested language, else in the first preferred language with a name, else in any
 * language, an original's before a translation's. `names` are the statements of `name` that count, the best first, as
 * `resolve` returns them. Of names in one language the higher rank comes first, then the better kind (OFFICIAL, SHORT,
 * ALIAS, FORMER, TRANSLITERATION), then the better statement. Undefined if there is no name.
 */
export function chooseLabel(
  names: readonly Statement[],
  { language, preferred, citedEditions }: LabelWish,
): TextValue | undefined {
  for (const wanted of language === undefined ? preferred : [language, ...preferred]) {
    const label = first(names, name => {
      const near = nearness(wanted, name)
      return near === undefined ? undefined : [near, ranks.indexOf(name.rank), placeOfKind(name)]
    })
    if (label !== undefined) return label
  }
  return first(names, name => [
    ranks.indexOf(name.rank),
    placeOfKind(name),
    Number(isTranslation(citedEditions(name.edition))),
  ])
}

/** The name with the least key; among equals the first. Names without a key are skipped. */
function first(
  names: readonly Statement[],
  keyOf: (name: Statement) => readonly number[] | undefined,
): TextValue | undefined {
  let least: { readonly text: TextValue; readonly key: readonly number[] } | undefined
  for (const name of names) {
    const key = keyOf(name)
    if (key === undefined || name.value.kind !== 'text') continue
    if (!least || compareKeys(key, least.key) < 0) least = { text: name.value, key }
  }
  return least?.text
}

/**
 * The distance of a name's language from the requested language, 0 for the nearest; undefined for another language.
 * RFC 4647: the same tag first; then a tag within the requested range (`zh` takes zh-Hans, §3.3.1); then the shortened
 * request (`en-GB` takes en, §3.4); then another form of the same language (`zh-Hans` takes zh-Hant). Chinese in Latin
 * letters must be requested by its own tag: `zh` does not take zh-Latn-pinyin.
 */
function nearness(wanted: string, { value }: Statement): number | undefined {
  if (value.kind !== 'text') return undefined
  const [wish, tag] = [wanted.toLowerCase(), value.language.toLowerCase()]
  if (wish === tag) return 0
  if (isLatinForm(tag) !== isLatinForm(wish)) return undefined
  if (languageMatches(wish, tag)) return 1
  if (languageMatches(tag, wish)) return 2
  return primaryOf(wish) === primaryOf(tag) ? 3 : undefined
}

/** The script is named where it is not the language's usual one (RFC 5646 §4.1): zh-Latn, not en-Latn. */
function isLatinForm(tag: string): boolean {
  return /^[a-z]{2,3}-latn\b/.test(tag)
}

function primaryOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag
}

function placeOfKind({ qualifiers }: Statement): number {
  const place = nameKinds.indexOf((qualifiers.kind ?? 'OFFICIAL') as NameKind)
  return place < 0 ? nameKinds.length : place
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  return a.map((part, i) => part - (b[i] ?? 0)).find(order => order !== 0) ?? 0
}
