import { ApolloProvider } from '@apollo/client/react'
import { type ReactElement, StrictMode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { EntityPage } from './entity-page.js'
import type { RegionLevel } from './generated/graphql.js'
import { openGraph, type View } from './graph.js'
import { News } from './news.js'
import { type Filters, RegionList } from './region-list.js'

/** Whose statements count; the language comes beside. */
const trusts: Readonly<Record<string, Omit<View, 'language'>>> = {
  'all sources': {},
  'English editions only': { trust: { languages: ['en'], others: 'NEVER' } },
  'as of 2024-06': { validAt: '2024-06' },
}

const levels: readonly RegionLevel[] = ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'AREA']

function App({ url }: { url: string }): ReactElement {
  const [language, setLanguage] = useState('zh-Hans')
  const [trust, setTrust] = useState('all sources')
  const [filters, setFilters] = useState<Filters>({ name: '', level: 'PROVINCE' })
  const [chosen, setChosen] = useState<string>()
  const client = useMemo(() => openGraph(url, { language, ...trusts[trust] }), [url, language, trust])
  return (
    <ApolloProvider client={client}>
      <form>
        <select aria-label="Language" value={language} onChange={event => setLanguage(event.target.value)}>
          <option value="zh-Hans">中文</option>
          <option value="en">English</option>
        </select>
        <select aria-label="View" value={trust} onChange={event => setTrust(event.target.value)}>
          {Object.keys(trusts).map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <input
          aria-label="Name"
          value={filters.name}
          onChange={event => setFilters({ ...filters, name: event.target.value })}
        />
        <select
          aria-label="Level"
          value={filters.level}
          onChange={event => setFilters({ ...filters, level: event.target.value as Filters['level'] })}
        >
          <option value="">–</option>
          {levels.map(level => (
            <option key={level}>{level}</option>
          ))}
        </select>
      </form>
      {/* A client is a view: with another client everything below begins again. */}
      <main key={`${language} ${trust}`}>
        <RegionList filters={filters} onChoose={setChosen} />
        {chosen && <EntityPage id={chosen} />}
        <News />
      </main>
    </ApolloProvider>
  )
}

const url = new URLSearchParams(location.search).get('graph') ?? 'http://127.0.0.1:4000/graphql'
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App url={url} />
    </StrictMode>,
  )
