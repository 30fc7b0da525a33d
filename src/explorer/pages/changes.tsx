import { Go, GoTo, nodePath, sourcePath, useAddress } from '../address/address.js'
import { type Answer, useData } from '../client/use-data.js'
import { ChangesDocument, type ChangesQuery, RevisionDocument } from '../generated/graphql.js'
import { Scroll } from '../parts/scroll.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { EntityLink } from '../parts/value.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

/** Revisions on one page, if all their changes have room on it. */
const revisionsAtOnce = 10

/** The change feed, readable: the newest revisions first. The address has the last revision of the page. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ChangesPage() {
  const words = useWords()
  const { parameters } = useAddress()
  const answer = useData(RevisionDocument, {})
  useTitle(words.nav.changes)
  return (
    <Loaded answer={answer} what={words.nav.changes}>
      {({ revision }) => {
        const wanted = Math.trunc(Number(parameters.get('revision'))) || revision
        return <Until newest={revision} last={Math.min(revision, Math.max(1, wanted))} />
      }}
    </Loaded>
  )
}

/** The changes of the revisions up to one: of ten, or of that one alone if they are too many for a page. */
function Until({ newest, last }: { readonly newest: number; readonly last: number }) {
  const words = useWords()
  const { parameters } = useAddress()
  const { language, other } = useShared()
  const after = parameters.get('after')
  const start = Math.max(0, last - revisionsAtOnce)
  const several = useData(ChangesDocument, { language, other, afterRevision: start }, { pause: after !== null })
  const isCut = several.data !== undefined && isTooLong(several.data, last)
  const isAlone = after !== null || (isCut && start < last - 1)
  const alone = useData(
    ChangesDocument,
    { language, other, ...(after === null ? { afterRevision: last - 1 } : { after }) },
    { pause: !isAlone },
  )
  return (
    <Loaded answer={isAlone ? alone : several} what={words.nav.changes}>
      {data => (
        <Changes
          data={data}
          asked={(isAlone ? alone : several).asked}
          newest={newest}
          first={isAlone ? last : start + 1}
          last={last}
        />
      )}
    </Loaded>
  )
}

/** Whether changes up to a revision are left that the page has no room for. */
const isTooLong = ({ changes: { pageInfo, nodes } }: ChangesQuery, last: number): boolean =>
  pageInfo.hasNextPage && (nodes.at(-1)?.revision ?? 0) <= last

function Changes({
  data,
  asked,
  newest,
  first,
  last,
}: {
  readonly data: ChangesQuery
  readonly asked: Answer<ChangesQuery>['asked']
  readonly newest: number
  readonly first: number
  readonly last: number
}) {
  const words = useWords()
  const { here, parameters } = useAddress()
  const { pageInfo, nodes, totalCount } = data.changes
  const hasMore = isTooLong(data, last)
  // Of one revision the changes stay in their order, in which what was added precedes what is stated of it.
  const shown = nodes.filter(({ revision }) => revision <= last).sort((a, b) => b.revision - a.revision)
  return (
    <>
      <div className="head">
        <h1>
          {words.nav.changes} <span className="c">{words.number(totalCount)}</span>
        </h1>
        <p className="note">
          {newest === 0 ? words.changes.none : words.changes.revisions(first, last)}{' '}
          {hasMore && words.changes.onlyPart(last)}
        </p>
      </div>
      <p className="take">
        {last < newest && <GoTo href={here({ revision: null, after: null })}>{words.changes.newestLink}</GoTo>}
        {last < newest && (
          <GoTo href={here({ revision: String(Math.min(newest, last + revisionsAtOnce)), after: null })}>
            {words.changes.later}
          </GoTo>
        )}
        {parameters.has('after') && (
          <GoTo href={here({ revision: String(last), after: null })}>{words.list_.first}</GoTo>
        )}
        {hasMore && <GoTo href={here({ revision: String(last), after: pageInfo.endCursor })}>{words.list_.next}</GoTo>}
        {first > 1 && <GoTo href={here({ revision: String(first - 1), after: null })}>{words.changes.earlier}</GoTo>}
        <OpenAsQuery asked={asked} />
        <Download
          table={{
            name: 'changes',
            columns: ['cursor', 'revision', 'at', 'kind', 'entity', 'statement', 'source', 'conflict'],
            rows: shown.map(each => [
              each.cursor,
              each.revision,
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
              <th scope="col">{words.changes.revision}</th>
              <th scope="col">{words.timeline.when}</th>
              <th scope="col">{words.changes.kind}</th>
              <th scope="col">{words.evidence.subject}</th>
              <th scope="col">{words.evidence.statement}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ cursor, revision, at, kind, entity, statement, source, conflict, formerId }) => (
              <tr key={cursor}>
                <td>{revision}</td>
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
  )
}
