import { useEffect, useRef } from 'react'
import { basePath, Go, GoTo, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { ShellDocument } from '../generated/graphql.js'
import { useWords, type Words } from '../words/words.js'
import { SearchBox } from './search-box.js'
import { isDark, setTheme } from './theme.js'

const places = [
  'supply',
  'map',
  'timeline',
  'targets',
  'paths',
  'conflicts',
  'compare',
  'ontology',
  'changes',
] as const satisfies readonly (keyof Words['nav'])[]

/** The head of every page: home, search, the pages, the other language, dark and light. */
export function Mast() {
  const words = useWords()
  const { path, here, language, view } = useAddress()
  const { data } = useData(ShellDocument, view ? { view } : {})
  const menu = useRef<HTMLDetailsElement>(null)
  useFocusBySlash()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu.
  useEffect(() => {
    if (menu.current) menu.current.open = false
  }, [path])
  const pages = (
    <>
      {places.map(name => (
        <PageLink
          key={name}
          to={`/${name}`}
          label={words.nav[name]}
          count={name === 'conflicts' ? data?.conflicts.totalCount : undefined}
        />
      ))}
      <span className="sep" aria-hidden="true" />
      <PageLink to="/curate" label={words.nav.curate} />
      <PageLink to="/annotate" label={words.nav.annotate} />
      <a href={`${basePath}/ide`}>{words.nav.query}</a>
    </>
  )
  return (
    <div className="mast">
      <div className="mast-in">
        <Go to="/" className="word" lang="zh-Hans">
          算力 <span lang="en">suanli</span>
        </Go>
        {path === '/' ? <span /> : <SearchBox />}
        <nav className="nav" aria-label={words.pages}>
          {pages}
        </nav>
        <div className="opts">
          <GoTo
            href={here({ lang: language === 'zh' ? 'en' : 'zh' })}
            lang={language === 'zh' ? 'en' : 'zh-Hans'}
            hrefLang={language === 'zh' ? 'en' : 'zh-Hans'}
          >
            {words.otherLanguage}
          </GoTo>
          <button type="button" aria-label={words.theme} onClick={() => setTheme(isDark() ? 'light' : 'dark')}>
            ◐
          </button>
        </div>
        <details className="menu" ref={menu}>
          <summary>{words.menu}</summary>
          <nav className="nav" aria-label={words.menu}>
            {pages}
          </nav>
        </details>
      </div>
    </div>
  )
}

function PageLink({
  to,
  label,
  count,
}: {
  readonly to: string
  readonly label: string
  readonly count?: number | undefined
}) {
  const { path } = useAddress()
  const isHere = path === to || (to === '/conflicts' && path.startsWith('/conflict/'))
  return (
    <Go to={to} aria-current={isHere ? 'page' : undefined}>
      {label}
      {count !== undefined && count > 0 && <span className="n">{count}</span>}
    </Go>
  )
}

/** `/` goes to the search, unless one types it. */
function useFocusBySlash(): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const { target } = event
      const isTyping =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
      const search = document.querySelector<HTMLInputElement>('main [data-search], [data-search]')
      if (!search) return
      event.preventDefault()
      search.focus()
      search.select()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])
}
