import { GoTo } from '../../address/address.js'
import { EntityLink } from '../../parts/value.js'
import { Fork } from '../../parts/witness.js'
import { useWords } from '../../words/words.js'
import { type GraphModel, largestOpenGroup } from './model.js'

/** What the picture has, as a list by type: each entity a link, and the way to what surrounds it. */
export function GroupList({
  model,
  expanded,
  groupHref,
  expandHref,
}: {
  readonly model: GraphModel
  readonly expanded: ReadonlySet<string>
  readonly groupHref: (type: string) => string
  readonly expandHref: (id: string) => string
}) {
  const words = useWords()
  return (
    <div className="grouplist">
      {model.groups.map(({ type, members, isOpen }) => (
        <section key={type} aria-label={words.types[type]?.[1] ?? type}>
          {members.length > largestOpenGroup && (
            <GoTo href={groupHref(type)} className="note apart">
              {isOpen ? words.graph.together : words.graph.apart}
            </GoTo>
          )}
          <details open={isOpen}>
            <summary>
              <h3>
                {words.types[type]?.[1] ?? type} <span className="c">{members.length}</span>
              </h3>
            </summary>
            <ul>
              {members.map(({ entity, links }) => (
                <li key={entity.id}>
                  <span>
                    <EntityLink entity={entity} />{' '}
                    {entity.openConflictCount > 0 && (
                      <span className="tagf">
                        <Fork /> {entity.openConflictCount}
                      </span>
                    )}{' '}
                    <span className="note">{words.list(links)}</span>
                  </span>
                  <GoTo
                    className="btn"
                    href={expandHref(entity.id)}
                    aria-label={`${expanded.has(entity.id) ? words.graph.collapse : words.graph.expand}: ${entity.label}`}
                  >
                    <span aria-hidden="true">{expanded.has(entity.id) ? '−' : '+'}</span>
                  </GoTo>
                </li>
              ))}
            </ul>
          </details>
        </section>
      ))}
    </div>
  )
}
