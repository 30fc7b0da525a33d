import { SuanliError } from '../../model/error.js'
import { fillSearchKeys } from './search-key-table.js'
import type { SqliteConnection } from './sqlite-connection.js'

/**
 * What brings a database from schema n to schema n + 1, by n. The number is in the header of the file
 * (`user_version`), so it changes with the tables in one transaction and can be read before there is a table.
 *
 * Numbers called `recorded`, `opened` are of the revision from which a row holds, `retracted`, `closed` of the first one
 * in which it no longer does. Text that SQL compares is as `toStored` gives it.
 */
const steps: readonly ((db: SqliteConnection) => void)[] = [
  db =>
    db.execute(`
  CREATE TABLE revision (number INTEGER PRIMARY KEY, at INTEGER NOT NULL);

  -- One row, the staging place: free where "revision" is null. "first" is the first statement key that the staged change
  -- may have used; "turn" grows whenever the place is taken, so that whoever lost it can tell.
  CREATE TABLE staging (
    revision INTEGER, datasets TEXT NOT NULL, holder TEXT NOT NULL, turn INTEGER NOT NULL, first INTEGER NOT NULL
  );
  INSERT INTO staging VALUES (NULL, '[]', '', 0, 0);

  CREATE TABLE source (id TEXT NOT NULL, recorded INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (id, recorded)) WITHOUT ROWID;
  CREATE INDEX source_recorded ON source (recorded);

  -- "text" is a JSON string, as it may hold every character.
  CREATE TABLE edition (
    id TEXT NOT NULL, recorded INTEGER NOT NULL, source TEXT NOT NULL, content TEXT NOT NULL, text TEXT
  );
  CREATE UNIQUE INDEX edition_id ON edition (id, recorded);
  CREATE INDEX edition_recorded ON edition (recorded);

  CREATE TABLE entity (id TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL, recorded INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX entity_type ON entity (type, id);
  CREATE INDEX entity_recorded ON entity (recorded);

  -- What is said, once for all times. "ordinal" is as idOrder gives it, "content" the rest of the statement as JSON.
  CREATE TABLE statement (
    key INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, id TEXT NOT NULL, subject TEXT NOT NULL, property TEXT NOT NULL, target TEXT, code TEXT,
    edition TEXT NOT NULL, source TEXT NOT NULL, language TEXT NOT NULL, content TEXT NOT NULL
  );
  CREATE INDEX statement_ordinal ON statement (ordinal);
  CREATE INDEX statement_subject ON statement (subject);
  CREATE INDEX statement_property ON statement (property);
  CREATE INDEX statement_target ON statement (target, property, subject) WHERE target IS NOT NULL;
  CREATE INDEX statement_code ON statement (code, property) WHERE code IS NOT NULL;
  CREATE INDEX statement_edition ON statement (source, edition);
  CREATE INDEX statement_language ON statement (language);

  -- On whose word a statement stands, from one change of that to the next: "vouches" is a JSON list of
  -- [dataset, rank, confidence, recorded], sorted by dataset. Rows that follow each other without a gap have the same
  -- "since", the revision in which that life of the statement began.
  CREATE TABLE standing (
    statement INTEGER NOT NULL, recorded INTEGER NOT NULL, retracted INTEGER, since INTEGER NOT NULL, rank TEXT NOT NULL,
    confidence REAL NOT NULL, vouches TEXT NOT NULL, PRIMARY KEY (statement, recorded)
  ) WITHOUT ROWID;
  CREATE INDEX standing_recorded ON standing (recorded);
  CREATE INDEX standing_rank ON standing (rank) WHERE rank <> 'NORMAL';
  CREATE INDEX standing_retracted ON standing (retracted) WHERE retracted IS NOT NULL;

  -- Subjects of which a dataset vouches for something, or once did.
  CREATE TABLE vouched (dataset TEXT NOT NULL, subject TEXT NOT NULL, recorded INTEGER NOT NULL, PRIMARY KEY (dataset, subject)) WITHOUT ROWID;
  CREATE INDEX vouched_recorded ON vouched (recorded);

  CREATE TABLE conflict (key INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, property TEXT NOT NULL, content TEXT NOT NULL);
  CREATE UNIQUE INDEX conflict_id ON conflict (id);
  CREATE TABLE conflict_subject (subject TEXT NOT NULL, conflict INTEGER NOT NULL, PRIMARY KEY (subject, conflict)) WITHOUT ROWID;
  CREATE INDEX conflict_subject_conflict ON conflict_subject (conflict);
  CREATE TABLE conflict_life (conflict INTEGER NOT NULL, opened INTEGER NOT NULL, closed INTEGER, PRIMARY KEY (conflict, opened)) WITHOUT ROWID;
  CREATE INDEX conflict_life_opened ON conflict_life (opened);
  CREATE INDEX conflict_life_closed ON conflict_life (closed) WHERE closed IS NOT NULL;
  `),
  // Of each statement of a name or a code, under its key, the search keys that it is found by: an index and no text.
  db => {
    db.execute(`
    CREATE VIRTUAL TABLE search_key USING fts5 (keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')
    `)
    fillSearchKeys(db)
  },
  // What curators did: "kind" and "id" as the change feed tells of it, null where the rows of its revision do.
  db =>
    db.execute(`
    CREATE TABLE deed (revision INTEGER PRIMARY KEY, kind TEXT, id TEXT, content TEXT NOT NULL)
    `),
]

/** 'suan' as a number: says in the header of the file whose database it is. */
const applicationId = 0x7375616e

/** The schema that this version reads and writes. */
export const knownSchema = steps.length

/** The schema of the database, 0 where nothing was ever created in it. Throws STORE_TOO_NEW, or STORE_UNAVAILABLE where it is another program's. */
export function readSchema(db: SqliteConnection): number {
  const schema = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  const application = db.get<{ application_id: number }>('PRAGMA application_id')?.application_id ?? 0
  const isForeign = application !== applicationId && (schema !== 0 || application !== 0 || hasTables(db))
  if (isForeign)
    throw new SuanliError('STORE_UNAVAILABLE', { store: db.store, reason: 'suanli.db is of another program.' })
  if (schema > knownSchema) {
    throw new SuanliError('STORE_TOO_NEW', { store: db.store, seen: schema, known: knownSchema })
  }
  return schema
}

/** Takes the steps that are missing, all or none. */
export function migrate(db: SqliteConnection): void {
  if (readSchema(db) === knownSchema) return
  db.transaction('IMMEDIATE', () => {
    const schema = readSchema(db)
    for (const step of steps.slice(schema)) step(db)
    db.execute(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${knownSchema}`)
  })
}

function hasTables(db: SqliteConnection): boolean {
  return db.get('SELECT 1 AS found FROM sqlite_schema LIMIT 1') !== undefined
}
