import { Go, sourcePath } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { SourcesDocument } from '../generated/graphql.js'
import { Scroll } from '../parts/scroll.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { Truncated } from '../parts/truncated.js'
import { LanguageMark } from '../parts/witness.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useWords } from '../words/words.js'

/** Every source, with its licence. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function SourcesPage() {
  const words = useWords()
  const answer = useData(SourcesDocument, {})
  useTitle(words.footer.sources)
  return (
    <Loaded answer={answer} what={words.footer.sources}>
      {({ sources: { nodes, totalCount } }) => (
        <>
          <div className="head">
            <h1>
              {words.footer.sources} <span className="c">{totalCount}</span>
            </h1>
          </div>
          <p className="take">
            <OpenAsQuery asked={answer.asked} />
            <Download
              table={{
                name: 'sources',
                columns: ['id', 'title', 'publisher', 'published', 'licence', 'url'],
                rows: nodes.map(each => [each.id, each.title, each.publisher, each.published, each.licence, each.url]),
              }}
            />
          </p>
          <Scroll label={`${words.footer.sources}, ${words.entity.table}`}>
            <table className="tb">
              <thead>
                <tr>
                  <th scope="col">{words.evidence.sourceOne}</th>
                  <th scope="col">{words.sources.publisher}</th>
                  <th scope="col">{words.sources.published}</th>
                  <th scope="col">{words.evidence.licence}</th>
                  <th scope="col">{words.entity.in}</th>
                </tr>
              </thead>
              <tbody>
                {nodes.map(({ id, title, publisher, published, licence, editions }) => (
                  <tr key={id}>
                    <th scope="row" lang={languageOf(title)}>
                      <Go to={sourcePath(id)} className="q">
                        {title}
                      </Go>
                    </th>
                    <td lang={languageOf(publisher ?? '')}>{publisher}</td>
                    <td className="nw">{published ?? <span className="unstated">{words.values.notStated}</span>}</td>
                    <td>{licence ?? <span className="unstated">{words.values.notStated}</span>}</td>
                    <td className="nw">
                      {editions.map(edition => (
                        <LanguageMark key={edition.id} language={edition.language} />
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Truncated shown={nodes.length} total={totalCount} />
        </>
      )}
    </Loaded>
  )
}
