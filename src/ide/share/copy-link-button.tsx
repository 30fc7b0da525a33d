import { ToolbarButton, useGraphiQL } from '@graphiql/react'
import { linkTo } from '../../web/ide-link.js'
import { useOpenTab } from '../request/open-tab.js'
import { words } from '../words/words.js'
import { useCopy } from './use-copy.js'

/** Copies a link to what the editors hold: query, variables, view, and the operation if there are several. */
export function CopyLinkButton() {
  const queryEditor = useGraphiQL(state => state.queryEditor)
  const variableEditor = useGraphiQL(state => state.variableEditor)
  const { view, operationName } = useOpenTab()
  const [state, copy] = useCopy()
  const label = words.link[state]

  const copyLink = async () => {
    const link = linkTo({
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue() ?? '',
      view,
      ...(operationName !== undefined && { operationName }),
    })
    history.replaceState(null, '', link)
    // The language of the page is that of its reader.
    await copy(location.href.replace(location.search, ''))
  }

  return (
    <>
      <ToolbarButton label={label} onClick={() => void copyLink()}>
        <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
          <path
            strokeWidth="2"
            strokeLinecap="round"
            d="M10 14a4.5 4.5 0 0 0 6.4 0l3.2-3.2a4.5 4.5 0 0 0-6.4-6.4L12 5.6"
          />
          <path
            strokeWidth="2"
            strokeLinecap="round"
            d="M14 10a4.5 4.5 0 0 0-6.4 0l-3.2 3.2a4.5 4.5 0 0 0 6.4 6.4l1.2-1.2"
          />
        </svg>
      </ToolbarButton>
      <span className="ide-spoken" role="status">
        {state === 'offer' ? '' : label}
      </span>
    </>
  )
}
