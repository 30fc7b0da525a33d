/** The first place of a quote in a text, in characters, and the number of its places. */
export interface QuoteMatch {
  readonly start: number
  readonly end: number
  readonly count: number
}

/** A text that quotes are looked for in, folded once. */
export interface QuotableText {
  readonly letters: readonly string[]
  /** With runs of white space as one space. */
  readonly spaced: FoldedText
  /** Without white space, and with one kind of quotation mark and of width. Made when it is asked for. */
  readonly loose: () => FoldedText
}

interface FoldedText {
  readonly folded: string
  /** For each code unit of `folded`, the character of the text that it came from; one more, for the end. */
  readonly characters: readonly number[]
}

export function toQuotable(text: string): QuotableText {
  const letters = [...text]
  let made: FoldedText | undefined
  return {
    letters,
    spaced: foldSpaces(letters),
    loose: () => {
      made ??= foldLoosely(letters)
      return made
    },
  }
}

function foldSpaces(letters: readonly string[]): FoldedText {
  let folded = ''
  const characters: number[] = []
  let isInSpace = false
  for (const [position, character] of letters.entries()) {
    const isSpace = /\s/u.test(character)
    if (!isSpace || !isInSpace) {
      const added = isSpace ? ' ' : character
      for (let i = 0; i < added.length; i++) characters.push(position)
      folded += added
    }
    isInSpace = isSpace
  }
  characters.push(letters.length)
  return { folded, characters }
}

function foldLoosely(letters: readonly string[]): FoldedText {
  let folded = ''
  const characters: number[] = []
  for (const [position, character] of letters.entries()) {
    const added = foldCharacter(character)
    for (let i = 0; i < added.length; i++) characters.push(position)
    folded += added
  }
  characters.push(letters.length)
  return { folded, characters }
}

const quotationMark = /["'“”„‟‘’‚‛«»‹›「」『』〝〞〟＂＇`´]/u
const ignored = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u
const fullWidth = /[\uff01-\uff5e\uffe0-\uffe6]/u

function foldCharacter(character: string): string {
  if (ignored.test(character)) return ''
  if (quotationMark.test(character)) return '"'
  return fullWidth.test(character) ? character.normalize('NFKC') : character
}

/**
 * Finds a quote, verbatim but for runs of white space; if the text has it nowhere so, then whatever its white space,
 * quotation marks and width of characters are: a line break in Chinese text is no space. `prefix` and `suffix` are
 * directly before and after the quote that is meant.
 */
export function matchQuote(
  { spaced, loose }: QuotableText,
  exact: string,
  prefix = '',
  suffix = '',
): QuoteMatch | undefined {
  return (
    matchIn(spaced, fold(exact.trim()), fold(prefix), fold(suffix)) ??
    matchIn(loose(), foldAll(exact), foldAll(prefix), foldAll(suffix))
  )
}

function matchIn(
  { folded, characters }: FoldedText,
  quote: string,
  before: string,
  after: string,
): QuoteMatch | undefined {
  const starts: number[] = []
  for (let at = folded.indexOf(quote); at !== -1 && quote !== ''; at = folded.indexOf(quote, at + 1))
    if (endsWith(folded, at, before) && startsWith(folded, at + quote.length, after)) starts.push(at)
  const [start] = starts
  if (start === undefined) return undefined
  return {
    start: characters[start] ?? 0,
    end: (characters[start + quote.length - 1] ?? 0) + 1,
    count: starts.length,
  }
}

function foldAll(text: string): string {
  return [...text].map(foldCharacter).join('')
}

const contextLength = 32

/** The text directly before and after a match, up to 32 characters each, as Web Annotation selectors give it. */
export function contextOf(
  { letters }: QuotableText,
  start: number,
  end: number,
): { readonly prefix: string; readonly suffix: string } {
  return {
    prefix: letters.slice(Math.max(0, start - contextLength), start).join(''),
    suffix: letters.slice(end, end + contextLength).join(''),
  }
}

/** A part in the middle is to be longer: its words may be anywhere. */
const [fewestAtStart, fewestWithin] = [2, 4]
const longestHint = 120
/** Shares of a quote from which the search begins: its first words may be those that are wrong. */
const beginnings = [0, 0.25, 0.5]

/** The words of the text nearest to a quote that it does not have: those around the longest part that it has. */
export function nearestWords({ letters, loose }: QuotableText, exact: string): string | undefined {
  const { folded, characters } = loose()
  const quote = foldAll(exact)
  const parts = beginnings.map(share => {
    const from = Math.floor(quote.length * share)
    return { from, length: longestBeginning(folded, quote.slice(from)) }
  })
  const { from, length } = parts.reduce((best, part) => (part.length > best.length ? part : best))
  if (length < (from === 0 ? fewestAtStart : fewestWithin)) return undefined
  const at = folded.indexOf(quote.slice(from, from + length))
  const [start, end] = [Math.max(0, at - from), Math.min(folded.length, at - from + quote.length + 10)]
  const words = letters.slice(characters[start], characters[end])
  return words.slice(0, longestHint).join('').replace(/\s+/gu, ' ').trim()
}

/** If a beginning is in a text, every shorter one is: the longest is found by halving. */
function longestBeginning(text: string, quote: string): number {
  let [found, missing] = [0, quote.length + 1]
  while (missing - found > 1) {
    const middle = (found + missing) >> 1
    if (text.includes(quote.slice(0, middle))) found = middle
    else missing = middle
  }
  return found
}

/** A prefix or suffix may be given with or without the space that parts it from the quote. */
function endsWith(text: string, at: number, words: string): boolean {
  return words === '' || text.slice(0, at).endsWith(words) || text.slice(0, at).trimEnd().endsWith(words.trimEnd())
}

function startsWith(text: string, at: number, words: string): boolean {
  return words === '' || text.startsWith(words, at) || text.slice(at).trimStart().startsWith(words.trimStart())
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
