import type { KeyExpression } from '../names/key-expression.js'
import { all, any, keysAsWritten, keysOfWhole, keysOfWord, keysWithTypos } from './plan-search.js'
import type { SearchQuery } from './search-query.js'

/** The keys by which to look names up. Each way of asking has a limit of its own. */
export interface NameKeys {
  readonly ofStatements: readonly KeyExpression[]
  readonly ofRows: readonly RowKeys[]
}

export interface RowKeys {
  readonly all: KeyExpression
  /** Of these keys those that tell most. What they find is compared letter by letter, so the others only cost time. */
  readonly few: KeyExpression
}

/** Names as written, by sound or by initials. */
export function nameKeys(query: SearchQuery): NameKeys {
  const whole = keysOfWhole(query)
  const written = keysAsWritten(query)
  const each = query.isMixed && query.words.length <= maxSeparate ? query.words.map(keysOfWord) : []
  return {
    // Words of two scripts may be in two names, of which each is a document of its own.
    ofStatements: [whole, written, ...each],
    ofRows: [
      { all: whole, few: whole },
      { all: written, few: tellingKeys(query) ?? written },
    ],
  }
}

const maxSeparate = 6

/** Names with typing errors. */
export function nameKeysWithTypos(query: SearchQuery): NameKeys {
  const ways = keysWithTypos(query)
  return { ofStatements: ways, ofRows: ways.map(keys => ({ all: keys, few: keys })) }
}

/** Without words of one character, if there are others: they are in very many names. Undefined if there are none to leave out. */
function tellingKeys({ words, joined }: SearchQuery): KeyExpression | undefined {
  const telling = words.filter(({ letters }) => letters.length > 1)
  if (telling.length === 0 || telling.length === words.length) return undefined
  return any([all(telling.map(keysOfWord)), ...(joined ? [keysOfWord(joined)] : [])])
}
