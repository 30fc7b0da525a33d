import { useEffect, useState } from 'react'
import { post } from '../request/post.js'

interface Choice {
  readonly id: string
  readonly title: string
}

/** What the fields of a view offer: the releases and sources of the store, as many as a page holds. */
interface Choices {
  readonly releases: readonly Choice[]
  readonly sources: readonly Choice[]
}

const none: Choices = { releases: [], sources: [] }
const query = '{ releases(last: 100) { nodes { id title } } sources(first: 100) { nodes { id title } } }'

/** Empty until the server has answered, and if it refuses. */
export function useChoices(headers: Readonly<Record<string, string>>): Choices {
  const [choices, setChoices] = useState(none)
  const authorization = headers.authorization ?? ''
  useEffect(() => {
    let isShown = true
    post({ query }, authorization === '' ? {} : { authorization }).then(
      ({ result: { data } }) => {
        if (isShown && data) setChoices({ releases: nodesOf(data.releases), sources: nodesOf(data.sources) })
      },
      // The fields take ids as well.
      () => {},
    )
    return () => {
      isShown = false
    }
  }, [authorization])
  return choices
}

const nodesOf = (connection: unknown): readonly Choice[] =>
  (connection as { readonly nodes?: readonly Choice[] } | null)?.nodes ?? []
