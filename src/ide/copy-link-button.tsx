import { ToolbarButton, useGraphiQL } from '@graphiql/react'
import { useEffect, useState } from 'react'
import { linkTo } from './shared-link.js'

/** Copies a link to the query and variables that stand in the editors. */
export function CopyLinkButton() {
  const queryEditor = useGraphiQL(state => state.queryEditor)
  const variableEditor = useGraphiQL(state => state.variableEditor)
  const [label, setLabel] = useState(labels.offer)

  useEffect(() => {
    if (label === labels.offer) return
    const timer = setTimeout(() => setLabel(labels.offer), 2_000)
    return () => clearTimeout(timer)
  }, [label])

  const copy = async () => {
    const link = linkTo({ query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' })
    history.replaceState(null, '', link)
    try {
      await navigator.clipboard.writeText(location.href)
      setLabel(labels.done)
    } catch {
      // The clipboard is for secure pages only, and a user may refuse it.
      setLabel(labels.refused)
    }
  }

  return (
    <>
      <ToolbarButton label={label} onClick={() => void copy()}>
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
        {label === labels.offer ? '' : label}
      </span>
    </>
  )
}

const labels = {
  offer: 'Copy link 复制链接',
  done: 'Copied 已复制',
  refused: 'The link is in the address bar 链接在地址栏',
}
