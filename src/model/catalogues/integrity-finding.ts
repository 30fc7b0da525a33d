/**
 * Findings of `suanli doctor`: a stable code, a text, and the remedy. `{name}` is filled from the finding's fields.
 * `repair` says who mends a finding: `suanli doctor --repair` what follows from the statements, in place or, if readers
 * will see another graph, as a revision; a person everything else.
 */
export const faults = {
  SCHEMA_OLD: {
    text: 'The store has schema {seen}; this version needs schema {known}.',
    repair: 'person',
    advice: 'Run `suanli migrate`.',
  },
  SCHEMA_PART_MISSING: {
    text: 'The {part} is missing.',
    repair: 'place',
    advice: 'The repair creates it again.',
  },
  DATABASE_DAMAGED: {
    text: 'The integrity check of the database reports: {said}',
    repair: 'person',
    advice: 'Restore a backup, or export what can be read and import it into a new store.',
  },
  STAGING_LEFT: {
    text: '{holder} left an import of {datasets} unfinished.',
    repair: 'person',
    advice: 'Run the import again to finish it, or `suanli import --abandon` to undo it.',
  },
  UNPUBLISHED_ROWS: {
    text: 'There are {count} {what} of revisions that were never published.',
    repair: 'person',
    advice: 'No reader sees them yet, but the next import would publish them: restore a backup.',
  },
  REVISION_ORDER: {
    text: 'Revision {number} is not later than the revision before it.',
    repair: 'person',
    advice: '`knownAt` is unreliable there: restore a backup.',
  },
  STATEMENT_UNREADABLE: {
    text: 'The content of the statement cannot be read.',
    repair: 'person',
    advice: 'Restore a backup, or import its dataset into a new store.',
  },
  STATEMENT_ID: {
    text: 'The content of the statement has the id {expected}: the content was changed after it was recorded.',
    repair: 'person',
    advice: 'Restore a backup. Importing the dataset again adds the original statement.',
  },
  STATEMENT_UNSAID: {
    text: 'No dataset ever attested the statement.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  STANDING_WITHOUT_VOUCH: {
    text: 'The statement is current from revision {recorded}, but no dataset attests it.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  STANDING_WEIGHT: {
    text: 'The {what} of the statement is {seen}; its latest attestation has {expected}.',
    repair: 'place',
    advice: 'The repair takes the value of the attestation.',
  },
  STANDING_OVERLAP: {
    text: 'The statement has two versions in revision {revision}.',
    repair: 'person',
    advice: 'Restore a backup.',
  },
  STANDING_ORDER: {
    text: 'The statement was retracted in revision {retracted}, before it was recorded in {recorded}.',
    repair: 'person',
    advice: 'Restore a backup.',
  },
  REVISION_UNKNOWN: {
    text: 'The statement names revision {revision}, which does not exist.',
    repair: 'person',
    advice: 'Restore a backup.',
  },
  VOUCH_UNLISTED: {
    text: '{dataset} attests the statement, but {subject} is not listed among its subjects: the next import would not notice when it is gone.',
    repair: 'place',
    advice: 'The repair lists it.',
  },
  SUBJECT_MISSING: {
    text: 'The subject {subject} of the statement is not an entity.',
    repair: 'place',
    advice: 'The repair records the entity.',
  },
  ENTITY_TYPE: {
    text: 'The entity is stored as {seen}; its id says {expected}.',
    repair: 'place',
    advice: 'The repair sets the type.',
  },
  TARGET_MISSING: {
    text: 'The statement links to {target}, which does not exist.',
    repair: 'person',
    advice: 'Describe that entity in a dataset, or retract the statement.',
  },
  EDITION_MISSING: {
    text: 'The statement cites {edition}, which does not exist.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  SOURCE_MISSING: {
    text: 'The edition belongs to {source}, which does not exist.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  EDITION_TEXT: {
    text: 'The text has the SHA-256 {seen}; it was recorded with {expected}.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  QUOTE_MISSING: {
    text: 'The quote “{quote}” was not found in {edition}.',
    repair: 'person',
    advice: 'Find out which of the two was changed, and import the dataset again.',
  },
  COLUMN_STALE: {
    text: 'The {what} is stored as {seen}; it should be {expected}.',
    repair: 'place',
    advice: 'The repair writes it from the content.',
  },
  SEARCH_KEYS_STALE: {
    text: 'The search index does not match the name or code of the statement.',
    repair: 'place',
    advice: 'The repair writes the search keys again.',
  },
  LINK_STALE: {
    text: 'The relationships do not match the statement: {what}.',
    repair: 'place',
    advice: 'The repair creates them again.',
  },
  STRAY_ROWS: {
    text: 'There are {count} {what}.',
    repair: 'place',
    advice: 'The repair removes them.',
  },
  CONFLICT_ID: {
    text: 'The content of the conflict has the id {expected}: the content was changed after it was recorded.',
    repair: 'person',
    advice: 'Restore a backup.',
  },
  CONFLICT_TIES: {
    text: 'The conflict is linked to other entities than it concerns: {what}.',
    repair: 'place',
    advice: 'The repair links it again.',
  },
  CONFLICT_LIFE: {
    text: 'The revisions in which the conflict was open are out of order.',
    repair: 'person',
    advice: 'Restore a backup.',
  },
  CONFLICT_DANGLING: {
    text: 'The conflict names {statement}, which does not exist.',
    repair: 'person',
    advice: 'Restore a backup.',
  },
  CONFLICT_MISSING: {
    text: 'A {kind} conflict of {property} is missing, between {statements}.',
    repair: 'revision',
    advice: 'The repair opens it.',
  },
  CONFLICT_GROUNDLESS: {
    text: 'By the rules of this version, the statements of the conflict do not contradict each other.',
    repair: 'revision',
    advice: 'The repair closes it. Earlier versions opened conflicts between values that a source may name together.',
  },
  DEED_DANGLING: {
    text: 'The curation action names the {what} {id}, which does not exist.',
    repair: 'person',
    advice: 'Import the dataset that had it, or undo the action.',
  },
  MERGE_IMPOSSIBLE: {
    text: 'The {action} of {former} and {kept} is impossible after the earlier actions: {why} Readers see the graph without it.',
    repair: 'person',
    advice: 'If the two are one, merge them again; else leave the action as it is.',
  },
  ROWS_BEHIND: {
    text: 'The rows of what holds are as of revision {revision}; the newest revision is {newest}.',
    repair: 'place',
    advice: 'The repair writes them again, as does `suanli rebuild`.',
  },
  ROW_MISSING: {
    text: 'The entity has no row of what holds.',
    repair: 'place',
    advice: 'The repair writes all rows again, as does `suanli rebuild`.',
  },
  ROW_STALE: {
    text: 'The row of what holds does not match the statements.',
    repair: 'place',
    advice: 'The repair writes all rows again, as does `suanli rebuild`.',
  },
  ROW_SURPLUS: {
    text: 'There is a row of what holds, though no statement describes the entity.',
    repair: 'place',
    advice: 'The repair writes all rows again, as does `suanli rebuild`.',
  },
  RELEASE_CHANGED: {
    text: 'The release was published with the SHA-256 {expected}; its content now has {seen}.',
    repair: 'person',
    advice: 'A statement of the release was changed: restore a backup.',
  },
} as const satisfies Record<string, FaultKind>

interface FaultKind {
  readonly text: string
  readonly repair: 'place' | 'revision' | 'person'
  readonly advice: string
}

export type FaultCode = keyof typeof faults

/** One fault of a store. */
export interface Fault {
  readonly code: FaultCode
  /** What the fault is in: the id of a statement, entity, conflict or edition; a revision; a part of the schema. */
  readonly where: string
  readonly message: string
  /** Whether `--repair` mends the fault: in place, as a revision, or not. */
  readonly repair: FaultKind['repair']
  /** The remedy, done or to do. */
  readonly advice: string
}

export function fault(code: FaultCode, where: string, fields: Readonly<Record<string, string | number>> = {}): Fault {
  const { text, repair, advice } = faults[code] as FaultKind
  const message = text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? ''))
  return { code, where, message, repair, advice }
}
