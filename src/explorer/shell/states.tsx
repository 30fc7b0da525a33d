import { type ReactNode, useContext, useEffect, useState } from 'react'
import { AddressOverride, Go, GoTo, useAddress } from '../address/address.js'
import { viewParameters } from '../address/view.js'
import type { Answer, Failure } from '../client/use-data.js'
import { useWords } from '../words/words.js'

/** That something is being read; after four seconds, that it takes long. */
export function Loading({ what }: { readonly what: string }) {
  const words = useWords()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 4_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="ghost" role="status">
      <p className="note">{words.states.loading(what)}</p>
      {isSlow && <p className="note">{words.states.slow}</p>}
      <i />
      <i />
      <i />
    </div>
  )
}

/** An error: what happened, its code, and what to do. */
export function FailureNote({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) {
  const words = useWords()
  const { view, here } = useAddress()
  const isOfView = view !== undefined && /VIEW|RELEASE|BAD|INVALID|UNKNOWN/.test(failure.code)
  const noView = Object.fromEntries(viewParameters.map(name => [name, null]))
  return (
    <div className="st err">
      <div role="alert">
        <p>
          {isOfView ? words.states.badView : (words.states.failures[failure.code] ?? failure.message)}{' '}
          <code>{failure.code}</code>
        </p>
        {failure.code !== 'UNREACHABLE' && <p className="note">{failure.message}</p>}
        <p className="take">
          <button type="button" onClick={retry}>
            {words.states.retry}
          </button>
          {isOfView && <GoTo href={here(noView)}>{words.view.reset}</GoTo>}
          <Go to="/">{words.states.home}</Go>
        </p>
      </div>
    </div>
  )
}

/** What an answer holds, or the state it is in. Old content stays under an error. */
export function Loaded<Result>({
  answer,
  what,
  isPart = false,
  children,
}: {
  readonly answer: Answer<Result>
  readonly what: string
  /** Whether the page has a heading of its own. */
  readonly isPart?: boolean
  readonly children: (data: Result) => ReactNode
}) {
  const words = useWords()
  const { data, failure, retry } = answer
  if (data === undefined)
    return failure ? (
      <>
        {!isPart && (
          <div className="head">
            <h1>{words.states.failed}</h1>
          </div>
        )}
        <FailureNote failure={failure} retry={retry} />
      </>
    ) : (
      <Loading what={what} />
    )
  return (
    <>
      {failure && (
        <>
          <FailureNote failure={failure} retry={retry} />
          <p className="note">{words.states.kept}</p>
        </>
      )}
      {children(data)}
    </>
  )
}

/** The line of a list that says which rows are shown and turns the page. While another page is read, the old rows are there. */
export function PageTurn<Result>({
  answer,
  what,
  children,
}: {
  readonly answer: Answer<Result>
  readonly what: string
  readonly children: ReactNode
}) {
  const words = useWords()
  return (
    <p className="take" role="status">
      {answer.isLoading && !answer.failure ? <span>{words.states.loading(what)}</span> : children}
    </p>
  )
}

/** A page that shows nothing: what happened, and what to do. */
export function Nothing({
  title,
  help,
  children,
}: {
  readonly title: string
  readonly help: string
  readonly children?: ReactNode
}) {
  const words = useWords()
  const { view, here } = useAddress()
  const noView = Object.fromEntries(viewParameters.map(name => [name, null]))
  return (
    <div className="st">
      <div className="head">
        <h1>{title}</h1>
      </div>
      <p className="lead">{help}</p>
      {children}
      <p className="take">
        {view && <GoTo href={here(noView)}>{words.view.reset}</GoTo>}
        <Go to="/search">{words.search.submit}</Go>
        <Go to="/">{words.states.home}</Go>
      </p>
    </div>
  )
}

/** The title of the page: in the tab, and announced when the page changes. */
export function useTitle(title: string | undefined): void {
  const { site } = useWords()
  // A page that is shown within another one leaves the title to that one.
  const isInside = useContext(AddressOverride) !== undefined
  useEffect(() => {
    if (title !== undefined && !isInside) document.title = title === site ? 'suanli 算力' : `${title} · ${site}`
  }, [title, site, isInside])
}
