import { SuanliError } from '../model/error.js'
import type { Release } from '../model/release.js'
import { findRelease } from '../views/releases.js'
import { type Authorship, applyAction } from './apply-action.js'
import type { CurationContext } from './curation-context.js'
import { hashContent } from './hash-content.js'

/**
 * Publishes the newest revision under a name, with today's policy of trust and today as its day. Throws BAD_USER_INPUT
 * if the title has no letter, RELEASE_EXISTS, and the errors of `applyAction`.
 */
export async function publishRelease(
  curationContext: CurationContext,
  title: string,
  byHand: Authorship,
): Promise<{ readonly release: Release; readonly revision: number }> {
  const id = `release/${toSlug(title)}`
  const { result, revision } = await applyAction(curationContext, byHand, async graph => {
    if (findRelease(await graph.askOne<'deeds'>({ kind: 'deeds' }), id)) throw new SuanliError('RELEASE_EXISTS', { id })
    const { validAt, trust } = graph.view
    const release = { id, title, knownAt: graph.revision.at, validAt, trust, ...(await hashContent(graph)) }
    const { by, reason } = byHand
    return { deed: { kind: 'RELEASE', release, by, reason }, batch: {}, result: release }
  })
  return { release: { ...result, at: revision.at }, revision: revision.number }
}

/** `Spring 2026 春` gives `spring-2026-春`. */
function toSlug(title: string): string {
  const slug = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  if (slug === '' || title.length > maxTitle)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `A title has a letter or digit, and up to ${maxTitle} characters; this has ${title.length}.`,
      problemZh: `标题须含字母、汉字或数字，且不超过 ${maxTitle} 个字符；此标题有 ${title.length} 个字符。`,
      argument: 'input.title',
      max: maxTitle,
    })
  return slug
}

const maxTitle = 100
