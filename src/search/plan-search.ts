import { findExonym, findExonymsLike } from '../names/exonyms.js'
import type { KeyExpression } from '../names/key-expression.js'
import { spellingsOf } from '../names/readings.js'
import {
  characterKey,
  characterKeys,
  initialsKey,
  syllableKey,
  typoKeys,
  wholeKey,
  wordKey,
} from '../names/search-keys.js'
import { splitPinyin } from '../names/split-pinyin.js'
import { mayLackOne } from './match-name.js'
import type { SearchQuery, SearchWord } from './search-query.js'

/** Names that are the query in whole, by their letters, sound or initials. */
export function keysOfWhole({ compact }: SearchQuery): KeyExpression {
  return { any: [wholeKey(compact), ...(findExonym(compact) ?? []).map(wholeKey)] }
}

/** Names that have every word as it is written, by sound or by initials. */
export function keysAsWritten({ words, joined }: SearchQuery): KeyExpression {
  return any([allWithin(words.map(keysOfWord)), ...(joined ? [keysOfWord(joined)] : [])])
}

/** Names that have this word. */
export function keysOfWord(word: SearchWord): KeyExpression {
  if (word.isHan) return keysOfCharacters(word.letters)
  const { text, sound } = word
  return any([
    `${wordKey(text)}*`,
    ...keysOfSound(sound),
    ...(isInitials.test(text) ? [`${initialsKey(text)}*`] : []),
    ...(findExonym(text) ?? []).map(name => keysOfCharacters([...name])),
  ])
}

/** Names that have every word, or one that the word may be a edit for; and names that have all words but one. */
export function keysWithTypos({ words, joined }: SearchQuery): readonly KeyExpression[] {
  const edits = any([allWithin(words.map(keysLikeWord)), ...(joined ? [keysLikeWord(joined)] : [])])
  const keys = mayLackOne(words) ? words.map(keysOfWord) : []
  const butOne = { any: keys.map((_, left) => all(keys.filter((_, i) => i !== left))) }
  return keys.length === 0 || countKeys(butOne) > maxKeys ? [edits] : [edits, butOne]
}

function keysLikeWord(word: SearchWord): KeyExpression {
  if (!word.isHan)
    return any([
      keysOfWord(word),
      ...typoKeys(word.text),
      ...findExonymsLike(word.text).map(name => keysOfCharacters([...name])),
    ])
  const { letters } = word
  const characters = [...new Set(letters)].slice(0, maxClauses)
  const sounds = characters.map(character => spellingsOf(character).map(syllableKey))
  const one = characters.map(character => `${characterKey(character)}*`)
  return any([
    // In pieces, with others in between.
    all(one),
    // One of them wrong.
    ...(characters.length > 2 ? one.map((_, left) => all(one.filter((_, i) => i !== left))) : []),
    // Other characters that sound alike.
    ...(sounds.every(each => each.length > 0) ? [all(sounds.map(any))] : []),
  ])
}

function keysOfCharacters(letters: readonly string[]): KeyExpression {
  if (letters.length === 1) return `${characterKey(letters[0] ?? '')}*`
  return all([...new Set(characterKeys(letters).slice(0, -1))].slice(0, maxClauses))
}

function keysOfSound(sound: string): readonly KeyExpression[] {
  const stretches = splitPinyin(sound)
  if (!stretches || stretches.length === 0) return []
  const keys = stretches.map((ways, i) =>
    any(ways.map(way => keysOfSyllables(way, sound.length > 1 && i === stretches.length - 1))),
  )
  return [all(keys.slice(0, maxClauses))]
}

function keysOfSyllables(syllables: readonly string[], mayLackEnd: boolean): KeyExpression {
  const keys = syllables.map(syllableKey)
  return all([...new Set(mayLackEnd ? [...keys.slice(0, -1), `${keys.at(-1)}*`] : keys)])
}

/** As many of them as an index takes: the others narrow down no further, as what is found is looked at letter by letter. */
function allWithin(members: readonly KeyExpression[]): KeyExpression {
  const taken: KeyExpression[] = []
  let keys = 0
  for (const member of members) {
    keys += countKeys(member)
    if (taken.length > 0 && keys > maxKeys) break
    taken.push(member)
  }
  return all(taken)
}

export function countKeys(expression: KeyExpression): number {
  if (typeof expression === 'string') return 1
  const members = 'all' in expression ? expression.all : expression.any
  return members.reduce((sum, member) => sum + countKeys(member), 0)
}

export function all(members: readonly KeyExpression[]): KeyExpression {
  return members.length === 1 ? (members[0] as KeyExpression) : { all: members }
}

export function any(members: readonly KeyExpression[]): KeyExpression {
  return members.length === 1 ? (members[0] as KeyExpression) : { any: members }
}

const isInitials = /^[a-z0-9]{2,12}$/
const maxClauses = 12
/** Lucene takes 1,024 in all, and one word may come to a third of that. */
const maxKeys = 300
