/**
 * Problems of data. A run collects all its problems and reports them together; it throws none. `{name}` is
 * filled from the problem's fields.
 */
export const problems = {
  FILE_MISSING: '{file} does not exist.',
  FILE_OUTSIDE: '{path} is outside the folder of its dataset.',
  FILE_UNREADABLE: '{file} cannot be read: {reason}',
  FILE_ENCODING: 'This file is not UTF-8 (byte {offset} cannot be read).',
  YAML_SYNTAX: 'This is not YAML: {detail}',
  CSV_SYNTAX: 'This row is not CSV: {detail}',
  COLUMN_UNKNOWN: 'unknown column "{seen}"',
  COLUMN_DUPLICATE: 'duplicate column "{seen}": {count} times in the header',
  SHEET_UNKNOWN: '{file} has no sheet "{seen}"',
  JSON_SYNTAX: 'This is not JSON: {detail}',
  CELL_UNMATCHED: '"{seen}" does not match the pattern of {cell}: {pattern}',
  ENCODING_UNKNOWN: 'unknown encoding "{seen}"',
  ROWS_NONE: 'none of the {count} rows of {file} is taken',
  KEY_UNKNOWN: 'unknown key "{seen}" in {where}',
  KEY_MISSING: '{where} has no `{key}`',
  KEY_TYPE: '`{key}` must be {expected}; this is {seen}',
  TYPE_UNKNOWN: 'unknown entity type "{seen}"',
  ID_INVALID: '"{seen}" is not an id of {type}: {expected}',
  ID_DUPLICATE: 'duplicate id "{id}": first at {first}',
  PROPERTY_UNKNOWN: 'unknown property "{seen}" on {type}',
  PROPERTY_AMBIGUOUS: '"{seen}" of {type} may be {meant} of {id}',
  QUALIFIER_UNKNOWN: 'unknown qualifier "{seen}" of {property}',
  CODE_UNKNOWN: '"{seen}" is not a value of {what}',
  VALUE_INVALID: '"{seen}" is not {expected}',
  UNIT_UNKNOWN: 'unknown unit "{seen}"',
  UNIT_UNFIT: '{property} cannot be given in {unit}, which measures {measures}',
  UNIT_MISSING: '"{seen}" has no unit, and a number with a fraction is no count: {property} needs a unit',
  QUANTITY_UNREAD:
    '"{seen}" has numerals, but gives no number with a unit that {property} can have: it is kept as stated',
  WORDS_LEFT_OUT: '"{seen}" is read as {read} of {property}, without "{words}": only `asStated` keeps these words',
  BOUND_BROKEN: '{explanation}, a bound of {property}',
  VALUE_IMPLAUSIBLE: '{explanation} of {property}',
  EDTF_INVALID: '"{seen}" is not a date or interval',
  NUMBER_RANGE: '`{key}` must be {expected}; this is {seen}',
  LANGUAGE_INVALID: '"{seen}" is not a BCP 47 language tag',
  REFERENCE_DANGLING: '"{id}" is described neither here nor in the graph',
  REFERENCE_UNCHECKED: '"{id}" is not described here; an import looks for it in the graph',
  REFERENCE_TYPE: '{property} must be {expected}; "{id}" is not',
  EDITION_UNKNOWN: 'unknown edition "{seen}"',
  EDITION_MISSING: 'this statement has no edition: give `edition` here or on its entity',
  SOURCE_DIFFERS: 'source "{id}" is described otherwise at {first}',
  QUOTE_NOT_FOUND: 'the quote "{quote}" was not found in {edition}',
  QUOTE_AMBIGUOUS: 'the quote "{quote}" occurs {count} times in {edition}: the first one is used',
  VALUE_NOT_IN_QUOTE: '{property} is given as {value}, but its words say something else: "{words}"',
  ROWS_DIFFER: '{id} is described by {rows}, which state different values of {property}: {values}',
  TEXT_CLEANED: 'invisible characters were removed from "{seen}": {characters}',
  TEXT_BROKEN: '"{seen}" is broken text: U+FFFD says that a character was lost',
  QUOTE_UNCHECKED: 'quotes in {edition} are not checked: {reason}',
  STATEMENT_UNSAYABLE: 'no dataset can say the statement "{id}": {reason}',
  WORD_OVERRULED:
    'of "{id}" another dataset has the last word: rank {rank} and confidence {confidence}, which {dataset} is given as well',
  HISTORY_LINE: 'This line is not of a history: {detail}',
  HISTORY_CUT: 'This history was cut off: its last line is missing.',
  STATEMENT_DUPLICATE: 'duplicate statement: first at {first}',
} as const

export type ProblemCode = keyof typeof problems

/** One problem and its place. Lines and columns count from 1, columns in characters. */
export interface Problem {
  readonly severity: 'ERROR' | 'WARNING'
  /** As the user named the dataset's folder, joined with the file in it. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** Of a table: the number of the row, as statements cite it (`row=7`), if it is not the line. */
  readonly row?: number
  readonly code: ProblemCode
  readonly message: string
  /** Number of places in the file with the same problem, if only the first is reported. */
  readonly count?: number
  /** The remedy: `did you mean "capacity"?` */
  readonly hint?: string
}

/** The problem's text, filled. */
export function problemText(code: ProblemCode, fields: Readonly<Record<string, string | number>>): string {
  return problems[code].replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? ''))
}
