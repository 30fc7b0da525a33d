import { isDeepStrictEqual } from 'node:util'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { areOfOneSystem, areSameCode } from '../resolution/codes.js'
import { canHoldTogether, valuesContradict } from '../resolution/contradiction.js'
import type { EntityMemo } from '../views/cache/entity-memo.js'
import { targetOf } from '../views/links.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import { type ComparedName, comparedName, likenessOf } from './compare-names.js'

/** Evidence for or against two entities being the same. */
export interface CandidateReason {
  readonly code: CandidateReasonCode
  /** Object of the evidence: two names, a code, an entity that both link to. */
  readonly detail: string
  /** Of codes that differ: the property. */
  readonly property?: string
}

/** Weights of the evidence. Evidence for a match is added up, the best of each kind; evidence against multiplies. */
export const candidateReasons = {
  SAME_CODE: { adds: 0.97, of: 'code' },
  SAME_WEBSITE: { adds: 0.5, of: 'website' },
  SAME_NAME: { adds: 0.75, of: 'name' },
  SAME_WITHOUT_FORM: { adds: 0.72, of: 'name' },
  SAME_SOUND: { adds: 0.7, of: 'name' },
  USUAL_NAME: { adds: 0.7, of: 'name' },
  SAME_WORDS: { adds: 0.65, of: 'name' },
  SLIP: { adds: 0.55, of: 'name' },
  ABBREVIATED: { adds: 0.45, of: 'name' },
  PART: { adds: 0.35, of: 'name' },
  SAME_LINK: { adds: 0.15, of: 'context' },
  NEAR: { adds: 0.1, of: 'place' },
  OTHER_CODE: { times: 0.2 },
  OTHER_NUMBER: { times: 0.2 },
  NUMBER_ON_ONE_SIDE: { times: 0.75 },
  OTHER_CHARACTERS: { times: 0.4 },
  COMMON_NAME: { times: 0.5 },
  BRANCH: { times: 0.3 },
  OTHER_LINK: { times: 0.4 },
  OTHER_LEVEL: { times: 0.3 },
  OTHER_DATE: { times: 0.4 },
  FAR: { times: 0.3 },
  SAME_TABLE: { times: 0.45 },
} as const satisfies Record<string, { readonly adds: number; readonly of: string } | { readonly times: number }>

export type CandidateReasonCode = keyof typeof candidateReasons

export interface Likeness {
  /** 0 to 1. */
  readonly score: number
  /** The weightiest first; evidence for before evidence against. */
  readonly reasons: readonly CandidateReason[]
}

/** The likelihood that two entities of one type are the same, by their content in the view. `common`: names, as `compact`, of many entities of the type. */
export async function compareEntities(
  a: EntityView,
  b: EntityView,
  common: ReadonlySet<string> = new Set(),
): Promise<Likeness> {
  const found = [
    ...compareCodes(a, b),
    ...bestNames(a, b, common),
    ...(await compareLinks(a, b)),
    ...compareValues(a, b),
    ...standInOneTable(a, b),
  ]
  // A city and its district may share a name and are two.
  if (scoreOf(found) > 0 && (await isWithinOther([a.id], [b.id], a.reader))) return { score: 0, reasons: [] }
  const isShared = found.some(({ code }) => code === 'SAME_CODE')
  // With the same code, another source may give other names, places and dates; but a country and its overseas territory
  // have official codes of their own, whatever address a list gives to both.
  const isKept = (reason: CandidateReason) =>
    'adds' in candidateReasons[reason.code] || (reason.code === 'OTHER_CODE' && reason.property === 'code')
  const reasons = (isShared ? found.filter(isKept) : found).map(({ code, detail }) => ({ code, detail }))
  return { score: scoreOf(reasons), reasons: reasons.toSorted(byWeight) }
}

function scoreOf(reasons: readonly CandidateReason[]): number {
  const best = new Map<string, number>()
  let times = 1
  for (const { code } of new Map(reasons.map(reason => [reason.code, reason])).values()) {
    const weight = candidateReasons[code]
    if ('adds' in weight) best.set(weight.of, Math.max(best.get(weight.of) ?? 0, weight.adds))
    else times *= weight.times
  }
  // A shared place alone is no evidence.
  if (!['code', 'name', 'website'].some(each => best.has(each))) return 0
  const sum = [...best.values()].reduce((total, each) => total + each, 0)
  return Math.round(Math.min(1, sum) * times * 1e4) / 1e4
}

function byWeight(a: CandidateReason, b: CandidateReason): number {
  return rankOf(b) - rankOf(a) || (a.detail < b.detail ? -1 : 1)
}

function rankOf({ code }: CandidateReason): number {
  const weight = candidateReasons[code]
  return 'adds' in weight ? 1 + weight.adds : 1 - weight.times
}

// ── Names ────────────────────────────────────────────────────────────────────

/** The parts of an entity's names, computed once for all comparisons. */
export function namesOf(entity: EntityView): readonly ComparedName[] {
  const known = namesByMemo.get(entity.memo)
  if (known) return known
  const texts = entity.seen('name').flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []))
  const names = [...new Set(texts)].slice(0, maxNames).map(text => comparedName(text, entity.type))
  namesByMemo.set(entity.memo, names)
  return names
}

/** One memo for each entity as seen by a view. */
const namesByMemo = new WeakMap<EntityMemo, readonly ComparedName[]>()
const maxNames = 12

/** The surest match of any two names, with the differences of the two. */
function bestNames(a: EntityView, b: EntityView, common: ReadonlySet<string>): readonly CandidateReason[] {
  let best: { readonly reasons: readonly CandidateReason[]; readonly score: number } | undefined
  for (const one of namesOf(a))
    for (const other of namesOf(b)) {
      const likeness = likenessOf(one, other, a.type)
      if (!likeness) continue
      const detail = one.text === other.text ? one.text : `${one.text} / ${other.text}`
      const reasons: readonly CandidateReason[] = [{ code: likeness, detail }, ...toldApart(one, other, detail, common)]
      const score = scoreOf(reasons)
      if (!best || score > best.score) best = { reasons, score }
    }
  return best ? [...best.reasons, ...inOtherCharacters(a, b)] : []
}

/** Whether names sound alike and have other characters: 泰州, 台州. Only for types that are named by sound. */
function inOtherCharacters(a: EntityView, b: EntityView): readonly CandidateReason[] {
  if (a.type.namesBySound === undefined) return []
  const inHan = (entity: EntityView) => namesOf(entity).filter(({ isHan, place }) => isHan && place.length > 1)
  const [ofA, ofB] = [inHan(a), inHan(b)]
  const [one, other] = [ofA[0], ofB[0]]
  if (!one || !other || ofA.some(name => ofB.some(each => likenessOf(name, each, a.type)))) return []
  return [{ code: 'OTHER_CHARACTERS', detail: `${one.text} / ${other.text}` }]
}

function toldApart(
  a: ComparedName,
  b: ComparedName,
  detail: string,
  common: ReadonlySet<string>,
): readonly CandidateReason[] {
  const isSame = isDeepStrictEqual(a.numbers, b.numbers)
  const isOneSided = a.numbers.length === 0 || b.numbers.length === 0
  return [
    ...(isSame ? [] : [{ code: isOneSided ? 'NUMBER_ON_ONE_SIDE' : 'OTHER_NUMBER', detail } as const]),
    ...(a.compact !== b.compact && (a.isBranch || b.isBranch) ? [{ code: 'BRANCH', detail } as const] : []),
    ...(a.compact === b.compact && common.has(a.compact) ? [{ code: 'COMMON_NAME', detail } as const] : []),
  ]
}

// ── Codes, links, values ─────────────────────────────────────────────────────

function compareCodes(a: EntityView, b: EntityView): readonly CandidateReason[] {
  const reasons: CandidateReason[] = []
  for (const { id, identifies, value } of a.type.properties) {
    if (value.kind !== 'code' || value.values) continue
    const [ofA, ofB] = [codesOf(a, id), codesOf(b, id)]
    const same = ofA.find(code => ofB.some(other => areSameCode(code, other)))
    if (same !== undefined) reasons.push({ code: identifies ? 'SAME_CODE' : 'SAME_WEBSITE', detail: same })
    else if (identifies) {
      const [code, other] =
        ofA.flatMap(one => ofB.filter(each => areOfOneSystem(one, each)).map(each => [one, each]))[0] ?? []
      if (code !== undefined) reasons.push({ code: 'OTHER_CODE', detail: `${code} / ${other}`, property: id })
    }
  }
  return reasons
}

export function codesOf(entity: EntityView, property: string): readonly string[] {
  return entity.seen(property).flatMap(({ value }) => (value.kind === 'code' ? [value.code] : []))
}

/** Shared targets of links; for single links and offices also different targets. */
async function compareLinks(a: EntityView, b: EntityView): Promise<readonly CandidateReason[]> {
  const reasons: CandidateReason[] = []
  for (const property of a.type.properties) {
    if (property.value.kind !== 'entity') continue
    const [ofA, ofB] = [a, b].map(entity => entity.resolve(property).counted.map(targetOf)) as [string[], string[]]
    if (ofA.length === 0 || ofB.length === 0) continue
    const same = ofA.find(id => ofB.includes(id))
    if (same !== undefined) reasons.push({ code: 'SAME_LINK', detail: `${property.id} ${same}` })
    else if (tellsApart(property) && !(await isWithinOther(ofA, ofB, a.reader)))
      reasons.push({ code: 'OTHER_LINK', detail: `${property.id} ${ofA[0]} / ${ofB[0]}` })
  }
  return reasons
}

/** A person speaks at many conferences and holds few offices. */
function tellsApart({ id, many }: PropertyDeclaration): boolean {
  return !many || id === 'position'
}

/** A district of a city does not contradict the city as a place. */
async function isWithinOther(a: readonly string[], b: readonly string[], reader: ViewReader): Promise<boolean> {
  const [above, aboveOther] = await Promise.all([wholes(a[0] ?? '', reader), wholes(b[0] ?? '', reader)])
  return above.has(b[0] ?? '') || aboveOther.has(a[0] ?? '')
}

/** The wholes that an entity is part of, step by step, by every link that counts. */
async function wholes(id: string, reader: ViewReader): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  let at: readonly string[] = [id]
  for (let step = 0; step < maxWholes && at.length > 0; step++) {
    const entities = await reader.findEntities(at)
    const above = entities.flatMap(entity =>
      entity.type.partOf === undefined ? [] : (entity.resolveNamed(entity.type.partOf)?.counted ?? []).map(targetOf),
    )
    at = [...new Set(above)].filter(each => !found.has(each))
    for (const each of at) found.add(each)
  }
  return found
}

const maxWholes = 5

/** Dates, places and levels that contradict. */
function compareValues(a: EntityView, b: EntityView): readonly CandidateReason[] {
  const reasons: CandidateReason[] = []
  for (const property of a.type.properties) {
    if (property.many) continue
    const [one, other] = [a.resolve(property).chosen, b.resolve(property).chosen]
    if (!one || !other || !canHoldTogether(one, other)) continue
    const detail = `${property.id} ${one.asStated} / ${other.asStated}`
    const differ = valuesContradict(one.value, other.value)
    if (one.value.kind === 'geo') reasons.push({ code: differ ? 'FAR' : 'NEAR', detail })
    else if (differ && one.value.kind === 'date') reasons.push({ code: 'OTHER_DATE', detail })
    else if (differ && property.id === 'level') reasons.push({ code: 'OTHER_LEVEL', detail })
  }
  return reasons
}

/** A table seldom lists one thing twice. */
function standInOneTable(a: EntityView, b: EntityView): readonly CandidateReason[] {
  const rows = (entity: EntityView) =>
    new Map(
      entity
        .seen('name')
        .flatMap(({ edition, quote }) => (quote?.fragment === undefined ? [] : [[edition, quote.fragment] as const])),
    )
  const [ofA, ofB] = [rows(a), rows(b)]
  const shared = [...ofA].find(([edition, row]) => ofB.has(edition) && ofB.get(edition) !== row)
  return shared ? [{ code: 'SAME_TABLE', detail: shared[0] }] : []
}
