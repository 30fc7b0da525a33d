import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { compactOf } from './equivalents.js'

/** The types that a word means in either language, folded, English in the singular or the plural: 算力中心, data centers. */
export function typesNamed(compact: string, ontology: Ontology): readonly EntityType[] {
  return wordsOf(ontology).get(singular(compact)) ?? []
}

function wordsOf(ontology: Ontology): ReadonlyMap<string, readonly EntityType[]> {
  const known = words.get(ontology)
  if (known) return known
  const found = new Map<string, EntityType[]>()
  for (const type of ontology.types) {
    const { label, synonyms } = type
    const all = [label.en, label['zh-Hans'], ...(synonyms?.en ?? []), ...(synonyms?.['zh-Hans'] ?? [])]
    for (const word of new Set(all.map(each => singular(compactOf(each)))))
      found.set(word, [...(found.get(word) ?? []), type])
  }
  words.set(ontology, found)
  return found
}

/** One spelling of a word: centres, centers and centre are center. */
function singular(compact: string): string {
  const spelled = compact.replace(/centre(?=s?$)/, 'center')
  if (/ies$/.test(spelled)) return spelled.replace(/ies$/, 'y')
  return /[a-z]{3,}s$/.test(spelled) && !/ss$/.test(spelled) ? spelled.slice(0, -1) : spelled
}

const words = new WeakMap<Ontology, ReadonlyMap<string, readonly EntityType[]>>()
