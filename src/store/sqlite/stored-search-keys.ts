import type { SqliteConnection } from './sqlite-connection.js'

/**
 * Lists, in a table of the connection, by which search keys the full-text index finds each statement. The index stores no
 * texts, and to ask for one statement at a time costs as much as all statements that share a key. So the engine reads the whole
 * index once and sorts it on the disk.
 */
export function listSearchKeys(db: SqliteConnection): void {
  db.execute(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_key_vocabulary USING fts5vocab('main', 'search_key', 'instance');
    DROP TABLE IF EXISTS temp.search_key_list;
    CREATE TABLE temp.search_key_list (statement INTEGER PRIMARY KEY, keys TEXT NOT NULL);
    INSERT INTO temp.search_key_list
      SELECT doc, group_concat(term, ' ') FROM temp.search_key_vocabulary GROUP BY doc`)
}

/** The keys by which the statement `s` is found, as `listSearchKeys` saw them; null: by none. */
export const listedSearchKeys = '(SELECT l.keys FROM temp.search_key_list l WHERE l.statement = s.key)'

/** Whether two lists have the same keys. */
export function hasSameKeys(seen: string | null, expected: string | undefined): boolean {
  const [one, other] = [new Set(seen?.split(' ')), new Set(expected?.split(' '))]
  return one.size === other.size && [...one].every(key => other.has(key))
}
