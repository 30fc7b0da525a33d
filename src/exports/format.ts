import type { ProblemList } from '../datasets/check/problem-list.js'
import type { View } from '../model/view.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import type { ViewReader } from '../views/view-reader.js'
import type { OutFolder } from './out-folder.js'

/** What an export reads: a store as of one revision. */
export interface Exporting {
  readonly store: Store
  readonly ontology: Ontology
  /** The number of the revision that is exported. */
  readonly revision: number
  /** The release that is exported, by the revision that published it; undefined where none was asked for. */
  readonly releasedIn: number | undefined
  /** How values are resolved where the format has resolved ones. */
  readonly view: View
  /** The language of labels and names in tables; undefined: of each entity that of its label. */
  readonly language: string | undefined
  /** The graph in that view, as of that revision. What one keeps grows with what is read of it, so each page takes a new one. */
  readonly reader: () => ViewReader
  /** Problems: values that the format cannot express, with the id of the entity or statement. */
  readonly problems: ProblemList
  /** Told of each statement or entity that is done. */
  readonly progress: (done: number) => void
}

/** What an export wrote, counted. */
export type ExportCounts = Readonly<Record<string, number>>

/** A way to write a graph down: as one text, or as files in a folder. */
export type ExportFormat = { readonly name: string; readonly keeps: string } & (
  | { readonly kind: 'stream'; readonly write: (exporting: Exporting) => AsyncGenerator<string, ExportCounts> }
  | { readonly kind: 'folder'; readonly write: (exporting: Exporting, folder: OutFolder) => Promise<ExportCounts> }
)
