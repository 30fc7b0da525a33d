import type { FactValue } from '../../parts/facts.js'
import { LanguageMark, languageName } from '../../parts/witness.js'
import { useWords } from '../../words/words.js'
import type { Quoted } from './evidence-panel.js'

/** The quotes of a value and of what contradicts it, side by side. */
export function Editions({ value, quoted }: { readonly value: FactValue; readonly quoted: readonly Quoted[] }) {
  const words = useWords()
  const shown = quoted.find(({ id }) => id === value.shown.id)
  const others = [...value.contradicting, ...value.agreeing].map(({ id }) => id)
  const other = quoted.find(({ id, edition }) => others.includes(id) && edition.id !== shown?.edition.id)
  const sides = [shown, other].filter(side => side !== undefined)
  return (
    <table className="face">
      <caption className="vh">{words.evidence.editions}</caption>
      <thead>
        <tr>
          {sides.map(({ edition }) => (
            <th key={edition.id} scope="col">
              <LanguageMark language={edition.language} isOriginal={!edition.translationOf} />{' '}
              {edition.translationOf
                ? words.evidence.translation(languageName(edition.language, words))
                : languageName(edition.language, words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="hit">
          {sides.map(({ id, quote, language, asStated }) => (
            <td key={id} lang={language}>
              {quote ? (
                <>
                  {quote.prefix && `… ${quote.prefix}`}
                  <mark>
                    <Contested text={quote.exact} words={asStated} isContested={value.contradicting.length > 0} />
                  </mark>
                  {quote.suffix && `${quote.suffix} …`}
                </>
              ) : (
                <>
                  <mark>{asStated}</mark> <span className="note">{words.evidence.noQuote}</span>
                </>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
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
