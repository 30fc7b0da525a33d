import { relationshipOf } from '../../../ontology/row-layout.js'
import type { RowsAsOfAny } from '../../rows/row-query.js'
import { maxWalkedLinks, type RowWalk, TwoEndedWalk, type WalkedLink } from '../../rows/row-walk.js'
import type { Parameters, ReadDatabase } from '../neo4j-session.js'
import { answerName, readWhileRowsHold } from './rows-hold.js'

/** As `walkRows` of SQLite; only the shortest paths where the walk wants no others. */
export async function walkRows(
  read: ReadDatabase,
  walk: RowWalk,
  asOf: RowsAsOfAny,
): Promise<{ readonly revision: number; readonly links: readonly WalkedLink[] | undefined } | undefined> {
  // The first text may read the newest revision; the later ones read the same.
  let { revision } = asOf
  const ask = async (text: string, parameters: Parameters) => {
    const given = { ...parameters, minConfidence: walk.minConfidence }
    const found = await readWhileRowsHold(read, [text], given, { ...asOf, revision } as RowsAsOfAny)
    revision = found?.revision
    return found?.answers[0] as Answer | undefined
  }
  const asFound = (links?: readonly WalkedLink[]) => (revision === undefined ? undefined : { revision, links })
  const propertyOf = new Map(walk.properties.map(id => [relationshipOf(id), id]))
  const toLink = ([type, from, to, statement]: LinkRow): WalkedLink => {
    return { property: propertyOf.get(type) ?? type, from, to, statement }
  }
  const types = [...propertyOf.keys()].sort().join('|')
  const { from, to, maxHops } = walk
  if (walk.onlyShortest) {
    const answer = await ask(shortest(types, maxHops, walk.minConfidence > 0), { from, to })
    return asFound(answer && isWithin(answer) ? answer.links.flat().map(toLink) : undefined)
  }
  const walked = new TwoEndedWalk(walk)
  const levels = walked.levels()
  for (let next = levels.next(); !next.done; ) {
    const room = maxWalkedLinks - walked.links.size
    const answer = await ask(linksAt(types), { ids: next.value, from, to, limit: room + 1 })
    if (!answer || !isWithin(answer) || answer.links.length > room) return asFound()
    next = levels.next(answer.links.flat().map(toLink))
  }
  return asFound([...walked.links.values()])
}

type LinkRow = readonly [type: string, from: string, to: string, statement: string]

interface Answer {
  /** How many of the two ends have a row. */
  readonly ends: number
  /** The links of each path, or of all entities. */
  readonly links: readonly (readonly LinkRow[])[]
}

function isWithin({ ends, links }: Answer): boolean {
  return ends === 2 && links.length <= maxWalkedLinks
}

const ends = 'COUNT { MATCH (e:Entity) WHERE e.id IN [$from, $to] AND e.since IS NOT NULL }'
const link = '[type(r), startNode(r).id, endNode(r).id, r.statement]'

/** The types are those of the layout, which the ontology gives. */
const shortest = (types: string, maxHops: number, isBounded: boolean) => `
  RETURN {ends: ${ends}, links: COLLECT {
    MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
    MATCH p = allShortestPaths((a)-[:${types}*..${maxHops}]-(b))
    ${isBounded ? 'WHERE all(r IN relationships(p) WHERE r.confidence >= $minConfidence)' : ''}
    RETURN [r IN relationships(p) | ${link}]
    LIMIT ${maxWalkedLinks + 1}
  }} AS ${answerName(0)}`

const linksAt = (types: string) => `
  RETURN {ends: ${ends}, links: COLLECT {
    UNWIND $ids AS id
    MATCH (:Entity {id: id})-[r:${types}]-(:Entity)
    WHERE r.confidence >= $minConfidence
    RETURN [${link}]
    LIMIT toInteger($limit)
  }} AS ${answerName(0)}`
