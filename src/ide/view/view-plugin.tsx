import { Button, type GraphiQLPlugin } from '@graphiql/react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type OpenTab, useOpenTab } from '../request/open-tab.js'
import { isTemporary, post } from '../request/post.js'
import { asciiJson, viewHeader } from '../request/request-headers.js'
import { words } from '../words/words.js'
import { describeView } from './describe-view.js'
import { setView, useView } from './tab-views.js'
import { useChoices } from './view-choices.js'
import { noFields, partsOf, readView, type ViewFields, viewOf } from './view-fields.js'

/** The pane that chooses the view of the open tab. */
export const viewPlugin: GraphiQLPlugin = { title: words.view.title, icon: EyeIcon, content: ViewPane }

function ViewPane() {
  const tab = useOpenTab()
  const view = useView(tab.id)
  // Another tab, or a view from elsewhere: the form begins again from the view.
  return <ViewForm key={`${tab.id} ${view}`} tab={tab} view={view} />
}

function ViewForm({ tab, view }: { readonly tab: OpenTab; readonly view: string }) {
  const [fields, setFields] = useState<ViewFields>(() => readView(view)?.fields ?? noFields)
  const [problem, setProblem] = useState('')
  const choices = useChoices(tab.headers)
  const isRelease = fields.release.trim() !== ''
  const set = (changed: Partial<ViewFields>) => setFields({ ...fields, ...changed })
  const apply = async (event: FormEvent) => {
    event.preventDefault()
    const chosen = viewOf(isRelease ? { ...noFields, ...pickRelease(fields) } : fields)
    const refusal = chosen === '' ? '' : await refusalOf(chosen, tab.headers)
    setProblem(refusal)
    if (refusal === '') setView(tab.id, chosen)
  }
  return (
    <section className="ide-pane" aria-label={words.view.title}>
      <h2>{words.view.title}</h2>
      <p className="ide-hint">{words.view.intro}</p>
      <dl className="ide-current">
        <dt>{words.view.current}</dt>
        <dd>
          {describeView(view)}
          {view !== '' && <code>{`${viewHeader}: ${asciiJson(view)}`}</code>}
        </dd>
      </dl>
      {tab.isViewWritten && <p className="ide-warning">{words.view.overridden}</p>}
      <form className="ide-form" onSubmit={event => void apply(event)}>
        <Field label={words.view.language} help={words.view.languageHelp}>
          {props => (
            <select {...props} value={fields.language} onChange={({ target }) => set({ language: target.value })}>
              <option value="">{words.view.asStated}</option>
              {optionsWith(['zh-Hans', 'en'], fields.language).map(tag => (
                <option key={tag} value={tag}>
                  {words.view.languageName(tag)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.view.validAt} help={words.view.validAtHelp}>
          {props => (
            <input
              {...props}
              value={fields.validAt}
              placeholder={words.view.today}
              onChange={({ target }) => set({ validAt: target.value })}
            />
          )}
        </Field>
        <Field label={words.view.release} help={words.view.releaseHelp}>
          {props => (
            <select {...props} value={fields.release} onChange={({ target }) => set({ release: target.value })}>
              <option value="">{words.view.noRelease}</option>
              {optionsWith(
                choices.releases.map(({ id }) => id),
                fields.release,
              ).map(id => (
                <option key={id} value={id}>
                  {choices.releases.find(release => release.id === id)?.title ?? id}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.view.knownAt} help={words.view.knownAtHelp}>
          {props => (
            <input
              {...props}
              value={fields.knownAt}
              placeholder={words.view.now}
              disabled={isRelease}
              onChange={({ target }) => set({ knownAt: target.value })}
            />
          )}
        </Field>
        <fieldset disabled={isRelease}>
          <legend>{words.view.trust}</legend>
          <Field label={words.view.languages}>
            {props => (
              <select {...props} value={fields.languages} onChange={({ target }) => set({ languages: target.value })}>
                <option value="">{words.view.noPreference}</option>
                {optionsWith(orders, fields.languages).map(order => (
                  <option key={order} value={order}>
                    {words.view.order(partsOf(order))}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.view.sources} help={words.view.sourcesHelp}>
            {props => (
              <textarea
                {...props}
                rows={2}
                value={fields.sources}
                onChange={({ target }) => set({ sources: target.value })}
              />
            )}
          </Field>
          <select
            aria-label={words.view.addSource}
            value=""
            onChange={({ target }) => set({ sources: [...partsOf(fields.sources), target.value].join('\n') })}
          >
            <option value="">{words.view.addSource}</option>
            {choices.sources
              .filter(({ id }) => !partsOf(fields.sources).includes(id))
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {`${title} (${id})`}
                </option>
              ))}
          </select>
          <label className="ide-check">
            <input type="checkbox" checked={fields.isOnly} onChange={({ target }) => set({ isOnly: target.checked })} />
            <span>
              {words.view.only}
              <small>{words.view.onlyHelp}</small>
            </span>
          </label>
          <Field label={words.view.minConfidence}>
            {props => (
              <input
                {...props}
                inputMode="decimal"
                value={fields.minConfidence}
                placeholder="0"
                onChange={({ target }) => set({ minConfidence: target.value })}
              />
            )}
          </Field>
        </fieldset>
        {problem !== '' && (
          <p className="ide-warning" role="alert">
            {problem}
          </p>
        )}
        <div className="ide-buttons">
          <Button type="submit" className="ide-main">
            {words.view.apply}
          </Button>
          <Button
            type="button"
            disabled={view === '' && viewOf(fields) === ''}
            onClick={() => {
              setProblem('')
              setFields(noFields)
              setView(tab.id, '')
            }}
          >
            {words.view.clear}
          </Button>
        </div>
      </form>
    </section>
  )
}

const orders = ['zh-Hans, en', 'en, zh-Hans', 'zh-Hans', 'en']

/** The offered values, and the one that is there if it is another. */
const optionsWith = (offered: readonly string[], value: string): readonly string[] =>
  value === '' || offered.includes(value) ? offered : [...offered, value]

/** A release has its own recording time and trust. */
const pickRelease = ({ language, validAt, release }: ViewFields) => ({ language, validAt, release })

/** Why the server refuses a view; empty if it takes it. */
async function refusalOf(view: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const sent = { ...headers, [viewHeader]: asciiJson(view) }
  // A server that cannot be reached now may take the view later.
  const answer = await post({ query: '{ revision }' }, sent).catch(() => undefined)
  if (answer && isTemporary(answer.facts)) return ''
  return answer?.result.errors?.map(({ message }) => message).join(' ') ?? ''
}

interface FieldProps {
  readonly id: string
  readonly 'aria-describedby'?: string
}

function Field({
  label,
  help,
  children,
}: {
  readonly label: string
  readonly help?: string
  readonly children: (props: FieldProps) => ReactNode
}) {
  const id = useId()
  return (
    <div className="ide-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(help !== undefined && { 'aria-describedby': `${id}-help` }) })}
      {help !== undefined && <small id={`${id}-help`}>{help}</small>}
    </div>
  )
}

function EyeIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z" />
      <circle cx="12" cy="12" r="3" />
    </svg>
  )
}
