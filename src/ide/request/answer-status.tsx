import { describeView } from '../view/describe-view.js'
import { words } from '../words/words.js'
import { type AnswerFacts, useAnswerFacts } from './answer-facts.js'
import { useOpenTab } from './open-tab.js'
import { asciiJson } from './request-headers.js'

/** The line below the answer: status, time, size and cost, or the number of events; and the view of the tab. */
export function AnswerStatus({ onView }: { readonly onView: () => void }) {
  const { id, view } = useOpenTab()
  const facts = useAnswerFacts(id)
  const isOfAnotherView = facts && 'view' in facts && facts.view !== asciiJson(view)
  const items = [
    ...itemsOf(facts),
    ...(isOfAnotherView ? [{ text: words.status.readIn(describeView(facts.view)), isBad: true }] : []),
  ]
  return (
    <div className="ide-status">
      <div role="status" aria-label={words.status.name}>
        {items.map(({ text, help, isBad = false }: Item) => (
          <span key={text} title={help} className={isBad ? 'ide-bad' : undefined}>
            {text}
          </span>
        ))}
      </div>
      <button type="button" onClick={onView}>
        <span>{words.view.title}</span> {describeView(view)}
      </button>
    </div>
  )
}

interface Item {
  readonly text: string
  readonly help?: string
  readonly isBad?: boolean
}

function itemsOf(facts: AnswerFacts | undefined): readonly Item[] {
  switch (facts?.kind) {
    case undefined:
      return [{ text: words.status.notRun }]
    case 'waiting':
      return [{ text: words.status.waiting }]
    case 'stopped':
      return [{ text: words.status.stopped }]
    case 'failed':
      return [{ text: words.status.failed, isBad: true }]
    case 'events':
      return [
        { text: words.status.events(facts.received, facts.shown) },
        { text: facts.isOpen ? words.status.open : words.status.ended },
      ]
    case 'answer': {
      const { status, milliseconds, bytes, cost } = facts
      return [
        { text: words.status.http(status), isBad: status >= 400 },
        { text: words.status.milliseconds(Math.round(milliseconds)) },
        { text: sizeOf(bytes), help: words.status.size },
        ...(cost ? [{ text: words.status.cost(cost.predicted, cost.max), help: words.status.costHelp }] : []),
      ]
    }
  }
}

/** In the units of networks: 1 kB is 1000 bytes. */
const sizeOf = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
