import { explorerPlugin } from '@graphiql/plugin-explorer'
import { useGraphiQLActions } from '@graphiql/react'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import type { SharedQuery } from '../web/ide-link.js'
import type { Example } from './examples/example.js'
import { examplesPlugin } from './examples/examples-plugin.js'
import { AnswerStatus } from './request/answer-status.js'
import { fetcher } from './request/fetcher.js'
import { at } from './request/server-path.js'
import { CopyLinkButton } from './share/copy-link-button.js'
import { SchemaLink } from './share/schema-link.js'
import { snippetsPlugin } from './share/snippets-plugin.js'
import { TabKeeper } from './tab-keeper.js'
import { viewPlugin } from './view/view-plugin.js'
import { language, switchLanguage } from './words/language.js'
import { words } from './words/words.js'

/** The IDE; with what a link holds in a tab of its own, in front. */
export function Ide({ shared, tabs }: { readonly shared: SharedQuery | undefined; readonly tabs: readonly Example[] }) {
  const others = tabs.filter(({ query, variables }) => query !== shared?.query || variables !== shared.variables)
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={[...(shared ? [shared] : []), ...others].map(({ query, variables }) => ({ query, variables }))}
      defaultTheme={themeOfExplorer()}
      {...(shared && { initialQuery: shared.query, initialVariables: shared.variables })}
      defaultEditorToolsVisibility
    >
      <GraphiQL.Logo>
        <SchemaLink />
        <button
          type="button"
          className="ide-link"
          lang={language === 'zh' ? 'en' : 'zh-Hans'}
          onClick={() => switchLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {words.otherLanguage}
        </button>
        <h1 className="ide-home">
          <a href={at('/')} title="suanli 算力">
            suanli <span lang="zh-Hans">算力</span>
          </a>
        </h1>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLinkButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <Status />
      </GraphiQL.Footer>
      <TabKeeper shared={shared} />
    </GraphiQL>
  )
}

const plugins = [examplesPlugin, viewPlugin, snippetsPlugin, HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })]

/** What the reader chose in the explorer; null: what the system says. A theme chosen here wins. */
function themeOfExplorer(): 'light' | 'dark' | null {
  try {
    const theme = localStorage.getItem('suanli-theme')
    return theme === 'light' || theme === 'dark' ? theme : null
  } catch {
    return null
  }
}

function Status() {
  const { setVisiblePlugin } = useGraphiQLActions()
  return <AnswerStatus onView={() => setVisiblePlugin(viewPlugin)} />
}
