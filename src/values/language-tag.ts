import { LRUCache } from 'lru-cache'
/** A BCP 47 tag in its canonical spelling: zh-hans is zh-Hans. Undefined where it is none. */
export function parseLanguageTag(text: string): string | undefined {
  if (text.length > 50) return undefined
  const tag = tags.get(text) ?? canonicalTag(text)
  if (tag !== undefined) tags.set(text, tag)
  return tag
}

function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** Each row of a table asks for the same few, which takes longer than all else about its language. */
const tags = new LRUCache<string, string>({ max: 1_000 })

/** RFC 4647, basic filtering: `zh` covers zh-Hans, `zh-Hans` covers itself, `*` covers all. */
export function languageMatches(range: string, tag: string): boolean {
  const [wanted, given] = [range.toLowerCase(), tag.toLowerCase()]
  return wanted === '*' || wanted === given || given.startsWith(`${wanted}-`)
}

/** Whether it is Chinese in characters, not in Latin letters. */
export function isChinese(tag: string): boolean {
  return languageMatches('zh', tag) && !languageMatches('zh-Latn', tag)
}

/** Whether the tag begins with a registered language: `zh-Hans`, not `cn` or `english`. */
export function isKnownLanguage(tag: string): boolean {
  const [language = ''] = tag.split('-')
  return languageNames.of(language) !== undefined
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
