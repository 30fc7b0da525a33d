import type { RowsAsOfAny } from '../../rows/row-query.js'
import type { Parameters, ReadDatabase } from '../neo4j-session.js'

/**
 * One text of several that each give an answer, with a look at the state of the rows before and after: each step of a
 * refresh counts up `writes`, so that what was written meanwhile makes `holds` false. There is no record if the rows are not
 * those of `$revision` and `$version`. Not pinned: of the newest revision, whichever that is. Each of the texts returns one
 * record; `answerName` says under which name.
 */
export function whileRowsHold(texts: readonly string[], isPinned = true): string {
  const isRevision = isPinned
    ? 's.revision = $revision'
    : 'NOT EXISTS { MATCH (r:Revision) WHERE r.number > s.revision }'
  return `MATCH (s:RowState {name: 'rows'})
    WHERE ${isRevision} AND s.version = $version AND NOT s.partial AND NOT coalesce(s.busy, false)
    WITH s.writes AS writes, s.revision AS revision
    ${texts.map(text => `CALL () { ${text} }`).join('\n    ')}
    WITH writes, revision, [${texts.map((_, i) => answerName(i)).join(', ')}] AS answers
    MATCH (s:RowState {name: 'rows'})
    RETURN s.writes = writes AND s.day <= $day
      AND NOT EXISTS { MATCH (d:Entity) WHERE d.until <= $day }
      AND NOT EXISTS { MATCH (d:RowAbsent) WHERE d.until <= $day } AS holds, revision, answers`
}

export function answerName(place: number): string {
  return `answer${place}`
}

/** What such texts were found to give; undefined if the rows did not hold. */
export async function readWhileRowsHold(
  read: ReadDatabase,
  texts: readonly string[],
  parameters: Parameters,
  asOf: RowsAsOfAny,
): Promise<{ readonly revision: number; readonly answers: readonly unknown[] } | undefined> {
  const [found] = await read<{ holds: boolean; revision: number; answers: readonly unknown[] }>(
    whileRowsHold(texts, asOf.revision !== undefined),
    { ...parameters, ...asOf, revision: asOf.revision ?? null },
  )
  return found?.holds ? found : undefined
}
