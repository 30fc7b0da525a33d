import { findSound } from './find-sound.js'
import type { SearchQuery, SearchWord } from './search-query.js'
import type { SearchedName } from './searched-name.js'

/** Whether an entity's names are read with the tones that the user typed; SILENT where no name tells of tones. */
type ToneAgreement = 'SAME' | 'SILENT' | 'OTHER'

/**
 * What the tones in the query leave of the score of an entity with these names: for `Sūzhōu`, 苏州 keeps all, a name that
 * tells of no tone (Suzhou) less, and 宿州 (Sùzhōu) least. It counts for all names of the entity, since its name in English
 * is no better an answer when its Chinese one is read otherwise.
 */
export function weightOfTones(query: SearchQuery, names: readonly SearchedName[]): number {
  return query.isToned ? weights[agreementOf(query, names)] : 1
}

/** A name with other tones, found in whole, stays above one with the same tones of which little was asked for. */
const weights: Readonly<Record<ToneAgreement, number>> = { SAME: 1, SILENT: 0.8, OTHER: 0.7 }

function agreementOf(query: SearchQuery, names: readonly SearchedName[]): ToneAgreement {
  const all = names.map(name => agreementOfName(query, name))
  return all.includes('SAME') ? 'SAME' : all.includes('OTHER') ? 'OTHER' : 'SILENT'
}

function agreementOfName(query: SearchQuery, name: SearchedName): ToneAgreement {
  const written = agreementOfLetters(query, name)
  if (written !== 'SILENT') return written
  const phrasings = [query.words, ...(query.joined ? [[query.joined]] : [])].map(words => agreementOfSound(words, name))
  return phrasings.includes('SAME') ? 'SAME' : phrasings.includes('OTHER') ? 'OTHER' : 'SILENT'
}

/** Of a name that begins with the query's own letters: by the tones that it is written with. */
function agreementOfLetters({ compact, joined, words }: SearchQuery, name: SearchedName): ToneAgreement {
  if (!name.compact.startsWith(compact)) return 'SILENT'
  const written = name.tonesWritten()
  const typed = (joined ?? words[0])?.tones ?? new Map()
  const compared = [...typed].filter(([place]) => written.has(place))
  if (compared.length === 0) return 'SILENT'
  return compared.every(([place, tone]) => written.get(place) === tone) ? 'SAME' : 'OTHER'
}

/** Of a name in which every word with tones is heard: for `shān xī`, 山东 has the tone of its first word and tells nothing. */
function agreementOfSound(words: readonly SearchWord[], name: SearchedName): ToneAgreement {
  const nothing: ReadonlySet<number> = new Set()
  const heard = words.filter(({ tones }) => tones.size > 0).map(word => findSound(word, name, nothing))
  if (heard.length === 0 || heard.some(sound => sound === undefined)) return 'SILENT'
  return heard.every(sound => sound?.hasTones) ? 'SAME' : 'OTHER'
}
