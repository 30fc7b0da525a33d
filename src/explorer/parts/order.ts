import type { ResolvedPropertyFragment } from '../generated/graphql.js'

export interface Order {
  /** The place of each statement among those of its property: the one that is shown has the first. */
  readonly places: ReadonlyMap<string, number>
  /** Why a statement was chosen, in a sentence, by its id. */
  readonly explanations: ReadonlyMap<string, string>
}

/** The order of an entity's statements by the rules of the view, as the API resolved each property. */
export const orderOf = (resolutions: readonly ResolvedPropertyFragment[]): Order => ({
  places: new Map(
    resolutions.flatMap(({ chosen, alternatives }) =>
      [...(chosen ? [chosen] : []), ...alternatives].map(({ id }, at) => [id, at] as const),
    ),
  ),
  explanations: new Map(
    resolutions.flatMap(({ chosen, explanation }) => (chosen ? [[chosen.id, explanation] as const] : [])),
  ),
})
