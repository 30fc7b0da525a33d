import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { upwardLinksOf } from '../../ontology/upward-links.js'
import type { ViewReader } from '../../views/view-reader.js'
import { candidatesByRows, maxCandidates, maxLinked, typesOfAll } from './row-candidates.js'
import type { KnownTerm } from './term.js'

/** Finds entities that may match terms; which of them do is then seen by their facts. */
export interface Candidates {
  /** Ids of entities that may match all of the terms. */
  find(terms: readonly KnownTerm[]): Promise<readonly string[]>
  /** Whether anything may match the term. */
  isKnown(term: KnownTerm): Promise<boolean>
  /** Rows were asked and were of another revision: once they are written, more may be found. */
  readonly isProvisional: boolean
}

/**
 * Finds candidates by the rows of what holds, whose search keys cover all that any view of the present day sees; by the links
 * of statements where the rows are of another revision, and in a view of another day or of the past.
 */
export function candidatesFor(reader: ViewReader): Candidates {
  const byLinks = candidatesByLinks(reader)
  const { release, isToday } = reader.view
  if (!reader.isOfNewest || release !== undefined) return byLinks
  const byRows = candidatesByRows(reader)
  let isProvisional = false
  return {
    get isProvisional() {
      return isProvisional
    },
    async find(terms) {
      const found = await byRows.find(terms)
      isProvisional ||= found === undefined
      if (found && isToday) return found
      return [...new Set([...(found ?? []), ...(await byLinks.find(terms))])].sort()
    },
    isKnown: async term => (await byLinks.isKnown(term)) || (await byRows.hasWords(term)),
  }
}

/**
 * Finds candidates by the links of statements: entities that go by a term, and those from which links lead to such an
 * entity, directly or by way of what is below. Words of quotes and titles are not found in this way.
 */
function candidatesByLinks(reader: ViewReader): Candidates {
  const known = new Map<KnownTerm, Promise<ReadonlySet<string>>>()
  const belongingTo = (term: KnownTerm) => {
    const ids = known.get(term) ?? listBelonging(reader, term)
    known.set(term, ids)
    return ids
  }
  return {
    async find(terms) {
      const sets = await Promise.all(terms.filter(({ types }) => types.length === 0).map(belongingTo))
      const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size)
      const typed = terms.filter(({ types }) => types.length > 0)
      if (sets.length === 0) return await listOfTypes(reader, typesOfAll(typed))
      // A word for a type may as well be in the name of a linked entity, so it rules out nothing here.
      return [...(smallest ?? [])]
        .filter(id => others.every(set => set.has(id)))
        .sort()
        .slice(0, maxCandidates)
    },
    isKnown: async ({ named, types }) => named.size > 0 || types.length > 0,
    isProvisional: false,
  }
}

async function listOfTypes(reader: ViewReader, types: readonly EntityType[]): Promise<readonly string[]> {
  const ids = await Promise.all(
    types.map(({ name }) => reader.listIds({ kind: 'entities', type: name, limit: maxCandidates })),
  )
  return ids.flat().sort().slice(0, maxCandidates)
}

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
