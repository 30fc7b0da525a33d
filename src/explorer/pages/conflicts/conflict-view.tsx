import { basePath, entityPath, Go, nodePath, sourcePath } from '../../address/address.js'
import type { Answer } from '../../client/use-data.js'
import type { ConflictPageQuery } from '../../generated/graphql.js'
import { orderOf } from '../../parts/order.js'
import { Section } from '../../parts/section.js'
import { Cite, OpenAsQuery } from '../../parts/take.js'
import { ShownValue } from '../../parts/value.js'
import { Fork, LanguageMark } from '../../parts/witness.js'
import { languageOf, useWords, type Words } from '../../words/words.js'
import { Contested } from '../entity/editions.js'
import { Effects, letterOf } from './effects.js'

export type ShownConflict = Extract<NonNullable<ConflictPageQuery['node']>, { readonly kind: unknown }>
type Side = ShownConflict['statements'][number]

export const titleOf = ({ subject, property }: ShownConflict, words: Words): string =>
  `${subject.label}${words.tag === 'en' ? ', ' : '，'}${property.label}`

/** The sides of a contradiction with their quotes, and what a decision would change. */
export function ConflictView({
  conflict,
  answer,
  Heading,
}: {
  readonly conflict: ShownConflict
  readonly answer: Answer<ConflictPageQuery>
  readonly Heading: 'h1' | 'h2'
}) {
  const words = useWords()
  const { subject, property, kind, status, statements, decision } = conflict
  const order = orderOf(subject.resolutions)
  const title = titleOf(conflict, words)
  const place = (side: Side) => order.places.get(side.id) ?? Number.MAX_SAFE_INTEGER
  const sides = [...statements].sort((a, b) => place(a) - place(b))
  const chosen = decision?.chosen?.id ?? sides[0]?.id
  return (
    <>
      <div className="head">
        <p className="kind">
          <span className="tagf">
            <Fork />
            {words.conflicts.kinds[kind]}
          </span>
          <span>{words.conflicts.statuses[status]}</span>
          <span>{property.many ? words.conflicts.joint : words.conflicts.single}</span>
          <span className="id">{conflict.id}</span>
        </p>
        <Heading lang={languageOf(title)}>
          <Go to={entityPath(subject.id)} className="q">
            {subject.label}
          </Go>
          {words.tag === 'en' ? ', ' : '，'}
          {property.label}
        </Heading>
      </div>
      <p className="rule">
        {order.explanations.get(chosen ?? '') ??
          (sides[0] && sides[1] ? words.rules.view(sides[0].asStated, sides[1].asStated) : '')}{' '}
        {decision ? `${words.entity.decidedBy(decision.by)} ${decision.reason}` : words.rules.undecided}
      </p>
      <Section label={words.conflicts.sidesTitle}>
        <h2>
          {words.conflicts.sidesTitle} <span className="c">{sides.length}</span>
        </h2>
        <ol className="sidesl">
          {sides.map((side, at) => (
            <li key={side.id}>
              <span className="ab">{letterOf(at)}</span>
              <div>
                <p>
                  <ShownValue statement={side} />{' '}
                  {side.id === chosen && (
                    <span className="note">
                      <span className="m on" /> {words.entity.shownIn}
                    </span>
                  )}
                </p>
                <blockquote className="src" lang={side.language}>
                  {side.quote?.prefix && `… ${side.quote.prefix}`}
                  <mark>
                    <Contested text={side.quote?.exact ?? side.asStated} words={side.asStated} isContested />
                  </mark>
                  {side.quote?.suffix && `${side.quote.suffix} …`}
                </blockquote>
                <p className="note">
                  <LanguageMark language={side.edition.language} isOriginal={!side.edition.translationOf} />{' '}
                  <Go to={sourcePath(side.edition.source.id)} lang={languageOf(side.edition.source.title)}>
                    {side.edition.source.title}
                  </Go>{' '}
                  · {side.edition.source.published ?? <span className="unstated">{words.evidence.notDated}</span>} ·{' '}
                  {side.edition.source.licence ?? words.values.notStated} · {words.evidence.confidence(side.confidence)}
                </p>
              </div>
              <Go to={nodePath(side.id)} className="btnlink">
                {words.evidence.statement}
              </Go>
            </li>
          ))}
        </ol>
      </Section>
      <Effects conflict={conflict} sides={sides} chosen={chosen} />
      <p className="note">
        {words.conflicts.token} <Go to="/curate">{words.nav.curate}</Go> ·{' '}
        <a href={`${basePath}/ide`}>{words.states.openIde}</a>
      </p>
      <p className="take">
        <OpenAsQuery asked={answer.asked} />
        <Cite cited={{ id: conflict.id, title }} />
      </p>
    </>
  )
}
