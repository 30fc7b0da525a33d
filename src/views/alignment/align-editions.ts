import type { Edition } from '../../model/source.js'
import type { Statement } from '../../model/statement.js'
import { listStatements } from '../lists/list-statements.js'
import type { ViewReader } from '../view-reader.js'
import { alignSentences, type Span } from './align-sentences.js'

/** Parts of two editions that say the same, with the statements that quote them. */
export interface AlignedSegment {
  readonly here: QuotedSpan | undefined
  readonly there: QuotedSpan | undefined
  readonly isAnchored: boolean
}

export interface QuotedSpan extends Span {
  readonly text: string
  readonly statements: readonly Statement[]
}

/**
 * Aligns the texts of two editions, by quotes of statements that speak of the same thing and then by the order of
 * sentences. Undefined if the text of either is not held.
 */
export async function alignEditions(
  reader: ViewReader,
  here: Edition,
  there: Edition,
): Promise<readonly AlignedSegment[] | undefined> {
  const [textHere, textThere] = await Promise.all(
    [here, there].map(({ id }) => reader.ask<'editionText'>({ kind: 'editionText', id })),
  )
  if (textHere == null || textThere == null) return undefined
  const statements = await collect(reader, [here.id, there.id])
  const quoting = (edition: Edition) =>
    statements.filter(statement => statement.edition === edition.id && statement.quote?.start !== undefined)
  const [quotingHere, quotingThere] = [quoting(here), quoting(there)]
  const anchors = await findAnchors(reader, quotingHere, quotingThere)
  return alignSentences(
    { text: textHere, language: here.language },
    { text: textThere, language: there.language },
    anchors,
  ).map(({ a, b, isAnchored }) => ({
    here: a && quoted(a, textHere, quotingHere),
    there: b && quoted(b, textThere, quotingThere),
    isAnchored,
  }))
}

async function collect(reader: ViewReader, editions: readonly string[]): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  for await (const statement of listStatements(reader, { editions })) {
    statements.push(statement)
    if (statements.length === mostStatements) break
  }
  return statements
}

/** An article has some tens; more would align no better. */
const mostStatements = 2_000

function quoted({ start, end }: Span, text: string, statements: readonly Statement[]): QuotedSpan {
  return {
    start,
    end,
    text: [...text].slice(start, end).join(''),
    statements: statements.filter(
      ({ quote }) => quote?.start !== undefined && quote.start >= start && quote.start < end,
    ),
  }
}

/** Where the editions speak of the same thing: of one property of one entity, with one value or in one conflict. */
async function findAnchors(
  reader: ViewReader,
  here: readonly Statement[],
  there: readonly Statement[],
): Promise<readonly (readonly [number, number])[]> {
  const subjects = [...new Set(here.map(({ subject }) => subject))]
  const views = await Promise.all(subjects.map(subject => reader.getEntity(subject)))
  const conflictOf = new Map(
    views.flatMap(view =>
      view.conflicts().flatMap(({ id, statements }) => statements.map(side => [side, id] as const)),
    ),
  )
  const keysOf = (statement: Statement) => {
    const about = `${statement.subject} ${statement.property}`
    const conflict = conflictOf.get(statement.id)
    return [`${about} ${JSON.stringify(statement.value)}`, ...(conflict ? [`${about} ${conflict}`] : [])]
  }
  const placesThere = new Map<string, number[]>()
  for (const statement of there)
    for (const key of keysOf(statement)) placesThere.set(key, [...(placesThere.get(key) ?? []), placeOf(statement)])
  return here.flatMap(statement =>
    keysOf(statement).flatMap(key => (placesThere.get(key) ?? []).map(place => [placeOf(statement), place] as const)),
  )
}

const placeOf = ({ quote }: Statement): number => quote?.start ?? 0
