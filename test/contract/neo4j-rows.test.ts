import { expect, it } from '@jest/globals'
import neo4j, { type Plan } from 'neo4j-driver'
import { rowLayoutOf } from '../../src/ontology/row-layout.js'
import { joinTexts } from '../../src/store/neo4j/rows/answer-rows.js'
import { whileRowsHold } from '../../src/store/neo4j/rows/rows-hold.js'
import type { RowAsk, RowTest } from '../../src/store/rows/row-query.js'
import type { RowSelection } from '../../src/store/rows/row-tree.js'
import { ontology } from '../support/export-and-import.js'
import { describeOnNewNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { answersListsByRows } from './row-lists.contract.js'
import { answersByRows, holdsRows } from './rows.contract.js'

/** Runs texts of Cypher, one after the other; gives the rows of the last. */
async function inCypher(address: string, ...texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const driver = neo4j.driver(address)
  const session = driver.session()
  try {
    let rows: readonly (readonly string[])[] = []
    for (const text of texts) rows = (await session.run(text)).records.map(record => [...record.values()] as string[])
    return rows
  } finally {
    await session.close()
    await driver.close()
  }
}

/** The plan of a text by the database's own explanation, one operator to a line. */
async function explain(address: string, text: string, parameters: object): Promise<string> {
  const driver = neo4j.driver(address)
  const session = driver.session()
  try {
    const { summary } = await session.run(`EXPLAIN ${text}`, parameters)
    const lines = (plan: Plan): readonly string[] => [
      `${plan.operatorType} ${plan.arguments.Details ?? ''}`,
      ...plan.children.flatMap(lines),
    ]
    return summary.plan ? lines(summary.plan as Plan).join('\n') : ''
  } finally {
    await session.close()
    await driver.close()
  }
}

const label = [{ name: 'label', kind: 'text' }] as const
const organisations = ['Bureau', 'Company'].map(type => ({ type, columns: label, links: [] }))
const centresOfRegions: RowSelection = {
  type: 'Region',
  columns: label,
  links: [
    {
      ...({ is: 'page', way: 'in', property: 'region', from: 'ComputeCentre', parts: 'parent' } as const),
      ...{ isSeveral: false, limit: 5, isCounted: false, hasStatements: false },
      to: [
        {
          type: 'ComputeCentre',
          columns: label,
          links: [{ is: 'one', property: 'operator', isSeveral: true, to: organisations }],
        },
      ],
    },
  ],
}

describeOnNewNeo4j(uri => {
  it('are listed and added up by plans that read indexes alone, and no statement', async () => {
    const opened = await openNeo4jTestStore(uri())
    const asOf = { revision: 1, version: '', day: '2026-01-01' }
    const operating: RowTest = { is: '=', column: 'status', value: 'OPERATING' }
    const planOf = async (ask: RowAsk, test?: RowTest) => {
      const [{ texts, parameters } = { texts: [] }] = joinTexts([{ type: 'ComputeCentre', ask, test }])
      const plan = await explain(opened.address, whileRowsHold(texts), { ...parameters, ...asOf })
      expect(plan).not.toMatch(/Subject|Statement|AllNodesScan|ByLabelScan/)
      return plan
    }
    try {
      await opened.store.rows?.layOut(rowLayoutOf(ontology))
      // An empty database costs the same by every plan.
      await inCypher(
        opened.address,
        `UNWIND range(1, 2000) AS i
         CREATE (:Entity:ComputeCentre {id: 'computecentre/' + i, status: ['OPERATING', 'PLANNED', 'CLOSED', 'PAUSED'][i % 4],
           region: 'region/' + i % 50,
           capacityKind: 'compute', capacityTerms: '', capacityComparator: '=', capacityGrains: i})`,
        'CALL db.awaitIndexes()',
        'CALL db.prepareForReplanning()',
      )
      const page = { kind: 'page', orders: [], limit: 21 } as const
      for (const ask of [page, { ...page, after: ['computecentre/m'] }, { ...page, fromEnd: true }]) {
        const plan = await planOf(ask, operating)
        expect(plan).toMatch(/NodeIndexSeek.* RANGE INDEX n:ComputeCentre\(status, id\)/)
        // In the order of the index: nothing is sorted.
        expect(plan).not.toMatch(/\b(Top|Sort)\b/)
      }
      const all = await planOf(page)
      expect(all).toMatch(/NodeIndexScan.* RANGE INDEX n:ComputeCentre\(id\)/)
      expect(all).not.toMatch(/\b(Top|Sort)\b/)
      const byStatus = { is: 'value', column: 'status', isClosedList: true } as const
      expect(await planOf({ kind: 'groups', by: byStatus })).toMatch(/NodeIndexScan.* n:ComputeCentre\(status, id\)/)
      // From the region down, however many centres there are.
      const within: RowTest = { is: 'within', whole: 'region/a', by: 'parent', type: 'Region' }
      const inRegion: RowTest = { is: 'linked', property: 'region', to: [{ type: 'Region', test: within }] }
      expect(await planOf(page, { is: 'and', of: [operating, inRegion] })).toMatch(
        /NodeIndexSeek.*:Region\(id\)|:Entity\(id\)/,
      )
      const sum = { kind: 'sum', property: 'capacity', unitKind: 'compute', hasFurther: true } as const
      const ask = { ...sum, closedLists: ['status'] }
      const figures = 'capacityKind, capacityTerms, capacityComparator, capacityGrains'
      expect(await planOf(ask, operating)).toContain(`RANGE INDEX n:ComputeCentre(status, ${figures})`)
      for (const plan of [await planOf(ask), await planOf(ask, operating)])
        expect(plan).toContain('n:ComputeCentre(capacityMoreKind)')
      expect(await planOf(ask)).toContain(`RANGE INDEX n:ComputeCentre(${figures})`)
      expect(await planOf({ kind: 'count' })).toMatch(/NodeCountFromCountStore/)
      const nested = await planOf({ kind: 'tree', of: page, select: centresOfRegions })
      // A page of a region's centres is read as far as it goes, and their operators behind it without a subquery for each.
      expect(nested).toMatch(/NodeIndexSeek.* RANGE INDEX y\d+:ComputeCentre\(region, id\)/)
      expect(nested).toMatch(/OptionalExpand.*:OPERATOR/)
      expect(nested).not.toMatch(/\bSort\b|NestedPlan/)
    } finally {
      await opened.close()
    }
  }, 120_000)

  holdsRows(() => openNeo4jTestStore(uri()), { runs: 2, steps: 6, lists: 'LAST_STEP' })
  answersListsByRows(() => openNeo4jTestStore(uri()), { runs: 4, documents: 8, wholeTypes: ['ComputeCentre'] })

  answersByRows(() => openNeo4jTestStore(uri()), {
    async suppliers(address) {
      const found = await inCypher(
        address,
        "MATCH (a:Region)-[f:FEEDS]->(:Region {code: '110000'}) RETURN a.labelZh, f.statement",
      )
      return found as readonly [string, string][]
    },
    async spoil(address) {
      await inCypher(
        address,
        "MATCH (e:Entity {id: 'region/hebei'}) SET e.label = '河南'",
        "MATCH (e:Entity {id: 'region/tianjin'}) DETACH DELETE e",
        "CREATE (:Entity:Region {id: 'region/nowhere', since: 1, keysHash: ''})",
      )
    },
  })
})
