import type { Value } from '../values/value.js'
import type { Quote } from './quote.js'
import type { Rank } from './rank.js'

/** What a statement says, without when it was recorded: its identity is this content (see `statementId`). */
export interface StatementContent {
  /** The entity it is about: `official/tang-jianguo`. */
  readonly subject: string
  /** The property's id in the ontology: `name`, `member`. */
  readonly property: string
  readonly value: Value
  /** What stands beside the value, by name: `{ title: '总经济师' }`, `{ role: 'SUPPLIER' }`. Empty where nothing does. */
  readonly qualifiers: Readonly<Record<string, string>>
  /** The source's own words for the value: 45EFLOPS, 亿级以上. */
  readonly asStated: string
  /** BCP 47, of `asStated`: the edition's language unless the statement says otherwise. */
  readonly language: string
  /** The edition it stands in: `shobserver-768612#zh-Hans`. */
  readonly edition: string
  readonly quote?: Quote
  /** When it held in the world, EDTF date or interval; absent where no source says. */
  readonly valid?: string
  /** How the value comes from the source’s words, if these do not say it themselves: nodes × per node. */
  readonly derived?: string
}

/** A statement as the graph holds it: said, weighted by a curator, recorded in one revision, perhaps retracted in a later one. */
export interface Statement extends StatementContent {
  readonly id: string
  readonly rank: Rank
  /** The curator's, for the reading of the quote: 0 to 1. */
  readonly confidence: number
  /** The datasets that attest it as of the reading revision, sorted. Empty once retracted. */
  readonly datasets: readonly string[]
  readonly recordedIn: number
  /** RFC 3339, UTC: the instant of the revision `recordedIn`. */
  readonly recordedAt: string
  readonly retractedIn?: number
  readonly retractedAt?: string
  /** The statement that this one replaces in the same dataset; prov:wasRevisionOf. */
  readonly supersedes?: string
}
