import { Fragment } from 'react'
import { entityPath, Go, nodePath, useAddress } from '../../address/address.js'
import type { EntityLabelFragment } from '../../generated/graphql.js'
import { LanguageMark, languageName } from '../../parts/witness.js'
import { useWords } from '../../words/words.js'
import { Contested } from '../entity/editions.js'
import { type Edge, nameOf, nodeId, type Rival, rivalsOf, type Statement } from './edges.js'

/** The answer as a sentence, with what the other edition says instead. */
export function Sentence({
  region,
  edges,
  contested,
}: {
  readonly region: EntityLabelFragment
  readonly edges: readonly Edge[]
  readonly contested: Edge | undefined
}) {
  const words = useWords()
  if (edges.length === 0) return <p className="lead">{words.supply.nobody(region.label)}</p>
  const [rival] = contested ? rivalsOf(contested) : []
  const last = edges.length - 1
  return (
    <p className="lead" aria-live="polite">
      {edges.map((edge, at) => (
        <Fragment key={edge.node.id}>
          {at > 0 && (at === last ? words.supply.and : words.supply.comma)}
          <span className={edge === contested ? 'diff' : undefined}>
            <Go to={entityPath(edge.node.id)} className="q">
              {edge.node.label}
            </Go>
          </span>
        </Fragment>
      ))}
      {words.supply.through(
        new Set(edges.map(({ corridor }) => corridor.id)).size,
        new Set(edges.map(({ statement }) => statement.edition.source.id)).size,
      )}
      {contested && rival && (
        <>
          {' '}
          {words.supply.otherEdition(languageName(rival.edition.language, words))}
          <span className="diff" lang={rival.language}>
            {rival.asStated}
          </span>
          {words.supply.insteadOf(contested.statement.asStated)}
        </>
      )}
    </p>
  )
}

/** Takes the word of the edition that is not believed, and says what that changes. */
export function WordSwitch({ contested }: { readonly contested: Edge | undefined }) {
  const words = useWords()
  const { parameters, here, go } = useAddress()
  const isOn = parameters.has('languages')
  const [rival] = contested ? rivalsOf(contested) : []
  // While the switch is on, the word of the other edition is the one that is shown.
  const taken = isOn ? contested?.statement : rival
  if (!taken) return null
  const { language } = taken.edition
  return (
    <div className="word-switch">
      <button
        className="switch"
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => go(here({ languages: isOn ? null : language }), { replace: true })}
      >
        <i />
        <span>
          <strong>{words.supply.take(languageName(language, words))}</strong>
          <br />
          <span className="note">languages={language}</span>
        </span>
      </button>
      <p className="note flip" role="status">
        {contested &&
          rival &&
          (isOn
            ? words.supply.changed(nameOf(contested.statement), nameOf(rival))
            : words.supply.wouldChange(nameOf(rival), nameOf(contested.statement)))}
      </p>
      <p className="take">
        <Go
          to="/compare"
          with={{
            languages: null,
            path: `/supply${parameters.has('region') ? `?region=${parameters.get('region')}` : ''}`,
            b: `languages=${language}`,
          }}
        >
          {words.view.compare}
        </Go>
      </p>
    </div>
  )
}

/** The words of either edition, in the sentence that says so. */
export function WhoseWord({ edges, contested }: { readonly edges: readonly Edge[]; readonly contested: Edge }) {
  const words = useWords()
  const [rival] = rivalsOf(contested)
  if (!rival) return null
  const { statement } = contested
  const isRead = (side: Rival | Statement) => edges.some(({ node }) => node.id === nodeId(side))
  return (
    <>
      <h2 className="minor">{words.supply.onWhoseWord}</h2>
      <div className="qb">
        {[statement, rival].map(side => (
          <p key={side.id} lang={side.language} className="src">
            <LanguageMark language={side.edition.language} isOriginal={!side.edition.translationOf} />{' '}
            {side.quote?.prefix}
            <mark>
              <Contested text={side.quote?.exact ?? side.asStated} words={side.asStated} isContested />
            </mark>
            <span className="note">
              {' '}
              {nameOf(side)}
              {isRead(side) && ` · ${words.entity.shownIn}`}
            </span>
          </p>
        ))}
      </div>
      <p className="note">
        {statement.edition.source.publisher}, {statement.edition.source.published} ·{' '}
        <Go to={`/source/${statement.edition.source.id}`}>{words.evidence.fullSource}</Go>
        {statement.conflicts[0] && (
          <>
            {' · '}
            <Go to={nodePath(statement.conflicts[0].id)}>{words.evidence.conflict}</Go>
          </>
        )}
      </p>
    </>
  )
}
