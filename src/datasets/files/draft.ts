import type { Place, Placed } from '../check/problem-list.js'
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
  /** Entities that links lead to though nothing describes them, which is known and no mistake. */
  readonly undescribed: readonly Placed[]
}

export interface SourceDraft {
  readonly id: Placed
  readonly title: Placed | undefined
  readonly publisher: Placed | undefined
  readonly url: Placed | undefined
  readonly published: Placed | undefined
  readonly licence: string | undefined
  readonly weight: number
  readonly editions: readonly EditionDraft[]
}

export interface EditionDraft {
  readonly language: Placed
  /** One file or, in their order, the pages. */
  readonly files: readonly Placed[]
  readonly translationOf: Placed | undefined
  readonly retrieved: Placed | undefined
  /** Of the text, hex, where the text itself is not here. */
  readonly sha256: Placed | undefined
}

export interface EntityDraft {
  readonly id: Placed
  readonly type: Placed
  readonly sameAs: readonly Placed[]
  /** The edition of the statements that name none. */
  readonly edition: Placed | undefined
  readonly statements: readonly StatementDraft[]
}

/** What may be given beside a value, in an entity’s statements and in a table’s; a table’s are templates. */
export interface BesideValue {
  readonly language: Placed | undefined
  readonly edition: Placed | undefined
  readonly valid: Placed | undefined
  readonly confidence: Placed | undefined
  readonly rank: Placed | undefined
  /** How the value comes from the source’s words, if these do not say it themselves. */
  readonly derived: Placed | undefined
  /** All other keys with their values; whether the property has such a qualifier is checked later. */
  readonly qualifiers: Readonly<Record<string, QualifierDraft>>
}

export interface QualifierDraft extends Placed {
  /** The place of the key. */
  readonly keyPlace: Place
}

/** A statement as its author wrote it; a row of a table gives several. */
export interface StatementDraft extends BesideValue {
  readonly place: Place
  readonly property: Placed
  readonly value: Placed
  readonly asStated: Placed | undefined
  readonly quote: Placed | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
  /** The place of the quote in a text that is not in the dataset. */
  readonly start: number | undefined
  readonly end: number | undefined
  /** Of a table’s row: `row=7`; the quote is then of that row, and is not looked for in the edition. */
  readonly fragment: string | undefined
  /** Dates that are bare numbers are days of a spreadsheet. */
  readonly dates: 'excel' | undefined
  /** Whether the value is compared with the words; the cell of a column says itself. */
  readonly isCompared: boolean
  /** Whether a row of a table states it, so that its author can change the mapping, and not the words. */
  readonly isOfTable: boolean
}

export interface TableDraft {
  readonly place: Place
  readonly file: Placed
  readonly edition: Placed
  /** The row that names the columns, counted from 1 in the file; those before it are let pass. */
  readonly header: number
  /** The name of the file’s encoding: gb18030. */
  readonly encoding: Placed | undefined
  /** What separates the cells of a row, if it is to be said: `;`. */
  readonly separator: Placed | undefined
  /** Of an XLSX file: the name of the sheet. */
  readonly sheet: Placed | undefined
  /** Of a JSON document: the JSONPath of its rows. */
  readonly rows: Placed | undefined
  /** Cells that state nothing, in every column: `-`, `n/a`. */
  readonly empty: readonly string[]
  /** Cells put right before they are used, by names of their own. */
  readonly cells: readonly CellDraft[]
  /** Columns, each with the cells of which a row must have one. */
  readonly where: readonly ConditionDraft[]
  /** Columns, each with the cells of which a row must have none. */
  readonly unless: readonly ConditionDraft[]
  readonly type: Placed
  /** With cells: `computecentre/top500-{Site ID}`. */
  readonly idTemplate: Placed
  readonly statements: readonly ColumnDraft[]
}

/** How the cells of a column are to be read; see `prepareReading`. */
export interface CellDraft {
  readonly name: Placed
  readonly column: Placed
  readonly fill: boolean
  readonly empty: readonly string[]
  readonly without: Placed | undefined
  readonly split: Placed | undefined
  readonly match: Placed | undefined
  /** A part that does not match states nothing, and is no fault. */
  readonly optional: boolean
  readonly values: readonly { readonly cell: string; readonly value: string }[]
}

export interface ConditionDraft {
  readonly column: Placed
  readonly cells: readonly string[]
}

/** What each row of a table says of its entity by one property. */
export interface ColumnDraft extends BesideValue {
  readonly property: Placed
  /** A column that has it, a text with cells in it, a product of cells, or the same for each row. */
  readonly from: { readonly kind: 'column' | 'template' | 'product' | 'value' } & Placed
  readonly unit: Placed | undefined
  readonly precision: Placed | undefined
  readonly asStated: Placed | undefined
  readonly quote: Placed | undefined
  /** The column whose cell is quoted. */
  readonly cite: Placed | undefined
  readonly dates: 'excel' | undefined
  /** Columns, as those of the table, for this statement alone. */
  readonly where: readonly ConditionDraft[]
  readonly unless: readonly ConditionDraft[]
  /** Of a table of JSON: the JSONPath of what is stated each, from which columns that begin with `@` start. */
  readonly each: Placed | undefined
}
