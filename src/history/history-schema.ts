import { isWebAddress } from '../datasets/check/check-sources.js'
import { conflictKinds } from '../model/conflict.js'
import { editionId, statementId } from '../model/id.js'
import { ranks } from '../model/rank.js'
import type { StatementContent } from '../model/statement.js'
import { comparators } from '../values/comparator.js'
import { precisions } from '../values/precision.js'
import { units } from '../values/unit.js'
import type { HistoryItem } from './history-item.js'

/** Tells what is wrong with a value; undefined where nothing is. */
type Check = (value: unknown) => string | undefined

/** What is wrong with a line of a history, in words; undefined where it is one item of it, of which nothing is missing or unknown. */
export function faultOfItem(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is not an object'
  const type = String(value.type)
  const shape = Object.hasOwn(shapes, type) ? shapes[type as HistoryItem['type']] : undefined
  if (!shape) return `unknown type "${type.slice(0, 100)}"`
  const { type: _, ...rest } = value
  const fault = shape(rest)
  return fault === undefined ? faultOfId(type, rest) : `it ${fault}`
}

/** Identity is content: an id that is not made from it is of another statement. */
function faultOfId(type: string, value: Readonly<Record<string, unknown>>): string | undefined {
  if (type === 'statement' && value.id !== statementId(value as unknown as StatementContent))
    return 'its id is not that of its content: something of it was changed'
  if (type === 'edition' && value.id !== editionId(String(value.source), String(value.language)))
    return 'its id is not that of its source and language'
  return undefined
}

const text: Check = value => (typeof value === 'string' ? undefined : 'is not a text')
const number: Check = value => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'is not a number')
const whole: Check = value =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'is not a whole number'
const share: Check = value =>
  typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'is not a number from 0 to 1'
const instant: Check = value =>
  typeof value === 'string' && isInstant(value) ? undefined : 'is not an instant such as 2026-01-01T00:00:00.000Z'

function isInstant(value: string): boolean {
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value
}

function oneOf(...values: readonly string[]): Check {
  return value => (values.includes(value as string) ? undefined : `is not one of ${values.join(', ')}`)
}

function listOf(check: Check): Check {
  return value => {
    if (!Array.isArray(value)) return 'is not a list'
    for (const member of value) {
      const fault = check(member)
      if (fault !== undefined) return `has a member that ${fault}`
    }
    return undefined
  }
}

const textMap: Check = value =>
  isObject(value) && Object.values(value).every(member => typeof member === 'string') ? undefined : 'is no map of texts'

/** An object of these fields and no others; those with a `?` may be absent. */
function object(fields: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(fields).map(([name, check]) => ({
    name: name.replace('?', ''),
    isOptional: name.endsWith('?'),
    check,
  }))
  const known = new Set(checks.map(({ name }) => name))
  return value => {
    if (!isObject(value)) return 'is not an object'
    for (const { name, isOptional, check } of checks) {
      if (value[name] === undefined && isOptional) continue
      if (value[name] === undefined) return `has no \`${name}\``
      const fault = check(value[name])
      if (fault !== undefined) return `has a \`${name}\` that ${fault}`
    }
    const unknown = Object.keys(value).find(name => !known.has(name))
    return unknown === undefined ? undefined : `has an unknown \`${unknown.slice(0, 100)}\``
  }
}

/** One of several objects, told apart by their `kind`. */
function kinds(shapesByKind: Readonly<Record<string, Check>>): Check {
  return value => {
    const kind = isObject(value) ? String(value.kind) : ''
    const shape = Object.hasOwn(shapesByKind, kind) ? shapesByKind[kind] : undefined
    if (!shape) return `is of no known kind: one of ${Object.keys(shapesByKind).join(', ')}`
    const { kind: _, ...rest } = value as Readonly<Record<string, unknown>>
    return shape(rest)
  }
}

const value = kinds({
  text: object({ text, language: text }),
  quantity: object({
    'amount?': text,
    'upper?': text,
    'unit?': oneOf(...Object.keys(units)),
    comparator: oneOf(...comparators),
    'precision?': oneOf(...precisions),
  }),
  date: object({ edtf: text }),
  entity: object({ entity: text }),
  geo: object({ latitude: number, longitude: number }),
  code: object({ code: text }),
})

const quote = object({
  exact: text,
  'prefix?': text,
  'suffix?': text,
  'start?': whole,
  'end?': whole,
  'fragment?': text,
})

const word = { dataset: text, rank: oneOf(...ranks), confidence: share }
const byHand = { by: text, reason: text }
const webAddress: Check = value =>
  typeof value === 'string' && isWebAddress(value) ? undefined : 'is not an address of the web'
const trust = object({
  languages: listOf(text),
  sources: listOf(text),
  others: oneOf('LAST', 'NEVER'),
  minConfidence: share,
})

const deed = kinds({
  DECISION: object({
    ...byHand,
    conflict: text,
    status: oneOf('OPEN', 'DECIDED', 'DISMISSED'),
    'chosen?': text,
    subjects: listOf(text),
  }),
  MERGE: object({ ...byHand, kept: text, former: text }),
  SPLIT: object({ ...byHand, kept: text, former: text }),
  RETRACTION: object({ ...byHand, statement: text, vouches: listOf(object(word)) }),
  RESTORATION: object({ ...byHand, statement: text }),
  RELEASE: object({
    ...byHand,
    release: object({
      ...{ id: text, title: text, knownAt: instant, validAt: text, trust },
      ...{ statementCount: whole, sha256: text },
    }),
  }),
  IMPORT: object({ ...byHand, datasets: listOf(text) }),
  REPAIR: object(byHand),
})

const shapes: Readonly<Record<HistoryItem['type'], Check>> = {
  revision: object({ number: whole, at: instant, 'deed?': deed }),
  source: object({
    ...{ id: text, title: text, languages: listOf(text), weight: number },
    ...{ 'publisher?': text, 'url?': webAddress, 'published?': text, 'licence?': text },
  }),
  edition: object({
    ...{ id: text, source: text, language: text, sha256: text },
    ...{ 'retrieved?': text, 'translationOf?': text, 'text?': text },
  }),
  entity: object({ id: text, entityType: text }),
  statement: object({
    ...{ id: text, subject: text, property: text, value, qualifiers: textMap },
    ...{ asStated: text, language: text, edition: text, vouches: listOf(object(word)) },
    ...{ 'quote?': quote, 'valid?': text, 'supersedes?': text },
  }),
  vouch: object({ statement: text, subject: text, ...word }),
  withdrawal: object({ statement: text, dataset: text }),
  conflictOpened: object({
    ...{ id: text, kind: oneOf(...conflictKinds), subjects: listOf(text), property: text, statements: listOf(text) },
  }),
  conflictClosed: object({ id: text }),
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
