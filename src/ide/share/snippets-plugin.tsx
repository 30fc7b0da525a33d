import { Button, type GraphiQLPlugin, tryParseJSONC } from '@graphiql/react'
import { Kind, OperationTypeNode, parse } from 'graphql'
import { useState } from 'react'
import { type OpenTab, useOpenTab } from '../request/open-tab.js'
import { asciiJson, viewHeader } from '../request/request-headers.js'
import { at } from '../request/server-path.js'
import { words } from '../words/words.js'
import { type SnippetKind, snippet, snippetKinds } from './snippets.js'
import { useCopy } from './use-copy.js'

/** The pane with the open tab as a program. */
export const snippetsPlugin: GraphiQLPlugin = { title: words.snippets.title, icon: CodeIcon, content: SnippetsPane }

function SnippetsPane() {
  const tab = useOpenTab()
  const [kind, setKind] = useState<SnippetKind>('curl')
  const [state, copy] = useCopy()
  const { code, problem } = codeOf(kind, tab)
  return (
    <section className="ide-pane" aria-label={words.snippets.title}>
      <h2>{words.snippets.title}</h2>
      <p className="ide-hint">{words.snippets.intro}</p>
      <fieldset className="ide-choice" aria-label={words.snippets.language}>
        {snippetKinds.map(offered => (
          <Button key={offered} type="button" aria-pressed={offered === kind} onClick={() => setKind(offered)}>
            {offered}
          </Button>
        ))}
      </fieldset>
      {problem !== undefined && <p className="ide-warning">{problem}</p>}
      {isSubscription(tab) && <p className="ide-warning">{words.snippets.subscription}</p>}
      {code !== undefined && (
        <>
          <div className="ide-buttons">
            <Button type="button" className="ide-main" onClick={() => void copy(code)}>
              {words.copy.offer}
            </Button>
            <span role="status">{state === 'offer' ? '' : words.copy[state]}</span>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus. */}
          <pre className="ide-code" tabIndex={0}>
            <code>{code}</code>
          </pre>
          {kind === 'curl' && <p className="ide-hint">{words.snippets.shell}</p>}
          {tab.headers.authorization !== undefined && <p className="ide-hint">{words.snippets.token}</p>}
        </>
      )}
    </section>
  )
}

function codeOf(
  kind: SnippetKind,
  { query, variables, operationName, headers, view }: OpenTab,
): { readonly code?: string; readonly problem?: string } {
  if (query.trim() === '') return { problem: words.snippets.noQuery }
  try {
    const { [viewHeader]: _, ...others } = headers
    const sent = { ...(view !== '' && { [viewHeader]: asciiJson(view) }), ...others }
    const url = new URL(at('/graphql'), location.href).href
    return { code: snippet(kind, { url, query, variables: tryParseJSONC(variables), operationName, headers: sent }) }
  } catch (fault) {
    return { problem: words.snippets.badJson('variables', fault instanceof Error ? fault.message : String(fault)) }
  }
}

function isSubscription({ query, operationName }: OpenTab): boolean {
  try {
    return parse(query).definitions.some(
      definition =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === OperationTypeNode.SUBSCRIPTION &&
        (operationName === undefined || definition.name?.value === operationName),
    )
  } catch {
    return false
  }
}

function CodeIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14" />
    </svg>
  )
}
