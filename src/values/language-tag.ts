/** A BCP 47 tag in its canonical spelling: zh-hans is zh-Hans. Undefined where it is none. */
export function parseLanguageTag(text: string): string | undefined {
  if (text.length > 50) return undefined
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** RFC 4647, basic filtering: `zh` covers zh-Hans, `zh-Hans` covers itself, `*` covers all. */
export function languageMatches(range: string, tag: string): boolean {
  const [wanted, given] = [range.toLowerCase(), tag.toLowerCase()]
  return wanted === '*' || wanted === given || given.startsWith(`${wanted}-`)
}

/** Whether it is Chinese in characters, not in Latin letters. */
export function isChinese(tag: string): boolean {
  return languageMatches('zh', tag) && !languageMatches('zh-Latn', tag)
}
