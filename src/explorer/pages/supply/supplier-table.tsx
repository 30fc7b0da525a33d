import { Go, nodePath } from '../../address/address.js'
import { Scroll } from '../../parts/scroll.js'
import { EntityLink } from '../../parts/value.js'
import { Fork, LanguageMark, languageName, markOf } from '../../parts/witness.js'
import { languageOf, useWords, type Words } from '../../words/words.js'
import { type Edge, rivalsOf } from './edges.js'

/** The suppliers as a table, each with its statement. */
export function SupplierTable({ edges }: { readonly edges: readonly Edge[] }) {
  const words = useWords()
  return (
    <Scroll label={`${words.supply.suppliers}, ${words.entity.table}`}>
      <table className="tb sup">
        <thead>
          <tr>
            <th scope="col">{words.types.REGION?.[0]}</th>
            <th scope="col">{words.entity.statedAs.trim()}</th>
            <th scope="col">{words.supply.role}</th>
            <th scope="col">{words.types.CORRIDOR?.[0]}</th>
            <th scope="col" className="r">
              {words.entity.confidence}
            </th>
            <th scope="col">{words.entity.whoSays}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(edge => {
            const rivals = rivalsOf(edge)
            return (
              <tr key={`${edge.node.id} ${edge.corridor.id}`}>
                <th scope="row" className={rivals.length > 0 ? 'bar' : undefined}>
                  <span className="val">
                    <EntityLink entity={edge.node} />
                  </span>
                  {rivals.map(rival => (
                    <span key={rival.id} className="rival">
                      {' '}
                      <Fork /> {words.entity.says(words.entity.edition(languageName(rival.edition.language, words)))}
                      <span className="src" lang={rival.language}>
                        {rival.asStated}
                      </span>
                    </span>
                  ))}
                </th>
                <td className="src" lang={edge.statement.language}>
                  {edge.statement.asStated}
                </td>
                <td>
                  {edge.role === 'MEMBER' ? (
                    <span className="unstated">{words.values.notStated}</span>
                  ) : (
                    words.values.codes[edge.role]
                  )}
                </td>
                <td lang={languageOf(edge.corridor.label)}>
                  <EntityLink entity={edge.corridor} alone />
                </td>
                <td className="r">{edge.confidence}</td>
                <td>
                  <Go
                    to={nodePath(edge.statement.id)}
                    aria-label={`${words.evidence.for(edge.node.label)}, ${markOf(edge.statement.edition.language)}`}
                    className="q"
                  >
                    <LanguageMark
                      language={edge.statement.edition.language}
                      isOriginal={!edge.statement.edition.translationOf}
                    />
                  </Go>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

export const tableOf = (edges: readonly Edge[], words: Words) => ({
  name: 'supply',
  columns: ['region', 'label', 'stated as', 'role', 'corridor', 'confidence', 'statement', 'contradicted by'],
  rows: edges.map(edge => [
    edge.node.id,
    edge.node.label,
    edge.statement.asStated,
    words.values.codes[edge.role] ?? edge.role,
    edge.corridor.id,
    edge.confidence,
    edge.statement.id,
    rivalsOf(edge)
      .map(({ asStated }) => asStated)
      .join(' | '),
  ]),
})
