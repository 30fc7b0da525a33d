import type { RowsAsOfAny } from '../../rows/row-query.js'
import type { Parameters, ReadDatabase } from '../neo4j-session.js'

/**
 * One text of several that each give an answer, with a look at the state of the rows before and after: each step of a
 * refresh counts up `writes`, so that what was written meanwhile makes `holds` false. There is no record if the rows are not
 * those of `$revision` and `$version`. Not pinned: of the newest revision, whichever that is. Each of the texts returns one
 * record; `answerName` says under which name. What comes first is the revision; then each answer as a record of its own, and
 * of a long answer each part: the driver takes three times as long to read one long list, which arrives in several chunks.
 */
export function whileRowsHold(texts: readonly string[], isPinned = true, longOnes: LongAnswers = new Set()): string {
  const isRevision = isPinned
    ? 's.revision = $revision'
    : 'NOT EXISTS { MATCH (r:Revision) WHERE r.number > s.revision }'
  const parts = texts.map((_, i) =>
    longOnes.has(i) ? `[each IN answers[${i}] | [${i}, each]]` : `[[${i}, answers[${i}]]]`,
  )
  return `MATCH (s:RowState {name: 'rows'})
    WHERE ${isRevision} AND s.version = $version AND NOT s.partial AND NOT coalesce(s.busy, false)
    WITH s.writes AS writes, s.revision AS revision
    ${texts.map(text => `CALL () { ${text} }`).join('\n    ')}
    WITH writes, revision, [${texts.map((_, i) => answerName(i)).join(', ')}] AS answers
    MATCH (s:RowState {name: 'rows'})
    WITH s.writes = writes AND s.day <= $day
      AND NOT EXISTS { MATCH (d:Entity) WHERE d.until <= $day }
      AND NOT EXISTS { MATCH (d:RowAbsent) WHERE d.until <= $day } AS holds, revision, answers
    UNWIND CASE WHEN holds THEN [[null, revision]] + ${parts.join(' + ')} ELSE [] END AS part
    RETURN part`
}

/** The places of answers that are long lists. */
type LongAnswers = ReadonlySet<number>

export function answerName(place: number): string {
  return `answer${place}`
}

/** What such texts were found to give; undefined if the rows did not hold. */
export async function readWhileRowsHold(
  read: ReadDatabase,
  texts: readonly string[],
  parameters: Parameters,
  asOf: RowsAsOfAny,
  longOnes: LongAnswers = new Set(),
): Promise<{ readonly revision: number; readonly answers: readonly unknown[] } | undefined> {
  type Part = readonly [place: number | null, part: unknown]
  const [first, ...parts] = await read<{ part: Part }>(whileRowsHold(texts, asOf.revision !== undefined, longOnes), {
    ...parameters,
    ...asOf,
    revision: asOf.revision ?? null,
  })
  if (!first) return undefined
  const answers: unknown[] = texts.map((_, i) => (longOnes.has(i) ? [] : undefined))
  for (const {
    part: [place, part],
  } of parts) {
    if (longOnes.has(place ?? 0)) (answers[place ?? 0] as unknown[]).push(part)
    else answers[place ?? 0] = part
  }
  return { revision: first.part[1] as number, answers }
}
