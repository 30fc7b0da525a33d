import { createHash } from 'node:crypto'
import type { Release } from '../model/release.js'
import type { PinnedQuery } from '../store/store.js'
import type { PinnedGraph } from './pinned-graph.js'

/**
 * SHA-256 over what stands: of each statement a line with its id, which is made from its content, its rank and its
 * confidence, in the order of the ids. Nothing of when it was recorded, by whom, or where it is kept, so another store
 * with the same statements has the same one.
 */
export async function hashContent(graph: PinnedGraph): Promise<Pick<Release, 'statementCount' | 'sha256'>> {
  const hash = createHash('sha256')
  let statementCount = 0
  for (let after: string | undefined; ; ) {
    const page: PinnedQuery<'statements'> = {
      question: { kind: 'statements', limit: atOnce, ...(after !== undefined && { after }) },
      uncurated: true,
    }
    const statements = (await graph.ask([page]))[0] ?? []
    for (const { id, rank, confidence } of statements) hash.update(`${JSON.stringify([id, rank, confidence])}\n`)
    statementCount += statements.length
    if (statements.length < atOnce) return { statementCount, sha256: hash.digest('hex') }
    after = statements.at(-1)?.id
  }
}

const atOnce = 2_000
