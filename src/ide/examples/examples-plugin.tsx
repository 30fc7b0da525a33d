import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useState } from 'react'
import { useOpenTab } from '../request/open-tab.js'
import { language } from '../words/language.js'
import { words } from '../words/words.js'
import { exampleGroups } from './catalogue.js'
import type { Example } from './example.js'
import { lookUp } from './look-up.js'

/** The page of examples in groups, each of which opens a tab. */
export const examplesPlugin: GraphiQLPlugin = { title: words.examples.title, icon: ListIcon, content: ExamplesPane }

function ExamplesPane() {
  const open = useOpenExample()
  const { empty, state } = useLookUp()
  return (
    <section className="ide-pane" aria-label={words.examples.title}>
      <h2>{words.examples.title}</h2>
      <p className="ide-hint">{words.examples.intro}</p>
      <p className="ide-hint" role="status">
        {state === 'checking' ? words.examples.checking : state === 'failed' ? words.examples.checkFailed : ''}
      </p>
      {exampleGroups.map(({ title, examples }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ul className="ide-examples">
            {examples.map(example => (
              <li key={example.name}>
                <button type="button" onClick={() => open(example)}>
                  <span>{example.question[language]}</span>
                  <small>
                    <code>{example.operation}</code>
                    {empty.has(example.name) && <em>{words.examples.empty}</em>}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** Looks up which examples are empty, one after the other, from when the pane is first shown. */
function useLookUp() {
  const { headers } = useOpenTab()
  const authorization = headers.authorization ?? ''
  const [empty, setEmpty] = useState<ReadonlySet<string>>(new Set())
  const [state, setState] = useState<'checking' | 'done' | 'failed'>('checking')
  useEffect(() => {
    const stop = new AbortController()
    const look = async () => {
      let isKnown = true
      for (const example of exampleGroups.flatMap(({ examples }) => examples)) {
        const found = await lookUp(example, authorization === '' ? {} : { authorization }, stop.signal)
        if (found === undefined) isKnown = false
        if (found === false) setEmpty(before => new Set([...before, example.name]))
      }
      setState(isKnown ? 'done' : 'failed')
    }
    setState('checking')
    look().catch(() => {
      if (!stop.signal.aborted) setState('failed')
    })
    return () => stop.abort()
  }, [authorization])
  return { empty, state }
}

/** Opens the tab of an example, or a new one. On a narrow page the pane makes room for it. */
function useOpenExample() {
  const { addTab, changeTab, setVisiblePlugin, updateActiveTabValues } = useGraphiQLActions()
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(state => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }))
  return ({ query, variables, operation }: Example) => {
    const there = tabs.findIndex(tab => tab.query === query && (tab.variables ?? '') === variables)
    if (there === -1) {
      addTab()
      queryEditor?.setValue(query)
      variableEditor?.setValue(variables)
      updateActiveTabValues({ query, variables, operationName: operation })
    } else if (there !== activeTabIndex) changeTab(there)
    if (matchMedia('(max-width: 768px)').matches) setVisiblePlugin(null)
    queryEditor?.focus()
  }
}

function ListIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01" strokeLinecap="round" />
    </svg>
  )
}
