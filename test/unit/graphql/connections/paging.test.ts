import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Connection, connectionOf } from '../../../../src/graphql/connections/connection.js'
import type { PageArguments } from '../../../../src/graphql/connections/page.js'
import { scanConnection } from '../../../../src/graphql/connections/scan-connection.js'

interface Row {
  readonly id: string
}
type Edge = { readonly node: Row; readonly cursor: string }

/** A list as it is at one moment, by id. */
type Open = (ids: readonly string[], page: PageArguments) => Connection<{ node: Row }>

const held: Open = (ids, page) =>
  connectionOf(
    ids.map(id => ({ node: { id } })),
    page,
    { name: 'rows', keyOf: ({ node }) => [node.id] },
  )

const scanned: Open = (ids, page) =>
  scanConnection(
    options => scan(ids, options),
    page,
    node => ({ node }),
    'rows',
  )

async function* scan(ids: readonly string[], { from, reversed }: { from?: string; reversed?: boolean }) {
  for (const id of reversed ? ids.toReversed() : ids)
    if (from === undefined || (reversed ? id < from : id > from)) yield { id }
}

const rows = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 30 }).map(ids => ids.sort())
const sizes = fc.integer({ min: 1, max: 7 })

async function read(connection: Connection<{ node: Row }>) {
  const { edges, pageInfo } = await connection.page()
  const told = async (flag: boolean | (() => Promise<boolean>)) => (typeof flag === 'function' ? await flag() : flag)
  return {
    edges: edges as readonly Edge[],
    ids: edges.map(({ node }) => node.id),
    hasNextPage: await told(pageInfo.hasNextPage),
    hasPreviousPage: await told(pageInfo.hasPreviousPage),
    startCursor: pageInfo.startCursor,
    endCursor: pageInfo.endCursor,
  }
}

describe.each([
  ['held whole', held],
  ['scanned', scanned],
])('a list that is %s', (_, open) => {
  it('gives the page between two cursors, from either end, and says what lies around it', async () => {
    const ask = fc.record({
      ids: rows,
      size: fc.nat({ max: 8 }),
      last: fc.boolean(),
      ends: fc.tuple(fc.nat(), fc.nat()),
    })
    const given = fc.tuple(fc.boolean(), fc.boolean())
    await fc.assert(
      fc.asyncProperty(ask, given, async ({ ids, size, last, ends }, [hasAfter, hasBefore]) => {
        fc.pre(ids.length > 0)
        const { edges } = await read(open(ids, { first: 100 }))
        const [after, before] = ends.map(end => end % ids.length) as [number, number]
        const page = await read(
          open(ids, {
            ...(last ? { last: size } : { first: size }),
            ...(hasAfter && { after: edges[after]?.cursor }),
            ...(hasBefore && { before: edges[before]?.cursor }),
          }),
        )
        const [from, until] = [hasAfter ? after + 1 : 0, hasBefore ? before : ids.length]
        const between = ids.slice(from, Math.max(from, until))
        const expected = last ? between.slice(Math.max(0, between.length - size)) : between.slice(0, size)
        expect(page.ids).toEqual(expected)
        const isCut = expected.length < between.length
        expect(page.hasNextPage).toBe((isCut && !last) || until < ids.length)
        expect(page.hasPreviousPage).toBe((isCut && last) || from > 0)
        expect([page.startCursor, page.endCursor]).toEqual([page.edges[0]?.cursor, page.edges.at(-1)?.cursor])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['forwards', false],
    ['backwards', true],
  ])('read %s while rows come and go shows each row that stays once, in order', async (_direction, isBackwards) => {
    const worlds = fc.array(rows, { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(rows, worlds, sizes, async (staying, changes, size) => {
        const seen: string[] = []
        let cursor: string | undefined
        for (let step = 0; ; step++) {
          const ids = [...new Set([...staying, ...(changes[step % changes.length] ?? [])])].sort()
          const page = await read(
            open(ids, isBackwards ? { last: size, before: cursor } : { first: size, after: cursor }),
          )
          seen.push(...(isBackwards ? page.ids.toReversed() : page.ids))
          if (!(isBackwards ? page.hasPreviousPage : page.hasNextPage)) break
          cursor = isBackwards ? page.startCursor : page.endCursor
        }
        const inOrder = isBackwards ? seen.toReversed() : seen
        expect(inOrder.filter(id => staying.includes(id))).toEqual(staying)
        expect(inOrder).toEqual([...new Set(inOrder)].sort())
      }),
      { numRuns: 300 },
    )
  })
})
