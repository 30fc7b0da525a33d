import { useGraphiQL } from '@graphiql/react'
import { useView } from '../view/tab-views.js'
import { readHeaders, viewHeader } from './request-headers.js'

/** The open tab, as it is sent when it is run. */
export interface OpenTab {
  /** GraphiQL's id. */
  readonly id: string
  readonly query: string
  /** As the editor has them: JSON with comments. */
  readonly variables: string
  /** Those that the user wrote; names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON of a `ViewInput`; empty for the default view. */
  readonly view: string
  /** Whether the view is one that the user wrote among the headers. */
  readonly isViewWritten: boolean
  /** Undefined if the document has one operation. */
  readonly operationName: string | undefined
}

export function useOpenTab(): OpenTab {
  const { tab, operations, operationName } = useGraphiQL(state => ({
    tab: state.tabs[state.activeTabIndex],
    operations: state.operations,
    operationName: state.operationName,
  }))
  const id = tab?.id ?? ''
  const chosen = useView(id)
  const headers = readHeaders(tab?.headers ?? '')
  const written = headers[viewHeader]
  return {
    id,
    query: tab?.query ?? '',
    variables: tab?.variables ?? '',
    headers,
    view: written ?? chosen,
    isViewWritten: written !== undefined,
    operationName: operations && operations.length > 1 ? operationName : undefined,
  }
}
