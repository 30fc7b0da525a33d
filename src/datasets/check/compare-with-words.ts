import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { formatValue } from '../../values/format-value.js'
import type { Value } from '../../values/value.js'
import { readExcelDay } from '../../values/words/read-date.js'
import type { StatementDraft } from '../files/draft.js'
import { matchQuote, toQuotable } from './match-quote.js'
import { type Placed, type ProblemList, withContent } from './problem-list.js'
import { figuresIn, isCompared, wordsSay } from './words-say.js'

/** A day that a spreadsheet has as a number, and the two of a period. */
export function withoutSerial(text: Placed, { dates }: StatementDraft): Placed {
  if (dates !== 'excel') return text
  const days = text.content.split('/').map(side => readExcelDay(side) ?? side)
  return withContent(text, days.join('/'))
}

/**
 * Reports a value that is not what its words say: `asStated` if that is given, else the quote. Both are given: `asStated`
 * must be words of the quote.
 */
export function compareWithWords(
  value: Value,
  { id, value: form }: PropertyDeclaration,
  draft: StatementDraft,
  published: string | undefined,
  problems: ProblemList,
): void {
  const { asStated, quote } = draft
  const { content } = draft.value
  // A value that is the same in each row is wrong in a row.
  const { place } = draft.fragment === undefined ? draft.value : (quote ?? draft.value)
  const given = asStated ?? quote
  const words = given && withoutSerial(given, draft)
  if (!words || !isCompared(value, form)) return
  const isSaid =
    wordsSay(words.content, value, form, published) &&
    (!asStated ||
      !quote ||
      matchQuote(toQuotable(quote.content), asStated.content) !== undefined ||
      wordsSay(quote.content, value, form, published))
  if (isSaid) return
  const fields = { property: id, value: content.slice(0, 100), words: (quote ?? words).content.slice(0, 200) }
  problems.error('VALUE_NOT_IN_QUOTE', place, fields, `${readThere((quote ?? words).content, form)}; ${derivedHint}`)
}

const derivedHint = 'quote the words that say it; if you worked it out, say how: `derived: nodes × 8`'

/** What is read in words, and where: `these words say 45 EFLOPS (character 12)`. */
function readThere(words: string, form: PropertyDeclaration['value']): string {
  const figures = figuresIn(words, form)
  if (figures.length === 0) return `these words have no ${form.kind === 'quantity' ? 'quantity' : form.kind}`
  return `these words say ${figures.map(({ read, at }) => `${formatValue(read)} (character ${at})`).join(', ')}`
}
