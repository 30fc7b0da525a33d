import { basePath, Go, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { ShellDocument } from '../generated/graphql.js'
import { useWords } from '../words/words.js'

/** The foot of every page: in which revision it was read, and whose data it is. */
export function Foot() {
  const words = useWords()
  const { view } = useAddress()
  const { data } = useData(ShellDocument, view ? { view } : {})
  return (
    <footer className="foot">
      {data && <span>{words.footer.revision(data.revision)}</span>}
      <button type="button" className="plain" onClick={() => print()}>
        {words.footer.print}
      </button>
      <Go to="/sources">{words.footer.sources}</Go>
      <a href={`${basePath}/graphql`}>{words.footer.api}</a>
    </footer>
  )
}
