import { spellingsOf } from '../conflicts/shared-codes.js'
import { findExonym } from '../names/exonyms.js'
import type { KeyExpression } from '../names/key-expression.js'
import {
  characterKey,
  characterKeys,
  keysOfName,
  soundKeys,
  typeKey,
  typoKeys,
  wholeKey,
  wordKey,
} from '../names/search-keys.js'
import type { EntityType } from '../ontology/ontology.js'
import { areSameCode } from '../resolution/codes.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import { type CandidateReason, codesOf, compareEntities, namesOf } from './compare-entities.js'
import type { ComparedName } from './compare-names.js'

/** A pair of entities that may be the same. */
export interface Candidate {
  /** Their ids, in their order. */
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reasons: readonly CandidateReason[]
  /** Position in the list: the id at which the pair is found, and the other id. */
  readonly place: CandidatePlace
}

export interface CandidatePlace {
  readonly at: string
  readonly other: string
}

/** Limits of one call. */
export interface CandidateSearch {
  /** Only pairs after this position. */
  readonly after?: CandidatePlace | undefined
  /** At most so many pairs. */
  readonly limit: number
  /** Approximate number of entities to examine. */
  readonly look: number
}

export interface FoundCandidates {
  readonly candidates: readonly Candidate[]
  /** Position to continue from; absent at the end. */
  readonly next: CandidatePlace | undefined
}

/** The default least score of a list. */
export const usualMinScore = 0.5

/**
 * Finds pairs of one type, entity by entity in the order of ids, until a limit is reached. Each entity is compared with
 * the entities that share its search keys or codes, at most `maxCompared`, so that the cost grows with the number of
 * entities and not with its square.
 *
 * Pairs that a curator declared to be two are left out: a decided or dismissed conflict over a shared code, or a merge
 * that was taken back. Nothing is merged here.
 */
export async function findCandidates(
  reader: ViewReader,
  type: EntityType,
  minScore: number,
  { after, limit, look }: CandidateSearch,
): Promise<FoundCandidates> {
  const apart = await keptApart(reader)
  const found: Candidate[] = []
  // The last entity of the page before may have further pairs.
  let from = after && before(after.at)
  for (let looked = 0; looked < look && found.length <= limit; looked += atOnce) {
    const page = {
      kind: 'entities',
      type: type.name,
      limit: atOnce,
      ...(from !== undefined && { after: from }),
    } as const
    const ids = await reader.listIds(page)
    const pairs = (await Promise.all(ids.map(id => lookAt(id, reader, minScore, apart)))).flat()
    found.push(...pairs.filter(({ place }) => after === undefined || comparePlaces(place, after) > 0))
    if (ids.length < atOnce && found.length <= limit) return { candidates: found, next: undefined }
    from = ids.at(-1) ?? from
  }
  const candidates = found.slice(0, limit)
  const isCut = candidates.length < found.length
  return { candidates, next: isCut ? (candidates.at(-1)?.place ?? after) : { at: from ?? '', other: behindAll } }
}

/** Number of entities that are examined together. */
const atOnce = 50

/** Sorts behind every id. */
const behindAll = '\uffff'

/** A text that sorts directly before an id; no id ends so. */
function before(id: string): string {
  return `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) - 1)}\uffff`
}

function comparePlaces(a: CandidatePlace, b: CandidatePlace): number {
  const [left, right] = a.at === b.at ? [a.other, b.other] : [a.at, b.at]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The pairs found at an entity: with later entities, and with earlier entities whose own keys do not lead to this one. */
async function lookAt(
  id: string,
  reader: ViewReader,
  minScore: number,
  apart: ReadonlySet<string>,
): Promise<readonly Candidate[]> {
  const entity = await reader.findEntity(id)
  if (!entity || entity.id !== id) return []
  const others = await findOthers(entity, reader)
  const common = namesOfMany(others)
  const candidates = await Promise.all(
    others.map(async other => {
      if (isKeptApart(entity, other, apart)) return undefined
      const { score, reasons } = await compareEntities(entity, other, common)
      if (score < minScore || (other.id < id && leadsTo(other, entity))) return undefined
      const [a, b] = id < other.id ? [id, other.id] : [other.id, id]
      return { a, b, score, reasons, place: { at: id, other: other.id } }
    }),
  )
  return candidates
    .filter(candidate => candidate !== undefined)
    .sort((one, other) => comparePlaces(one.place, other.place))
}

/** Names, as `compact`, of several entities: Singapore, 张伟. They are weak evidence. */
function namesOfMany(entities: readonly EntityView[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const entity of entities)
    for (const compact of new Set(namesOf(entity).map(name => name.compact)))
      counts.set(compact, (counts.get(compact) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= manyBearers).map(([compact]) => compact))
}

/** Beside the one that is looked at. */
const manyBearers = 3

/** Entities that share a search key of its names or a code. */
async function findOthers(entity: EntityView, reader: ViewReader): Promise<readonly EntityView[]> {
  const { sure, vague } = expressionsOf(entity)
  const codes = entity.type.properties.filter(({ value }) => value.kind === 'code' && !value.values)
  const answers = await Promise.all([
    ...sure.map(keys =>
      reader.ask<'statementsBySearchKeys'>({ kind: 'statementsBySearchKeys', keys, limit: maxCompared }),
    ),
    ...vague.map(keys =>
      reader.ask<'statementsBySearchKeys'>({ kind: 'statementsBySearchKeys', keys, limit: maxCompared / 2 }),
    ),
    ...codes.flatMap(({ id: property }) =>
      codesOf(entity, property)
        .slice(0, 5)
        .flatMap(writtenOtherwise)
        .map(code => reader.ask<'statementsByCode'>({ kind: 'statementsByCode', property, code })),
    ),
  ])
  const ids = new Set(answers.flatMap(found => found.map(({ subject }) => subject)))
  ids.delete(entity.id)
  const ofType = [...ids].filter(id => reader.ontology.findTypeOfId(id) === entity.type).slice(0, maxCompared)
  return await reader.findEntities(ofType)
}

/** Spellings of a code in sources. Wikidata has two paths to an entity. */
function writtenOtherwise(code: string): readonly string[] {
  const other = /^(https?:\/\/(?:www\.)?wikidata\.org\/)(wiki|entity)(\/.*)$/i.exec(code)
  const codes = other ? [code, `${other[1]}${other[2] === 'wiki' ? 'entity' : 'wiki'}${other[3]}`] : [code]
  return [...new Set(codes.flatMap(spellingsOf))]
}

const maxCompared = 60

/** Whether the other entity's keys lead to this entity. A pure function of the keys that the store holds. */
function leadsTo(other: EntityView, entity: EntityView): boolean {
  const sharesCode = entity.type.properties.some(
    ({ id, value }) =>
      value.kind === 'code' &&
      !value.values &&
      codesOf(other, id).some(code => codesOf(entity, id).some(each => areSameCode(code, each))),
  )
  if (sharesCode) return true
  const { sure, vague } = expressionsOf(other)
  const documents = entity
    .seen('name')
    .flatMap(({ value }) => (value.kind === 'text' ? [new Set([typeKey(entity.id), ...keysOfName(value.text)])] : []))
  return [...sure, ...vague].some(keys => documents.some(document => satisfies(document, keys)))
}

function satisfies(document: ReadonlySet<string>, keys: KeyExpression): boolean {
  if (typeof keys !== 'string')
    return 'all' in keys
      ? keys.all.every(each => satisfies(document, each))
      : keys.any.some(each => satisfies(document, each))
  if (!keys.endsWith('*')) return document.has(keys)
  const beginning = keys.slice(0, -1)
  return [...document].some(key => key.startsWith(beginning))
}

/** Keys of similar names: equal in letters, in sound or with one edit, and names with the same words. */
function expressionsOf(entity: EntityView): {
  readonly sure: readonly KeyExpression[]
  readonly vague: readonly KeyExpression[]
} {
  const names = namesOf(entity)
  const ofType = (members: readonly KeyExpression[]): readonly KeyExpression[] => {
    const found = [...new Map(members.map(each => [JSON.stringify(each), each])).values()].slice(0, maxKeys)
    return found.length === 0 ? [] : [{ all: [typeKey(entity.id), { any: found }] }]
  }
  const isWorded = entity.type.namesBySound === undefined
  return {
    sure: ofType(names.flatMap(wholeKeys)),
    vague: ofType(names.flatMap(name => (isWorded ? partKeys(name) : exonymKeys(name)))),
  }
}

const maxKeys = 60

function wholeKeys(name: ComparedName): readonly KeyExpression[] {
  const forms = [...new Set([name.compact, name.core, name.place])].filter(form => form.length > 1)
  const sounds = name.isHan ? forms.flatMap(soundKeys) : []
  const turned = name.isHan || name.words.length !== 2 ? [] : [wholeKey(name.words.toReversed().join(''))]
  const edits = name.isHan ? [] : typoKeys(name.core)
  const exonyms = findExonym(name.place) ?? []
  return [...forms.map(wholeKey), ...sounds, ...turned, ...edits, ...exonyms.map(wholeKey)]
}

function exonymKeys({ place }: ComparedName): readonly KeyExpression[] {
  return (findExonym(place) ?? []).map(han => all(characterKeys([...han]).slice(0, -1)))
}

function partKeys(name: ComparedName): readonly KeyExpression[] {
  const letters = [...name.core]
  if (!name.isHan)
    return name.words.length > 1
      ? [all(name.words.slice(0, 6).map(wordKey))]
      : name.core.length > 3
        ? [wordKey(name.core)]
        : []
  if (letters.length < 3) return letters.length === 2 ? characterKeys(letters).slice(0, 1) : []
  const inRow = all(characterKeys(letters.slice(0, 8)).slice(0, -1))
  // Each of its characters, as an abbreviation takes them.
  const each = letters.length < 9 ? [all([...new Set(letters)].map(letter => `${characterKey(letter)}*`))] : []
  return [inRow, ...each]
}

function all(members: readonly KeyExpression[]): KeyExpression {
  return members.length === 1 ? (members[0] as KeyExpression) : { all: members }
}

/** Pairs of ids of which a merge was taken back. */
async function keptApart(reader: ViewReader): Promise<ReadonlySet<string>> {
  const apart = new Set<string>()
  for (const deed of await reader.ask<'deeds'>({ kind: 'deeds' })) {
    if (deed.kind === 'SPLIT') apart.add(pairOf(deed.kept, deed.former))
    if (deed.kind === 'MERGE') apart.delete(pairOf(deed.kept, deed.former))
  }
  return apart
}

function isKeptApart(a: EntityView, b: EntityView, apart: ReadonlySet<string>): boolean {
  const isSettled = a.record.conflicts.some(
    ({ kind, status, subjects }) =>
      kind === 'IDENTITY' && status !== 'OPEN' && subjects.includes(a.id) && subjects.includes(b.id),
  )
  return isSettled || apart.has(pairOf(a.id, b.id))
}

function pairOf(a: string, b: string): string {
  return JSON.stringify([a, b].sort())
}
