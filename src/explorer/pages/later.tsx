import { basePath } from '../address/address.js'
import { Nothing, useTitle } from '../shell/states.js'
import { useWords } from '../words/words.js'

/** The place of a page that is not there yet. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function LaterPage({ page }: { readonly page: 'curate' | 'annotate' }) {
  const words = useWords()
  useTitle(words.nav[page])
  return (
    <Nothing
      title={words.nav[page]}
      help={`${words.states.later} ${page === 'curate' ? words.states.curateHelp : words.states.annotateHelp}`}
    >
      <p className="take">
        <a href={`${basePath}/ide`}>{words.states.openIde}</a>
      </p>
    </Nothing>
  )
}
