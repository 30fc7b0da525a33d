import { useMemo } from 'react'
import { useQuery } from 'urql'
import { useAddress } from '../address/address.js'

interface Resolved {
  readonly explanation: string
  readonly chosen: { readonly id: string } | null
  readonly alternatives: readonly { readonly id: string }[]
}

export interface Order {
  /** The place of each statement among those of its property: the one that is shown has the first. */
  readonly places: ReadonlyMap<string, number>
  /** Why a statement was chosen, in a sentence, by its id. */
  readonly explanations: ReadonlyMap<string, string>
  readonly isLoading: boolean
}

/** The order of an entity's statements by the rules of the view. */
export function useOrder(id: string, properties: readonly string[]): Order {
  const { view, language } = useAddress()
  const fields = properties.map(
    (property, at) =>
      `p${at}: resolution(property: ${JSON.stringify(property)}) { explanation(language: $language) chosen { id } alternatives { id } }`,
  )
  const query = `query Order($id: ID!, $view: ViewInput, $language: LanguageTag!) { entity(id: $id, view: $view) { __typename ${fields.join(' ')} } }`
  const [{ data, fetching }] = useQuery<{ entity: Readonly<Record<string, Resolved | null>> | null }>({
    query,
    variables: { id, view, language: language === 'zh' ? 'zh-Hans' : 'en' },
    pause: properties.length === 0,
  })
  return useMemo(() => {
    const resolved = Object.values(data?.entity ?? {}).filter(
      (value): value is Resolved => typeof value === 'object' && value !== null,
    )
    return {
      places: new Map(
        resolved.flatMap(({ chosen, alternatives }) =>
          (chosen ? [chosen, ...alternatives] : alternatives).map((statement, at) => [statement.id, at] as const),
        ),
      ),
      explanations: new Map(
        resolved.flatMap(({ chosen, explanation }) => (chosen ? [[chosen.id, explanation] as const] : [])),
      ),
      isLoading: fetching,
    }
  }, [data, fetching])
}
