import { useEffect, useId, useRef, useState } from 'react'
import { entityPath, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { SearchDocument, type SearchQuery } from '../generated/graphql.js'
import { MatchedText, reasonIn } from '../parts/match.js'
import { languageOf, useShared, useWords } from '../words/words.js'

type Hit = SearchQuery['search']['edges'][number]

/** Finds as one types. Arrow keys move through the suggestions, Enter opens one, Escape closes them. */
export function SearchBox({ isLarge = false }: { readonly isLarge?: boolean }) {
  const words = useWords()
  const shared = useShared()
  const address = useAddress()
  const inAddress = address.path === '/search' ? (address.parameters.get('q') ?? '') : ''
  const [text, setText] = useState(inAddress)
  const [asked, setAsked] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => setText(inAddress), [inAddress])
  // One question a pause in typing, not one a key.
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 150)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useData(
    SearchDocument,
    { ...shared, query: asked.slice(0, 256), first: 7 },
    { pause: !isOpen || asked === '' },
  )
  const hits: readonly Hit[] = asked !== '' && text.trim() !== '' ? (data?.search.edges ?? []) : []
  const query = text.trim()
  const isShown = isOpen && query !== ''

  const openAll = () => {
    setOpen(false)
    address.go(address.href('/search', { q: query }))
  }
  const open = (hit: Hit) => {
    setOpen(false)
    setText('')
    address.go(address.href(entityPath(hit.node.id)))
  }

  return (
    <search className="findbox">
      <form
        className={isLarge ? 'find big' : 'find'}
        action="search"
        onSubmit={event => {
          event.preventDefault()
          const hit = hits[at]
          if (isShown && hit) open(hit)
          else openAll()
        }}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
        }}
      >
        <input
          ref={input}
          type="search"
          name="q"
          role="combobox"
          aria-label={words.search.name}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && at >= 0 ? `${listId}-${at}` : undefined}
          data-search
          placeholder={isLarge ? words.search.placeholderLong : words.search.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={256}
          value={text}
          onFocus={() => setOpen(true)}
          onChange={event => {
            setText(event.target.value)
            setOpen(true)
            setAt(-1)
          }}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            const count = hits.length + 1
            if (event.key === 'ArrowDown') setAt(((at + 2) % (count + 1)) - 1)
            else if (event.key === 'ArrowUp') setAt(((at + 1 + count) % (count + 1)) - 1)
            else if (event.key === 'Escape') setOpen(false)
            else return
            event.preventDefault()
          }}
        />
        {!isLarge && (
          <span className="key" aria-hidden="true">
            /
          </span>
        )}
        {isLarge && (
          <button type="submit" className="btn main">
            {words.search.submit}
          </button>
        )}
        <div id={listId} className="suggest" role="listbox" aria-label={words.search.suggestions} hidden={!isShown}>
          {isShown &&
            hits.map((hit, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the combobox.
              <div
                key={hit.node.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                onMouseDown={event => event.preventDefault()}
                onClick={() => open(hit)}
              >
                <span className="val" lang={languageOf(hit.node.label)}>
                  {hit.node.label}
                </span>{' '}
                {hit.node.other !== hit.node.label && (
                  <span className="src other" lang={languageOf(hit.node.other)}>
                    {hit.node.other}
                  </span>
                )}{' '}
                <span className="note">
                  {words.types[hit.node.type]?.[0]} · {reasonIn(words, hit.match)}{' '}
                  {hit.match.text !== hit.node.label && hit.match.text !== hit.node.other && (
                    <MatchedText match={hit.match} />
                  )}
                </span>
              </div>
            ))}
          {isShown && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the combobox.
            <div
              id={`${listId}-${hits.length}`}
              role="option"
              aria-selected={at === hits.length}
              tabIndex={-1}
              onMouseDown={event => event.preventDefault()}
              onClick={openAll}
            >
              <span className="note">{words.search.all(query)} ↵</span>
            </div>
          )}
        </div>
      </form>
    </search>
  )
}
