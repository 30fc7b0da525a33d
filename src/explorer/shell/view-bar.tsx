import { useRef } from 'react'
import { Go, GoTo, useAddress } from '../address/address.js'
import { listIn, viewParameters } from '../address/view.js'
import { useWords, type Words } from '../words/words.js'

/** The view as a sentence, whose phrases open the controls that change it. */
export function ViewBar({ name }: { readonly name?: string }) {
  const words = useWords()
  const { parameters, view, here, href, path } = useAddress()
  const isSide = name !== undefined
  const dialog = useRef<HTMLDialogElement>(null)
  const open = (field: string) => () => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
  }
  const noView = Object.fromEntries(viewParameters.map(name => [name, null]))
  const validAt = parameters.get('validAt')
  const knownAt = parameters.get('knownAt')
  const release = parameters.get('release')
  const trust = trustInWords(parameters, words)
  const phrase = (text: string, isChanged: boolean, field: string) => (
    <button type="button" aria-haspopup="dialog" className={isChanged ? 'changed' : undefined} onClick={open(field)}>
      {text}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line of text.
    <div className={view ? 'view set' : 'view'} role="group" aria-label={name ?? words.view.name}>
      <div className="view-in">
        <span>
          {words.view.before}
          {phrase(validAt ?? words.view.today, validAt !== null, 'validAt')}
          {words.view.known}
          {release !== null
            ? phrase(words.view.inRelease(release), true, 'release')
            : phrase(knownAt ?? words.view.now, knownAt !== null, 'knownAt')}
          {words.view.trust}
          {phrase(trust ?? words.view.default, trust !== undefined, 'languages')}
          {words.view.after}
        </span>
        <span className="grow" />
        {view && <GoTo href={here(noView)}>{words.view.reset}</GoTo>}
        {path !== '/compare' && !isSide && (
          <Go
            to="/compare"
            className="opt"
            with={{
              ...noView,
              path: path === '/' ? null : pageOf(path, parameters),
              a: viewPart(href('/')),
              b: 'languages=en,zh-Hans',
            }}
          >
            {words.view.compare}
          </Go>
        )}
        <dialog ref={dialog} aria-label={words.view.name} className="viewdialog">
          <ViewForm onDone={() => dialog.current?.close()} />
        </dialog>
      </div>
    </div>
  )
}

/** An address without its view and language. */
function pageOf(path: string, parameters: URLSearchParams): string {
  const own = new URLSearchParams(parameters)
  for (const name of [...viewParameters, 'lang']) own.delete(name)
  return own.size > 0 ? `${path}?${own}` : path
}

/** The view parameters of an address, as one parameter of another. */
export function viewPart(href: string): string {
  const parameters = new URLSearchParams(href.split('?')[1] ?? '')
  const only = viewParameters.flatMap(name => (parameters.has(name) ? [`${name}=${parameters.get(name)}`] : []))
  return only.join('&')
}

function ViewForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords()
  const { parameters, here, go } = useAddress()
  const languages = parameters.get('languages') ?? ''
  const isOnly = parameters.get('others')?.toUpperCase() === 'NEVER'
  const chosen = languages === '' ? '' : `${languages}${isOnly ? '!' : ''}`
  const options: readonly (readonly [string, string])[] = [
    ['', words.view.languagesHelp.none],
    ['zh-Hans,en', words.view.languagesHelp.zh],
    ['en,zh-Hans', words.view.languagesHelp.en],
    ['zh-Hans!', words.view.languagesHelp.zhOnly],
    ['en!', words.view.languagesHelp.enOnly],
  ]
  const isListed = options.some(([value]) => value === chosen)
  return (
    <form
      method="dialog"
      key={parameters.toString()}
      onSubmit={event => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        const text = (name: string) => String(data.get(name) ?? '').trim()
        const order = text('languages')
        const sources = text('sources')
        onDone()
        go(
          here({
            validAt: text('validAt'),
            knownAt: text('release') ? null : instant(text('knownAt')),
            release: text('release'),
            languages: order.replace('!', ''),
            others: order.endsWith('!')
              ? 'NEVER'
              : order === '' && isOnly && sources === ''
                ? null
                : isOnly && !order
                  ? 'NEVER'
                  : null,
            sources,
            minConfidence: text('minConfidence'),
          }),
        )
      }}
    >
      <label>
        <span>{words.view.heldWhen}</span>
        <input name="validAt" defaultValue={parameters.get('validAt') ?? ''} placeholder={words.view.today} />
        <small>{words.view.heldHelp}</small>
      </label>
      <label>
        <span>{words.view.knownWhen}</span>
        <input name="knownAt" defaultValue={parameters.get('knownAt') ?? ''} placeholder={words.view.now} />
        <small>{words.view.knownHelp}</small>
      </label>
      <label>
        <span>{words.view.release}</span>
        <input name="release" defaultValue={parameters.get('release') ?? ''} placeholder={words.view.noRelease} />
      </label>
      <label>
        <span>
          {words.view.whose}: {words.view.languages}
        </span>
        <select name="languages" defaultValue={chosen}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {!isListed && <option value={chosen}>{languages}</option>}
        </select>
      </label>
      <label>
        <span>{words.view.sources}</span>
        <input name="sources" defaultValue={parameters.get('sources') ?? ''} placeholder="shobserver-768612" />
      </label>
      <label>
        <span>{words.view.confidence}</span>
        <input
          name="minConfidence"
          type="number"
          min="0"
          max="1"
          step="0.05"
          defaultValue={parameters.get('minConfidence') ?? ''}
          placeholder="0"
        />
      </label>
      <p>
        <button type="submit" className="btn main">
          {words.view.apply}
        </button>{' '}
        <button type="button" className="btn" onClick={onDone}>
          {words.view.close}
        </button>
      </p>
    </form>
  )
}

/** A day means the end of that day, so that statements recorded on the day count. */
const instant = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text)

/** Whose word counts, in words; undefined for the default. */
export function trustInWords(parameters: URLSearchParams, words: Words): string | undefined {
  const languages = listIn(parameters, 'languages').map(tag => words.view.language[tag.split('-')[0] ?? ''] ?? tag)
  const named = [...listIn(parameters, 'sources'), ...languages]
  const isOnly = parameters.get('others')?.toUpperCase() === 'NEVER'
  const least = parameters.get('minConfidence')
  const order =
    named.length === 0
      ? undefined
      : words.tag === 'en'
        ? isOnly
          ? `${named.join(', then ')} ${words.view.only}`
          : `${named.join(' before ')}${named.length === 1 ? ' first' : ''}`
        : isOnly
          ? `${words.view.only}${named.join('、')}`
          : named.length === 1
            ? `${named[0]}${words.view.first}`
            : named.join('先于')
  const parts = [order, least ? words.view.minConfidence(least) : undefined].filter(part => part !== undefined)
  return parts.length > 0 ? parts.join(words.tag === 'en' ? ', ' : '、') : undefined
}
