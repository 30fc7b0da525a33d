import { Fragment } from 'react'
import type { StatementRowFragment } from '../generated/graphql.js'
import { useWords, type Words } from '../words/words.js'
import { type FactValue, groupBy } from './facts.js'
import { textOf } from './value.js'

/** Two lines that part: sources contradict each other. */
export function Fork() {
  return (
    <svg className="g" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M0 6H4L11 1.2M4 6L11 10.8" fill="none" stroke="currentColor" strokeWidth="1.7" />
    </svg>
  )
}

/** 中 or EN: the language of an edition; with a second line under it, the original's. */
export function LanguageMark({
  language,
  isOriginal = false,
}: {
  readonly language: string
  readonly isOriginal?: boolean
}) {
  const words = useWords()
  return (
    <span className={isOriginal ? 'lg orig' : 'lg'} title={words.view.language[short(language)] ?? language}>
      {markOf(language)}
    </span>
  )
}

export const markOf = (language: string): string => (short(language) === 'zh' ? '中' : short(language).toUpperCase())
export const short = (language: string): string => language.split('-')[0] ?? language
export const languageName = (language: string, { view }: Words): string => view.language[short(language)] ?? language

type Mark = { readonly text: string; readonly form: 'on' | 'agrees' | 'no' }

/** Who speaks for a value and against it: a mark for each language, a number for sources of one language. */
function marksOf({ shown, agreeing, contradicting }: FactValue): readonly Mark[] {
  const marks: Mark[] = [{ text: markOf(shown.edition.language), form: 'on' }]
  for (const [statements, form] of [
    [agreeing, 'agrees'],
    [contradicting, 'no'],
  ] as const) {
    const editions = groupBy(statements, ({ edition }) => edition.id)
    editions.delete(form === 'agrees' ? shown.edition.id : '')
    for (const [language, ids] of groupBy(
      [...editions.values()].map(([first]) => first?.edition),
      edition => markOf(edition?.language ?? ''),
    ))
      marks.push({ text: ids.length > 1 ? `${language} ${ids.length}` : language, form })
  }
  return marks
}

/** The way to the evidence of a value, which says by itself who speaks for it. */
export function WitnessButton({
  label,
  value,
  isOpen,
  onOpen,
}: {
  readonly label: string
  readonly value: FactValue
  readonly isOpen: boolean
  readonly onOpen: () => void
}) {
  const words = useWords()
  const marks = marksOf(value)
  const name = words.evidence.button(
    label,
    textOf(value.shown, words),
    marks.map(({ text }) => text).join(' '),
    value.contradicting.length > 0,
  )
  return (
    <button
      type="button"
      className="wit"
      aria-expanded={isOpen}
      aria-label={name}
      data-evidence={value.shown.id}
      onClick={onOpen}
    >
      {marks.map(({ text, form }) => (
        <Fragment key={`${text} ${form}`}>
          <i className={form === 'agrees' ? 'w' : `w ${form}`}>
            {form === 'no' && <Fork />}
            {text}
          </i>{' '}
        </Fragment>
      ))}
    </button>
  )
}

/** What others say instead, in the same row. */
export function Rival({ statement }: { readonly statement: StatementRowFragment }) {
  const words = useWords()
  const { edition, asStated, language } = statement
  const who = edition.translationOf
    ? words.entity.edition(languageName(edition.language, words))
    : (edition.source.publisher ?? edition.source.title)
  return (
    <p className="rival">
      <Fork /> {words.entity.says(who)}
      <span className="src" lang={language}>
        {asStated}
      </span>
    </p>
  )
}
