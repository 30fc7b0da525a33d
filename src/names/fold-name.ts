import { LRUCache } from 'lru-cache'
import { simplifyCharacter } from './simplify-character.js'

/** A letter or figure as it is compared, one code point, and its place in the text (UTF-16, end exclusive). */
export interface Letter {
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** Letters that stand together: of Chinese characters a run of them, of other scripts a word. */
export interface Word {
  readonly isHan: boolean
  readonly letters: readonly Letter[]
  /** The letters, folded. */
  readonly text: string
}

/**
 * The words of a text as they are compared: without case, width, accents and signs, traditional characters as
 * simplified, an apostrophe in a word as if it were not there. `AI原生城市` is ai and 原生城市, `Xī’ān Shì` xian and shi.
 */
export function foldName(text: string): readonly Word[] {
  const words: { isHan: boolean; letters: Letter[] }[] = []
  let open: (typeof words)[number] | undefined
  let at = 0
  for (const character of text) {
    const [start, end] = [at, at + character.length]
    at = end
    const { isMark, isApostrophe, letters } = foldedFormOf(character)
    if (isMark) {
      // A combining accent belongs to the letter before it.
      const last = open?.letters.pop()
      if (last) open?.letters.push({ ...last, end })
      continue
    }
    if (isApostrophe && open && !open.isHan) continue
    for (const { folded, isHan } of letters) {
      if (folded === undefined) {
        open = undefined
        continue
      }
      if (open?.isHan !== isHan) {
        open = { isHan, letters: [] }
        words.push(open)
      }
      open.letters.push({ folded, start, end })
    }
  }
  return words.map(toWord)
}

/** The words of a name: characters that only a sign or a space divides stand together (“京津冀蒙”算力). */
export function foldWholeName(text: string): readonly Word[] {
  const joined: Word[] = []
  for (const word of foldName(text)) {
    const last = joined.at(-1)
    if (word.isHan && last?.isHan)
      joined[joined.length - 1] = toWord({ ...last, letters: [...last.letters, ...word.letters] })
    else joined.push(word)
  }
  return joined
}

function toWord({ isHan, letters }: Omit<Word, 'text'>): Word {
  return { isHan, letters, text: letters.map(({ folded }) => folded).join('') }
}

/** What becomes of a character. */
interface FoldedForm {
  readonly isMark: boolean
  readonly isApostrophe: boolean
  /** Its letters, one for most; `folded` is absent for what is no letter. */
  readonly letters: readonly { readonly folded: string | undefined; readonly isHan: boolean }[]
}

/** Remembered, as an import folds the same characters over and over. */
function foldedFormOf(character: string): FoldedForm {
  const known = foldedForms.get(character)
  if (known) return known
  const form = {
    isMark: mark.test(character),
    isApostrophe: apostrophe.test(character),
    letters: [...foldCharacter(character)].map(each => ({
      folded: letter.test(each) ? each : undefined,
      isHan: han.test(each),
    })),
  }
  foldedForms.set(character, form)
  return form
}

function foldCharacter(character: string): string {
  const plain = character.normalize('NFKC').toLowerCase()
  // Taken apart, Hangul would be other letters.
  const bare = hangul.test(plain) ? plain : plain.normalize('NFD').replace(marks, '')
  return han.test(bare) ? [...bare].map(simplifyCharacter).join('') : bare
}

const foldedForms = new LRUCache<string, FoldedForm>({ max: 10_000 })
const letter = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u
const hangul = /\p{Script=Hangul}/u
const mark = /^\p{M}$/u
const marks = /\p{M}/gu
const apostrophe = /^['’‘ʼʻʿ`´]$/
