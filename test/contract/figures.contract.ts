import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, importInto, startTestServer, type TestServer } from '../support/server.js'
import type { TestStore } from '../support/stores.js'

/** Figures of one centre by number format, basis and sparsity; counts, dates and money as a source writes them. */
export function figuresContract(name: string, open: () => Promise<TestStore>): void {
  describe(`figures on ${name}`, () => {
    let opened: TestStore
    let server: TestServer
    beforeAll(async () => {
      opened = await open()
      await importInto(opened.store, ['test/fixtures/figures'], '2026-01-01T00:00:00Z')
      server = await startTestServer(opened.store)
    }, 300_000)
    afterAll(async () => {
      await server.close()
      await opened.close()
    })
    const data = async (query: string) => {
      const { body } = await ask(server.url, query)
      expect(body.errors).toBeUndefined()
      return body.data
    }

    it('count side by side, without a conflict', async () => {
      const { computeCentre } = await data(`{ computeCentre(id: "computecentre/yunling") { conflictCount
        capacities { amount unit precision basis sparsity } } }`)
      expect(computeCentre.conflictCount).toBe(0)
      const shown = computeCentre.capacities.map((each: Readonly<Record<string, string>>) =>
        [each.amount, each.unit, each.precision, each.basis, each.sparsity].join(' '),
      )
      expect(shown.sort()).toEqual([
        '100 PFLOPS FP64 MEASURED UNSTATED',
        '1000 TOPS INT8 UNSTATED UNSTATED',
        '1600 PFLOPS FP16 UNSTATED UNSTATED',
        '20 EFLOPS FP8 UNSTATED DENSE',
        '40 EFLOPS FP8 UNSTATED SPARSE',
      ])
    })

    it('are found by their terms', async () => {
      const { computeCentre } = await data(`{ computeCentre(id: "computecentre/yunling") {
        half: capacity(precision: FP16) { amount }
        measured: capacity(basis: MEASURED) { amount precision }
        dense: capacity(precision: FP8, sparsity: DENSE) { amount }
        none: capacity(precision: FP32) { amount } } }`)
      expect(computeCentre).toEqual({
        half: { amount: '1600' },
        measured: { amount: '100', precision: 'FP64' },
        dense: { amount: '20' },
        none: null,
      })
    })

    it.each([
      ['precision: [FP64]', 1],
      ['precision: [FP16], gte: { amount: "1", unit: EFLOPS }', 1],
      ['precision: [FP64], gte: { amount: "1", unit: EFLOPS }', 0],
      ['basis: [MEASURED]', 1],
      ['basis: [THEORETICAL_PEAK]', 0],
      ['sparsity: [SPARSE], gt: { amount: "30", unit: EFLOPS }', 1],
      ['sparsity: [DENSE], gt: { amount: "30", unit: EFLOPS }', 0],
      ['gte: { amount: "1000", unit: TOPS }', 1],
    ])('match a filter if one of them does: %s', async (filter, count) => {
      const { computeCentres } = await data(`{ computeCentres(filter: { capacity: { ${filter} } }) { totalCount } }`)
      expect(computeCentres.totalCount).toBe(count)
    })

    it('are summed up in a row for each number format, basis and sparsity', async () => {
      const { computeCentres } = await data(`{ computeCentres { aggregate {
        capacity(unit: PFLOPS) { precision basis sparsity sum count } } } }`)
      expect(computeCentres.aggregate.capacity).toEqual([
        { precision: 'FP16', basis: 'UNSTATED', sparsity: 'UNSTATED', sum: '1600', count: 1 },
        { precision: 'FP64', basis: 'MEASURED', sparsity: 'UNSTATED', sum: '100', count: 1 },
        { precision: 'FP8', basis: 'UNSTATED', sparsity: 'DENSE', sum: '20000', count: 1 },
        { precision: 'FP8', basis: 'UNSTATED', sparsity: 'SPARSE', sum: '40000', count: 1 },
      ])
    })

    it('keep what they count, and dates as the source means them', async () => {
      const { computeCentre, target, targets } = await data(`{
        computeCentre(id: "computecentre/yunling") { opened accelerators { amount unit of asStated } }
        target(id: "target/yunling") { due value { amount unit of comparator precision basis } }
        targets(filter: { value: { gte: { amount: "500" } } }) { totalCount } }`)
      expect(computeCentre).toEqual({
        opened: '2024-35',
        accelerators: { amount: '30000', unit: 'GPU', of: '昇腾910B', asStated: '3万张昇腾910B' },
      })
      expect(target.due).toBe('2025-12~')
      expect(target.value).toEqual({
        amount: '500',
        unit: 'COUNT',
        of: '家',
        comparator: 'AT_LEAST',
        precision: null,
        basis: null,
      })
      expect(targets.totalCount).toBe(1)
    })

    it('in another currency agree with the original that a translation converted', async () => {
      const { computeCentre } = await data(`{ computeCentre(id: "computecentre/yunling") {
        resolution(property: "investment") { chosen { asStated } converted { asStated } contradicting { asStated } } } }`)
      expect(computeCentre.resolution).toEqual({
        chosen: { asStated: '12亿元' },
        converted: [{ asStated: 'US$165 million' }],
        contradicting: [],
      })
    })

    it('that are implausible are listed, in both languages', async () => {
      const { constraintViolations } = await data(`{ constraintViolations(first: 5) { totalCount nodes {
        entity { id } property { name } statement { asStated } kind bound message zh: message(language: "zh-Hans") } } }`)
      expect(constraintViolations).toEqual({
        totalCount: 1,
        nodes: [
          {
            entity: { id: 'computecentre/yunling' },
            property: { name: 'power' },
            statement: { asStated: '50GW' },
            kind: 'PLAUSIBLE',
            bound: '0..20 GW',
            message: '“50GW” lies outside the plausible range 0..20 GW',
            zh: '“50GW”超出合理范围 0..20 GW',
          },
        ],
      })
      const { none } = await data('{ none: constraintViolations(properties: ["investment"]) { totalCount } }')
      expect(none.totalCount).toBe(0)
      const { body } = await ask(server.url, '{ constraintViolations(properties: ["name"]) { totalCount } }')
      expect(body.errors?.[0]?.message).toContain('"name", which has no bounds')
    })

    it('at an hour that no day has are not asked for', async () => {
      const { body } = await ask(server.url, '{ targets(view: { knownAt: "2026-11-28T24:00:00Z" }) { totalCount } }')
      expect(body.errors?.[0]?.message).toContain('RFC 3339')
    })
  })
}
