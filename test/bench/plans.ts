import { parse } from 'graphql'
import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import { derivedFields } from '../../src/entities/derived.js'
import { entityTypes } from '../../src/entities/index.js'
import { createExecutor } from '../../src/graphql/execution/create-executor.js'
import { createContext } from '../../src/graphql/request/context.js'
import { buildSchema } from '../../src/graphql/schema/build-schema.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { answerRows } from '../../src/store/neo4j/rows/answer-rows.js'
import type { RowQuestion, RowsAsOfAny } from '../../src/store/rows/resolved-rows.js'
import { SqliteRows } from '../../src/store/sqlite/rows/sqlite-rows.js'
import { SqliteConnection } from '../../src/store/sqlite/sqlite-connection.js'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { reads } from './reads.js'

const ontology = createOntology(entityTypes)
const execute = createExecutor(buildSchema(ontology, derivedFields))

/** More lists: a page as it stands, of a region with its parts, a number, groups and sums. */
const lists = [
  '{ computeCentres(first: 20) { nodes { id } } }',
  '{ computeCentres(first: 20, filter: { region: { within: "region/r00001" } }) { totalCount nodes { id } } }',
  '{ computeCentres { totalCount aggregate { byStatus { status count } capacity(unit: PFLOPS) { sum } } } }',
]

/** What a read asked of rows in one call. */
interface Asked {
  readonly questions: readonly RowQuestion[]
  readonly asOf: RowsAsOfAny
}

/** The plan of a text: its steps, as the database names them. */
interface Explained {
  readonly text: string
  readonly steps: readonly string[]
}

/**
 * Prints the databases' own explanation of each text by which the reads of the bench are answered from rows, in stores
 * that hold its world. Throws if one of the texts looks through all rows without an index, or names no index.
 */
export async function checkPlans(folder: string, uri: string, print: (text: string) => void = () => {}): Promise<void> {
  const driver = neo4j.driver(uri)
  const db = SqliteConnection.open(folder, folder, false)
  if (!db) throw new Error(`There is no store in ${folder}.`)
  const wrong: string[] = []
  try {
    for (const [engine, open, explain, isWrong] of [
      ['SQLite', () => openSqliteStore(folder), (asked: Asked) => explainSqlite(db, asked), isWrongInSqlite],
      ['Neo4j', () => openNeo4jStore(uri), (asked: Asked) => explainNeo4j(driver, asked), isWrongInNeo4j],
    ] as const) {
      const store = await open()
      for (const query of [...reads.map(({ documents }) => documents.ours ?? ''), ...lists])
        for (const asked of await questionsOf(store, query))
          for (const explained of await explain(asked)) {
            print(`${engine}: ${query}\n${explained.steps.map(step => `  ${step}`).join('\n')}`)
            if (isWrong(explained)) wrong.push(`${engine}: ${query}`)
          }
      await store.close()
    }
  } finally {
    db.close()
    await driver.close()
  }
  if (wrong.length > 0) throw new Error(`Looked through without an index:\n${[...new Set(wrong)].join('\n')}`)
}

async function questionsOf(store: Store, query: string): Promise<readonly Asked[]> {
  const { rows } = store
  if (!rows) throw new Error('This store keeps no rows.')
  const all: Asked[] = []
  const select: typeof rows.select = (questions, asOf, signal) => {
    all.push({ questions, asOf })
    return rows.select(questions, asOf, signal)
  }
  const watched = new Proxy(rows, { get: (of, key) => (key === 'select' ? select : Reflect.get(of, key, of)) })
  const read: Store['read'] = (...given) => store.read(...given)
  const asked = { description: store.description, writer: store.writer, read, close: async () => {}, rows: watched }
  const context = createContext({ store: asked, ontology, now: () => new Date() })
  const { errors } = await execute({ document: parse(query), variables: {}, context })
  if (errors) throw new Error(`${query}: ${errors[0]?.message}`)
  return all
}

/** Of each text that looks at rows. */
async function explainSqlite(db: SqliteConnection, { questions, asOf }: Asked): Promise<readonly Explained[]> {
  const texts: Parameters<SqliteConnection['all']>[] = []
  const watched = new Proxy(db, {
    get(of, key) {
      const value: unknown = Reflect.get(of, key, of)
      if (typeof value !== 'function') return value
      return (...given: Parameters<SqliteConnection['all']>) => {
        if (key === 'all' || key === 'get') texts.push(given)
        return value.apply(of, given)
      }
    },
  })
  if (!new SqliteRows(watched).select(questions, asOf)) throw new Error('The rows are not those of the store.')
  return texts
    .map(([text, ...parameters]) => {
      const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, ...parameters)
      return { text, steps: plan.map(({ detail }) => detail) }
    })
    .filter(({ steps }) => steps.some(step => !/^SCAN (row_state|revision|sqlite_schema)\b/.test(step)))
}

/** A plan names tables of rows by their aliases. What else it scans is JSON, a step of the text itself, or a few curation actions. */
function isWrongInSqlite({ text, steps }: Explained): boolean {
  const ofRows = new Set([...text.matchAll(/\brow_\w+"? (?:AS )?(\w+)/g)].map(([, alias]) => alias))
  const isScan = (step: string) => {
    const [, name = ''] = /^SCAN (\w+)$/.exec(step) ?? []
    return ofRows.has(name) || (name.startsWith('row_') && !['row_state', 'row_absent'].includes(name))
  }
  return steps.some(isScan) || !steps.some(step => / USING | VIRTUAL TABLE INDEX /.test(step))
}

async function explainNeo4j(driver: Driver, { questions, asOf }: Asked): Promise<readonly Explained[]> {
  const plans: Explained[] = []
  const session = driver.session()
  const stepsOf = ({ operatorType, arguments: { Details }, children }: Plan): Explained['steps'] => [
    `${operatorType} ${Details ?? ''}`,
    ...children.flatMap(stepsOf),
  ]
  try {
    await answerRows(
      async (text, parameters) => {
        const { plan } = (await session.run(`EXPLAIN ${text}`, parameters)).summary
        if (plan) plans.push({ text, steps: stepsOf(plan as Plan) })
        return (await session.run(text, parameters)).records.map(record => record.toObject()) as never
      },
      questions,
      asOf,
    )
  } finally {
    await session.close()
  }
  return plans
}

function isWrongInNeo4j({ steps }: Explained): boolean {
  const isScan = (step: string) =>
    /^\w*(AllNodesScan|ByLabelsScan|ByLabelScan|RelationshipsScan|TypeScan)\b/.test(step) && !step.endsWith(' d:Deed')
  // The state of the rows has an index of its own in every plan.
  const ofRows = steps.filter(step => !/RowState|RowAbsent|d:Entity\(until\)/.test(step))
  return steps.some(isScan) || !ofRows.some(step => /Index|CountStore/.test(step))
}
