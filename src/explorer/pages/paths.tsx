import { useEffect, useId, useState } from 'react'
import { Go, nodePath, useAddress, usePresentAddress } from '../address/address.js'
import { client } from '../client/client.js'
import { useData } from '../client/use-data.js'
import { PathsDocument, type PathsQuery, SearchDocument, type SearchQuery } from '../generated/graphql.js'
import { Section } from '../parts/section.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { EntityLink } from '../parts/value.js'
import { Fork, LanguageMark } from '../parts/witness.js'
import { Loaded, useTitle } from '../shell/states.js'
import { useShared, useWords } from '../words/words.js'

type Path = PathsQuery['paths']['paths'][number]

/** The ways between two things, each hop with its evidence. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function PathsPage() {
  const words = useWords()
  const { parameters } = useAddress()
  const from = parameters.get('from') ?? ''
  const to = parameters.get('to') ?? ''
  useTitle(words.nav.paths)
  return (
    <>
      <PathForm from={from} to={to} />
      {from && to ? <Found from={from} to={to} /> : <p className="lead">{words.paths.help}</p>}
    </>
  )
}

function PathForm({ from, to }: { readonly from: string; readonly to: string }) {
  const words = useWords()
  const { here, go } = useAddress()
  const [start, setStart] = useState(from)
  const [end, setEnd] = useState(to)
  // The fields stay, and with them the focus, while the address comes to name others.
  useEffect(() => {
    setStart(from)
    setEnd(to)
  }, [from, to])
  const shared = useShared()
  /** An id as it is; of a name, the id of what the search finds first. What finds nothing is left for the server to refuse. */
  const idOf = async (text: string): Promise<string> => {
    const query = text.trim()
    if (query === '' || isId(query)) return query
    const { data } = await client
      .query<SearchQuery>(SearchDocument.toString(), { ...shared, query: query.slice(0, 256), first: 1 })
      .toPromise()
    return data?.search.edges[0]?.node.id ?? query
  }
  return (
    <>
      <div className="head">
        <h1>{words.nav.paths}</h1>
      </div>
      <form
        className="filters"
        onSubmit={event => {
          event.preventDefault()
          void Promise.all([start, end].map(idOf)).then(([first, last]) => go(here({ from: first, to: last })))
        }}
      >
        <EntityInput label={words.entity.from} value={start} onChange={setStart} placeholder="official/tang-jianguo" />
        <EntityInput label={words.entity.to} value={end} onChange={setEnd} placeholder="region/inner-mongolia" />
        <button type="submit" className="btn main">
          {words.paths.find}
        </button>
      </form>
    </>
  )
}

const isId = (text: string): boolean => /^[a-z]+\/\S+$/.test(text)

/** A field for an id or a name, with what the search suggests for it. */
function EntityInput({
  label,
  value,
  placeholder,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly onChange: (value: string) => void
}) {
  const list = useId()
  const query = value.trim().slice(0, 256)
  const { data } = useData(SearchDocument, { ...useShared(), query, first: 8 }, { pause: query === '' || isId(query) })
  return (
    <label>
      {label}{' '}
      <input
        value={value}
        list={list}
        autoComplete="off"
        onChange={event => onChange(event.target.value)}
        placeholder={placeholder}
      />
      <datalist id={list}>
        {data?.search.edges.map(({ node }) => (
          <option key={node.id} value={node.id}>
            {node.label}
          </option>
        ))}
      </datalist>
    </label>
  )
}

function Found({ from, to }: { readonly from: string; readonly to: string }) {
  const words = useWords()
  const answer = useData(PathsDocument, { ...useShared(), from, to, maxHops: 4 })
  const [start, end] = [answer.data?.from?.id ?? from, answer.data?.to?.id ?? to]
  usePresentAddress(start !== from || end !== to, useAddress().here({ from: start, to: end }))
  return (
    <Loaded isPart answer={answer} what={words.nav.paths}>
      {({ from: start, to: end, paths }) => (
        <>
          <p className="lead">
            {start && <EntityLink entity={start} alone />} → {end && <EntityLink entity={end} alone />}
            {words.tag === 'en' ? ': ' : '：'}
            {paths.totalCount === 0 ? words.paths.none : words.paths.count(paths.totalCount)}
          </p>
          {(!start || !end) && (
            <p role="status" className="note">
              {words.states.noEntity(start ? to : from)}
            </p>
          )}
          {paths.truncated && (
            <p role="status" className="note">
              {words.paths.truncated}
            </p>
          )}
          <ol className="pathlist">
            {paths.paths.map((path, at) => (
              <li key={path.hops.map(({ statement }) => statement.id).join(' ')}>
                <PathSteps path={path} at={at} />
              </li>
            ))}
          </ol>
          <p className="take">
            <OpenAsQuery asked={answer.asked} />
            <Download
              table={{
                name: 'paths',
                columns: ['path', 'step', 'from', 'link', 'reversed', 'to', 'stated as', 'statement', 'confidence'],
                rows: paths.paths.flatMap((path, at) =>
                  path.hops.map((hop, step) => [
                    at + 1,
                    step + 1,
                    hop.from.id,
                    hop.link,
                    String(hop.reversed),
                    hop.to.id,
                    hop.statement.asStated,
                    hop.statement.id,
                    hop.statement.confidence,
                  ]),
                ),
              }}
            />
          </p>
        </>
      )}
    </Loaded>
  )
}

function PathSteps({ path, at }: { readonly path: Path; readonly at: number }) {
  const words = useWords()
  const [first] = path.hops
  return (
    <Section label={words.paths.path(at + 1)}>
      <h2>
        {words.paths.path(at + 1)}{' '}
        <span className="c">
          {words.paths.steps(path.length)} · {words.evidence.confidence(path.confidence)}
        </span>
        {path.crossesConflict && (
          <span className="tagf">
            <Fork /> {words.paths.contested}
          </span>
        )}
      </h2>
      <ol className="path">
        {first && (
          <li>
            <span className="val">
              <EntityLink entity={first.from} />
            </span>
          </li>
        )}
        {path.hops.map(({ statement, to, reversed }) => (
          <li key={statement.id}>
            <span className="note">{(reversed && statement.property.inverseLabel) || statement.property.label}</span>
            <span className="val">
              <EntityLink entity={to} />
            </span>
            <span className="as">
              <LanguageMark language={statement.edition.language} isOriginal={!statement.edition.translationOf} />{' '}
              <Go to={nodePath(statement.id)} className="src q" lang={statement.language}>
                {statement.asStated}
              </Go>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
