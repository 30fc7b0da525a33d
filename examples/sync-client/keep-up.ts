import { setTimeout } from 'node:timers/promises'
import { type Copy, clear } from './copy.js'
import type { KeptChangeFragment } from './generated/graphql.js'
import { graphql } from './generated/index.js'
import { type Graph, GraphFailure } from './graph.js'

graphql(`
  fragment KeptStatement on Statement {
    id
    asStated
    rank
    confidence
    subject {
      id
    }
    property {
      name
    }
    edition {
      id
    }
  }
  fragment KeptConflict on Conflict {
    id
    kind
    status
  }
  fragment KeptSource on Source {
    id
    title
    publisher
  }
  fragment KeptChange on Change {
    cursor
    kind
    formerId
    entity {
      id
    }
    statement {
      ...KeptStatement
    }
    conflict {
      ...KeptConflict
    }
    source {
      ...KeptSource
    }
  }
`)

const changesQuery = graphql(`
  query Changes($after: String!) {
    changes(after: $after, first: 1000) {
      nodes {
        ...KeptChange
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

const changedSubscription = graphql(`
  subscription Changed($after: String!) {
    changed(after: $after) {
      ...KeptChange
    }
  }
`)

const statementsQuery = graphql(`
  query StatementsById($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ...KeptStatement
    }
  }
`)

export interface KeepUpOptions {
  readonly signal: AbortSignal
  /** How long to wait before it is tried again after a break. */
  readonly retryMs?: number
  /** Called when the copy has all that there was, and after each change from then on: to save it, now and then. */
  readonly onChange?: (copy: Copy) => void
}

/**
 * Keeps a copy up to date until the signal is given: it catches up by pages of `changes`, then hears of each change, and
 * begins there again after a break. Throws what coming again does not mend.
 */
export async function keepUp(graph: Graph, copy: Copy, options: KeepUpOptions): Promise<void> {
  const { signal, retryMs = 1_000, onChange } = options
  while (!signal.aborted) {
    try {
      await catchUp(graph, copy)
      onChange?.(copy)
      await follow(graph, copy, options)
    } catch (failure) {
      const code = failure instanceof GraphFailure ? (failure.code ?? 'UNREACHED') : undefined
      // Another store, or the same one filled anew: what is kept is not of it.
      if (code === 'CURSOR_EXPIRED') clear(copy)
      else if (code !== undefined && mended.has(code)) await setTimeout(retryMs, undefined, { signal }).catch(() => {})
      else throw failure
    }
  }
}

/** What is over after a while. */
const mended = new Set(['UNREACHED', 'RATE_LIMITED', 'STORE_UNAVAILABLE', 'TIMEOUT', 'KEYS_UNAVAILABLE'])

/** Reads on from the copy's cursor to the end. */
export async function catchUp(graph: Graph, copy: Copy): Promise<void> {
  for (;;) {
    const { changes } = await graph.ask(changesQuery, { after: copy.cursor })
    for (const change of changes.nodes) await apply(graph, copy, change)
    if (!changes.pageInfo.hasNextPage) return
  }
}

async function follow(graph: Graph, copy: Copy, { signal, onChange }: KeepUpOptions): Promise<void> {
  for await (const { changed } of graph.follow(changedSubscription, { after: copy.cursor }, signal)) {
    await apply(graph, copy, changed)
    onChange?.(copy)
  }
}

/** Does to the copy what was done to the graph. What a change tells of is as it is now, so that it may be done twice. */
async function apply(graph: Graph, copy: Copy, change: KeptChangeFragment): Promise<void> {
  const { kind, statement, conflict, source, entity, formerId } = change
  switch (kind) {
    case 'STATEMENT_ADDED':
    case 'STATEMENT_REWEIGHTED':
      if (statement) copy.statements.set(statement.id, statement)
      break
    case 'STATEMENT_RETRACTED':
      if (statement) copy.statements.delete(statement.id)
      break
    case 'CONFLICT_OPENED':
    case 'CONFLICT_DECIDED':
      if (conflict) copy.conflicts.set(conflict.id, conflict)
      break
    case 'CONFLICT_CLOSED':
      if (conflict) copy.conflicts.delete(conflict.id)
      break
    case 'SOURCE_CHANGED':
      if (source) copy.sources.set(source.id, source)
      break
    case 'MERGED':
    case 'SPLIT':
      if (formerId && entity) await regroup(graph, copy, formerId, entity.id, kind === 'MERGED')
      break
    case 'ENTITY_ADDED':
      break
  }
  copy.cursor = change.cursor
}

/** What was said of two entities that became one, or of one that became two, may have another subject since. */
async function regroup(graph: Graph, copy: Copy, former: string, kept: string, isMerge: boolean): Promise<void> {
  if (isMerge) copy.formerIds.set(former, kept)
  else copy.formerIds.delete(former)
  const said = [...copy.statements.values()].filter(({ subject: { id } }) => id === former || id === kept)
  for (let from = 0; from < said.length; from += 100) {
    const ids = said.slice(from, from + 100).map(({ id }) => id)
    const { nodes } = await graph.ask(statementsQuery, { ids })
    for (const node of nodes) {
      if (node?.__typename !== 'Statement') continue
      const { __typename: _, ...statement } = node
      copy.statements.set(statement.id, statement)
    }
  }
}
