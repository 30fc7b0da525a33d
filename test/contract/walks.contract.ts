import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { entityTypes } from '../../src/entities/index.js'
import { createContext } from '../../src/graphql/request/context.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { findNeighbourhood } from '../../src/paths/find-neighbourhood.js'
import { findPaths } from '../../src/paths/find-paths.js'
import type { Hop, WalkWish } from '../../src/paths/hop.js'
import { findRowPaths, readHop } from '../../src/paths/row-paths.js'
import type { WalkLimits } from '../../src/paths/stated-links.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import type { Batch, NewStatement, Store } from '../../src/store/store.js'
import { targetOf } from '../../src/views/links.js'
import type { EntityView, ViewReader } from '../../src/views/view-reader.js'
import { conflict, link, said, statement, vouch } from '../support/dataset-builder.js'
import { openModelStore } from '../support/model/model-store.js'
import type { TestStore } from '../support/stores.js'

const ontology = createOntology(entityTypes)
const wish: WalkWish = { minConfidence: 0 }
/** So little at a time that every entity has more links than are read at first. */
const narrow: WalkLimits = { entities: 2_000, links: 20_000, page: 1 }

/** Walks over random graphs, judged by a search that tries every way. */
export function walksContract(name: string, open: () => Promise<TestStore>, runs: number): void {
  describe(`walks on ${name}`, () => {
    let opened: TestStore
    beforeAll(async () => {
      opened = await open()
    }, 300_000)
    afterAll(() => opened.close())

    let graphs = 0
    /** Each graph has ids of its own, so that one store holds them all. */
    async function keep(graph: PinnedGraph, ...stores: readonly Store[]): Promise<readonly string[]> {
      const suffix = `-${graphs++}`
      for (const { writer } of stores) {
        const staged = await writer.begin(['news'], 'here:1', () => false)
        await writer.stage(staged, toBatch(graph, suffix))
        await writer.publish(staged, '2025-06-01T00:00:00Z')
      }
      return places.map(id => `${id}${suffix}`)
    }

    it('find all ways that there are, and in order', async () => {
      await fc.assert(
        fc.asyncProperty(
          graph,
          fc.integer({ min: 1, max: 5 }),
          one([0, 0.6]),
          one([wide, narrow]),
          async (...given) => {
            const [drawn, maxHops, minConfidence, limits] = given
            const ids = await keep(drawn, opened.store)
            const reader = scopeOf(opened.store)
            const entities = await reader.findEntities(ids)
            for (const [from, to] of pairsOf(entities)) {
              const found = await findPaths(from, to, maxHops, { minConfidence }, limits)
              expect(found.truncated).toBe(false)
              expect(found.paths.map(written)).toEqual(
                everyWay(entities, from, to, maxHops, minConfidence).map(written),
              )
            }
          },
        ),
        { numRuns: runs, endOnFailure: true },
      )
    })

    it('find the same ways by the rows of what holds, the shortest alone and all of them', async () => {
      const { store } = opened
      if (!keepsRows(store)) throw new Error('This store keeps no rows.')
      const drawn = fc.sample(fc.tuple(graph, fc.integer({ min: 1, max: 5 }), one([0, 0.6])), Math.ceil(runs / 2))
      const kept: (readonly [...(typeof drawn)[number], readonly string[]])[] = []
      for (const given of drawn) kept.push([...given, await keep(given[0], store)])
      await refreshRows(store, { ontology, today: '2026-01-01', rebuild: 'missing' })
      let passedOver = 0
      for (const [drawnGraph, maxHops, minConfidence, ids] of kept) {
        const reader = scopeOf(store)
        const entities = await reader.findEntities(ids)
        for (const [from, to] of pairsOf(entities).filter(([one, other]) => one !== other)) {
          const all = everyWay(entities, from, to, maxHops, minConfidence)
          const ends = [from.id, to.id] as const
          for (const onlyShortest of [true, false]) {
            const found = await findRowPaths(reader, ends, maxHops, { minConfidence }, onlyShortest)
            if (!found) {
              passedOver += 1
              continue
            }
            const paths = await Promise.all(
              found.paths.map(hops => Promise.all(hops.map(hop => readHop(reader, hop, { minConfidence })))),
            )
            const wanted = onlyShortest ? all.filter(({ length }) => length === all[0]?.length) : all
            expect({ drawnGraph, ends, maxHops, paths: paths.map(written) }).toEqual({
              ...{ drawnGraph, ends, maxHops },
              paths: wanted.map(written),
            })
            expect(found.truncated).toBe(false)
          }
        }
      }
      // An end that the view does not describe, or several statements for a link beside another link between the same two.
      expect(passedOver).toBeLessThan(kept.length * 4)
    })

    it('say that they were cut where a way is missing, and are cut alike on every engine', async () => {
      const scarce = fc.record({
        entities: fc.integer({ min: 1, max: 8 }),
        links: fc.integer({ min: 0, max: 20 }),
        page: fc.integer({ min: 1, max: 3 }),
      })
      await fc.assert(
        fc.asyncProperty(graph, fc.integer({ min: 1, max: 4 }), scarce, async (drawn, maxHops, limits) => {
          const model = openModelStore()
          const ids = await keep(drawn, opened.store, model)
          const [entities, modelled] = await Promise.all(
            [opened.store, model].map(store => scopeOf(store).findEntities(ids)),
          )
          const others = pairsOf(modelled ?? [])
          for (const [i, [from, to]] of pairsOf(entities ?? []).entries()) {
            const { paths, truncated } = await findPaths(from, to, maxHops, wish, limits)
            const all = everyWay(entities ?? [], from, to, maxHops, 0).map(written)
            expect(all).toEqual(expect.arrayContaining(paths.map(written)))
            if (!truncated) expect(paths).toHaveLength(all.length)
            const [sameFrom, sameTo] = others[i] as [EntityView, EntityView]
            const same = await findPaths(sameFrom, sameTo, maxHops, wish, limits)
            expect({ paths: paths.map(written), truncated }).toEqual({ ...same, paths: same.paths.map(written) })
          }
        }),
        { numRuns: runs, endOnFailure: true },
      )
    })

    it('show all that lies around an entity, level by level, and every link between', async () => {
      await fc.assert(
        fc.asyncProperty(graph, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 9 }), async (...given) => {
          const [drawn, hops, limit] = given
          const ids = await keep(drawn, opened.store)
          const entities = await scopeOf(opened.store).findEntities(ids)
          for (const centre of entities) {
            const all = levelsAround(entities, centre, hops)
            for (const limits of [wide, narrow]) {
              const found = await findNeighbourhood(centre, hops, limit, wish, limits)
              const nodes = found.nodes.map(({ id }) => id)
              expect({ nodes, truncated: found.truncated }).toEqual({
                nodes: all.slice(0, limit),
                truncated: all.length > limit,
              })
              const between = allHops(entities, 0).filter(
                ({ from, to, reversed }) => !reversed && nodes.includes(from.id) && nodes.includes(to.id),
              )
              expect(found.links.map(({ statement: { id } }) => id).sort()).toEqual(
                between.map(({ statement: { id } }) => id).sort(),
              )
              for (const { from, to } of found.links)
                expect(nodes.indexOf(from.id)).toBeLessThanOrEqual(nodes.indexOf(to.id))
            }
          }
        }),
        { numRuns: runs, endOnFailure: true },
      )
    })
  })
}

const wide: WalkLimits = { entities: 2_000, links: 20_000, page: 32 }
const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items)

/** Kinds of entities between which links may lead: up to one, of a region; any number, of corridors and measures. */
const places = [
  ...['region/a', 'region/b', 'region/c', 'region/d', 'corridor/a', 'corridor/b'],
  ...['policymeasure/a', 'policymeasure/b', 'bureau/a'],
]
const regions = places.filter(id => id.startsWith('region/'))

const stated = fc
  .oneof(
    fc.record({ subject: one(regions), property: fc.constant('parent'), target: one(regions) }),
    fc.record({ subject: one(['corridor/a', 'corridor/b']), property: fc.constant('member'), target: one(regions) }),
    fc.record({
      subject: one(['policymeasure/a', 'policymeasure/b']),
      property: one(['serves', 'region']),
      target: one(regions),
    }),
    fc.record({
      subject: one(['policymeasure/a', 'policymeasure/b']),
      property: fc.constant('serves'),
      target: one(['corridor/a', 'policymeasure/a', 'bureau/a', 'region/nowhere']),
    }),
    fc.record({ subject: fc.constant('bureau/a'), property: fc.constant('region'), target: one(regions) }),
  )
  .chain(said =>
    fc.record({
      said: fc.constant(said),
      confidence: one([1, 1, 0.5]),
      rank: one(['NORMAL', 'NORMAL', 'PREFERRED', 'DEPRECATED'] as const),
      valid: one([undefined, undefined, '1990/1999']),
    }),
  )

interface PinnedGraph {
  readonly links: readonly (typeof stated extends fc.Arbitrary<infer Stated> ? Stated : never)[]
  /** Places of two links of which, where they are of one subject and property, one at most is right. */
  readonly disputes: readonly (readonly [number, number])[]
}

const graph: fc.Arbitrary<PinnedGraph> = fc.record({
  links: fc.array(stated, { minLength: 3, maxLength: 18 }),
  disputes: fc.array(fc.tuple(fc.nat(17), fc.nat(17)), { maxLength: 3 }),
})

function toBatch({ links, disputes }: PinnedGraph, suffix: string): Batch {
  const names = places
    .filter(id => id !== 'region/d')
    .map((id, i) => statement(`statement/name-${i}${suffix}`, `${id}${suffix}`))
  const statements = links.map(({ said, valid }, i): NewStatement => {
    const { subject, property, target } = said
    const made = link(`statement/${i}${suffix}`, `${subject}${suffix}`, property, `${target}${suffix}`)
    return valid === undefined ? made : { ...made, valid }
  })
  const conflictsOpened = disputes.flatMap(([a, b], i) => {
    const [one, other] = [statements[a], statements[b]]
    if (!one || !other || one.subject !== other.subject || one.property !== other.property || a === b) return []
    const { subject, property } = one
    return [conflict(`conflict/${i}${suffix}`, { subjects: [subject], property, statements: [one.id, other.id] })]
  })
  return {
    ...said('news', ...names, ...statements),
    entities: places.map(id => ({ id: `${id}${suffix}`, type: ontology.findTypeOfId(id)?.name ?? '' })),
    vouches: [
      ...names.map(each => vouch(each, 'news')),
      ...statements.map((each, i) => {
        const { confidence, rank } = links[i] as PinnedGraph['links'][number]
        return vouch(each, 'news', { confidence, rank })
      }),
    ],
    conflictsOpened,
  }
}

function scopeOf(store: Store): ViewReader {
  return createContext({ store, ontology, now: () => new Date('2026-01-01') }).at()
}

function pairsOf(entities: readonly EntityView[]): [EntityView, EntityView][] {
  return entities.slice(0, 3).flatMap(from => entities.slice(-3).map((to): [EntityView, EntityView] => [from, to]))
}

/** Every hop that the view has: the best statement that counts, for each pair, property and direction. */
function allHops(entities: readonly EntityView[], minConfidence: number): readonly Hop[] {
  const hops = entities.flatMap(from =>
    from.type.properties
      .filter(({ value }) => value.kind === 'entity')
      .flatMap(property => {
        const counted = from.resolve(property).counted.filter(({ confidence }) => confidence >= minConfidence)
        const best = counted.filter((each, i) => counted.findIndex(other => targetOf(other) === targetOf(each)) === i)
        return best.flatMap(statement => {
          const to = entities.find(({ id }) => id === targetOf(statement))
          return to ? [{ from, to, statement, reversed: false }] : []
        })
      }),
  )
  return [...hops, ...hops.map(({ from, to, statement }) => ({ from: to, to: from, statement, reversed: true }))]
}

function everyWay(
  entities: readonly EntityView[],
  from: EntityView,
  to: EntityView,
  maxHops: number,
  minConfidence: number,
): readonly (readonly Hop[])[] {
  const hops = allHops(entities, minConfidence)
  const ways = (way: readonly Hop[]): (readonly Hop[])[] => {
    const end = way.at(-1)?.to ?? from
    if (end === to) return [way]
    if (way.length === maxHops) return []
    return hops
      .filter(hop => hop.from === end && hop.to !== from && !way.some(other => other.to === hop.to))
      .flatMap(hop => ways([...way, hop]))
  }
  return ways([]).sort((a, b) => a.length - b.length || (keyOf(a) < keyOf(b) ? -1 : 1))
}

function levelsAround(entities: readonly EntityView[], centre: EntityView, hops: number): readonly string[] {
  const all = allHops(entities, 0)
  const found = [centre.id]
  let level = [centre.id]
  for (let hop = 0; hop < hops; hop++) {
    const next: string[] = []
    for (const id of level)
      for (const to of all
        .filter(({ from }) => from.id === id)
        .map(each => each.to.id)
        .sort())
        if (!found.includes(to)) {
          found.push(to)
          next.push(to)
        }
    level = next
  }
  return found
}

function keyOf(way: readonly Hop[]): string {
  return way.map(({ to, statement: { id } }) => `${to.id} ${id}`).join(' ')
}

function written(way: readonly Hop[]): string {
  return way
    .map(({ from, to, statement: { id }, reversed }) => `${from.id} ${reversed ? '<' : '>'} ${to.id} (${id})`)
    .join(', ')
}
