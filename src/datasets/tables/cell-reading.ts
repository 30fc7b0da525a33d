import { RE2JS } from 're2js'
import type { Place, Placed, ProblemList } from '../check/problem-list.js'
import type { CellDraft } from '../files/draft.js'

/** What a cell says after its table’s description has put it right; several parts where it lists several things. */
export interface CellReading {
  readonly name: Placed
  readonly column: Placed
  /** An empty cell is the one above it: what a spreadsheet’s merged cells become in a table. */
  readonly fill: boolean
  /** It may state nothing without a fault. */
  readonly isOptional: boolean
  /** It is taken apart, and may list nothing. */
  readonly isList: boolean
  /** The parts that a cell gives, in its order; none where it states nothing. Reports what cannot be read. */
  readonly read: (cell: string, place: () => Place, problems: ProblemList) => readonly string[]
}

/**
 * Prepares a reading that a table describes. In this order: what marks no value (`empty`) states nothing, marks in it
 * are taken out (`without`), it is taken apart (`split`), of each part the words that count are kept (`match`), and its
 * word is put into ours (`values`). A part that does not match, unless it need not, or is none of the words, is
 * reported: nothing is guessed. Undefined, and reported, where the description itself is wrong.
 */
export function prepareReading(draft: CellDraft, problems: ProblemList): CellReading | undefined {
  const without = draft.without && toPattern(draft.without, problems)
  const match = draft.match && toPattern(draft.match, problems)
  if ((draft.without && !without) || (draft.match && !match)) return undefined
  const separator = draft.split?.content
  const words = draft.values.length > 0 ? new Map(draft.values.map(({ cell, value }) => [cell, value])) : undefined
  const takeApart = (text: string) => (separator === undefined ? [text] : text.split(separator))

  return {
    name: draft.name,
    column: draft.column,
    fill: draft.fill,
    isOptional: draft.optional,
    isList: separator !== undefined,
    read: (cell, place, list) => {
      if (draft.empty.includes(cell)) return []
      const unmarked = without ? without.matcher(cell).replaceAll('') : cell
      return takeApart(unmarked).flatMap(part => {
        const trimmed = part.trim()
        if (trimmed === '' || draft.empty.includes(trimmed)) return []
        const kept = match ? matchedPart(match, trimmed)?.trim() : trimmed
        if (match && kept === undefined) {
          if (draft.optional) return []
          list.error('CELL_UNMATCHED', place(), { seen: trimmed, cell: draft.name.content, pattern: match.pattern() })
        }
        if (kept === undefined) return []
        const said = words ? words.get(kept) : kept
        if (said !== undefined) return said === '' ? [] : [said]
        const hint = 'give it under `values`, or under `empty` where it states nothing'
        list.error('CODE_UNKNOWN', place(), { seen: kept, what: draft.name.content }, hint)
        return []
      })
    },
  }
}

/** The first group of the pattern, or the whole match if the group is absent or took no part. */
function matchedPart(pattern: RE2JS, text: string): string | undefined {
  const matcher = pattern.matcher(text)
  if (!matcher.find()) return undefined
  return (pattern.groupCount() > 0 ? matcher.group(1) : null) ?? matcher.group(0) ?? undefined
}

/**
 * Compiles a pattern, and reports an invalid one. Patterns come from datasets that curators upload, so the engine is RE2,
 * which takes a time linear in the text: with backtracking, one pattern can block a server for hours.
 */
function toPattern({ content, place }: Placed, problems: ProblemList): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(content))
  } catch {
    const expected = 'a regular expression without look-around and back references (RE2)'
    problems.error('VALUE_INVALID', place, { seen: content, expected })
    return undefined
  }
}
