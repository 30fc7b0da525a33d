/**
 * What can be wrong with a store, as it is checked against itself: each a stable code, what is wrong in words, and how it
 * is put right. `{name}` is filled from the fault's fields. `repair` says who mends it: `suanli doctor --repair` what can
 * be made again from what was said, in place or, where readers see another graph then, as a revision; a person all else.
 */
export const faults = {
  SCHEMA_OLD: {
    text: 'It is of schema {seen}; this version knows {known}.',
    repair: 'person',
    advice: 'Run `suanli migrate`.',
  },
  SCHEMA_PART_MISSING: {
    text: 'The {part} is missing.',
    repair: 'place',
    advice: 'It is created again.',
  },
  DATABASE_DAMAGED: {
    text: 'The database’s own check says: {said}',
    repair: 'person',
    advice: 'Bring back a copy from before, or export what can be read and import it into a new store.',
  },
  STAGING_LEFT: {
    text: 'An import of {datasets} was left unfinished by {holder}.',
    repair: 'person',
    advice: 'Run the import again to finish it, or `suanli import --abandon` to undo it.',
  },
  UNPUBLISHED_ROWS: {
    text: 'There are {count} {what} of revisions that were never published.',
    repair: 'person',
    advice: 'Nobody sees them before the next import, which would publish them: bring back a copy from before.',
  },
  REVISION_ORDER: {
    text: 'Revision {number} is not later than the one before it.',
    repair: 'person',
    advice: 'What was known at an instant cannot be told there: bring back a copy from before.',
  },
  STATEMENT_UNREADABLE: {
    text: 'What it says cannot be read.',
    repair: 'person',
    advice: 'Bring back a copy from before, or import its dataset into a new store.',
  },
  STATEMENT_ID: {
    text: 'Its content has the id {expected}: it was changed after it was recorded.',
    repair: 'person',
    advice: 'Bring back a copy from before. Importing its dataset again adds the statement as it was said.',
  },
  STATEMENT_UNSAID: {
    text: 'Nothing says when it stood, nor on whose word.',
    repair: 'person',
    advice: 'Import its dataset again: then it stands from then on.',
  },
  STANDING_WITHOUT_VOUCH: {
    text: 'It stands from revision {recorded} on, and no dataset vouches for it.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  STANDING_WEIGHT: {
    text: 'It has the {what} {seen}, and the word given last has {expected}.',
    repair: 'place',
    advice: 'The word of the datasets is taken.',
  },
  STANDING_OVERLAP: {
    text: 'It stands twice in revision {revision}.',
    repair: 'person',
    advice: 'Bring back a copy from before.',
  },
  STANDING_ORDER: {
    text: 'It was retracted in revision {retracted}, and recorded in {recorded}.',
    repair: 'person',
    advice: 'Bring back a copy from before.',
  },
  REVISION_UNKNOWN: {
    text: 'It is of revision {revision}, which there is not.',
    repair: 'person',
    advice: 'Bring back a copy from before.',
  },
  VOUCH_UNLISTED: {
    text: '{dataset} vouches for it, and does not list {subject}: the next import would not see that it is gone.',
    repair: 'place',
    advice: 'It is listed.',
  },
  SUBJECT_MISSING: {
    text: '{subject}, which it is about, is no entity.',
    repair: 'place',
    advice: 'The entity is recorded with the statement.',
  },
  ENTITY_TYPE: {
    text: 'It is kept as {seen} and is {expected} by its id.',
    repair: 'place',
    advice: 'The type is set.',
  },
  TARGET_MISSING: {
    text: 'It links to {target}, which is no entity.',
    repair: 'person',
    advice: 'Describe that entity in a dataset, or retract the statement.',
  },
  EDITION_MISSING: {
    text: 'It stands in {edition}, which there is not.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  SOURCE_MISSING: {
    text: 'It is of {source}, which there is not.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  EDITION_TEXT: {
    text: 'Its text has the SHA-256 {seen}, and was recorded with {expected}.',
    repair: 'person',
    advice: 'Import its dataset again.',
  },
  QUOTE_MISSING: {
    text: 'Its quote “{quote}” does not stand in {edition}.',
    repair: 'person',
    advice: 'Look which of the two was changed, and import its dataset again.',
  },
  COLUMN_STALE: {
    text: 'Its {what} is kept as {seen}, and is {expected}.',
    repair: 'place',
    advice: 'It is written anew from what was said.',
  },
  SEARCH_KEYS_STALE: {
    text: 'It is found by other names than it has.',
    repair: 'place',
    advice: 'The search keys are written anew.',
  },
  LINK_STALE: {
    text: 'The relationships that repeat it are not what it says: {what}.',
    repair: 'place',
    advice: 'They are made anew.',
  },
  STRAY_ROWS: {
    text: 'There are {count} {what} that belong to nothing.',
    repair: 'place',
    advice: 'They are removed.',
  },
  CONFLICT_ID: {
    text: 'Its content has the id {expected}: it was changed after it was found.',
    repair: 'person',
    advice: 'Bring back a copy from before.',
  },
  CONFLICT_TIES: {
    text: 'It is not tied to just what it is about: {what}.',
    repair: 'place',
    advice: 'The ties are made anew.',
  },
  CONFLICT_LIFE: {
    text: 'The revisions that it stood in do not follow each other.',
    repair: 'person',
    advice: 'Bring back a copy from before.',
  },
  CONFLICT_DANGLING: {
    text: 'It is of {statement}, which there is not.',
    repair: 'person',
    advice: 'Bring back a copy from before.',
  },
  CONFLICT_MISSING: {
    text: 'A {kind} conflict of {property} is not there, of {statements}.',
    repair: 'revision',
    advice: 'It is opened.',
  },
  CONFLICT_GROUNDLESS: {
    text: 'Its statements do not contradict one another.',
    repair: 'revision',
    advice: 'It is closed.',
  },
  DEED_DANGLING: {
    text: 'It is of the {what} {id}, which there is not.',
    repair: 'person',
    advice: 'Import the dataset that had it, or do the opposite.',
  },
  RELEASE_CHANGED: {
    text: 'It was published with the SHA-256 {expected}, and reads {seen} now.',
    repair: 'person',
    advice: 'Something was changed that stood in it: bring back a copy from before.',
  },
} as const satisfies Record<string, FaultKind>

interface FaultKind {
  readonly text: string
  readonly repair: 'place' | 'revision' | 'person'
  readonly advice: string
}

export type FaultCode = keyof typeof faults

/** One thing that is wrong with a store. */
export interface Fault {
  readonly code: FaultCode
  /** Of what: the id of a statement, an entity, a conflict, an edition; a revision; a part of the schema. */
  readonly where: string
  readonly message: string
  /** Whether `--repair` mends it: in its place, as a revision, or not. */
  readonly repair: FaultKind['repair']
  /** What is done about it, or is to be done. */
  readonly advice: string
}

export function fault(code: FaultCode, where: string, fields: Readonly<Record<string, string | number>> = {}): Fault {
  const { text, repair, advice } = faults[code] as FaultKind
  const message = text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? ''))
  return { code, where, message, repair, advice }
}
