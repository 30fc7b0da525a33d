import { explorerPlugin } from '@graphiql/plugin-explorer'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { CopyLinkButton } from './copy-link-button.js'
import { fetcher } from './fetcher.js'
import { readyTabs } from './ready-tabs.js'
import { linkTo, type Shared } from './shared-link.js'

/** The IDE; with what a link holds in a tab of its own, in front. */
export function Ide({ shared }: { readonly shared: Shared | undefined }) {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={shared ? [shared, ...readyTabs] : [...readyTabs]}
      {...(shared && { initialQuery: shared.query, initialVariables: shared.variables })}
      defaultEditorToolsVisibility
      onTabChange={({ tabs, activeTabIndex }) => showInAddress(tabs[activeTabIndex])}
    >
      <GraphiQL.Logo>
        <a className="ide-home" href="/" title="suanli 算力">
          suanli <span lang="zh-Hans">算力</span>
        </a>
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
    </GraphiQL>
  )
}

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })]

/** So that the address can be shared as it is; the way back stays free of it. */
function showInAddress(tab: { readonly query: string | null; readonly variables?: string | null } | undefined): void {
  const link = linkTo({ query: tab?.query ?? '', variables: tab?.variables ?? '' })
  if (link !== location.hash) history.replaceState(null, '', link)
}
