import type { WalkedLink } from '../store/rows/resolved-rows.js'
import { targetOf } from '../views/links.js'
import type { ViewReader } from '../views/view-reader.js'
import { maxPaths, maxSteps } from './find-paths.js'
import type { Hop, WalkWish } from './hop.js'
import { distancesFrom, type Step, waysOfLength } from './ways.js'

/** A step along a link of rows. Its entities and statement are read only when they are shown. */
export interface RowHop extends Step {
  readonly from: string
  readonly property: string
  readonly statement: string
  readonly reversed: boolean
}

export interface RowPaths {
  readonly paths: readonly (readonly RowHop[])[]
  readonly truncated: boolean
}

/**
 * The paths of `findPaths` by the links of the rows of what holds, from one end to another one; `onlyShortest`: those of the
 * least length. Undefined if the rows are not of this view and revision, if an end has no row, and if the links are too many or
 * do not tell the order: then the statements are walked.
 */
export async function findRowPaths(
  reader: ViewReader,
  [from, to]: readonly [from: string, to: string],
  maxHops: number,
  { links, minConfidence }: WalkWish,
  onlyShortest: boolean,
): Promise<RowPaths | undefined> {
  const asked = { from, to, maxHops, links, minConfidence, onlyShortest }
  return await reader.deriveFound(
    `paths ${JSON.stringify(asked)}`,
    () => walkRows(reader, asked),
    ({ paths }) => 100 + paths.flat().length * bytesOfHop,
  )
}

/** Of ids and objects, about. */
const bytesOfHop = 400

interface Asked extends WalkWish {
  readonly from: string
  readonly to: string
  readonly maxHops: number
  readonly onlyShortest: boolean
}

async function walkRows(
  reader: ViewReader,
  { from, to, maxHops, links, minConfidence, onlyShortest }: Asked,
): Promise<RowPaths | undefined> {
  if (from === to) return undefined
  const all = reader.ontology.types.flatMap(({ properties }) =>
    properties.flatMap(({ id, value }) => (value.kind === 'entity' ? [id] : [])),
  )
  const properties = links ?? [...new Set(all)]
  if (properties.length === 0) return undefined
  const walk = { kind: 'walk', from, to, maxHops, properties, minConfidence, onlyShortest } as const
  const walked = await reader.askRows<readonly WalkedLink[]>(walk)
  const steps = walked && RowSteps.of(walked)
  if (!steps) return undefined
  const least = distancesFrom(from, maxHops, id => steps.hopsFrom(id).map(hop => hop.to.id)).get(to)
  if (least === undefined) return { paths: [], truncated: false }
  const paths: (readonly RowHop[])[] = []
  const left = { left: maxSteps }
  for (let length = least; length <= (onlyShortest ? least : maxHops); length++)
    for (const path of waysOfLength(steps, from, to, length, left)) {
      if (paths.length === maxPaths) return { paths, truncated: true }
      paths.push(path)
    }
  return { paths, truncated: left.left <= 0 }
}

/** The entities and the statement of a step: of several statements for one link the best. */
export async function readHop(reader: ViewReader, hop: RowHop, { minConfidence }: WalkWish): Promise<Hop> {
  const [from, to] = await Promise.all([reader.getEntity(hop.from), reader.getEntity(hop.to.id)])
  const [subject, target] = hop.reversed ? [to, from] : [from, to]
  const statement = subject
    .resolveNamed(hop.property)
    ?.counted.find(each => targetOf(each) === target.id && each.confidence >= minConfidence)
  if (!statement) throw new Error(`The row of ${subject.id} has a link that its statements do not have.`)
  return { from, to, statement, reversed: hop.reversed }
}

/** The steps that links of rows allow, as `CountedLinks` has them. */
class RowSteps {
  private constructor(readonly hops: ReadonlyMap<string, readonly RowHop[]>) {}

  /** Undefined if the order of steps depends on which of several statements is the best for a link. */
  static of(links: readonly WalkedLink[]): RowSteps | undefined {
    const byEntity = new Map<string, Map<string, RowHop & { readonly isOnly: boolean }>>()
    const add = (from: string, to: string, { property, statement }: WalkedLink, reversed: boolean) => {
      const its = byEntity.get(from) ?? new Map()
      byEntity.set(from, its)
      const key = JSON.stringify([to, property, reversed])
      its.set(key, { from, to: { id: to }, property, statement, reversed, isOnly: !its.has(key) })
    }
    for (const link of links) {
      add(link.from, link.to, link, false)
      if (link.from !== link.to) add(link.to, link.from, link, true)
    }
    const hops = new Map<string, readonly RowHop[]>()
    for (const [id, its] of byEntity) {
      const inOrder = [...its.values()].sort((a, b) => compare(a.to.id, b.to.id) || compare(a.statement, b.statement))
      const isUnclear = inOrder.some(
        ({ isOnly, to }, i) => !isOnly && [inOrder[i - 1], inOrder[i + 1]].some(other => other?.to.id === to.id),
      )
      if (isUnclear) return undefined
      hops.set(id, inOrder)
    }
    return new RowSteps(hops)
  }

  hopsFrom(id: string): readonly RowHop[] {
    return this.hops.get(id) ?? []
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
