import { Fragment, useState } from 'react'
import { entityPath, Go, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { OntologyPageDocument, type OntologyPageQuery } from '../generated/graphql.js'
import { markedParts } from '../parts/match.js'
import { Scroll } from '../parts/scroll.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { Loaded, useTitle } from '../shell/states.js'
import { useWords } from '../words/words.js'

type Type = OntologyPageQuery['ontology']['types'][number]

/** Every type, property, qualifier and code list, searchable. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function OntologyPage() {
  const words = useWords()
  const { language } = useAddress()
  const answer = useData(OntologyPageDocument, { language: language === 'zh' ? 'zh-Hans' : 'en' })
  const [text, setText] = useState('')
  useTitle(words.nav.ontology)
  return (
    <Loaded answer={answer} what={words.nav.ontology}>
      {({ ontology: { types } }) => (
        <>
          <div className="head">
            <h1>{words.nav.ontology}</h1>
          </div>
          <div className="filters">
            <label>
              {words.search.filter} <input value={text} onChange={event => setText(event.target.value)} />
            </label>
            <span className="grow" />
            <span className="take">
              <OpenAsQuery asked={answer.asked} />
              <Download
                table={{
                  name: 'ontology',
                  columns: ['type', 'property', 'label', 'kind', 'many', 'to', 'description'],
                  rows: types.flatMap(type =>
                    type.properties.map(each => [
                      type.name,
                      each.name,
                      each.label,
                      each.kind,
                      String(each.many),
                      each.to,
                      each.description,
                    ]),
                  ),
                }}
              />
            </span>
          </div>
          {types.map(type => (
            <TypeSection key={type.name} type={type} text={text.trim().toLowerCase()} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function TypeSection({ type, text }: { readonly type: Type; readonly text: string }) {
  const words = useWords()
  const isOfType = [type.name, type.label, type.description].some(part => part.toLowerCase().includes(text))
  const properties = type.properties.filter(
    each =>
      isOfType ||
      [each.name, each.label, each.description, ...(each.values ?? [])].some(part => part.toLowerCase().includes(text)),
  )
  if (properties.length === 0) return null
  return (
    <section aria-label={type.label}>
      <h2>
        {type.label} <span className="c">{type.name}</span>
      </h2>
      <p>
        <Described text={type.description} />{' '}
        <Go to={entityPath(type.example)} className="id">
          {type.example}
        </Go>
      </p>
      <Scroll label={`${type.label}, ${words.entity.table}`}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{words.entity.property}</th>
              <th scope="col">{words.ontology.kind}</th>
              <th scope="col">{words.ontology.description}</th>
              <th scope="col">{words.ontology.values}</th>
            </tr>
          </thead>
          <tbody>
            {properties.map(each => (
              <tr key={each.name}>
                <th scope="row">
                  {each.label} <code>{each.name}</code>
                </th>
                <td className="nw">
                  {each.to ?? each.kind.toLowerCase()}
                  {each.many && ' *'}
                </td>
                <td>
                  <Described text={each.description} /> <span className="dim">{each.example}</span>
                </td>
                <td>
                  {(each.values ?? []).join(', ')}
                  {each.qualifiers.map(qualifier => (
                    <span key={qualifier.name} className="note">
                      {' '}
                      {qualifier.label}
                      {qualifier.values ? `: ${qualifier.values.join(', ')}` : ''}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** A description, in which names of fields stand between backticks. */
function Described({ text }: { readonly text: string }) {
  const marks = [...text.matchAll(/`[^`]+`/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  return markedParts(text, marks).map(({ start, part, isMarked }) =>
    isMarked ? <code key={start}>{part.slice(1, -1)}</code> : <Fragment key={start}>{part}</Fragment>,
  )
}
