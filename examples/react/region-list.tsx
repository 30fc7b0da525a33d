import { useQuery } from '@apollo/client/react'
import { type ReactElement, useEffect, useRef } from 'react'
import type { RegionLevel } from './generated/graphql.js'
import { graphql } from './generated/index.js'

const regionsQuery = graphql(`
  query Regions($filter: RegionFilter!, $after: String) {
    regions(filter: $filter, orderBy: [{ field: LABEL }], first: 30, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor node { id label labelLanguage conflictCount } }
    }
  }
`)

/** What the reader filters by; an empty text is no condition. */
export interface Filters {
  readonly name: string
  readonly level: RegionLevel | ''
}

/** A list with filters that reads on when its end comes into sight. */
export function RegionList({ filters, onChoose }: { filters: Filters; onChoose: (id: string) => void }): ReactElement {
  // Leave a condition out instead of giving null: the server refuses null in filters.
  const filter = {
    ...(filters.name && { name: { contains: filters.name } }),
    ...(filters.level && { level: { eq: filters.level } }),
  }
  const { data, error, fetchMore } = useQuery(regionsQuery, { variables: { filter } })
  const { pageInfo, edges = [], totalCount } = data?.regions ?? {}
  const end = useRef<HTMLParagraphElement>(null)
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : undefined
  useEffect(() => {
    if (!end.current || !next) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void fetchMore({ variables: { after: next } })
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [next, fetchMore])

  if (error) return <p role="alert">{error.message}</p>
  return (
    <section aria-label="Regions" style={{ height: '20rem', overflow: 'auto' }}>
      <p>
        {edges.length} / {totalCount ?? '…'}
      </p>
      <ul>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <button type="button" lang={node.labelLanguage ?? undefined} onClick={() => onChoose(node.id)}>
              {node.label}
            </button>
            {node.conflictCount > 0 && ` (${node.conflictCount})`}
          </li>
        ))}
      </ul>
      <p ref={end}>{next ? '…' : '∎'}</p>
    </section>
  )
}
