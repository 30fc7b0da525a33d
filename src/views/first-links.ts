import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityType } from '../ontology/ontology.js'
import type { LinkEnd } from '../store/store.js'
import { type LinkRow, targetOf } from './links.js'
import { all, chain, type MaybePromise } from './maybe-promise.js'
import type { EntityView, ViewReader } from './view-reader.js'

/**
 * The first `count` of the links that others make to any of the targets by one property that has one value
 * (`ComputeCentre.region`), by the subject's id. Subjects are read in that order, only until so many are found whose
 * link counts in the view: of a long list nearly all are left alone.
 */
export function firstLinkRows(
  reader: ViewReader,
  targets: readonly EntityView[],
  link: string,
  count: number,
): MaybePromise<readonly LinkRow[]> {
  const [typeName = '', propertyId = ''] = link.split('.')
  const type = reader.ontology.findType(typeName)
  const property = type?.findProperty(propertyId)
  if (!type || !property) return []
  const streams = targets.map(({ id }): Stream => ({ target: id, ahead: [], after: undefined, isEnded: false }))
  return readOn(
    { reader, type, property, count, streams, targets: new Set(targets.map(({ id }) => id)) },
    [],
    new Set(),
  )
}

/** Links that lead to one target, as the store lists them. */
interface Stream {
  readonly target: string
  /** Read and not yet looked at. */
  ahead: readonly LinkEnd[]
  after: LinkEnd | undefined
  isEnded: boolean
}

interface Search {
  readonly reader: ViewReader
  readonly type: EntityType
  readonly property: PropertyDeclaration
  readonly count: number
  readonly streams: readonly Stream[]
  readonly targets: ReadonlySet<string>
}

function readOn(search: Search, found: readonly LinkRow[], seen: Set<string>): MaybePromise<readonly LinkRow[]> {
  const { reader, streams, count } = search
  const empty = streams.filter(({ ahead, isEnded }) => ahead.length === 0 && !isEnded)
  return chain(all(empty.map(stream => refill(search, stream))), () => {
    const subjects = takeInOrder(streams, count - found.length, seen)
    if (subjects.length === 0)
      return streams.every(({ ahead, isEnded }) => isEnded && ahead.length === 0) ? found : readOn(search, found, seen)
    return chain(reader.findEntities(subjects), entities => {
      const rows = [...found, ...entities.flatMap(subject => rowsOf(subject, search))]
      return rows.length >= count ? rows.slice(0, count) : readOn(search, rows, seen)
    })
  })
}

function refill({ reader, property, count }: Search, stream: Stream): MaybePromise<void> {
  const { target, after } = stream
  // One more than is shown says whether there are more, and one that does not count is no reason to ask again.
  const limit = count + 1
  const question = {
    kind: 'links',
    id: target,
    property: property.id,
    isInward: true,
    limit,
    ...(after && { after }),
  } as const
  return chain(reader.ask<'links'>(question), ends => {
    stream.isEnded = ends.length < limit
    stream.after = ends.at(-1) ?? after
    stream.ahead = ends
  })
}

/** The next subjects, each once, as far as all streams are known. */
function takeInOrder(streams: readonly Stream[], count: number, seen: Set<string>): readonly string[] {
  const taken: string[] = []
  while (taken.length < count) {
    let next: Stream | undefined
    for (const stream of streams) {
      const [end] = stream.ahead
      // What is still to be read of it may come before all that the others have.
      if (!end && !stream.isEnded) return taken
      if (end && (!next || end.entity < (next.ahead[0]?.entity ?? ''))) next = stream
    }
    const [end, ...rest] = next?.ahead ?? []
    if (!next || !end) break
    next.ahead = rest
    if (seen.has(end.entity)) continue
    seen.add(end.entity)
    taken.push(end.entity)
  }
  return taken
}

function rowsOf(subject: EntityView, { type, property, targets }: Search): readonly LinkRow[] {
  if (subject.type !== type) return []
  return subject
    .resolve(property)
    .counted.filter(statement => targets.has(targetOf(statement)))
    .map(statement => ({ id: subject.id, statement }))
}
