import { createHash } from 'node:crypto'
import type { Release } from '../model/release.js'
import type { PinnedQuery } from '../store/store.js'
import type { PinnedGraph } from './pinned-graph.js'

/**
 * SHA-256 over the statements that are not retracted: one line each with id, rank and confidence, sorted by id. The id
 * follows from the content. Time, author and place of recording are left out, so that two stores with the same
 * statements have the same hash.
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
