import { type Address, useAddress } from '../address/address.js'
import { en, type Words } from './en.js'
import { zh } from './zh.js'

export type { Words } from './en.js'

/** What the pages say, in the language of the address. */
export function useWords(): Words {
  return useAddress().language === 'zh' ? zh : en
}

/** The variables that every document has: the view, and the languages of labels, that of the pages first. */
export const useShared = () => sharedBy(useAddress())

export function sharedBy({ view, language }: Pick<Address, 'view' | 'language'>) {
  const [first, second] = language === 'zh' ? ['zh-Hans', 'en'] : ['en', 'zh-Hans']
  return { ...(view && { view }), language: first, other: second } as const
}

/** The language that a text is shown in: Chinese if it has Chinese characters. */
export const languageOf = (text: string): string => (/\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en')
