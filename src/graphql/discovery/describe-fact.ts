import type { FactMatch } from '../../search/search-hit.js'
import { isChinese } from '../../values/language-tag.js'
import type { ViewReader } from '../../views/view-reader.js'

/** The fact by which an entity was found, in Chinese or English: `operator: Amazon Web Services (AWS)`. */
export async function describeFact(fact: FactMatch, reader: ViewReader, language: string): Promise<string> {
  const { property, qualifier, linked, isQuote, text } = fact
  const [words, tag] = isChinese(language) ? ([chinese, 'zh-Hans'] as const) : ([english, 'en'] as const)
  if (!property) return fact.language === 'zxx' ? words.id(text) : words.type(text)
  const label = property.label[tag]
  if (isQuote) return words.quote(label, text)
  if (qualifier) return words.fact(words.qualifier(label, qualifier.label[tag]), text)
  if (!linked) return words.fact(label, text)
  const name = (await reader.getEntity(linked.id)).label(language)
  return words.fact(linked.steps > 1 ? words.above(label) : label, name === text ? name : words.alsoCalled(name, text))
}

const english = {
  id: (text: string) => `id: ${text}`,
  type: (text: string) => `type: ${text}`,
  fact: (label: string, text: string) => `${label}: ${text}`,
  qualifier: (label: string, qualifier: string) => `${label}, ${qualifier}`,
  above: (label: string) => `${label} (within)`,
  alsoCalled: (name: string, text: string) => `${name} (${text})`,
  quote: (label: string, text: string) => `quote for ${label}: “${text}”`,
}

const chinese: typeof english = {
  id: text => `标识：${text}`,
  type: text => `类型：${text}`,
  fact: (label, text) => `${label}：${text}`,
  qualifier: (label, qualifier) => `${label}（${qualifier}）`,
  above: label => `${label}（上级）`,
  alsoCalled: (name, text) => `${name}（${text}）`,
  quote: (label, text) => `${label}的原文：“${text}”`,
}
