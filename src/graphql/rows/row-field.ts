import type { PropertyDeclaration } from '../../ontology/declaration.js'
import type { RowLinkSelection } from '../../store/rows/resolved-rows.js'
import type { LinkRow } from '../../views/links.js'
import type { ListOf } from '../connections/page.js'

/** What a field of an entity needs of the entity's row, so that a selection is read at once, with all that is below it. */
export type RowField =
  /** The id alone. */
  | { readonly is: 'id' }
  | { readonly is: 'label' }
  | { readonly is: 'columns'; readonly columns: readonly string[] }
  /** The value of a property that shows one. */
  | { readonly is: 'value'; readonly property: PropertyDeclaration }
  /** A page of links. */
  | {
      readonly is: 'page'
      readonly links: Pick<Extract<RowLinkSelection, { is: 'page' }>, 'way' | 'property' | 'from' | 'parts'>
      readonly list: ListOf<LinkRow>
    }
