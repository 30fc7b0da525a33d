import { useData } from '../../client/use-data.js'
import { ConflictPageDocument } from '../../generated/graphql.js'
import { Loaded, Nothing, useTitle } from '../../shell/states.js'
import { useShared, useWords } from '../../words/words.js'
import { ConflictView, titleOf } from './conflict-view.js'

/** One contradiction, on a page of its own. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ConflictPage({ id }: { readonly id: string }) {
  const words = useWords()
  const answer = useData(ConflictPageDocument, { ...useShared(), id })
  const { data } = answer
  const shown = data?.node?.__typename === 'Conflict' ? data.node : undefined
  useTitle(shown ? titleOf(shown, words) : data ? words.states.noConflict(id) : undefined)
  return (
    <Loaded answer={answer} what={words.evidence.conflict}>
      {() =>
        shown ? (
          <ConflictView conflict={shown} answer={answer} Heading="h1" />
        ) : (
          <Nothing title={words.states.noConflict(id)} help={words.states.emptyViewHelp} />
        )
      }
    </Loaded>
  )
}
