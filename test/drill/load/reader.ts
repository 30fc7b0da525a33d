import { createHash } from 'node:crypto'
import { shownEntries } from '../check-history.js'
import type { Random } from '../random.js'
import type { Session } from '../session.js'
import { membersOf } from './dataset.js'

const document = `query ($ids: [ID!]!) { revision
  nodes(ids: $ids) { ... on Company { id names { text } statements(properties: ["name"], first: 50) { nodes { asStated } } } }
  curationLog(last: ${shownEntries}) { nodes { reason revision at kind } }
  conflicts(first: 50) { nodes { id status statements { id } } } }`
const earlierDocument = `query ($id: ID!, $knownAt: DateTime!) { revision
  entity(id: $id, view: { knownAt: $knownAt }) { statements(properties: ["name"], first: 50) { nodes { asStated } } } }`
const releaseDocument = `query ($title: String!) { view: conflicts(first: 50, view: { release: $title }) { totalCount nodes { id } }
  statements(first: 100, view: { release: $title }) { totalCount nodes { id rank } }
  releases(last: 1) { totalCount } }`

interface Entry {
  readonly token: string
  readonly revision: number
  readonly at: string
}

/** A client that reads a group of entities with all that depends on them, and now and then an older state. */
export class Reader {
  #seen: readonly Entry[] = []

  constructor(
    readonly session: Session,
    readonly random: Random,
    readonly groups: () => readonly string[],
    readonly releases: () => readonly string[],
    /** The revision at which the drill began: entries before it are no part of the history. */
    readonly from: number,
  ) {}

  async step(): Promise<void> {
    const draw = this.random.below(10)
    if (draw === 0) await this.#readEarlier()
    else if (draw === 1) await this.#readRelease()
    else await this.#readNow()
  }

  #anyGroup(): string {
    const groups = this.groups()
    // Mostly what is being written.
    return (this.random.below(4) > 0 ? this.random.pick(groups.slice(-2)) : this.random.pick(groups)) ?? ''
  }

  async #readNow(): Promise<void> {
    const group = this.#anyGroup()
    const ids = membersOf(group)
    await this.session.read(document, { ids }, data => {
      this.#seen = entriesOf(data.curationLog.nodes, this.from)
      const nodes: readonly (Node | null)[] = data.nodes
      const names = nodes[0]?.names.map(({ text }) => text) ?? []
      return {
        revision: data.revision,
        log: this.#seen.map(({ token, revision }) => ({ token, revision })),
        group,
        values: [...nodes.map(valuesOf), names],
        digest: { key: `conflicts at ${data.revision}`, hash: hashOf(data.conflicts) },
      }
    })
  }

  async #readEarlier(): Promise<void> {
    const entry = this.random.pick(this.#seen)
    if (!entry) return
    const group = this.#anyGroup()
    const [, id] = membersOf(group)
    await this.session.read(earlierDocument, { id, knownAt: entry.at }, data => ({
      revision: data.revision,
      group,
      values: [],
      earlier: { revision: entry.revision, values: valuesOf(data.entity) },
    }))
  }

  async #readRelease(): Promise<void> {
    const title = this.random.pick(this.releases())
    if (title === undefined) return
    const reply = await this.session.ask(releaseDocument, { title })
    if (reply.kind !== 'data') return
    const { releases, ...shown } = reply.data
    const now = performance.now()
    const { name: session, server, recorder } = this.session
    const digest = { key: `release ${title}`, hash: hashOf(shown) }
    const at = { session: `${session} of releases`, server: server.name, begun: now, ended: now }
    recorder.reads.push({ ...at, revision: 0, group: '', values: [], digest })
  }
}

interface Node {
  readonly names: readonly { readonly text: string }[]
  readonly statements: { readonly nodes: readonly { readonly asStated: string }[] }
}

/** An entity of which nothing is said yet is null. */
function valuesOf(node: Node | null): readonly string[] {
  return node?.statements.nodes.map(({ asStated }) => asStated) ?? []
}

function entriesOf(
  nodes: readonly { readonly reason: string; readonly revision: number; readonly at: string }[],
  from: number,
): readonly Entry[] {
  return nodes
    .flatMap(({ reason, revision, at }) => (revision > from ? [{ token: reason, revision, at }] : []))
    .sort((a, b) => a.revision - b.revision)
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
