import type { Rank } from '../../model/rank.js'
import { limitOf } from '../group-queries.js'
import { sourceOf } from '../statement-record.js'
import type { Page, StatementSelection } from '../store.js'
import { toStored } from '../stored-text.js'
import { idOrder } from './id-order.js'
import { list } from './read-sql.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'
import { type StatementRow, statementColumns } from './statement-row.js'

/** Reads a page of the statements that pass a selection. `statementsInPart`: the most statements that one text looks through where few may pass. */
export function selectStatements(
  db: SqliteConnection,
  selection: StatementSelection & Page,
  revision: number,
  statementsInPart: number,
): StatementRow[] {
  const page: Page = selection
  const all = filtersOf(selection)
  const narrow = narrowest(db, all, page)
  const filters = all.filter(({ isHint, path }) => !isHint || path === narrow)
  // The unary plus keeps the database from an index that was not chosen here.
  const conditions = filters.map(({ test, path }) => (path !== undefined && path === narrow ? test : `+${test}`))
  const parameters = filters.flatMap(filter => filter.parameters)
  const read = (limit: number, part?: OrdinalRange) => {
    const paging = pagedById({ ...page, limit })
    const sql = `
      SELECT ${statementColumns}
      FROM statement s ${narrow ?? 'INDEXED BY statement_ordinal'} JOIN standing t ON t.statement = s.key
      WHERE t.recorded <= ? AND (t.retracted IS NULL OR t.retracted > ?)
        AND ${[...conditions, part ? 's.ordinal BETWEEN ? AND ?' : 'TRUE', paging.condition].join(' AND ')}
      ${paging.order}`
    const range = part ? [part.least, part.greatest] : []
    return db.all<StatementRow>(sql, revision, revision, ...parameters, ...range, ...paging.parameters)
  }
  if (narrow !== undefined || filters.length === 0) return read(page.limit)
  const rows: StatementRow[] = []
  for (const part of parts(db, page, statementsInPart)) {
    if (rows.length >= page.limit) break
    rows.push(...read(page.limit - rows.length, part))
  }
  return rows
}

/**
 * The ordinals from where a page begins to the end, in its direction, in ranges of so few statements that who is
 * to stop need not wait long for a text that looks at all of one.
 */
function* parts(
  db: SqliteConnection,
  { after, reversed = false }: Page,
  statementsInPart: number,
): Iterable<OrdinalRange> {
  const [beyond, direction] = reversed ? ['<=', 'DESC'] : ['>=', 'ASC']
  let from = after === undefined ? (reversed ? Number.MAX_SAFE_INTEGER : 0) : idOrder(after)
  for (;;) {
    const last = db.get<{ ordinal: number }>(
      `SELECT s.ordinal FROM statement s WHERE s.ordinal ${beyond} ? ORDER BY s.ordinal ${direction} LIMIT 1 OFFSET ?`,
      from,
      statementsInPart,
    )?.ordinal
    const to = last ?? (reversed ? 0 : Number.MAX_SAFE_INTEGER)
    yield reversed ? { least: to, greatest: from } : { least: from, greatest: to }
    if (last === undefined) return
    from = reversed ? last - 1 : last + 1
  }
}

/**
 * Statements are sorted by id, so a page is read along that index, unless a filter leaves so few that fetching them
 * all is quicker. Statistics of the database would not do: they know how common a property is on average, not this one.
 */
function narrowest(db: SqliteConnection, filters: readonly Filter[], page: Page): string | undefined {
  const few = 2_000 + 20 * page.limit
  const paths = new Set(filters.flatMap(filter => filter.path ?? []))
  for (const path of paths) {
    const its = filters.filter(filter => filter.path === path)
    const found = db.get<{ count: number }>(
      `SELECT count(*) AS count FROM (
        SELECT 1 FROM statement s ${path} WHERE ${its.map(({ test }) => test).join(' AND ')} LIMIT ?
      )`,
      ...its.flatMap(filter => filter.parameters),
      few + 1,
    )
    if (found !== undefined && found.count <= few) return path
  }
  return undefined
}

/** Both ends are in it. */
interface OrdinalRange {
  readonly least: number
  readonly greatest: number
}

/** A condition, and the access path that finds what meets it, as SQL names it. */
interface Filter {
  readonly test: string
  readonly parameters: readonly Parameter[]
  readonly path?: string
  /** Holds of more than is asked for: it only helps to find it. */
  readonly isHint?: boolean
}

function filtersOf(selection: StatementSelection): Filter[] {
  const { subjects, properties, editions, sources, languages, ranks, minConfidence } = selection
  const among = (column: string, values: readonly string[] | undefined, index?: string): Filter[] =>
    values === undefined
      ? []
      : [
          {
            test: `${column} IN (SELECT value FROM json_each(?))`,
            parameters: [list(values)],
            path: index && `INDEXED BY ${index}`,
          },
        ]
  return [
    ...among('s.subject', subjects, 'statement_subject'),
    // An edition has one source, by which the index begins.
    ...among('s.source', sources ?? editions?.map(sourceOf), 'statement_edition'),
    ...among('s.edition', editions, 'statement_edition'),
    ...among('s.property', properties, 'statement_property'),
    ...among('s.language', languages, 'statement_language'),
    ...among('t.rank', ranks),
    ...(ranks === undefined || ranks.includes('NORMAL') ? [] : [everOf(ranks)]),
    ...(minConfidence === undefined ? [] : [{ test: 't.confidence >= ?', parameters: [minConfidence] }]),
  ]
}

/** Statements that ever had a rank that is not the usual one: found by their keys, for which there is no index to name. */
function everOf(ranks: readonly Rank[]): Filter {
  return {
    test: `s.key IN (
      SELECT r.statement FROM standing r INDEXED BY standing_rank
      WHERE r.rank IN (SELECT value FROM json_each(?)) AND r.rank <> 'NORMAL'
    )`,
    parameters: [list(ranks)],
    path: 'NOT INDEXED',
    isHint: true,
  }
}

/** A page of statements, along the index of their ordinals. */
function pagedById({ after, ...page }: Page): { condition: string; order: string; parameters: Parameter[] } {
  const [beyond, direction] = page.reversed ? ['<', 'DESC'] : ['>', 'ASC']
  const from = after === undefined ? [] : [idOrder(after), idOrder(after), toStored(after)]
  return {
    condition: after === undefined ? 'TRUE' : `s.ordinal ${beyond}= ? AND (s.ordinal ${beyond} ? OR s.id ${beyond} ?)`,
    order: `ORDER BY s.ordinal ${direction}, s.id ${direction} LIMIT ?`,
    parameters: [...from, limitOf(page.limit)],
  }
}
