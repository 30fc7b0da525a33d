import { en, type Words } from './en.js'
import { language } from './language.js'
import { zh } from './zh.js'

/** What the IDE says, in the language of the page, which does not change until the page is loaded again. */
export const words: Words = language === 'zh' ? zh : en
