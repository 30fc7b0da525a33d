import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useRef } from 'react'
import { linkTo, type SharedQuery } from '../web/ide-link.js'
import { useOpenTab } from './request/open-tab.js'
import { setOpenTab, setView, viewOfTab } from './view/tab-views.js'

/** Keeps views and the address in step with GraphiQL's tabs; gives the tab of a link its view and operation. */
export function TabKeeper({ shared }: { readonly shared: SharedQuery | undefined }) {
  const tab = useOpenTab()
  const { tabs, documentAST, operations } = useGraphiQL(state => ({
    tabs: state.tabs,
    documentAST: state.documentAST,
    operations: state.operations,
  }))
  const { changeTab, setOperationFacts, updateActiveTabValues } = useGraphiQLActions()
  const isNew = useRef(true)
  const wanted = useRef(shared?.operationName)

  useEffect(() => {
    setOpenTab(
      tab.id,
      tabs.map(({ id }) => id),
    )
    if (isNew.current && shared) {
      // GraphiQL goes to the last tab with this query; of several, the one with the view of the link is meant.
      const same = tabs.findIndex(
        ({ id, query, variables }) =>
          query === shared.query && (variables ?? '') === shared.variables && viewOfTab(id) === shared.view,
      )
      if (same === -1) setView(tab.id, shared.view)
      else if (tabs[same]?.id !== tab.id) changeTab(same)
    }
    isNew.current = false
  }, [tab.id, tabs, shared, changeTab])

  useEffect(() => {
    const operationName = wanted.current
    if (operationName === undefined || !documentAST || !operations) return
    wanted.current = undefined
    if (!operations.some(({ name }) => name?.value === operationName)) return
    setOperationFacts({ documentAST, operations, operationName })
    updateActiveTabValues({ operationName })
  }, [documentAST, operations, setOperationFacts, updateActiveTabValues])

  // The address can be shared as it is; the way back stays free of it.
  const { query, variables, view, operationName } = tab
  useEffect(() => {
    if (wanted.current !== undefined) return
    const link = linkTo({ query, variables, view, ...(operationName !== undefined && { operationName }) })
    if (link !== location.hash) history.replaceState(null, '', link)
  }, [query, variables, view, operationName])

  return null
}
