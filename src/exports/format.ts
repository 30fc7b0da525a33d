import type { ProblemList } from '../datasets/check/problem-list.js'
import type { View } from '../model/view.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import type { ViewReader } from '../views/view-reader.js'
import type { OutFolder } from './out-folder.js'

/** The input of an export: a store as of one revision. */
export interface Exporting {
  readonly store: Store
  readonly ontology: Ontology
  /** The number of the revision that is exported. */
  readonly revision: number
  /** The exported release; undefined if none was requested. */
  readonly releasedIn: number | undefined
  /** The view, for formats with resolved values. */
  readonly view: View
  /** The language of labels and names in tables. If undefined, each entity has the language of its label. */
  readonly language: string | undefined
  /** Opens the graph in that view and revision. A reader keeps all that it has read, so each page opens a new one. */
  readonly reader: () => ViewReader
  /** Problems: values that the format cannot express, with the id of the entity or statement. */
  readonly problems: ProblemList
  /** Called after each written statement or entity. */
  readonly progress: (done: number) => void
}

/** The counts of an export. */
export type ExportCounts = Readonly<Record<string, number>>

/** An export format: one text, or files in a folder. */
export type ExportFormat = { readonly name: string; readonly keeps: string } & (
  | { readonly kind: 'stream'; readonly write: (exporting: Exporting) => AsyncGenerator<string, ExportCounts> }
  | { readonly kind: 'folder'; readonly write: (exporting: Exporting, folder: OutFolder) => Promise<ExportCounts> }
)
