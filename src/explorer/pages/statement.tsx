import { useMemo } from 'react'
import { entityPath, Go, nodePath, sourcePath } from '../address/address.js'
import { type Answer, useData } from '../client/use-data.js'
import {
  EvidenceDocument,
  StatementPageDocument,
  type StatementPageQuery,
  type StatementRowFragment,
} from '../generated/graphql.js'
import type { FactValue } from '../parts/facts.js'
import { Cite, OpenAsQuery } from '../parts/take.js'
import { ShownValue, textOf } from '../parts/value.js'
import { Fork, LanguageMark } from '../parts/witness.js'
import { Loaded, Nothing, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'
import { Editions } from './entity/editions.js'
import { isQuoted } from './entity/shown.js'

type Shown = Extract<NonNullable<StatementPageQuery['node']>, { readonly asStated: string }>

/** One statement: its quote in its text, and beside it what other editions and sources say. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function StatementPage({ id }: { readonly id: string }) {
  const words = useWords()
  const answer = useData(StatementPageDocument, { ...useShared(), id })
  return (
    <Loaded answer={answer} what={words.evidence.statement}>
      {({ node }) =>
        node && 'asStated' in node ? <Statement statement={node} answer={answer} /> : <Missing id={id} />
      }
    </Loaded>
  )
}

function Missing({ id }: { readonly id: string }) {
  const words = useWords()
  useTitle(words.states.noStatement(id))
  return <Nothing title={words.states.noStatement(id)} help={words.states.noEntityHelp} />
}

function Statement({ statement, answer }: { readonly statement: Shown; readonly answer: Answer<StatementPageQuery> }) {
  const words = useWords()
  const { subject, property, conflicts, edition } = statement
  const title = `${subject.label}${words.tag === 'en' ? ', ' : '，'}${property.label}`
  useTitle(title)
  const rivals = useMemo(
    () => [
      ...new Map(
        conflicts
          .flatMap(({ statements }) => statements.filter(({ id }) => id !== statement.id))
          .map(side => [side.id, side]),
      ).values(),
    ],
    [conflicts, statement.id],
  )
  const value: FactValue = { shown: statement, agreeing: [], contradicting: rivals, conflictId: conflicts[0]?.id }
  const ids = [statement.id, ...rivals.map(({ id }) => id)].slice(0, 20)
  const evidence = useData(EvidenceDocument, { ...useShared(), ids })
  return (
    <>
      <div className="head">
        <p className="kind">
          <span>{words.evidence.statement}</span>
          <span className="id">{statement.id}</span>
        </p>
        <h1 lang={languageOf(title)}>
          <Go to={entityPath(subject.id)} className="q">
            {subject.label}
          </Go>
          {words.tag === 'en' ? ', ' : '，'}
          {property.label}
        </h1>
        <p className="alt-label">
          <ShownValue statement={statement} />
        </p>
      </div>
      <div className="cols">
        <section aria-label={words.evidence.region}>
          <h2>{words.evidence.region}</h2>
          <Loaded answer={evidence} what={words.evidence.region}>
            {({ nodes }) => <Editions value={value} quoted={nodes.filter(isQuoted)} />}
          </Loaded>
          {rivals.length > 0 && <Rivals rivals={rivals} />}
        </section>
        <aside className="side">
          <section aria-label={words.evidence.statement}>
            <h2>{words.evidence.statement}</h2>
            <dl className="metalist">
              <dt>{words.entity.statedAs.trim()}</dt>
              <dd className="src" lang={statement.language}>
                {statement.asStated}
              </dd>
              <dt>{words.entity.in}</dt>
              <dd>
                <LanguageMark language={edition.language} isOriginal={!edition.translationOf} />{' '}
                <Go to={sourcePath(edition.source.id)} lang={languageOf(edition.source.title)}>
                  {edition.source.title}
                </Go>
              </dd>
              <dt>{words.entity.confidence}</dt>
              <dd>{statement.confidence}</dd>
              <dt>{words.entity.recorded}</dt>
              <dd>{statement.recordedAt.slice(0, 10)}</dd>
              {statement.retractedAt && (
                <>
                  <dt>{words.values.retracted}</dt>
                  <dd>{statement.retractedAt.slice(0, 10)}</dd>
                </>
              )}
            </dl>
          </section>
          <section aria-label={words.entity.takeAlong}>
            <h2>{words.entity.takeAlong}</h2>
            <span className="take">
              <OpenAsQuery asked={answer.asked} />
              <Cite cited={{ id: statement.id, title: `${title}: ${textOf(statement, words)}` }} />
            </span>
          </section>
        </aside>
      </div>
    </>
  )
}

function Rivals({ rivals }: { readonly rivals: readonly StatementRowFragment[] }) {
  const words = useWords()
  return (
    <>
      <h3 className="con">
        <Fork /> {words.evidence.contradicts} <span>{rivals.length}</span>
      </h3>
      <ul>
        {rivals.map(rival => (
          <li key={rival.id} className="stm">
            <LanguageMark language={rival.edition.language} isOriginal={!rival.edition.translationOf} />{' '}
            <Go to={nodePath(rival.id)} className="src q" lang={rival.language}>
              {rival.asStated}
            </Go>{' '}
            <span className="note">
              {rival.edition.source.publisher ?? rival.edition.source.title},{' '}
              {rival.edition.source.published ?? words.evidence.notDated}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
