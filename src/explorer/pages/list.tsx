import type { EntityType } from '../generated/graphql.js'
import { Nothing } from '../shell/states.js'
import { useWords } from '../words/words.js'

/** The entities of a type. */
export function ListPage({ type }: { readonly type: EntityType }) {
  const words = useWords()
  return <Nothing title={words.types[type]?.[1] ?? type} help={words.search.startHelp} />
}
