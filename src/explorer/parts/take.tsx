import { type RefObject, useRef, useState } from 'react'
import { useAddress } from '../address/address.js'
import { csvOf, jsonOf, offerFile, pngOf, svgOf, type Table } from '../client/download.js'
import { ideLink } from '../client/ide-link.js'
import { type Asked, useData } from '../client/use-data.js'
import { ShellDocument } from '../generated/graphql.js'
import { useWords } from '../words/words.js'
import { type Cited, citations } from './citation.js'

/** Leads to the IDE with the document and variables that a page used. */
export function OpenAsQuery({ asked }: { readonly asked: Asked }) {
  const { language } = useAddress()
  return <a href={ideLink(asked, language)}>{useWords().take.query}</a>
}

/** The content of a table or picture as files. */
export function Download({
  table,
  picture,
}: {
  /** The table, or what reads all of it when it is wanted. */
  readonly table?: Table | (() => Promise<Table>) | undefined
  readonly picture?: {
    readonly name: string
    readonly ref: RefObject<SVGSVGElement | null>
    /** Draws the picture if it is not on the page yet. */
    readonly prepare?: () => void
  }
}) {
  const drawn = (use: (svg: SVGSVGElement, name: string) => void) => () => {
    picture?.prepare?.()
    const svg = picture?.ref.current
    if (svg && picture) use(svg, picture.name)
  }
  const { states } = useWords()
  const [state, setState] = useState<'reading' | 'failed'>()
  const written = (use: (table: Table) => void) => () => {
    if (typeof table !== 'function') {
      if (table) use(table)
      return
    }
    setState('reading')
    table().then(
      whole => {
        setState(undefined)
        use(whole)
      },
      () => setState('failed'),
    )
  }
  return (
    <>
      {table && (
        <>
          <TakeButton
            form="CSV"
            onTake={written(whole => offerFile(`${whole.name}.csv`, 'text/csv;charset=utf-8', csvOf(whole)))}
          />
          <TakeButton
            form="JSON"
            onTake={written(whole => offerFile(`${whole.name}.json`, 'application/json', jsonOf(whole)))}
          />
          {state && (
            <span role={state === 'failed' ? 'alert' : 'status'} className="note">
              {state === 'failed' ? states.failures.UNREACHABLE : states.loading('')}
            </span>
          )}
        </>
      )}
      {picture && (
        <>
          <TakeButton
            form="SVG"
            onTake={drawn((svg, name) => offerFile(`${name}.svg`, 'image/svg+xml;charset=utf-8', svgOf(svg)))}
          />
          <TakeButton
            form="PNG"
            onTake={drawn((svg, name) => void pngOf(svg).then(blob => offerFile(`${name}.png`, 'image/png', blob)))}
          />
        </>
      )}
    </>
  )
}

function TakeButton({ form, onTake }: { readonly form: string; readonly onTake: () => void }) {
  const words = useWords()
  return (
    <button type="button" aria-label={`${words.take.download} ${form}`} onClick={onTake}>
      {form}
    </button>
  )
}

/** English of Canada writes days as ISO 8601 does. */
const isoDay = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' })

/** How to cite what the page shows, in three forms. */
export function Cite({ cited }: { readonly cited: Cited }) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [copied, setCopied] = useState('')
  const { view, parameters } = useAddress()
  const { data } = useData(ShellDocument, view ? { view } : {})
  const release = parameters.get('release')
  const edition = release ? words.view.inRelease(release) : data ? words.footer.revision(data.revision) : ''
  const reading = { edition, url: location.href, accessed: isoDay.format() }
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {words.take.cite}
      </button>
      <dialog ref={dialog} className="cite" aria-label={words.take.citeTitle} onClose={() => setCopied('')}>
        <div className="hd">
          <h2>{words.take.citeTitle}</h2>
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {words.take.close}
          </button>
        </div>
        {citations({ ...cited, ...reading }, words.take.text).map(({ form, text }) => (
          <section key={form}>
            <div className="hd">
              <h3>{form}</h3>
              <button
                type="button"
                className="btn"
                aria-label={`${words.take.copy} ${form}`}
                onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(form))}
              >
                {copied === form ? words.take.copied : words.take.copy}
              </button>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus. */}
            <pre tabIndex={0}>{text}</pre>
          </section>
        ))}
        <p role="status" className="vh">
          {copied && words.take.copied}
        </p>
      </dialog>
    </>
  )
}
