import type { Place, Placed } from './problem-list.js'
import type { DatasetFolder } from './read-file.js'

/** A dataset as its files say it, before anything is asked of what they mean. */
export interface DatasetDraft {
  readonly folder: DatasetFolder
  readonly id: Placed
  readonly title: string
  readonly licence: string | undefined
  readonly sources: readonly SourceDraft[]
  readonly entities: readonly EntityDraft[]
  readonly tables: readonly TableDraft[]
}

export interface SourceDraft {
  readonly id: Placed
  readonly title: string
  readonly publisher: string | undefined
  readonly url: Placed | undefined
  readonly published: Placed | undefined
  readonly licence: string | undefined
  readonly weight: number
  readonly editions: readonly EditionDraft[]
}

export interface EditionDraft {
  readonly place: Place
  readonly language: Placed
  readonly file: Placed | undefined
  readonly translationOf: Placed | undefined
  readonly retrieved: Placed | undefined
}

export interface EntityDraft {
  readonly id: Placed
  readonly type: Placed
  readonly sameAs: readonly Placed[]
  /** The edition of the statements that name none. */
  readonly edition: Placed | undefined
  readonly statements: readonly StatementDraft[]
}

/** A statement as its author wrote it; a row of a table gives several. */
export interface StatementDraft {
  readonly place: Place
  readonly property: Placed
  readonly value: Placed
  readonly asStated: string | undefined
  readonly language: Placed | undefined
  readonly edition: Placed | undefined
  readonly quote: Placed | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
  /** Of a table’s row: `row=7`; its quote is then not looked for in a text. */
  readonly fragment: string | undefined
  readonly valid: Placed | undefined
  readonly confidence: number | undefined
  readonly rank: Placed | undefined
  readonly qualifiers: Readonly<Record<string, Placed>>
}

export interface TableDraft {
  readonly place: Place
  readonly file: Placed
  readonly edition: Placed
  /** A column, and the cells that a row must have one of. */
  readonly where: Readonly<Record<string, readonly Placed[]>>
  readonly type: Placed
  /** With cells: `computecentre/top500-{Site ID}`. */
  readonly idTemplate: Placed
  readonly statements: readonly ColumnDraft[]
}

/** What each row of a table says of its entity by one property. */
export interface ColumnDraft {
  readonly place: Place
  readonly property: Placed
  readonly column: Placed | undefined
  readonly template: Placed | undefined
  readonly value: Placed | undefined
  readonly unit: Placed | undefined
  readonly precision: Placed | undefined
  readonly language: Placed | undefined
  readonly edition: Placed | undefined
  readonly valid: Placed | undefined
  readonly confidence: number | undefined
  readonly rank: Placed | undefined
  readonly qualifiers: Readonly<Record<string, Placed>>
}
