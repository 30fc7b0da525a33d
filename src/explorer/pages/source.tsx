import { type ReactNode, useMemo, useState } from 'react'
import { entityPath, Go, nodePath } from '../address/address.js'
import { readPages, useAllPages } from '../client/read-all.js'
import { type Answer, useData } from '../client/use-data.js'
import {
  AlignmentDocument,
  SourcePageDocument,
  type SourcePageQuery,
  SourceStatementsDocument,
} from '../generated/graphql.js'
import { differencesOf, SpanText } from '../parts/aligned-text.js'
import { groupBy } from '../parts/facts.js'
import { Scroll } from '../parts/scroll.js'
import { Cite, Download, OpenAsQuery } from '../parts/take.js'
import { Truncated } from '../parts/truncated.js'
import { textOf } from '../parts/value.js'
import { LanguageMark, languageName } from '../parts/witness.js'
import { Loaded, Nothing, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

type Shown = Extract<NonNullable<SourcePageQuery['node']>, { readonly licence: unknown }>
type Editions = Shown['editions']

/** A source: its editions side by side, every quote marked; each mark opens its statement. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function SourcePage({ id }: { readonly id: string }) {
  const words = useWords()
  const answer = useData(SourcePageDocument, { ...useShared(), id })
  return (
    <Loaded answer={answer} what={words.evidence.source}>
      {({ node, statements }) =>
        node && 'licence' in node ? (
          <Source source={node} statements={statements} answer={answer} />
        ) : (
          <Missing id={id} />
        )
      }
    </Loaded>
  )
}

function Missing({ id }: { readonly id: string }) {
  const words = useWords()
  useTitle(words.states.noSource(id))
  return <Nothing title={words.states.noSource(id)} help={words.states.noEntityHelp} />
}

function Source({
  source,
  statements,
  answer,
}: {
  readonly source: Shown
  readonly statements: SourcePageQuery['statements']
  readonly answer: Answer<SourcePageQuery>
}) {
  const words = useWords()
  useTitle(source.title)
  const nodes = useWhole(source.id, statements)
  const texts = source.editions.filter(({ text }) => text !== null)
  const original = texts.find(({ translationOf }) => !translationOf) ?? texts[0]
  const other = texts.find(({ id }) => id !== original?.id)
  return (
    <>
      <div className="head">
        <p className="kind">
          <span>{words.evidence.sourceOne}</span>
          <span className="id">{source.id}</span>
        </p>
        <h1 className="src" lang={languageOf(source.title)}>
          {source.title}
        </h1>
        <p className="alt-label" lang={languageOf(source.publisher ?? '')}>
          {[source.publisher, source.published ?? words.evidence.notDated].filter(part => part).join(' · ')}
        </p>
      </div>
      <div className="cols">
        <div>
          {original && (
            <section aria-label={words.evidence.editions}>
              <h2>{words.evidence.fullSource}</h2>
              {other ? (
                <Both original={original} other={other} />
              ) : (
                <p className="src fulltext" lang={original.language}>
                  <SpanText
                    span={{
                      text: original.text ?? '',
                      start: 0,
                      statements: nodes.filter(({ edition }) => edition.id === original.id),
                    }}
                    differences={[]}
                    linkOf={linkTo}
                  />
                </p>
              )}
            </section>
          )}
          <Stated source={source} nodes={nodes} totalCount={statements.totalCount} />
        </div>
        <aside className="side">
          <section aria-label={words.evidence.sourceOne}>
            <h2>{words.evidence.sourceOne}</h2>
            <dl className="metalist">
              {source.url && (
                <>
                  <dt>URL</dt>
                  <dd>
                    <a href={source.url} rel="noreferrer">
                      {source.url}
                    </a>
                  </dd>
                </>
              )}
              <dt>{words.evidence.licence}</dt>
              <dd>{source.licence ?? <span className="unstated">{words.values.notStated}</span>}</dd>
              {source.editions.map(edition => (
                <EditionRow key={edition.id} edition={edition} />
              ))}
            </dl>
          </section>
          <section aria-label={words.entity.takeAlong}>
            <h2>{words.entity.takeAlong}</h2>
            <span className="take">
              <OpenAsQuery asked={answer.asked} />
              <Cite cited={{ id: source.id, title: source.title }} />
            </span>
          </section>
        </aside>
      </div>
    </>
  )
}

/** Statements that the page reads at most; files have all. */
const mostStatements = 2_000

type Statements = SourcePageQuery['statements']['nodes']

/** The statements of the source in the order of its text: the first hundred come with it, and any others after them. */
function useWhole(id: string, { nodes, totalCount }: SourcePageQuery['statements']): Statements {
  const all = useAllPages(
    SourceStatementsDocument,
    { ...useShared(), id },
    ({ statements }) => statements,
    nodes.length < totalCount ? mostStatements : 0,
  )
  const read = all && all.nodes.length > nodes.length ? all.nodes : nodes
  return useMemo(() => {
    const placeOf = ({ quote }: Statements[number]) => quote?.start ?? Number.MAX_SAFE_INTEGER
    return [...groupBy(read, ({ edition }) => edition.id).values()].flatMap(ofOne =>
      ofOne.sort((a, b) => placeOf(a) - placeOf(b)),
    )
  }, [read])
}

const linkTo = (id: string, text: ReactNode) => (
  <Go to={nodePath(id)} className="q">
    {text}
  </Go>
)

function EditionRow({ edition }: { readonly edition: Editions[number] }) {
  const words = useWords()
  const name = languageName(edition.language, words)
  return (
    <>
      <dt>
        <LanguageMark language={edition.language} isOriginal={!edition.translationOf} />
      </dt>
      <dd>
        {edition.translationOf ? words.evidence.translation(name) : name}
        {edition.text === null && ` · ${words.evidence.noText}`}
      </dd>
    </>
  )
}

/** Both texts, sentence by sentence. */
function Both({ original, other }: { readonly original: Editions[number]; readonly other: Editions[number] }) {
  const words = useWords()
  const answer = useData(AlignmentDocument, { ...useShared(), edition: original.id, with: other.id })
  return (
    <Loaded answer={answer} what={words.evidence.editions}>
      {({ node }) => {
        const segments = (node && 'alignment' in node && node.alignment) || []
        const differences = differencesOf(
          segments.flatMap(({ here }) => here?.statements ?? []),
          segments.flatMap(({ there }) => there?.statements ?? []),
        )
        return (
          <table className="face full">
            <caption className="vh">{words.evidence.editions}</caption>
            <thead>
              <tr>
                {[original, other].map(({ id, language, translationOf }) => (
                  <th key={id} scope="col">
                    <LanguageMark language={language} isOriginal={!translationOf} />{' '}
                    {translationOf
                      ? words.evidence.translation(languageName(language, words))
                      : words.evidence.original(languageName(language, words))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {segments.map(({ here, there }) => (
                <tr key={`${here?.start} ${there?.start}`} className="hit">
                  <td lang={original.language}>
                    {here && <SpanText span={here} differences={differences} linkOf={linkTo} />}
                  </td>
                  <td lang={other.language}>
                    {there && <SpanText span={there} differences={differences} linkOf={linkTo} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }}
    </Loaded>
  )
}

/** Rows of the table until a reader wants all. */
const shortTable = 40

/** What the source states, as a table. */
function Stated({
  source,
  nodes,
  totalCount,
}: {
  readonly source: Shown
  readonly nodes: Statements
  readonly totalCount: number
}) {
  const words = useWords()
  const shared = useShared()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? nodes : nodes.slice(0, shortTable)
  return (
    <section aria-label={words.entity.statements}>
      <div className="hd">
        <h2>
          {words.entity.statements} <span className="c">{words.number(totalCount)}</span>
        </h2>
        <span className="take">
          <Download
            table={async () => {
              const all: Statements[number][] = []
              const variables = { ...shared, id: source.id }
              for await (const page of readPages(SourceStatementsDocument, variables, answer => answer.statements))
                all.push(...page.nodes)
              return {
                name: source.id,
                columns: ['id', 'subject', 'property', 'value', 'stated as', 'edition', 'confidence'],
                rows: all.map(statement => [
                  statement.id,
                  statement.subject.id,
                  statement.property.name,
                  textOf(statement, words),
                  statement.asStated,
                  statement.edition.id,
                  statement.confidence,
                ]),
              }
            }}
          />
        </span>
      </div>
      <Scroll label={`${words.entity.statements}, ${words.entity.table}`}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{words.evidence.subject}</th>
              <th scope="col">{words.entity.property}</th>
              <th scope="col">{words.entity.in}</th>
              <th scope="col">{words.entity.statedAs.trim()}</th>
              <th scope="col">{words.entity.readAs}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(statement => (
              <tr key={statement.id}>
                <th scope="row" lang={languageOf(statement.subject.label)}>
                  <Go to={entityPath(statement.subject.id)} className="q">
                    {statement.subject.label}
                  </Go>
                </th>
                <td>
                  <Go to={nodePath(statement.id)} className="q">
                    {statement.property.label}
                  </Go>
                </td>
                <td>
                  <LanguageMark language={statement.edition.language} isOriginal={!statement.edition.translationOf} />
                </td>
                <td className="src" lang={statement.language}>
                  {statement.asStated}
                </td>
                <td lang={languageOf(textOf(statement, words))}>{textOf(statement, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Truncated shown={shown.length} total={totalCount}>
        {shown.length < nodes.length && (
          <button type="button" className="plain" onClick={() => setWhole(true)}>
            {words.states.showAll}
          </button>
        )}
      </Truncated>
    </section>
  )
}
