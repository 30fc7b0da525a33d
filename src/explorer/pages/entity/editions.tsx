import { useState } from 'react'
import { entityPath, Go } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import { AlignmentDocument, type AlignmentQuery } from '../../generated/graphql.js'
import { type Difference, differencesOf, SpanText } from '../../parts/aligned-text.js'
import type { FactValue } from '../../parts/facts.js'
import { LanguageMark, languageName } from '../../parts/witness.js'
import { languageOf, useShared, useWords } from '../../words/words.js'
import type { Quoted } from './shown.js'

type Segment = NonNullable<Extract<AlignmentQuery['node'], { readonly alignment: unknown }>['alignment']>[number]

/** The quote of a value in its text, with the other edition beside it; of a table, the row. */
export function Editions({ value, quoted }: { readonly value: FactValue; readonly quoted: readonly Quoted[] }) {
  const shown = quoted.find(({ id }) => id === value.shown.id)
  const own = shown?.edition.id
  const others = shown?.edition.source.editions.filter(({ id }) => id !== own) ?? []
  const speaking = quoted.map(({ edition }) => edition.id)
  const other = others.find(({ id }) => speaking.includes(id)) ?? others[0]
  if (shown && other && shown.quote?.start != null) {
    const original = shown.edition.translationOf?.id === other.id ? other.id : shown.edition.id
    return (
      <SideBySide
        key={`${shown.id} ${other.id}`}
        original={original}
        other={original === other.id ? shown.edition.id : other.id}
        value={value}
        quoted={quoted}
      />
    )
  }
  return <Quotes value={value} quoted={quoted} />
}

/** Two editions, sentence by sentence, at the place of the quote. */
function SideBySide({
  original,
  other,
  value,
  quoted,
}: {
  readonly original: string
  readonly other: string
  readonly value: FactValue
  readonly quoted: readonly Quoted[]
}) {
  const words = useWords()
  const { data } = useData(AlignmentDocument, { ...useShared(), edition: original, with: other })
  const [isWhole, setWhole] = useState(false)
  const segments = data?.node && 'alignment' in data.node ? data.node.alignment : undefined
  if (!segments) return <Quotes value={value} quoted={quoted} />
  const ids = new Set([value.shown, ...value.agreeing, ...value.contradicting].map(({ id }) => id))
  const isHit = ({ here, there }: Segment) =>
    [...(here?.statements ?? []), ...(there?.statements ?? [])].some(({ id }) => ids.has(id))
  const differences = differencesOf(
    segments.flatMap(({ here }) => here?.statements ?? []),
    segments.flatMap(({ there }) => there?.statements ?? []),
  )
  const hits = segments.flatMap((segment, at) => (isHit(segment) ? [at] : []))
  const near = new Set(hits.flatMap(at => [at - 1, at, at + 1]))
  const rows = segments.flatMap((segment, at) => (isWhole || near.has(at) ? [{ segment, at }] : []))
  const left = segments.length - rows.length
  return (
    <>
      <table className="face">
        <caption className="vh">{words.evidence.editions}</caption>
        <thead>
          <tr>
            <EditionHead id={original} quoted={quoted} isOriginal />
            <EditionHead id={other} quoted={quoted} isOriginal={false} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ segment, at }) => (
            <tr key={at} className={isHit(segment) ? 'hit' : undefined}>
              {([segment.here, segment.there] as const).map((span, side) => (
                <td key={side === 0 ? original : other} lang={languageOfEdition(side === 0 ? original : other)}>
                  {span && <SpanText span={span} differences={differences} shown={ids} />}
                </td>
              ))}
            </tr>
          ))}
          {left > 0 && (
            <tr className="gap">
              <td colSpan={2}>
                <button type="button" onClick={() => setWhole(true)}>
                  ↓ {words.evidence.moreSentences(left)}
                </button>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <Parting differences={differences} ids={ids} />
    </>
  )
}

/** An edition's id ends with its language: shobserver-768612#zh-Hans. */
const languageOfEdition = (id: string): string => id.split('#').at(-1) ?? ''

function EditionHead({
  id,
  quoted,
  isOriginal,
}: {
  readonly id: string
  readonly quoted: readonly Quoted[]
  readonly isOriginal: boolean
}) {
  const words = useWords()
  const edition = quoted.flatMap(statement => statement.edition.source.editions).find(each => each.id === id)
  const language = edition?.language ?? languageOfEdition(id)
  const name = languageName(language, words)
  const hasOriginal = quoted.some(statement => statement.edition.source.editions.some(each => each.translationOf))
  return (
    <th scope="col">
      <LanguageMark language={language} isOriginal={isOriginal && hasOriginal} />{' '}
      {hasOriginal ? (isOriginal ? words.evidence.original(name) : words.evidence.translation(name)) : name}
    </th>
  )
}

/** Every place where the two editions part. */
function Parting({
  differences,
  ids,
}: {
  readonly differences: readonly Difference[]
  readonly ids: ReadonlySet<string>
}) {
  const words = useWords()
  if (differences.length === 0) return null
  return (
    <>
      <h3>{words.evidence.part}</h3>
      <ul className="diffs note">
        {differences.map(({ letter, sides }) => {
          const texts = [...new Map(sides.map(side => [side.asStated, side])).values()]
          const subjects = [...new Map(sides.map(({ subject }) => [subject.id, subject])).values()]
          return (
            <li key={letter}>
              <sup className="k">{letter}</sup>{' '}
              {texts.map((side, at) => (
                <span key={side.id}>
                  {at > 0 && ' / '}
                  <span className="src" lang={side.language}>
                    {side.asStated}
                  </span>
                </span>
              ))}
              {words.tag === 'en' ? ': ' : '：'}
              {sides.some(({ id }) => ids.has(id)) ? (
                <strong>{words.evidence.thisFact}</strong>
              ) : (
                <>
                  {sides[0]?.property.label}
                  {subjects.slice(0, 6).map(subject => (
                    <span key={subject.id}>
                      {words.tag === 'en' ? ', ' : '，'}
                      <Go to={entityPath(subject.id)} lang={languageOf(subject.label)}>
                        {subject.label}
                      </Go>
                    </span>
                  ))}
                </>
              )}
            </li>
          )
        })}
      </ul>
      <p className="note">{words.evidence.alignedBy}</p>
    </>
  )
}

/** The quotes of a value and of what contradicts it, where there are not two texts to set side by side. */
function Quotes({ value, quoted }: { readonly value: FactValue; readonly quoted: readonly Quoted[] }) {
  const words = useWords()
  const order = [value.shown, ...value.contradicting, ...value.agreeing].map(({ id }) => id)
  const sorted = [...quoted].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).slice(0, 6)
  const rivals = new Set(value.contradicting.map(({ id }) => id))
  return (
    <ul className="quotes">
      {sorted.map(({ id, quote, language, asStated, edition }) => (
        <li key={id} className={rivals.has(id) ? 'bar' : undefined}>
          <p className="note">
            <LanguageMark language={edition.language} isOriginal={!edition.translationOf} />{' '}
            {edition.source.publisher ?? edition.source.title}
          </p>
          <p className="src val" lang={language}>
            {quote?.prefix && `… ${quote.prefix}`}
            <mark>
              <Contested
                text={quote?.exact ?? asStated}
                words={asStated}
                isContested={value.contradicting.length > 0}
              />
            </mark>
            {quote?.suffix && `${quote.suffix} …`}
          </p>
          {(quote === null || quote.start === null) && <p className="note">{words.evidence.noQuote}</p>}
        </li>
      ))}
    </ul>
  )
}

/** A quote in which the words of the statement have a double line, if they are contested. */
export function Contested({
  text,
  words,
  isContested,
}: {
  readonly text: string
  readonly words: string
  readonly isContested: boolean
}) {
  const start = isContested ? text.indexOf(words) : -1
  if (start < 0 || words === text) return text
  return (
    <>
      {text.slice(0, start)}
      <span className="diff">{words}</span>
      {text.slice(start + words.length)}
    </>
  )
}
