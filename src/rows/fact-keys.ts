import { keysOfName, linkKey, textKeys, typeKey } from '../names/search-keys.js'
import { searchedProperties, searchKeysOf } from '../store/rows/resolved-rows.js'
import type { Reach } from '../views/facts/reach.js'
import { statedTexts } from '../views/facts/stated-texts.js'
import type { EntityView } from '../views/view-reader.js'

/** By what search finds a row. */
export interface RowKeys {
  /** Keys of its names and codes, of the entities that belong to it, and of the words of its statements. */
  readonly keys: string
  /** What is above the entity, as one text: what links to the entity is found by this as well. */
  readonly above: string
}

/** The search keys of an entity: by them search finds candidates, whose facts it then compares one by one. */
export async function rowKeysOf(entity: EntityView, reach: Reach): Promise<RowKeys> {
  const reached = await reach.of(entity)
  const texts = statedTexts(entity.type, entity.seen(), searchedProperties)
  const words = new Set<string>()
  for (const { text, qualifier } of texts) {
    if (words.size >= maxWordKeys) break
    // A title is short, and people search for it as for a name: by sound, with typing errors.
    for (const key of [...textKeys(text), ...(qualifier ? keysOfName(text) : [])]) words.add(key)
  }
  // One without a name is found by its type as well.
  const keys = new Set([typeKey(entity.id), ...searchKeysOf(entity.seen())])
  for (const { id } of reached) keys.add(linkKey(id))
  let left = maxWordKeys
  for (const key of words) if (left-- > 0) keys.add(key)
  keys.delete('')
  return {
    keys: [...keys].join(' '),
    above: (await reach.above(entity.id)).join(' '),
  }
}

/** Titles and values come first; of very many quotes not all words are found. */
const maxWordKeys = 500
