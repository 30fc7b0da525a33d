import { Component, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Route, Switch } from 'wouter'
import { partsOf, useAddress } from './address/address.js'
import { EntityPage } from './pages/entity.js'
import { HomePage } from './pages/home.js'
import { SearchPage } from './pages/search.js'
import { Foot } from './shell/foot.js'
import { Mast } from './shell/mast.js'
import { Loading, Nothing, useTitle } from './shell/states.js'
import { ViewBar } from './shell/view-bar.js'
import { useWords } from './words/words.js'

const StatementPage = lazy(() => import('./pages/statement.js'))
const SourcePage = lazy(() => import('./pages/source.js'))
const SupplyPage = lazy(() => import('./pages/supply/supply-page.js'))
const ConflictsPage = lazy(() => import('./pages/conflicts/queue-page.js'))
const ConflictPage = lazy(() => import('./pages/conflicts/conflict-page.js'))
const PathsPage = lazy(() => import('./pages/paths.js'))
const TargetsPage = lazy(() => import('./pages/targets.js'))
const TimelinePage = lazy(() => import('./pages/timeline/timeline-page.js'))
const MapPage = lazy(() => import('./pages/map.js'))
const ChangesPage = lazy(() => import('./pages/changes.js'))
const OntologyPage = lazy(() => import('./pages/ontology.js'))
const SourcesPage = lazy(() => import('./pages/sources.js'))
const ComparePage = lazy(() => import('./pages/compare.js'))
const GraphPage = lazy(() => import('./pages/graph/graph-page.js'))
const LaterPage = lazy(() => import('./pages/later.js'))

/** The page of an address, in its frame. */
export function App() {
  const words = useWords()
  const { path, language } = useAddress()
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  useLanguageInAddress()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  }, [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is read from its beginning.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <>
      <a className="skip" href="#main">
        {words.toContent}
      </a>
      <header>
        <Mast />
        <ViewBar />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Guard key={path} fallback={<Broken />}>
          <Suspense fallback={<Loading what="" />}>
            <Pages />
          </Suspense>
        </Guard>
      </main>
      <Foot />
    </>
  )
}

export function Pages() {
  const { path } = useAddress()
  const parts = partsOf(path)
  if (!parts) return <BadAddress />
  // The ids come from the parts of the address: wouter leaves some of their escapes.
  const id = parts.slice(1).join('/')
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/search" component={SearchPage} />
      <Route path="/entity/:type/:slug">
        <EntityPage id={id} />
      </Route>
      <Route path="/statement/statement/:id">
        <StatementPage id={id} />
      </Route>
      <Route path="/conflict/conflict/:id">
        <ConflictPage id={id} />
      </Route>
      <Route path="/statement/:id">
        <StatementPage id={`statement/${id}`} />
      </Route>
      <Route path="/source/:id">
        <SourcePage id={id} />
      </Route>
      <Route path="/supply" component={SupplyPage} />
      <Route path="/conflicts" component={ConflictsPage} />
      <Route path="/paths" component={PathsPage} />
      <Route path="/targets" component={TargetsPage} />
      <Route path="/timeline" component={TimelinePage} />
      <Route path="/map" component={MapPage} />
      <Route path="/changes" component={ChangesPage} />
      <Route path="/ontology" component={OntologyPage} />
      <Route path="/sources" component={SourcesPage} />
      <Route path="/compare" component={ComparePage} />
      <Route path="/conflict/:id">
        <ConflictPage id={`conflict/${id}`} />
      </Route>
      <Route path="/graph" component={GraphPage} />
      <Route path="/curate">
        <LaterPage page="curate" />
      </Route>
      <Route path="/annotate">
        <LaterPage page="annotate" />
      </Route>
      <Route component={NoPage} />
    </Switch>
  )
}

function NoPage() {
  const words = useWords()
  const { path } = useAddress()
  useTitle(words.states.notFound)
  return <Nothing title={words.states.notFound} help={words.states.notFoundHelp(`/${partsOf(path)?.join('/')}`)} />
}

function BadAddress() {
  const words = useWords()
  const { path } = useAddress()
  useTitle(words.states.badAddress)
  return <Nothing title={words.states.badAddress} help={words.states.badAddressHelp(path)} />
}

function Broken() {
  const words = useWords()
  return (
    <div role="alert" className="st err">
      <p>{words.states.failures.INTERNAL_SERVER_ERROR}</p>
      <p>
        <button type="button" className="btn" onClick={() => location.reload()}>
          {words.states.retry}
        </button>
      </p>
    </div>
  )
}

/** A link that is copied from the address bar shows its reader the same language. */
function useLanguageInAddress(): void {
  const { parameters, here, go, language } = useAddress()
  const isThere = parameters.has('lang')
  useEffect(() => {
    if (!isThere) go(here({ lang: language }), { replace: true })
  }, [isThere, here, go, language])
}

/** A page that fails leaves the frame, from which one gets on. */
class Guard extends Component<
  { readonly fallback: ReactNode; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
