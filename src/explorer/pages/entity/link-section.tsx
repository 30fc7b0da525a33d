import { useState } from 'react'
import { useAddress } from '../../address/address.js'
import { groupBy } from '../../parts/facts.js'
import { EntityLink } from '../../parts/value.js'
import { WitnessButton } from '../../parts/witness.js'
import { useWords } from '../../words/words.js'
import type { ShownEntity, ShownLink } from './shown.js'

const shortList = 20

/** What links to the entity; what it links to is among its facts. */
export function LinkSection({
  entity,
  links,
  isTruncated,
}: {
  readonly entity: ShownEntity
  readonly links: readonly ShownLink[]
  readonly isTruncated: boolean
}) {
  const words = useWords()
  return (
    <section aria-label={words.entity.links}>
      <h2>
        {words.entity.links} <span className="c">{links.length}</span>
      </h2>
      {links.length === 0 && <p className="note">{words.entity.none.links}</p>}
      <dl className="facts">
        {[...groupBy(links, ({ statement, from }) => `${statement.property.name} ${from.type}`)].map(([key, group]) => (
          <LinkGroup key={`${entity.id} ${key}`} links={group} />
        ))}
      </dl>
      {isTruncated && (
        <p className="note more" role="status">
          {words.states.truncatedGraph}
        </p>
      )}
    </section>
  )
}

function LinkGroup({ links }: { readonly links: readonly ShownLink[] }) {
  const words = useWords()
  const { parameters, here, go } = useAddress()
  const [isWhole, setWhole] = useState(links.length <= shortList)
  const [first] = links
  if (!first) return null
  const label = first.statement.property.inverseLabel ?? first.statement.property.label
  const ends = [...groupBy(links, ({ from }) => from.id).values()]
  return (
    <div>
      <dt>
        {label}
        <small>
          {words.types[first.from.type]?.[0]}
          {ends.length > 3 && ` ${ends.length}`}
        </small>
      </dt>
      {(isWhole ? ends : ends.slice(0, 8)).map(([link, ...others]) => {
        if (!link) return null
        const value = {
          shown: link.statement,
          agreeing: others.map(({ statement }) => statement),
          contradicting: [],
          conflictId: undefined,
        }
        const isOpen = parameters.get('evidence') === link.statement.id
        return (
          <dd key={link.from.id}>
            <span className="val">
              <EntityLink entity={link.from} />
            </span>
            <WitnessButton
              label={label}
              value={value}
              isOpen={isOpen}
              onOpen={() => go(here({ evidence: isOpen ? null : link.statement.id }))}
            />
          </dd>
        )
      })}
      {!isWhole && (
        <dd>
          <button type="button" className="plain" onClick={() => setWhole(true)}>
            {words.entity.expand(ends.length)}
          </button>
        </dd>
      )}
    </div>
  )
}
