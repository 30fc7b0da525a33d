import { useMemo } from 'react'
import { useQuery } from 'urql'
import { useAddress } from '../address/address.js'

interface Resolved {
  readonly property: { readonly name: string }
  readonly rule: string
  readonly chosen: { readonly id: string } | null
  readonly alternatives: readonly { readonly id: string }[]
}

export interface Order {
  /** The place of each statement among those of its property: the one that is shown has the first. */
  readonly places: ReadonlyMap<string, number>
  /** The rule by which the first was chosen, by property. */
  readonly rules: ReadonlyMap<string, string>
  readonly isLoading: boolean
}

/** The order of an entity's statements by the rules of the view. */
export function useOrder(id: string, properties: readonly string[]): Order {
  const { view } = useAddress()
  const fields = properties.map(
    (property, at) =>
      `p${at}: resolution(property: ${JSON.stringify(property)}) { property { name } rule chosen { id } alternatives { id } }`,
  )
  const query = `query Order($id: ID!, $view: ViewInput) { entity(id: $id, view: $view) { __typename ${fields.join(' ')} } }`
  const [{ data, fetching }] = useQuery<{ entity: Readonly<Record<string, Resolved | null>> | null }>({
    query,
    variables: { id, view },
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
      rules: new Map(resolved.map(({ property, rule }) => [property.name, rule])),
      isLoading: fetching,
    }
  }, [data, fetching])
}
