import type { Conflict, ConflictContent } from '../model/conflict.js'
import { isSameConflict } from '../model/id.js'
import type { Ontology } from '../ontology/ontology.js'
import { codeKey } from '../resolution/codes.js'
import type { StatementToCompare } from '../resolution/contradiction.js'
import type { AnswerTo, PinnedQuery, QueryKind } from '../store/store.js'
import { findSharedCodes } from './find-conflicts.js'

/** The graph that a change is planned on. */
export interface Base {
  ask<K extends QueryKind>(asks: readonly PinnedQuery<K>[]): Promise<readonly AnswerTo<K>[]>
}

/** Statements of an entity that a change adds, reweights or retracts. */
export interface SaidOtherwise {
  readonly subject: string
  /** Added statements, and statements with another rank or confidence. */
  readonly given: readonly StatementToCompare[]
  readonly retracted: readonly StatementToCompare[]
}

/** What a change does to the statements of one code that belongs to one entity. */
interface CodeChange {
  readonly property: string
  /** Spellings of the code, in the order in which they were found. An address may have several spellings. */
  readonly spellings: Set<string>
  /** Whether a statement was added or reweighted. A deprecated code is in no conflict. */
  readonly given: Map<string, StatementToCompare>
  readonly retracted: Map<string, StatementToCompare>
}

/** What a change does to one code that belongs to one entity. */
export interface CodeNote {
  readonly property: string
  readonly code: string
  /** Whether the statement is added or reweighted; if not, it is retracted. */
  readonly isGiven: boolean
  readonly statement: StatementToCompare
}

/** What a change to one entity does to codes that belong to one entity. */
export function notesOfCodes({ subject, given, retracted }: SaidOtherwise, ontology: Ontology): readonly CodeNote[] {
  const type = ontology.findTypeOfId(subject)
  const noteOf = (statement: StatementToCompare, isGiven: boolean): readonly CodeNote[] => {
    const { property, value } = statement
    const isMeant = value.kind === 'code' && type?.findProperty(property)?.identifies
    return isMeant ? [{ property, code: value.code, isGiven, statement }] : []
  }
  return [
    ...given.flatMap(statement => noteOf(statement, true)),
    ...retracted.flatMap(statement => noteOf(statement, false)),
  ]
}

/** A key that all spellings of one code share. Notes with one key are planned together. */
export function keyOfNote({ property, code }: CodeNote): string {
  return JSON.stringify([property, codeKey(code)])
}

/** Notes changes of codes that belong to one entity. The other entities with these codes are read once all changes are known. */
export class SharedCodes {
  readonly #changes = new Map<string, CodeChange>()

  constructor(readonly ontology: Ontology) {}

  note(said: SaidOtherwise): void {
    for (const note of notesOfCodes(said, this.ontology)) this.add(note)
  }

  add(note: CodeNote): void {
    const { property, code, isGiven, statement } = note
    const key = keyOfNote(note)
    const change = this.#changes.get(key) ?? { property, spellings: new Set(), given: new Map(), retracted: new Map() }
    this.#changes.set(key, change)
    change.spellings.add(code)
    ;(isGiven ? change.given : change.retracted).set(statement.id, statement)
  }

  /** Opened and closed conflicts of entities that share a changed code. */
  async plan(base: Base): Promise<{ readonly opened: readonly ConflictContent[]; readonly closed: readonly string[] }> {
    const opened = new Map<string, ConflictContent>()
    const closed = new Set<string>()
    const changes = [...this.#changes.values()]
    for (let from = 0; from < changes.length; from += codesInStep)
      for (const { found, known } of await compare(changes.slice(from, from + codesInStep), base)) {
        for (const conflict of found)
          if (!known.some(other => isSameConflict(other, conflict))) opened.set(conflict.id, conflict)
        for (const conflict of known) if (!found.some(other => isSameConflict(other, conflict))) closed.add(conflict.id)
      }
    return { opened: [...opened.values()], closed: [...closed] }
  }
}

const codesInStep = 200
const maxConflicts = 1000

interface Comparison {
  readonly found: readonly ConflictContent[]
  /** The conflicts that the base has of this code. */
  readonly known: readonly Conflict[]
}

async function compare(changes: readonly CodeChange[], base: Base): Promise<readonly Comparison[]> {
  const asked = changes.map(({ spellings }) => [...new Set([...spellings].flatMap(spellingsOf))])
  const answers = await base.ask<'statementsByCode'>(
    changes.flatMap(({ property }, i) =>
      (asked[i] ?? []).map(code => ({ question: { kind: 'statementsByCode', property, code } as const })),
    ),
  )
  const answerOf = groupAnswers(
    answers,
    asked.map(codes => codes.length),
  )
  const compared = changes.map(({ property, given, retracted }, i) => {
    const standing = answerOf[i] ?? []
    const after = new Map(
      [...standing, ...given.values()]
        .filter(({ id }) => !retracted.has(id) || given.has(id))
        .map(statement => [statement.id, statement]),
    )
    const touched = [...standing, ...given.values(), ...retracted.values()]
    return {
      property,
      after,
      touched: new Set(touched.map(({ id }) => id)),
      subjects: [...new Set(touched.map(({ subject }) => subject))],
    }
  })
  // A conflict needs two entities that have, or had, the code.
  const shared = compared.filter(({ subjects }) => subjects.length > 1)
  const conflicts = await base.ask<'conflicts'>(
    shared.map(({ property, subjects }) => ({
      question: {
        kind: 'conflicts',
        subjects,
        properties: [property],
        kinds: ['IDENTITY'],
        limit: maxConflicts,
      } as const,
    })),
  )
  return shared.map(({ after, touched }, i) => ({
    found: findSharedCodes([...after.values()]),
    known: (conflicts[i] ?? []).filter(
      ({ subjects, statements }) => subjects.length > 1 && statements.some(id => touched.has(id)),
    ),
  }))
}

/** Splits the answers among the askers: to each the answers to its own questions, joined. */
function groupAnswers<Member>(
  answers: readonly (readonly Member[])[],
  counts: readonly number[],
): readonly (readonly Member[])[] {
  let from = 0
  return counts.map(count => {
    const own = answers.slice(from, from + count)
    from += count
    return own.flat()
  })
}

/** Spellings of a code with the same `codeKey`. The store looks codes up by their exact spelling. */
export function spellingsOf(code: string): readonly string[] {
  const address = /^https?:\/\/(?:www\.)?([^?#]*?)\/*([?#].*)?$/i.exec(code)
  if (!address) return [code, code.toUpperCase(), code.toLowerCase()]
  const [, path = '', rest = ''] = address
  return ['https://', 'http://']
    .flatMap(scheme => ['', 'www.'].flatMap(host => ['', '/'].map(end => `${scheme}${host}${path}${end}${rest}`)))
    .concat(code)
}
