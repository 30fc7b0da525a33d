import type { EntityLabelFragment, GraphQuery } from '../../generated/graphql.js'

export type Subgraph = GraphQuery['neighbourhood']

/** An entity of the picture, or all entities of a type that are too many to stand apart. */
export interface GraphNode {
  readonly key: string
  readonly type: string
  readonly form: 'centre' | 'entity' | 'group' | 'heading'
  readonly entity?: EntityLabelFragment
  /** Number of entities that it represents. */
  readonly count: number
  readonly x: number
  readonly y: number
  /** The side of its node on which its label is. */
  readonly side: 'left' | 'right'
}

export interface GraphEdge {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly count: number
}

export interface GraphGroup {
  readonly type: string
  readonly members: readonly Member[]
  readonly isOpen: boolean
}

/** An entity of the list, and how it is linked to the middle or to what leads there. */
export interface Member {
  readonly entity: EntityLabelFragment
  readonly links: readonly string[]
}

export interface GraphModel {
  readonly centre: EntityLabelFragment
  readonly groups: readonly GraphGroup[]
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly linkCount: number
}

/** Entities of one type that stand apart without being asked to. */
export const largestOpenGroup = 40

/** The entities and links of several neighbourhoods: by type, with a place for each. */
export function modelOf(id: string, parts: readonly Subgraph[], opened: ReadonlySet<string>): GraphModel | undefined {
  const entities = new Map(parts.flatMap(({ nodes }) => nodes.map(node => [node.id, node] as const)))
  const links = new Map(parts.flatMap(each => each.links.map(link => [link.statement.id, link] as const)))
  const centre = entities.get(id)
  if (!centre) return undefined
  const labels = new Map<string, Set<string>>()
  const order = new Map([...entities.keys()].map((key, at) => [key, at]))
  for (const { from, to, reversed, statement } of links.values()) {
    const { label, inverseLabel } = statement.property
    const [subject, value] = reversed ? [to.id, from.id] : [from.id, to.id]
    // The nearer entity comes first; the link says how the other one got here.
    if ((order.get(subject) ?? 0) < (order.get(value) ?? 0)) add(labels, value, label)
    else add(labels, subject, inverseLabel ?? label)
  }
  const byType = new Map<string, Member[]>()
  for (const entity of entities.values()) {
    if (entity.id === id) continue
    const members = byType.get(entity.type) ?? []
    members.push({ entity, links: [...(labels.get(entity.id) ?? [])] })
    byType.set(entity.type, members)
  }
  const groups = [...byType]
    .map(([type, members]) => ({
      type,
      members,
      isOpen: members.length <= largestOpenGroup || opened.has(type),
    }))
    .sort((a, b) => b.members.length - a.members.length || a.type.localeCompare(b.type))
  const nodes = place(centre, groups)
  const keyOf = keysOf(nodes, groups)
  return { centre, groups, nodes, edges: edgesOf(links.values(), keyOf), linkCount: links.size }
}

function add(labels: Map<string, Set<string>>, id: string, label: string): void {
  const known = labels.get(id) ?? new Set()
  labels.set(id, known.add(label))
}

function keysOf(nodes: readonly GraphNode[], groups: readonly GraphGroup[]): ReadonlyMap<string, string> {
  return new Map([
    ...nodes.map(({ key }) => [key, key] as const),
    ...groups
      .filter(({ isOpen }) => !isOpen)
      .flatMap(({ type, members }) => members.map(({ entity }) => [entity.id, type] as const)),
  ])
}

function edgesOf(links: Iterable<Subgraph['links'][number]>, keyOf: ReadonlyMap<string, string>): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>()
  for (const { from, to, reversed } of links) {
    const [subject, value] = [keyOf.get(from.id), keyOf.get(to.id)]
    if (subject === undefined || value === undefined || subject === value) continue
    const [start, end] = reversed ? [value, subject] : [subject, value]
    const key = `${start} ${end}`
    edges.set(key, { key, from: start, to: end, count: (edges.get(key)?.count ?? 0) + 1 })
  }
  return [...edges.values()]
}

export const rowHeight = 22
export const columnWidth = 190
const gap = 66
/** Rows of a block that is about as wide as high. */
const rowsOf = (count: number) => Math.max(14, Math.ceil(Math.sqrt((count * columnWidth) / rowHeight)))
const distance = 230

/** The extent of the picture: its nodes, and their labels left and right. */
export function extentOf({ nodes }: GraphModel): { readonly x: [number, number]; readonly y: [number, number] } {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)]
  return {
    x: [Math.min(...xs) - columnWidth, Math.max(...xs) + columnWidth],
    y: [Math.min(...ys) - rowHeight, Math.max(...ys) + rowHeight],
  }
}

/**
 * A block for each type, left and right of the middle in turn, so that both sides are about as high. The same graph has
 * the same picture everywhere.
 */
function place(centre: EntityLabelFragment, groups: readonly GraphGroup[]): readonly GraphNode[] {
  const sides = { right: [] as GraphGroup[], left: [] as GraphGroup[] }
  const heightOf = ({ isOpen, members }: GraphGroup) =>
    (isOpen ? Math.min(members.length, rowsOf(members.length)) : 1) * rowHeight + gap
  const height = (side: readonly GraphGroup[]) => side.reduce((sum, group) => sum + heightOf(group), 0)
  for (const group of groups) sides[height(sides.right) <= height(sides.left) ? 'right' : 'left'].push(group)
  const middle: GraphNode = {
    key: centre.id,
    type: centre.type,
    form: 'centre',
    entity: centre,
    count: 1,
    x: 0,
    y: 0,
    side: 'right',
  }
  const placed = (['right', 'left'] as const).flatMap(side => {
    const sign = side === 'right' ? 1 : -1
    let top = height(sides[side]) / 2
    return sides[side].flatMap(group => {
      const start = top - gap / 2
      top -= heightOf(group)
      return nodesOf(group, (column, row) => ({
        x: sign * (distance + column * columnWidth),
        y: start - row * rowHeight,
        side,
      }))
    })
  })
  return [middle, ...placed]
}

function nodesOf(
  { type, members, isOpen }: GraphGroup,
  at: (column: number, row: number) => Pick<GraphNode, 'x' | 'y' | 'side'>,
): readonly GraphNode[] {
  if (!isOpen) return [{ key: type, type, form: 'group', count: members.length, ...at(0, 0) }]
  const rows = rowsOf(members.length)
  return [
    { key: type, type, form: 'heading', count: members.length, ...at(0, -1.4) },
    ...members.map(
      ({ entity }, index): GraphNode => ({
        key: entity.id,
        type,
        form: 'entity',
        entity,
        count: 1,
        ...at(Math.floor(index / rows), index % rows),
      }),
    ),
  ]
}
