import type { EntityRecord } from '../model/entity.js'
import type { EntityType } from '../ontology/ontology.js'
import { hansLabelColumn } from '../ontology/row-keys.js'
import type { RowSelection, RowTree, RowTreeNode, RowTreePage, RowTreeValue } from '../store/rows/resolved-rows.js'
import type { EntityMemo } from './cache/entity-memo.js'
import { chain, type MaybePromise } from './maybe-promise.js'
import { EntityView, type ViewReader } from './view-reader.js'

/** What a request reads of entities of one type, and the places of that in their rows. */
export interface RowShape {
  readonly type: EntityType
  readonly select: RowSelection
  /** By the names of the columns. */
  readonly columns: ReadonlyMap<string, number>
  /** By the names of the fields. */
  readonly links: ReadonlyMap<string, LinkShape>
}

export interface LinkShape {
  readonly place: number
  /** By the names of the types; undefined if the entities at the other ends are read from statements. */
  readonly to: ReadonlyMap<string, RowShape> | undefined
  /** How many links the page shows. */
  readonly limit: number
  readonly isCounted: boolean
  /** Whether each link has its statement. */
  readonly hasStatements: boolean
}

/** The columns that the label in that language is made of; undefined if rows do not have it. */
export function labelColumns(language: string | undefined): readonly string[] | undefined {
  switch (language) {
    case undefined:
      return ['label']
    case 'en':
      return ['label', 'labelEn']
    case 'zh':
      return ['label', 'labelZh']
    case 'zh-Hans':
      return ['label', 'labelZh', hansLabelColumn]
    default:
      return undefined
  }
}

/** An entity as its row has it, for fields that look at nothing else. All that a row does not say fails. */
export class RowEntity extends EntityView {
  private constructor(
    readonly row: RowTree,
    readonly shape: RowShape,
    reader: ViewReader,
  ) {
    super(unread, shape.type, reader, noMemo)
  }

  /** The entity of a row; from statements if the row's texts are not theirs. */
  static of(row: RowTree, shape: RowShape, reader: ViewReader): MaybePromise<EntityView> {
    return typeof row[0] === 'string' ? new RowEntity(row, shape, reader) : reader.getEntity(idOf(row))
  }

  override get id(): string {
    return this.row[0] as string
  }

  override get isDescribed(): boolean {
    return true
  }

  override seen(): never {
    throw new Error(`Of ${this.id} the row alone was read.`)
  }

  override resolve(): never {
    return this.seen()
  }

  override conflicts(): never {
    return this.seen()
  }

  override label(language?: string): string {
    const columns = labelColumns(language ?? this.reader.view.language) ?? this.seen()
    // The last one that the row has is the nearest to the language.
    for (let i = columns.length - 1; i >= 0; i--) {
      const label = this.column(columns[i] ?? '')
      if (typeof label === 'string') return label
    }
    return this.id
  }

  override labelLanguage(): never {
    return this.seen()
  }

  /** Null if the row has nothing there. */
  column(name: string): RowTreeValue {
    const place = this.shape.columns.get(name)
    return place === undefined ? this.seen() : (this.row[place] ?? null)
  }

  text(name: string): string | undefined {
    const value = this.column(name)
    return typeof value === 'string' ? value : undefined
  }

  /** As `text`; undefined also of a column that was not read. */
  textIfRead(name: string): string | undefined {
    return this.shape.columns.has(name) ? this.text(name) : undefined
  }

  /** The entity that a property with one value leads to. */
  linked(field: string, property: string): MaybePromise<EntityView | undefined> {
    const { to, place } = this.#link(field)
    if (!to) return chain(this.text(property), id => (id === undefined ? undefined : this.reader.findEntity(id)))
    const row = this.row[place] as RowTree | null
    return row === null || row[0] === null ? undefined : entityOf(row, to, this.reader)
  }

  page(field: string): { readonly page: RowTreePage; readonly shape: LinkShape } {
    const shape = this.#link(field)
    return { page: this.row[shape.place] as RowTreePage, shape }
  }

  #link(field: string): LinkShape {
    return this.shape.links.get(field) ?? this.seen()
  }
}

/** The entity at the other end of a link. */
export function entityOf(
  row: RowTreeNode,
  shapes: ReadonlyMap<string, RowShape> | undefined,
  reader: ViewReader,
): MaybePromise<EntityView> {
  if (typeof row === 'string' || !shapes) return reader.getEntity(idOf(row))
  const [only] = shapes.size === 1 ? shapes.values() : []
  const shape = only ?? shapes.get(reader.typeOf(idOf(row)).name)
  return shape ? RowEntity.of(row, shape, reader) : reader.getEntity(idOf(row))
}

export function idOf(row: RowTreeNode): string {
  const [id] = typeof row === 'string' ? [row] : row
  return (typeof id === 'string' ? id : id?.[0]) ?? ''
}

const unread = new Proxy({} as EntityRecord, {
  get: (_, key) => {
    throw new Error(`The row alone was read, and no ${String(key)}.`)
  },
})
const noMemo: EntityMemo = { seen: new Map(), resolved: new Map(), labels: new Map() }
