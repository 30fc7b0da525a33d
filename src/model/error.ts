/**
 * Every failure that a client or a user can meet: a stable code, the HTTP status it goes with where it ends a request,
 * and a text that says what was seen and what to do. `{name}` is filled from the error's fields.
 */
export const errors = {
  BAD_USER_INPUT: { status: 200, text: '{problem}' },
  NOT_IN_ONTOLOGY: { status: 200, text: 'There is no {what} "{seen}"{hint}' },
  UNIT_MISMATCH: {
    status: 200,
    text: '{from} measures {fromKind}, {to} measures {toKind}: one cannot be given in the other.',
  },
  VIEW_INVALID: { status: 400, text: 'The view in `{argument}` is not valid: {problem}.' },
  INVALID_CURSOR: {
    status: 200,
    text: 'The cursor "{cursor}" is not one of this list: use an endCursor or startCursor that the same field gave.',
  },
  CURSOR_EXPIRED: {
    status: 200,
    text: 'Nothing stands at the cursor "{cursor}": this store is not the one that gave it, or was filled anew. Drop the copy, read without `after`, and go on from there.',
  },
  PAGE_TOO_LARGE: {
    status: 200,
    text: '`{argument}: {seen}` asks for more than {max} at once: ask for up to {max} and go on with `after: endCursor`.',
  },
  QUERY_TOO_DEEP: {
    status: 400,
    text: 'The query nests deeper than {max} fields: ask for less at once, and go on with the ids.',
  },
  TOO_MANY_ALIASES: { status: 400, text: 'The query has more than {max} aliases: split it.' },
  TOO_MANY_ROOT_FIELDS: {
    status: 400,
    text: 'The operation has more than {max} fields at its root: split it, or ask for many ids at once with `nodes`.',
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    text: 'The query may have to compute {cost} fields, and {max} are allowed; {hint}',
  },
  UNAUTHENTICATED: { status: 401, text: '{problem}: send `Authorization: Bearer ...` with one that is good.' },
  FORBIDDEN: { status: 403, text: 'This needs the role {role}, which the token does not give.' },
  ORIGIN_REFUSED: {
    status: 403,
    text: 'A request to /mcp with the {seen} is not taken: name the origins of web pages that may use it in SUANLI_MCP_ORIGINS.',
  },
  KEYS_UNAVAILABLE: { status: 503, text: 'The keys that tokens are checked against cannot be had: try again later.' },
  KEYS_UNREADABLE: {
    status: 500,
    text: '{path} is not a JSON Web Key Set (RFC 7517): SUANLI_JWKS must name one, or an address that gives one.',
  },
  SOCKET_NEEDED: {
    status: 400,
    text: 'A subscription is answered over WebSocket alone: ask ws /graphql with the protocol graphql-transport-ws.',
  },
  TOO_MANY_SOCKETS: {
    status: 429,
    text: '{whose} {max} WebSockets open, and may not have more: close one, or ask for more over each.',
  },
  TOO_MANY_OPERATIONS: {
    status: 429,
    text: 'On this WebSocket {max} operations run, and more may not: let one complete, or open another.',
  },
  STOPPING: { status: 503, text: 'This server is stopping: ask another, or in a moment again.' },
  RATE_LIMITED: {
    status: 429,
    text: 'This client has spent what it may in a minute, a cost of {max}: wait {seconds} s, or ask for less.',
  },
  DOCUMENT_NOT_REGISTERED: { status: 400, text: 'No document{id} is registered here: ask by one that is.' },
  DOCUMENTS_UNREADABLE: { status: 500, text: 'SUANLI_DOCUMENTS, {path}: {problem}.' },
  URL_TOO_LONG: { status: 414, text: 'The address is longer than {max} characters: POST the query.' },
  BODY_TOO_LARGE: { status: 413, text: 'The request is longer than {max} bytes.' },
  ADDRESS_TAKEN: { status: 500, text: 'Cannot listen at {host}:{port}: {reason}. Set HOST and PORT to others.' },
  STORE_UNAVAILABLE: { status: 503, text: '{store} cannot be reached: {reason}' },
  STORE_REFUSED: { status: 503, text: '{store} refused the login: check NEO4J_USER and NEO4J_PASSWORD.' },
  STORE_ADDRESS: {
    status: 500,
    text: '"{address}" is not an address of a store: give a folder, or neo4j://, neo4j+s://, bolt://, bolt+s:// with host and port.',
  },
  STORE_MISSING: {
    status: 500,
    text: 'There is no store at {store}: check --store, or import a dataset to create one.',
  },
  STORE_TOO_NEW: {
    status: 500,
    text: '{store} was written by a later version (schema {seen}; this version knows {known}): use that version.',
  },
  IMPORT_RUNNING: {
    status: 409,
    text: 'An import of {datasets} is running ({holder}): wait for it to end. If that process no longer exists, run `suanli import --abandon --force`.',
  },
  IMPORT_UNFINISHED: {
    status: 409,
    text: 'An import of {datasets} was interrupted: run it again to finish it, or `suanli import --abandon` to undo it.',
  },
  JOB_UNKNOWN: {
    status: 404,
    text: 'There is no import job {id}: the server keeps the result of an import for {hours} hours, for the curator who started it, and forgets it when it restarts. `curationLog` lists what was applied.',
  },
  SCRATCH_UNWRITABLE: {
    status: 503,
    text: 'What an import holds meanwhile cannot be written to {folder}: {reason}. Nothing of it is seen; make room there, or name another folder in TMPDIR, and run it again.',
  },
  HISTORY_DIFFERS: {
    status: 409,
    text: 'Revision {number} of the store is of {seen}, in the history it is of {expected}: a history goes into an empty store, or into one that has its beginning.',
  },
  HISTORY_CHANGED: { status: 409, text: '{file} was changed while it was read: import it again.' },
  OUT_TAKEN: {
    status: 409,
    text: '{path} exists already: choose another path. `suanli export --force` replaces a file, or a folder that an export wrote.',
  },
  OUT_UNWRITABLE: { status: 500, text: '{path} cannot be written: {reason}. Nothing was exported.' },
  NOT_FOUND: { status: 200, text: 'There is no {what} "{id}".' },
  ALREADY_MERGED: { status: 200, text: '"{keep}" and "{merge}" are one entity already.' },
  TYPES_DIFFER: {
    status: 200,
    text: '"{keep}" is of type {keepType} and "{merge}" of type {mergeType}: only entities of one type can be one.',
  },
  NOT_MERGED: { status: 200, text: '"{restore}" was not merged into "{id}"{hint}' },
  CONFLICT_GONE: {
    status: 200,
    text: 'The conflict "{id}" no longer stands: what contradicted has been retracted, or said otherwise.',
  },
  NOT_DECIDED: { status: 200, text: 'The conflict "{id}" is open: there is no decision to take back.' },
  NOT_IN_CONFLICT: {
    status: 200,
    text: 'The conflict "{id}" is not of the statement "{chosen}": choose one of {statements}.',
  },
  ALREADY_RETRACTED: { status: 200, text: 'The statement "{id}" does not stand: it was retracted at {at}.' },
  NOT_WITHDRAWN: { status: 200, text: 'No curator has withdrawn the statement "{id}".' },
  DATASETS_CLOSED: {
    status: 200,
    text: 'This server imports no datasets by name: set SUANLI_DATASETS to the folder that they are in, or use `suanli import`.',
  },
  ZIP_UNREADABLE: { status: 400, text: 'The body is no zip, or is cut off: send the folder of a dataset, zipped.' },
  ZIP_ENTRY_REFUSED: {
    status: 400,
    text: 'In the zip, {name} {fault}: pack the folder without it. Nothing of it was kept.',
  },
  ZIP_TOO_LARGE: { status: 413, text: 'The zip holds more than {what}: split the dataset, or use `suanli import`.' },
  DATASET_MISSING: {
    status: 400,
    text: 'There is no dataset.yaml at the top of the zip, nor in the one folder in it.',
  },
  UPLOADS_CLOSED: {
    status: 404,
    text: 'This server takes no uploads (SUANLI_MAX_UPLOAD_BYTES is 0): use `suanli import`.',
  },
  UPLOADS_FULL: { status: 503, text: '{max} uploads wait here to be imported, and more may not: try again later.' },
  UPLOAD_UNKNOWN: {
    status: 200,
    text: 'There is no upload "{id}" of yours on this server: uploads are kept for an hour, by the server that took them. Upload it again.',
  },
  EXPORTS_BUSY: {
    status: 503,
    text: 'The server runs {max} exports already, which is the most at once: try again in a minute.',
  },
  EXPORT_INCOMPLETE: {
    status: 409,
    text: 'The format {format} cannot hold {count} of the statements: use another format, or add `?keepGoing=true` to leave them out.',
  },
  RELEASE_EXISTS: { status: 200, text: 'There is a release "{id}" already: choose another title.' },
  REVISION_STALE: {
    status: 409,
    text: 'The graph has changed since revision {seen} (it is at {newest}): look at it again, and then decide.',
  },
  DATASET_INVALID: { status: 200, text: '{count} in {datasets}: nothing was applied.' },
  CLIENT_GONE: { status: 200, text: 'The client went before this was answered.' },
  SET_UNKNOWN: { status: 500, text: 'There is no set "{seen}"{hint} `suanli seed` lists them.' },
  SET_UNREACHABLE: {
    status: 500,
    text: '{set} cannot be fetched from {origin}: {reason}. Nothing of it was imported. Get it in another way, and name the folder with --from.',
  },
  SET_CHANGED: {
    status: 500,
    text: '{file} of {set} is not the file that this version knows (SHA-256 {seen}, not {known}): nothing of it was imported.',
  },
  TIMEOUT: { status: 200, text: 'This took longer than {ms} ms: ask for less.' },
  INTERNAL_SERVER_ERROR: { status: 500, text: 'Something went wrong here; it is in the log as {id}.' },
} as const satisfies Record<string, { readonly status: number; readonly text: string }>

export type ErrorCode = keyof typeof errors

/** Codes of GraphQL, of HTTP and of settings, whose texts say what is wrong in the case itself. */
export const requestErrors = {
  GRAPHQL_PARSE_FAILED: { status: 400, text: 'The document breaks the syntax of GraphQL; the text names the place.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    text: 'The document does not fit the schema: an unknown field, a wrong type. `suggestion` names what may be meant.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    text: 'The document has no operation with that `operationName`, or several and no name was given.',
  },
  BAD_REQUEST: {
    status: 400,
    text: 'The HTTP request breaks a rule of the endpoint; the status and the text say which.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    text: 'The server does not know a document with that hash: send the document with the hash once.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    text: 'The server takes registered documents only, or none by their hash: send the document.',
  },
  SETTING_IMPOSSIBLE: { status: 500, text: 'A setting of the command or the server has a value that it cannot have.' },
} as const satisfies Record<string, { readonly status: number; readonly text: string }>

/** Every code that a client or a user can meet. */
export type AnyErrorCode = ErrorCode | keyof typeof requestErrors

/** A failure with a code that callers may rely on. Its message is the code's text and holds nothing of a database, a stack or a path. */
export class SuanliError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(
      errors[code].text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? '')) +
        (fields.suggestion === undefined ? '' : ` Did you mean "${fields.suggestion}"?`),
      options,
    )
    this.name = 'SuanliError'
  }

  /** For programs: the code, and what a client needs to say the same in its own words or to repair its request. */
  get extensions(): Readonly<Record<string, string | number>> {
    const told = detailNames.flatMap(name => {
      const value = this.fields[name]
      return value === undefined ? [] : [[name, value] as const]
    })
    return { code: this.code, ...Object.fromEntries(told) }
  }
}

/** The fields that clients are told beside the text. */
const detailNames = ['argument', 'seen', 'min', 'max', 'suggestion', 'seconds'] as const
