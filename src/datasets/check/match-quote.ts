/** Where a quote first stands in a text, in characters, and how often it does. */
export interface QuoteMatch {
  readonly start: number
  readonly end: number
  readonly count: number
}

/** A text that quotes are looked for in, with its white space folded once. */
export interface QuotableText {
  readonly letters: readonly string[]
  readonly folded: string
  /** For each code unit of `folded`, the character of the text that it came from; one more, for the end. */
  readonly characters: readonly number[]
}

/** Folds runs of white space to one space, and keeps where each character came from. */
export function toQuotable(text: string): QuotableText {
  let folded = ''
  const characters: number[] = []
  let position = 0
  let isInSpace = false
  for (const character of text) {
    const isSpace = /\s/u.test(character)
    if (!isSpace || !isInSpace) {
      const added = isSpace ? ' ' : character
      for (let i = 0; i < added.length; i++) characters.push(position)
      folded += added
    }
    isInSpace = isSpace
    position++
  }
  characters.push(position)
  return { letters: [...text], folded, characters }
}

/** Finds a quote, verbatim but for runs of white space; `prefix` and `suffix` stand directly before and after the one that is meant. */
export function matchQuote(
  { folded, characters }: QuotableText,
  exact: string,
  prefix = '',
  suffix = '',
): QuoteMatch | undefined {
  const [before, quote, after] = [fold(prefix), fold(exact.trim()), fold(suffix)]
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

const contextLength = 32

/** What stands directly before and after a match, up to 32 characters each, as Web Annotation selectors give it. */
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

const fewestCharacters = 2

/** The words of the text nearest to a quote that does not stand in it: those around its longest beginning that does. */
export function nearestWords({ folded }: QuotableText, exact: string): string | undefined {
  const quote = fold(exact.trim())
  // Where a beginning stands, every shorter one does: the longest is found by halving.
  let [found, missing] = [0, quote.length + 1]
  while (missing - found > 1) {
    const middle = (found + missing) >> 1
    if (folded.includes(quote.slice(0, middle))) found = middle
    else missing = middle
  }
  if (found < fewestCharacters) return undefined
  const at = folded.indexOf(quote.slice(0, found))
  return [...folded.slice(at, at + quote.length + 10)].slice(0, longestHint).join('').trim()
}

const longestHint = 120

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
