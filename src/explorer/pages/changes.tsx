import { useState } from 'react'
import { Go, nodePath, sourcePath } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { ChangesDocument } from '../generated/graphql.js'
import { Scroll } from '../parts/scroll.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { EntityLink } from '../parts/value.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

/** The change feed, readable: oldest first, as clients that keep a copy read it. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ChangesPage() {
  const words = useWords()
  const { view: _, ...languages } = useShared() as ReturnType<typeof useShared> & { readonly view?: unknown }
  const [cursors, setCursors] = useState<readonly string[]>([])
  const after = cursors.at(-1)
  const answer = useData(ChangesDocument, { ...languages, ...(after && { after }) })
  useTitle(words.nav.changes)
  return (
    <Loaded answer={answer} what={words.nav.changes}>
      {({ changes, revision }) => (
        <>
          <div className="head">
            <h1>{words.nav.changes}</h1>
            <p className="note">
              {words.footer.revision(revision)} ·{' '}
              {words.list_.rows(
                cursors.length * 100 + 1,
                cursors.length * 100 + changes.nodes.length,
                changes.totalCount,
              )}
            </p>
          </div>
          <p className="take">
            {cursors.length > 0 && (
              <button type="button" onClick={() => setCursors(cursors.slice(0, -1))}>
                {words.list_.previous}
              </button>
            )}
            {changes.pageInfo.hasNextPage && (
              <button type="button" onClick={() => setCursors([...cursors, changes.pageInfo.endCursor ?? ''])}>
                {words.list_.next}
              </button>
            )}
            <OpenAsQuery asked={answer.asked} />
            <Download
              table={{
                name: 'changes',
                columns: ['cursor', 'at', 'kind', 'entity', 'statement', 'source', 'conflict'],
                rows: changes.nodes.map(each => [
                  each.cursor,
                  each.at,
                  each.kind,
                  each.entity?.id ?? null,
                  each.statement?.id ?? null,
                  each.source?.id ?? null,
                  each.conflict?.id ?? null,
                ]),
              }}
            />
          </p>
          <Scroll label={`${words.nav.changes}, ${words.entity.table}`}>
            <table className="tb">
              <thead>
                <tr>
                  <th scope="col">{words.timeline.when}</th>
                  <th scope="col">{words.changes.kind}</th>
                  <th scope="col">{words.evidence.subject}</th>
                  <th scope="col">{words.evidence.statement}</th>
                </tr>
              </thead>
              <tbody>
                {changes.nodes.map(({ cursor, at, kind, entity, statement, source, conflict, formerId }) => (
                  <tr key={cursor}>
                    <td className="nw">
                      <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>
                    </td>
                    <td>{words.changes.kinds[kind] ?? kind}</td>
                    <th scope="row">
                      {entity && <EntityLink entity={entity} alone />}
                      {source && (
                        <Go to={sourcePath(source.id)} className="q" lang={languageOf(source.title)}>
                          {source.title}
                        </Go>
                      )}
                      {formerId && ` ← ${formerId}`}
                    </th>
                    <td>
                      {statement && (
                        <>
                          <Go to={nodePath(statement.id)} className="q">
                            {statement.property.label}
                          </Go>{' '}
                          <span className="src" lang={statement.language}>
                            {statement.asStated}
                          </span>
                        </>
                      )}
                      {conflict && (
                        <>
                          {' '}
                          <Go to={nodePath(conflict.id)}>{words.evidence.conflict}</Go>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </Loaded>
  )
}
