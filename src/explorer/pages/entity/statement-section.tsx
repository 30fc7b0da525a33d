import { useState } from 'react'
import { Go, nodePath } from '../../address/address.js'
import { groupBy } from '../../parts/facts.js'
import { Scroll } from '../../parts/scroll.js'
import { Download } from '../../parts/take.js'
import { Truncated } from '../../parts/truncated.js'
import { textOf } from '../../parts/value.js'
import { Fork, LanguageMark } from '../../parts/witness.js'
import { languageOf, useWords } from '../../words/words.js'
import type { ShownEntity } from './shown.js'

/** Every statement of the entity, as a table. */
export function StatementSection({ entity }: { readonly entity: ShownEntity }) {
  const words = useWords()
  const { nodes, totalCount } = entity.statements
  const [isWhole, setWhole] = useState(nodes.length <= 20)
  const contested = new Set(entity.conflicts.nodes.flatMap(({ statements }) => statements.map(({ id }) => id)))
  const sorted = [...groupBy(nodes, ({ property }) => property.name)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofOne]) => ofOne)
  const shown = isWhole ? sorted : sorted.slice(0, 10)
  return (
    <section aria-label={words.entity.statements}>
      <div className="hd">
        <h2>
          {words.entity.statements} <span className="c">{words.number(totalCount)}</span>
        </h2>
        <span className="take">
          <Download
            table={{
              name: `${entity.id.replace('/', '-')}-statements`,
              columns: ['id', 'property', 'value', 'stated as', 'language', 'edition', 'confidence', 'recorded'],
              rows: nodes.map(statement => [
                statement.id,
                statement.property.name,
                textOf(statement, words),
                statement.asStated,
                statement.language,
                statement.edition.id,
                statement.confidence,
                statement.recordedAt,
              ]),
            }}
          />
        </span>
      </div>
      <Scroll label={`${words.entity.statements}, ${words.entity.table}`}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{words.entity.property}</th>
              <th scope="col">{words.entity.in}</th>
              <th scope="col">{words.entity.statedAs.trim()}</th>
              <th scope="col">{words.entity.readAs}</th>
              <th scope="col" className="r">
                {words.entity.confidence}
              </th>
              <th scope="col">{words.entity.recorded}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(statement => {
              const text = textOf(statement, words)
              return (
                <tr key={statement.id} className={statement.retractedAt ? 'retracted' : undefined}>
                  <td>
                    <Go className="q" to={nodePath(statement.id)}>
                      {statement.property.label}
                    </Go>
                  </td>
                  <td>
                    <LanguageMark language={statement.edition.language} isOriginal={!statement.edition.translationOf} />
                  </td>
                  <td className="src" lang={statement.language}>
                    {statement.asStated}
                  </td>
                  <td lang={languageOf(text)}>
                    {contested.has(statement.id) && (
                      <span className="tagf">
                        <Fork />
                      </span>
                    )}
                    {text}
                  </td>
                  <td className="r">{statement.confidence}</td>
                  <td className="nw">{statement.recordedAt.slice(0, 10)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
      <Truncated shown={shown.length} total={totalCount}>
        {shown.length < nodes.length && (
          <button type="button" className="plain" onClick={() => setWhole(true)}>
            {words.states.showAll}
          </button>
        )}
      </Truncated>
    </section>
  )
}
