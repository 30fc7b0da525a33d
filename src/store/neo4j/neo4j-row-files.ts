import { alteredColumn } from '../../ontology/row-keys.js'
import type { RowLayout } from '../../ontology/row-layout.js'
import type { BulkRows } from '../bulk-writer.js'
import type { ResolvedRow, RowBatch } from '../rows/resolved-rows.js'
import { toStored } from '../stored-text.js'
import type { ImportTables } from './import-tables.js'
import { figureClassesOf } from './rows/figure-classes.js'
import { withFurther } from './rows/neo4j-rows.js'
import { alteredLabel, furtherMark } from './rows/row-tree.js'

/** The rows of what holds as files, node by node what neo4j-rows would have made of the same batches. */
export class Neo4jRowFiles implements BulkRows {
  readonly #classes = new Set<string>()

  private constructor(
    readonly tables: ImportTables,
    readonly layout: RowLayout,
    /** Whether there is a node on which statements of this id hang. */
    readonly isSubject: (id: string) => boolean,
  ) {}

  static async open(tables: ImportTables, layout: RowLayout, isSubject: (id: string) => boolean) {
    const types = { text: 'string', number: 'double', integer: 'long', texts: 'string[]' } as const
    for (const { name, columns } of layout.types) {
      const typed = columns.map(column => `${column.name}:${types[column.kind]}`)
      const header = ['id:ID(row)', ...typed, 'keys', 'keysHash', 'since:double', 'until', ':LABEL']
      await tables.open('nodes', fileOf(name), header.join(), `Entity:${name}`)
    }
    await tables.open('nodes', 'row-absent.csv', 'id,until', 'RowAbsent')
    await tables.open('nodes', 'row-state.csv', stateHeader, 'RowState')
    await tables.open('relationships', 'row-of.csv', ':START_ID(entity),:END_ID(row)', 'OF')
    const ends = [':START_ID(row)', ':END_ID(row)', ':TYPE']
    const header = [
      ...ends,
      'statement',
      'confidence:double',
      'valid',
      'isAgain:boolean',
      `${furtherMark}:boolean`,
      'owner',
    ]
    await tables.open('relationships', 'row-links.csv', [...header, ...qualifiersOf(layout)].join())
    return new Neo4jRowFiles(tables, layout, isSubject)
  }

  async add({ rows, absent, since, day, isLast }: RowBatch): Promise<void> {
    const { tables, layout } = this
    for (const { name, columns } of layout.types) {
      const its = rows.filter(({ type }) => type === name)
      await tables.write(
        fileOf(name),
        its.map(({ id, columns: values, keys = '', keysHash, until }) => [
          ...[id, ...columns.map(column => values[column.name]), keys, keysHash, since, until],
          values[alteredColumn] === undefined ? undefined : alteredLabel,
        ]),
      )
    }
    for (const { id, columns } of rows) {
      const former = Array.isArray(columns.formerIds) ? (columns.formerIds as readonly string[]) : []
      const subjects = [id, ...former].map(toStored).filter(this.isSubject)
      await tables.write(
        'row-of.csv',
        subjects.map(subject => [subject, id]),
      )
    }
    const [kinds, qualifiers] = [this.#kinds(), qualifiersOf(layout)]
    const cells = (row: ResolvedRow) =>
      withFurther(row).flatMap(({ from, to, property, statement, confidence, valid, isAgain, isFurther, ...link }) => {
        const kind = kinds.get(property)
        if (!kind) return []
        const marks = [isAgain || undefined, isFurther || undefined, kind.isDerived ? row.id : undefined]
        const further = qualifiers.map(name => link.qualifiers[name])
        return [[from, to, kind.relationship, statement, confidence, valid, ...marks, ...further]]
      })
    await tables.write('row-links.csv', rows.flatMap(cells))
    await tables.write(
      'row-absent.csv',
      absent.flatMap(({ id, until }) => (until === undefined ? [] : [[id, until]])),
    )
    for (const each of figureClassesOf(rows, layout.types)) this.#classes.add(each)
    if (!isLast) return
    const [types, classes] = [JSON.stringify(layout.types), [...this.#classes]]
    await tables.write('row-state.csv', [['rows', since, layout.version, false, false, 2, types, 1, day, classes]])
  }

  #kinds() {
    return new Map(this.layout.types.flatMap(({ links }) => links.map(link => [link.property, link] as const)))
  }
}

const stateHeader =
  'name,revision:double,version,partial:boolean,busy:boolean,token:long,types,writes:long,day,classes:string[]'

function fileOf(type: string): string {
  return `row-${type}.csv`
}

function qualifiersOf({ types }: RowLayout): readonly string[] {
  return [...new Set(types.flatMap(({ links }) => links.flatMap(({ qualifiers }) => qualifiers)))]
}
