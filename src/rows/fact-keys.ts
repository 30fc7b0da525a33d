import { keysOfName, linkKey, textKeys, typeKey } from '../names/search-keys.js'
import { searchedProperties, searchKeysOf } from '../store/resolved-rows.js'
import { Reach } from '../views/facts/reach.js'
import { statedTexts } from '../views/facts/stated-texts.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'

/** By what search finds a row. */
export interface RowKeys {
  /** Keys of its names and codes, of the entities that belong to it, and of the words of its statements. */
  readonly keys: string
  /** What is above the entity, as one text: what links to the entity is found by this as well. */
  readonly above: string
}

/** The search keys of an entity: by them search finds candidates, whose facts it then compares one by one. */
export async function rowKeysOf(entity: EntityView): Promise<RowKeys> {
  const reach = reachOf(entity.reader)
  const reached = await reach.of(entity)
  const texts = statedTexts(entity.type, entity.seen(), searchedProperties)
  const words = new Set<string>()
  for (const { text, qualifier } of texts) {
    if (words.size >= maxWordKeys) break
    // A title is short, and people search for it as for a name: by sound, with typing errors.
    for (const key of [...textKeys(text), ...(qualifier ? keysOfName(text) : [])]) words.add(key)
  }
  const links = new Set(reached.map(({ id }) => linkKey(id)))
  // One without a name is found by its type as well.
  const keys = [
    typeKey(entity.id),
    ...searchKeysOf(entity.seen()).split(' '),
    ...links,
    ...[...words].slice(0, maxWordKeys),
  ]
  return {
    keys: [...new Set(keys)].filter(key => key !== '').join(' '),
    above: (await reach.above(entity.id)).join(' '),
  }
}

/** Titles and values come first; of very many quotes not all words are found. */
const maxWordKeys = 500

/** What is above an entity is found once for all entities that a reader resolves. */
function reachOf(reader: ViewReader): Reach {
  const known = reaches.get(reader)
  if (known) return known
  const reach = new Reach(reader)
  reaches.set(reader, reach)
  return reach
}

const reaches = new WeakMap<ViewReader, Reach>()
