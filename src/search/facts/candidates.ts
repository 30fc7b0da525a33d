import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { upwardLinksOf } from '../../ontology/upward-links.js'
import type { ViewReader } from '../../views/view-reader.js'
import type { KnownTerm } from './term.js'

/** Gives ids of entities that may match all of the terms; which of them do is then seen by their facts. */
export type FindCandidates = (terms: readonly KnownTerm[]) => Promise<readonly string[]>

/**
 * Finds candidates by the links of statements, whatever the view is: entities that go by a term, and those from which
 * links lead to such an entity, directly or by way of what is below. Words of quotes and titles are not found in this way.
 */
export function candidatesByLinks(reader: ViewReader): FindCandidates {
  const known = new Map<KnownTerm, Promise<ReadonlySet<string>>>()
  const belongingTo = (term: KnownTerm) => {
    const ids = known.get(term) ?? listBelonging(reader, term)
    known.set(term, ids)
    return ids
  }
  return async terms => {
    const sets = await Promise.all(terms.filter(({ types }) => types.length === 0).map(belongingTo))
    const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size)
    const typed = terms.filter(({ types }) => types.length > 0)
    return [...(smallest ?? [])]
      .filter(id => others.every(set => set.has(id)))
      .filter(id =>
        typed.every(({ types, named }) => named.has(id) || types.some(({ prefix }) => id.startsWith(`${prefix}/`))),
      )
      .sort()
      .slice(0, maxCandidates)
  }
}

const maxCandidates = 1_000

async function listBelonging(reader: ViewReader, { named }: KnownTerm): Promise<ReadonlySet<string>> {
  const found = new Set(named.keys())
  const walked = new Set<string>()
  let level = [...named.values()]
    .toSorted((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
    .slice(0, maxLinked)
    .map(({ id }) => id)
  while (level.length > 0 && found.size < maxBelonging) {
    for (const id of level) walked.add(id)
    const next = await Promise.all(level.map(id => listLinking(reader, id)))
    for (const { subjects } of next) for (const id of subjects) found.add(id)
    level = [...new Set(next.flatMap(({ below }) => below))].filter(id => !walked.has(id)).slice(0, maxBelonging)
  }
  return found
}

/** Entities that a term names, so many of which are looked at for what belongs to them. */
const maxLinked = 50
const maxBelonging = 5_000

async function listLinking(
  reader: ViewReader,
  id: string,
): Promise<{ readonly subjects: readonly string[]; readonly below: readonly string[] }> {
  const { ontology } = reader
  const type = ontology.findTypeOfId(id)
  if (!type) return { subjects: [], below: [] }
  const answers = await Promise.all(
    linkPropertiesTo(type, ontology).map(property => reader.incomingStatements(id, property)),
  )
  const links = answers.flat()
  const isUpward = (subject: string, property: string) => {
    const its = ontology.findTypeOfId(subject)
    return its !== undefined && upwardLinksOf(its).some(each => each.id === property)
  }
  return {
    subjects: links.map(({ subject }) => subject),
    below: links.filter(({ subject, property }) => isUpward(subject, property)).map(({ subject }) => subject),
  }
}

/** Ids of properties that may lead to an entity of the type. */
function linkPropertiesTo(type: EntityType, ontology: Ontology): readonly string[] {
  const all = ontology.types.flatMap(({ properties }) => properties)
  const leading = all.filter(({ value }) => value.kind === 'entity' && ontology.typesOf(value.to).includes(type))
  return [...new Set(leading.map(({ id }) => id))]
}
