import { Go, nodePath } from '../../address/address.js'
import type { Fact } from '../../parts/facts.js'
import { groupBy } from '../../parts/facts.js'
import { Fork, LanguageMark } from '../../parts/witness.js'
import { useWords } from '../../words/words.js'
import type { ShownEntity } from './shown.js'

/** What contradicts what, in the words of either side. */
export function ConflictSection({ entity }: { readonly entity: ShownEntity; readonly facts: readonly Fact[] }) {
  const words = useWords()
  const { nodes, totalCount } = entity.conflicts
  const byId = new Map(entity.statements.nodes.map(statement => [statement.id, statement]))
  const open = nodes.filter(({ status }) => status === 'OPEN').length
  return (
    <section aria-label={words.entity.conflicts}>
      <h2>
        {words.entity.conflicts} <span className="c">{words.entity.open(open)}</span>
      </h2>
      {totalCount === 0 && <p className="note">{words.rules.agree}</p>}
      <ul className="contests">
        {nodes.map(({ id, property, statements, decision }) => {
          const sides = [
            ...groupBy(
              statements.flatMap(side => byId.get(side.id) ?? []),
              ({ asStated }) => asStated,
            ),
          ]
          return (
            <li key={id} className="bar">
              <p className="note">
                <span className="tagf">
                  <Fork /> {property.label}
                </span>
              </p>
              <ul className="sidesrow">
                {sides.map(([asStated, [side]]) =>
                  side ? (
                    <li key={asStated}>
                      <LanguageMark language={side.edition.language} isOriginal={!side.edition.translationOf} />{' '}
                      <span className="val" lang={side.language}>
                        {asStated}
                      </span>{' '}
                      <span className="note">{side.edition.source.publisher ?? side.edition.source.title}</span>
                    </li>
                  ) : null,
                )}
              </ul>
              <p className="note">
                {decision ? words.entity.decidedBy(decision.by) : words.entity.notDecided}{' '}
                <Go to={nodePath(id)}>{words.entity.conflictPage}</Go>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
