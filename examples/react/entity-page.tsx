import { useQuery } from '@apollo/client/react'
import type { ReactElement } from 'react'
import { graphql } from './generated/index.js'

const entityQuery = graphql(`
  query EntityWithEvidence($id: ID!) {
    entity(id: $id) {
      id
      label
      resolutions {
        property { id name label }
        explanation
        chosen { ...Evidence }
        contradicting { ...Evidence }
      }
    }
  }

  fragment Evidence on Statement {
    id
    asStated
    quote { exact }
    edition { id source { id title url } }
  }
`)

/** All values of an entity, each with the words of its source, and what other sources state instead. */
export function EntityPage({ id }: { id: string }): ReactElement {
  const { data, error } = useQuery(entityQuery, { variables: { id } })
  if (error) return <p role="alert">{error.message}</p>
  if (!data) return <p>…</p>
  if (!data.entity) return <p>No source of this view describes {id}.</p>
  const { label, resolutions } = data.entity
  return (
    <article aria-label={label}>
      <h2>{label}</h2>
      <dl>
        {resolutions.map(({ property, chosen, contradicting, explanation }) => (
          <div key={property.id}>
            <dt title={explanation}>{property.label}</dt>
            {[...(chosen ? [chosen] : []), ...contradicting].map(({ id: statement, asStated, quote, edition }) => (
              <dd key={statement}>
                {statement === chosen?.id ? asStated : <s>{asStated}</s>} <q>{quote?.exact}</q>{' '}
                <cite>{edition.source.title}</cite>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </article>
  )
}
