import type { Value } from '../values/value.js'
import type { Quote } from './quote.js'
import type { Rank } from './rank.js'

/** The content of a statement, without the time of its recording. The id follows from the content (see `statementId`). */
export interface StatementContent {
  /** Id of the subject: `official/tang-jianguo`. */
  readonly subject: string
  /** The property's id in the ontology: `name`, `member`. */
  readonly property: string
  readonly value: Value
  /** Qualifiers by name: `{ title: '总经济师' }`, `{ role: 'SUPPLIER' }`. Empty if there are none. */
  readonly qualifiers: Readonly<Record<string, string>>
  /** The source's own words for the value: 45EFLOPS, 亿级以上. */
  readonly asStated: string
  /** BCP 47 language of `asStated`. Default: the language of the edition. */
  readonly language: string
  /** Id of the cited edition: `shobserver-768612#zh-Hans`. */
  readonly edition: string
  readonly quote?: Quote
  /** EDTF date or interval in which the fact held; absent if the source does not say. */
  readonly valid?: string
  /** How the value is derived, if the source does not state the value itself: nodes × per node. */
  readonly derived?: string
}

/** A statement in the graph: with rank and confidence, recorded in one revision, and possibly retracted in a later one. */
export interface Statement extends StatementContent {
  readonly id: string
  readonly rank: Rank
  /** The curator's confidence in the reading of the quote: 0 to 1. */
  readonly confidence: number
  /** Datasets that attest the statement as of the read revision, sorted. Empty after retraction. */
  readonly datasets: readonly string[]
  readonly recordedIn: number
  /** RFC 3339, UTC: the instant of the revision `recordedIn`. */
  readonly recordedAt: string
  readonly retractedIn?: number
  readonly retractedAt?: string
  /** Id of the statement that this one replaces in the same dataset; prov:wasRevisionOf. */
  readonly supersedes?: string
}
