import neo4j from 'neo4j-driver'
import type { Column } from '../../../ontology/row-column.js'
import { figureColumns, furtherFigureColumns } from '../../../ontology/row-keys.js'
import { type RowLayout, statementCount, type TypeLayout } from '../../../ontology/row-layout.js'
import { groupBy } from '../../group-queries.js'
import type { ColumnValue, ResolvedRow, RowBatch, RowLink, RowStamp, RowStore } from '../../rows/resolved-rows.js'
import type { RowAnswers, RowQuestion, RowsAsOfAny } from '../../rows/row-query.js'
import { toStored } from '../../stored-text.js'
import { defineMissing } from '../neo4j-migrate.js'
import type { Neo4jConnection, Run } from '../neo4j-session.js'
import { answerRows } from './answer-rows.js'
import { figureClassesOf } from './figure-classes.js'
import * as cypher from './row-cypher.js'
import { furtherMark } from './row-tree.js'
import { defineRowSearch } from './search-rows.js'

/** The rows of what holds, as nodes and relationships of their own. */
export class Neo4jRows implements RowStore {
  constructor(readonly db: Neo4jConnection) {}

  async stamp(): Promise<RowStamp | undefined> {
    const state = await this.#state()
    if (!state) return undefined
    const { revision, version, partial: isPartial, busy: isBusy, token } = state
    return { revision, version, isPartial, isBusy, token }
  }

  async layOut({ version, types }: RowLayout): Promise<void> {
    await defineRows(this.db, types)
    // A refresh that runs must not write what was dropped.
    await this.begin()
    await this.db.write(run => run(cypher.markPartial))
    for (const text of cypher.dropAll) await this.db.define(text)
    await this.db.write(run => run(cypher.setLayout, { version, types: JSON.stringify(types) }))
  }

  async begin(): Promise<number> {
    const [row] = await this.db.write(run => run<{ token: number }>(cypher.bumpToken))
    return row?.token ?? 0
  }

  async keep(token: number): Promise<number | undefined> {
    const next = token + 2
    return (await this.#inTurn(token, run => run(cypher.changeToken, { next }))) ? next : undefined
  }

  async giveUp(token: number): Promise<void> {
    await this.#inTurn(token, run => run(cypher.changeToken, { next: token + 1 }))
  }

  async write(token: number, { rows, absent, since, day, isLast }: RowBatch): Promise<boolean> {
    const types = await this.#types()
    const [derived, relationships] = [derivedOf(types), relationshipsOf(types)]
    const isMarked = await this.#inTurn(token, run => run(cypher.markBusy))
    if (!isMarked) return false
    const isWritten = await this.#inTurn(token, async run => {
      const ids = [...rows, ...absent].map(({ id }) => id)
      for (const type of derived.values()) await run(cypher.dropDerived(type), { ids })
      await run(cypher.removeRows, { ids: absent.map(({ id }) => id) })
      await run(cypher.addAbsent, { rows: absent.filter(({ until }) => until !== undefined) })
      await run(cypher.addClasses, { classes: figureClassesOf(rows, types) })
      for (const [type, its] of groupBy(rows, row => row.type)) {
        const integers = (types.find(({ name }) => name === type)?.columns ?? []).filter(
          ({ kind }) => kind === 'integer',
        )
        await run(cypher.putRows(type), { rows: its.map(row => toNode(row, since, integers)) })
      }
      await addLinks(run, rows, relationships, derived)
      if (!isLast) await run(cypher.setPartial)
    })
    return isWritten && isLast ? await this.#inTurn(token, run => run(cypher.endRefresh, { since, day })) : isWritten
  }

  /** Does nothing and gives false when another refresh has taken over. */
  #inTurn(token: number, work: (run: Run) => Promise<unknown>): Promise<boolean> {
    return this.db.write(async run => {
      const [state] = await run<{ token: number }>(cypher.lockState)
      if (state?.token !== token) return false
      await work(run)
      return true
    })
  }

  async read(ids: readonly string[]): Promise<readonly ResolvedRow[]> {
    const types = await this.#types()
    const layouts = new Map(types.map(type => [type.name, type]))
    const propertyOf = new Map(
      types.flatMap(({ links }) => links.map(({ relationship, property }) => [relationship, property] as const)),
    )
    const derived = (
      await Promise.all(
        [...derivedOf(types).values()].map(type => this.db.read<DerivedRow>(cypher.readDerived(type), { ids })),
      )
    ).flat()
    const found = await this.db.read<NodeRow>(cypher.readRows, { ids })
    return found.flatMap(({ id, labels, properties, links }) => {
      const layout = labels.map(label => layouts.get(label)).find(Boolean)
      if (!layout) return []
      const its = derived.filter(link => link.id === id)
      const all = [...links, ...its.map(link => [link.type, link.from, link.to, link.properties] as const)]
      const { until, keysHash } = properties
      return {
        id,
        type: layout.name,
        columns: columnsIn(properties, layout.columns),
        links: all.map(link => toLink(link, propertyOf)),
        keysHash: String(keysHash),
        ...(typeof until === 'string' && { until }),
      }
    })
  }

  select(questions: readonly RowQuestion[], asOf: RowsAsOfAny, signal?: AbortSignal): Promise<RowAnswers | undefined> {
    return answerRows((text, parameters) => this.db.read(text, parameters, signal), questions, asOf)
  }

  linkingTo(ids: readonly string[]): Promise<readonly string[]> {
    return this.#ids(cypher.linkingTo, { ids })
  }

  due(day: string): Promise<readonly string[]> {
    return this.#ids(cypher.due, { day })
  }

  async count(): Promise<number> {
    const [row] = await this.db.read<{ count: number }>(cypher.count)
    return row?.count ?? 0
  }

  ids(after: string, limit: number): Promise<readonly string[]> {
    return this.#ids(cypher.ids, { after, limit })
  }

  async #ids(text: string, parameters: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    return (await this.db.read<{ id: string }>(text, parameters)).map(({ id }) => id)
  }

  async #types(): Promise<readonly TypeLayout[]> {
    return JSON.parse((await this.#state())?.types ?? '[]') as TypeLayout[]
  }

  async #state(): Promise<State | undefined> {
    const [state] = await this.db.read<State>(cypher.readState)
    // One that was only begun has no layout yet.
    return state?.version ? state : undefined
  }
}

interface State {
  readonly token: number
  readonly revision: number
  readonly version: string
  readonly partial: boolean
  readonly busy: boolean
  readonly types: string
}

type Properties = Readonly<Record<string, unknown>>
type LinkRow = readonly [type: string, from: string, to: string, properties: Properties]

interface NodeRow {
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: Properties
  readonly links: readonly LinkRow[]
}

interface DerivedRow {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties: Properties
}

/** Creates the indexes of the rows that are there, if any are. */
export async function defineRowsOfStore(db: Neo4jConnection): Promise<void> {
  const [state] = await db.read<State>(cypher.readState)
  if (state) await defineRows(db, JSON.parse(state.types) as TypeLayout[])
}

async function defineRows(db: Neo4jConnection, types: readonly TypeLayout[]): Promise<void> {
  const there = await defineMissing(db, schemaOf(types))
  // Of an earlier version. Where there is little data the database would choose these.
  for (const name of outdatedIndexes(types)) if (there.has(name)) await db.define(`DROP INDEX ${name} IF EXISTS`)
}

/** Constraints and indexes of the layout; each does nothing where it is there already. */
function schemaOf(types: readonly TypeLayout[]): readonly string[] {
  return [
    'CREATE CONSTRAINT row_state_name IF NOT EXISTS FOR (n:RowState) REQUIRE n.name IS UNIQUE',
    'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT row_absent_id IF NOT EXISTS FOR (n:RowAbsent) REQUIRE n.id IS UNIQUE',
    'CREATE INDEX entity_until IF NOT EXISTS FOR (n:Entity) ON (n.until)',
    defineRowSearch,
    `CREATE INDEX entity_statements IF NOT EXISTS FOR (n:Entity) ON (n.${statementCount})`,
    'CREATE INDEX row_absent_until IF NOT EXISTS FOR (n:RowAbsent) ON (n.until)',
    ...types.flatMap(type => {
      const index = (name: string, columns: readonly string[]) =>
        `CREATE INDEX ${type.table}_${name} IF NOT EXISTS FOR (n:${type.name}) ON (${columns.map(column => `n.${column}`).join(', ')})`
      return [
        index('id', ['id']),
        ...type.columns
          .filter(({ name, isIndexed }) => isIndexed && !type.closedLists.includes(name))
          .map(({ name }) => index(name, [name])),
        // Many rows have the same code of a closed list or link to the same row, and a page of these is in the order of the ids.
        ...[...type.closedLists, ...type.listedBy].map(name => index(`${name}_id`, [name, 'id'])),
        ...sumIndexesOf(type).map(([name, columns]) => index(name, columns)),
      ]
    }),
    ...[...derivedOf(types).values()].map(
      type => `CREATE INDEX ${type.toLowerCase()}_owner IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.owner)`,
    ),
  ]
}

function outdatedIndexes(types: readonly TypeLayout[]): readonly string[] {
  return types.flatMap(({ table, closedLists }) => closedLists.map(name => `${table}_${name}`))
}

/**
 * All that a sum looks at, so that it reads no nodes: of all rows, and of those with one code of a closed list. Ranges, and
 * figures that are no whole number of grains, are few.
 */
function sumIndexesOf({ sums, closedLists, columns }: TypeLayout): readonly (readonly [string, readonly string[]])[] {
  return sums.flatMap(property => {
    const { kind, terms, comparator, grains, greatestGrains, amount } = figureColumns(property)
    const further = furtherFigureColumns(property).kind
    const all = [kind, terms, comparator, grains]
    return [
      [`${property}_sum`, all] as const,
      ...closedLists.map(column => [`${property}_sum_by_${column}`, [column, ...all]] as const),
      [`${property}_ranges`, [greatestGrains]] as const,
      [`${property}_others`, [amount]] as const,
      ...(columns.some(({ name }) => name === further) ? [[`${property}_further`, [further]] as const] : []),
    ]
  })
}

/** Relationship types by the property. */
function relationshipsOf(types: readonly TypeLayout[]): ReadonlyMap<string, string> {
  return new Map(types.flatMap(({ links }) => links.map(({ property, relationship }) => [property, relationship])))
}

/** Relationship types of links that follow from another entity than their source, by the property. */
function derivedOf(types: readonly TypeLayout[]): ReadonlyMap<string, string> {
  const links = types.flatMap(type => type.links.filter(({ isDerived }) => isDerived))
  return new Map(links.map(({ property, relationship }) => [property, relationship]))
}

/** The driver sends every number to the database as a double, except those marked as integers. */
function toNode({ id, columns, keys = '', keysHash, until }: ResolvedRow, since: number, integers: readonly Column[]) {
  const { formerIds } = columns
  const ids = [id, ...(Array.isArray(formerIds) ? (formerIds as readonly string[]) : [])].map(toStored)
  const whole = Object.fromEntries(
    integers.flatMap(({ name }) => (columns[name] === undefined ? [] : [[name, neo4j.int(Number(columns[name]))]])),
  )
  const properties = { ...columns, ...whole, id, keys, keysHash, since, ...(until !== undefined && { until }) }
  return { id, ids, properties }
}

async function addLinks(
  run: Run,
  rows: readonly ResolvedRow[],
  relationships: ReadonlyMap<string, string>,
  derived: ReadonlyMap<string, string>,
): Promise<void> {
  const links = rows.flatMap(row => withFurther(row).map(link => ({ ...link, owner: row.id })))
  for (const [property, its] of groupBy(links, link => link.property)) {
    const type = relationships.get(property)
    if (type === undefined) continue
    const isDerived = derived.has(property)
    await run(cypher.addLinks(type), {
      rows: its.map(({ from, to, owner, statement, confidence, valid, isAgain, isFurther, qualifiers }) => ({
        from,
        to,
        properties: {
          ...qualifiers,
          statement,
          confidence,
          ...(valid !== undefined && { valid }),
          ...(isAgain && { isAgain }),
          ...(isFurther && { [furtherMark]: true }),
          ...(isDerived && { owner }),
        },
      })),
    })
  }
}

/** The links of a row, and which of them its column of the property does not tell of. */
export function withFurther({ columns, links }: ResolvedRow): readonly (RowLink & { readonly isFurther: boolean })[] {
  const told = new Set<string>()
  return links.map(link => {
    const first = columns[link.property]
    const isTold = first === link.to && !link.isAgain && !told.has(link.property)
    if (isTold) told.add(link.property)
    return { ...link, isFurther: first !== undefined && !isTold }
  })
}

function columnsIn(properties: Properties, columns: readonly Column[]): Record<string, ColumnValue> {
  const found: Record<string, ColumnValue> = {}
  for (const { name } of columns) {
    const value = properties[name]
    if (value !== undefined && value !== null) found[name] = value as ColumnValue
  }
  return found
}

function toLink([type, from, to, properties]: LinkRow, propertyOf: ReadonlyMap<string, string>): RowLink {
  const { statement, confidence, valid, isAgain, owner: _, [furtherMark]: __, ...qualifiers } = properties
  return {
    property: propertyOf.get(type) ?? type,
    from,
    to,
    statement: String(statement),
    confidence: Number(confidence),
    ...(typeof valid === 'string' && { valid }),
    ...(isAgain === true && { isAgain }),
    qualifiers: qualifiers as Readonly<Record<string, string>>,
  }
}
