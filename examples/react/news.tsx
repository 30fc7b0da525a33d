import { useSubscription } from '@apollo/client/react'
import { type ReactElement, useState } from 'react'
import type { ChangedSubscription } from './generated/graphql.js'
import { graphql } from './generated/index.js'

const changedSubscription = graphql(`
  subscription Changed {
    changed { cursor kind entity { id label } }
  }
`)

type Change = ChangedSubscription['changed']

/** The changes since the page was opened, newest first. */
export function News(): ReactElement {
  const [changes, setChanges] = useState<readonly Change[]>([])
  const { error } = useSubscription(changedSubscription, {
    onData: ({ data: { data } }) => {
      if (data) setChanges(known => [data.changed, ...known].slice(0, 20))
    },
  })
  if (error) return <p role="alert">{error.message}</p>
  return (
    <ul aria-label="News" aria-live="polite">
      {changes.map(({ cursor, kind, entity }) => (
        <li key={cursor}>
          {kind} {entity?.label}
        </li>
      ))}
    </ul>
  )
}
