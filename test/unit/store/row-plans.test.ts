import { describe, expect, it } from '@jest/globals'
import { rowLayoutOf } from '../../../src/ontology/row-layout.js'
import type { RowQuery, RowTest } from '../../../src/store/rows/row-query.js'
import type { RowSelection } from '../../../src/store/rows/row-tree.js'
import { type FlatAsk, toSql } from '../../../src/store/sqlite/rows/row-select.js'
import { indexRows, layOutRows } from '../../../src/store/sqlite/rows/row-tables.js'
import { toTreeSql } from '../../../src/store/sqlite/rows/row-tree.js'
import { SqliteConnection } from '../../../src/store/sqlite/sqlite-connection.js'
import { ontology } from '../../support/export-and-import.js'

const page = { kind: 'page', orders: [], limit: 21 } as const
const operating: RowTest = { is: '=', column: 'status', value: 'OPERATING' }
const inChina: RowTest = { is: 'within', whole: 'region/china', by: 'parent', type: 'Region' }

/** The database has no statistics, so a plan follows from the text and the indexes alone. */
function planOf(query: Query): string {
  return plansOf(query).join('\n')
}

type Query = Omit<RowQuery, 'type' | 'ask'> & { readonly ask: FlatAsk; readonly type?: string }

/** Of each text of the query. */
function plansOf(query: Query): readonly string[] {
  const db = SqliteConnection.inMemory()
  layOutRows(db, rowLayoutOf(ontology))
  indexRows(db)
  const { texts, parameters } = toSql({ type: 'ComputeCentre', ...query })
  const plans = texts.map(text => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, ...parameters))
  db.close()
  return plans.map(plan => plan.map(({ detail }) => detail).join('\n'))
}

describe('the plan of rows in SQLite', () => {
  it('reads a page in the order of the ids from their index, and no further than the page', () => {
    const place = ['computecentre/m']
    for (const query of [{ ask: page }, { ask: { ...page, after: place } }, { ask: { ...page, before: place } }]) {
      expect(planOf(query)).toMatch(/^(SCAN|SEARCH) t USING (COVERING )?INDEX row_compute_centre_id/)
      expect(planOf(query)).not.toContain('TEMP B-TREE')
    }
  })

  it('finds a page by a code in the index of the code, already in the order of the ids', () => {
    const plan = planOf({ test: operating, ask: page })
    expect(plan).toMatch(/SEARCH t USING (COVERING )?INDEX row_compute_centre_status/)
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it('goes down from a whole to its parts by the index of the parents, once for all rows', () => {
    const plan = planOf({ type: 'Region', test: inChina, ask: { kind: 'count' } })
    expect(plan).toMatch(/SEARCH x\d+ USING (COVERING )?INDEX row_region_parent/)
    expect(plan).toMatch(/SEARCH row_region USING (COVERING )?INDEX row_region_id/)
    expect(plan).not.toContain('CORRELATED')
  })

  it('follows links by their index, once for all rows', () => {
    const test: RowTest = { is: 'linked', property: 'region', to: [{ type: 'Region', test: inChina }] }
    const plan = planOf({ test, ask: { kind: 'count' } })
    expect(plan).toMatch(/SEARCH x\d+ USING COVERING INDEX row_link_target|SEARCH x\d+ USING INDEX row_link_target/)
    expect(plan).not.toContain('CORRELATED')
  })

  it('counts by region from the regions down', () => {
    const whole = { is: 'whole', property: 'region', type: 'Region', partOf: 'parent', levelColumn: 'level' } as const
    const plan = planOf({ test: operating, ask: { kind: 'groups', by: { ...whole, level: 'PROVINCE' } } })
    expect(plan).toMatch(/USING (COVERING )?INDEX row_region_level/)
    expect(plan).toMatch(/USING (COVERING )?INDEX row_region_parent/)
  })

  it('adds up from indexes alone, with a filter by a code and without', () => {
    const ask = { kind: 'sum', property: 'capacity', unitKind: 'compute', hasFurther: true } as const
    for (const test of [undefined, operating]) {
      const [numbers, ranges, others, further] = plansOf({ test, ask: { ...ask, closedLists: ['status'] } })
      // In the order of the index: nothing is sorted.
      expect(numbers).toMatch(
        /^SEARCH t USING COVERING INDEX row_compute_centre_capacity_sum \(capacity_kind=\?[^\n]*$/,
      )
      expect(ranges).toMatch(/^SEARCH t USING COVERING INDEX row_compute_centre_capacity_ranges \(capacity_kind=\?/)
      expect(others).toMatch(/^SEARCH t USING COVERING INDEX row_compute_centre_capacity_others \(capacity_kind=\?/)
      expect(further).toMatch(/^(SCAN|SEARCH) t USING INDEX row_compute_centre_capacity_further/)
    }
  })

  it('adds up by a code in the order of the index', () => {
    const by = { is: 'value', column: 'status' } as const
    const ask = {
      kind: 'sum',
      property: 'capacity',
      unitKind: 'compute',
      hasFurther: false,
      closedLists: ['status'],
      by,
    } as const
    const [numbers] = plansOf({ ask })
    expect(numbers).toMatch(/^SEARCH t USING COVERING INDEX row_compute_centre_capacity_sum \(capacity_kind=\?[^\n]*$/)
  })

  it('finds what entities link to, level by level, by indexes alone', () => {
    const db = SqliteConnection.inMemory()
    layOutRows(db, rowLayoutOf(ontology))
    indexRows(db)
    const label = { name: 'label', kind: 'text' } as const
    const rowOf = (type: string, links: RowSelection['links'] = []): RowSelection => ({ type, columns: [label], links })
    const page = { is: 'page', limit: 6, isSeveral: false, isCounted: true, hasStatements: false } as const
    const operators = ['Company', 'Bureau'].map(type => rowOf(type))
    const centre = rowOf('ComputeCentre', [{ is: 'one', property: 'operator', isSeveral: true, to: operators }])
    const centres = {
      ...page,
      way: 'in',
      property: 'region',
      from: 'ComputeCentre',
      parts: 'parent',
      to: [centre],
    } as const
    const children = { ...page, way: 'in', property: 'parent', from: 'Region', to: [rowOf('Region')] } as const
    const region = rowOf('Region', [centres, children])
    const members = { ...page, way: 'out', property: 'member', from: 'Corridor', to: [region] } as const
    const { text, parameters } = toTreeSql(rowOf('Corridor', [members]))
    const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, '[]', ...parameters)
    db.close()
    // As often as a table of rows or of links is looked into.
    expect(text.match(/(?:row_link|"row_\w+") [tx]\d*/g)).toHaveLength(14)
    expect(
      plan.filter(({ detail }) => /^SEARCH \w+ USING ((COVERING )?INDEX row_|PRIMARY KEY)/.test(detail)),
    ).toHaveLength(14)
  })

  it('are asked for with six levels of links, which the parser of the database has room for', () => {
    const db = SqliteConnection.inMemory()
    layOutRows(db, rowLayoutOf(ontology))
    indexRows(db)
    const columns = [{ name: 'label', kind: 'text' }] as const
    const page = {
      ...({ is: 'page', way: 'in', property: 'parent', from: 'Region', limit: 6 } as const),
      ...{ isSeveral: false, isCounted: false, hasStatements: false },
    } as const
    const levels = (count: number): RowSelection => ({
      type: 'Region',
      columns,
      links: count === 0 ? [] : [{ ...page, to: [levels(count - 1)] }],
    })
    const { text, parameters } = toTreeSql(levels(6))
    expect(db.all(text, '[]', ...parameters)).toEqual([{ rows: '[]' }])
    db.close()
  })
})
