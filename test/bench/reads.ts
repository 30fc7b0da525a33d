/*
 * What is asked of every server, in each one's own words. `ours` and `textbook` and `neo4jGraphql` are documents;
 * `handWritten` is a path. Every answer is brought into one form by `answer`, and compared before anything is timed.
 */

export interface Read {
  readonly name: string
  readonly documents: { readonly [Peer in 'ours' | 'textbook' | 'neo4jGraphql']?: string }
  /** The path at the hand-written server. */
  readonly path: string
  /** What all must answer alike. */
  readonly answer: (data: Json) => unknown
}

// biome-ignore lint/suspicious/noExplicitAny: answers of other people's servers
export type Json = any

const centre = 'computecentre/c00004242'
const sought = '第4242智算中心'
const [start, goal] = ['computecentre/c00000000', 'computecentre/c00001943']

export const reads: readonly Read[] = [
  {
    name: 'nested read',
    documents: {
      ours: '{ corridors(first: 10) { nodes { label members(first: 20) { nodes { label centres(first: 5) { nodes { label capacity { amount unit } operator { label } } } } } } } }',
      textbook:
        '{ corridors(first: 10) { label members(first: 20) { label centres(first: 5) { label capacity { amount unit } operator { label } } } } }',
      neo4jGraphql:
        '{ corridors(limit: 10, sort: [{ id: ASC }]) { label members(limit: 20, sort: [{ id: ASC }]) { label centres(limit: 5, sort: [{ id: ASC }]) { label amount unit operator { label } } } } }',
    },
    path: '/nested',
    answer: data =>
      nodesOf(data.corridors).map(({ label, members }) => ({
        label,
        members: nodesOf(members).map(({ label, centres }) => ({
          label,
          centres: nodesOf(centres).map(centre => ({
            label: centre.label,
            ...capacityOf(centre),
            operator: operatorOf(centre),
          })),
        })),
      })),
  },
  {
    name: 'point read',
    documents: {
      ours: `{ computeCentre(id: "${centre}") { label capacity { amount unit } region { label } operator { label } } }`,
      textbook: `{ computeCentre(id: "${centre}") { label capacity { amount unit } region { label } operator { label } } }`,
      neo4jGraphql: `{ centres(where: { id: { eq: "${centre}" } }) { label amount unit region { label } operator { label } } }`,
    },
    path: `/centre?id=${centre}`,
    answer: data => {
      const found = data.computeCentre ?? data.centres[0]
      return {
        label: found.label,
        ...capacityOf(found),
        region: one(found.region).label,
        operator: operatorOf(found),
      }
    },
  },
  {
    name: 'filtered page with its aggregate',
    documents: {
      ours: '{ computeCentres(first: 20, filter: { status: { eq: OPERATING } }) { nodes { id label } totalCount aggregate { capacity(unit: PFLOPS) { sum } } } }',
      textbook: '{ centresOfStatus(status: "OPERATING", first: 20) { nodes { id label } totalCount sum } }',
      neo4jGraphql:
        '{ centres(where: { status: { eq: "OPERATING" } }, limit: 20, sort: [{ id: ASC }]) { id label } centresConnection(where: { status: { eq: "OPERATING" } }) { totalCount aggregate { node { amount { sum } } } } }',
    },
    path: '/operating',
    answer: data => {
      const list = data.computeCentres ?? data.centresOfStatus
      const sum = list ? (list.sum ?? list.aggregate.capacity[0].sum) : data.centresConnection.aggregate.node.amount.sum
      return {
        nodes: (list?.nodes ?? data.centres).map(({ id, label }: Json) => ({ id, label })),
        totalCount: list?.totalCount ?? data.centresConnection.totalCount,
        sum: Number(sum),
      }
    },
  },
  {
    name: 'search',
    documents: {
      ours: `{ search(query: "${sought}", types: [COMPUTE_CENTRE], first: 1) { nodes { id label } } }`,
      textbook: `{ centresByName(phrase: "${sought}", first: 1) { id label } }`,
      neo4jGraphql: `{ centresByName(phrase: "${sought}", first: 1) { edges { node { id label } } } }`,
    },
    path: `/search?phrase=${encodeURIComponent(sought)}`,
    answer: data => {
      const { id, label } = data.search?.nodes[0] ?? data.centresByName.edges?.[0].node ?? data.centresByName[0]
      return { id, label }
    },
  },
  {
    name: '4-hop path',
    documents: {
      ours: `{ paths(from: "${start}", to: "${goal}", maxHops: 4, first: 1, links: ["region", "member"]) { paths { length } } }`,
      textbook: `{ pathLength(from: "${start}", to: "${goal}") }`,
    },
    path: `/path?from=${start}&to=${goal}`,
    answer: data => data.pathLength ?? data.paths.paths[0].length,
  },
  {
    name: 'custom-trust view',
    documents: {
      ours: '{ corridors(first: 10, view: { trust: { languages: ["en"] } }) { nodes { label members(first: 20) { nodes { label } } } } }',
      textbook: '{ corridors(first: 10) { label: labelEn members(first: 20) { label: labelEn } } }',
      neo4jGraphql:
        '{ corridors(limit: 10, sort: [{ id: ASC }]) { label: labelEn members(limit: 20, sort: [{ id: ASC }]) { label: labelEn } } }',
    },
    path: '/english',
    answer: data =>
      nodesOf(data.corridors).map(({ label, members }) => ({
        label,
        members: nodesOf(members).map(member => member.label),
      })),
  },
]

function nodesOf(list: Json): Json[] {
  return list.nodes ?? list
}

function one(value: Json): Json {
  return Array.isArray(value) ? value[0] : value
}

function capacityOf({ capacity, amount, unit }: Json): { amount: number; unit: string } {
  return { amount: Number(capacity?.amount ?? amount), unit: capacity?.unit ?? unit }
}

function operatorOf({ operator }: Json): string {
  return one(operator).label
}
