import { z } from 'zod'
import { isWebAddress } from '../datasets/check/check-sources.js'
import { conflictKinds } from '../model/conflict.js'
import { editionId, statementId } from '../model/id.js'
import { ranks } from '../model/rank.js'
import { comparators } from '../values/comparator.js'
import { bases, precisions, sparsities } from '../values/precision.js'
import { type Unit, units } from '../values/unit.js'
import type { HistoryItem } from './history-item.js'

const text = z.string()
const texts = z.array(text)
const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const instant = text.refine(isInstant, 'expected an instant such as 2026-01-01T00:00:00.000Z')
const unit = text.refine((name): name is Unit => Object.hasOwn(units, name), 'expected a unit')
const webAddress = text.refine(isWebAddress, 'expected a web address')

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text, language: text }),
  z.strictObject({
    kind: z.literal('quantity'),
    amount: text.optional(),
    upper: text.optional(),
    unit: unit.optional(),
    comparator: z.enum(comparators),
    precision: z.enum(precisions).optional(),
    basis: z.enum(bases).optional(),
    sparsity: z.enum(sparsities).optional(),
    of: text.optional(),
  }),
  z.strictObject({ kind: z.literal('date'), edtf: text }),
  z.strictObject({ kind: z.literal('entity'), entity: text }),
  z.strictObject({ kind: z.literal('geo'), latitude: z.number(), longitude: z.number() }),
  z.strictObject({ kind: z.literal('code'), code: text }),
])

const quote = z.strictObject({
  exact: text,
  prefix: text.optional(),
  suffix: text.optional(),
  start: count.optional(),
  end: count.optional(),
  fragment: text.optional(),
})

const word = z.strictObject({ dataset: text, rank: z.enum(ranks), confidence: share })
const byHand = { by: text, reason: text }
const trust = z.strictObject({
  languages: texts,
  sources: texts,
  others: z.enum(['LAST', 'NEVER']),
  minConfidence: share,
})

const deed = z.discriminatedUnion('kind', [
  z.strictObject({
    ...byHand,
    kind: z.literal('DECISION'),
    conflict: text,
    status: z.enum(['OPEN', 'DECIDED', 'DISMISSED']),
    chosen: text.optional(),
    subjects: texts,
  }),
  z.strictObject({ ...byHand, kind: z.literal('MERGE'), kept: text, former: text }),
  z.strictObject({ ...byHand, kind: z.literal('SPLIT'), kept: text, former: text }),
  z.strictObject({ ...byHand, kind: z.literal('RETRACTION'), statement: text, vouches: z.array(word) }),
  z.strictObject({ ...byHand, kind: z.literal('RESTORATION'), statement: text }),
  z.strictObject({
    ...byHand,
    kind: z.literal('RELEASE'),
    release: z.strictObject({
      id: text,
      title: text,
      knownAt: instant,
      validAt: text,
      trust,
      statementCount: count,
      sha256: text,
    }),
  }),
  z.strictObject({ ...byHand, kind: z.literal('IMPORT'), datasets: texts }),
  z.strictObject({ ...byHand, kind: z.literal('REPAIR') }),
])

/** One line of a history. `Agreement` below makes the compiler compare it with HistoryItem. */
const item = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('revision'), number: count, at: instant, deed: deed.optional() }),
  z.strictObject({
    type: z.literal('source'),
    id: text,
    title: text,
    publisher: text.optional(),
    url: webAddress.optional(),
    published: text.optional(),
    licence: text.optional(),
    languages: texts,
    weight: z.number(),
  }),
  z.strictObject({
    type: z.literal('edition'),
    id: text,
    source: text,
    language: text,
    sha256: text,
    retrieved: text.optional(),
    translationOf: text.optional(),
    text: text.optional(),
  }),
  z.strictObject({ type: z.literal('entity'), id: text, entityType: text }),
  z.strictObject({
    type: z.literal('statement'),
    id: text,
    subject: text,
    property: text,
    value,
    qualifiers: z.record(text, text),
    asStated: text,
    language: text,
    edition: text,
    quote: quote.optional(),
    valid: text.optional(),
    derived: text.optional(),
    supersedes: text.optional(),
    vouches: z.array(word),
  }),
  z.strictObject({ type: z.literal('vouch'), statement: text, subject: text, ...word.shape }),
  z.strictObject({ type: z.literal('withdrawal'), statement: text, dataset: text }),
  z.strictObject({
    type: z.literal('conflictOpened'),
    id: text,
    kind: z.enum(conflictKinds),
    subjects: texts,
    property: text,
    statements: texts,
  }),
  z.strictObject({ type: z.literal('conflictClosed'), id: text }),
])

/** Every key of every member, optional ones included, so that a key of only one side is a difference. */
type Whole<T> = T extends readonly (infer Member)[]
  ? Whole<Member>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<T[Key]> }
    : T
type Covers<A, B> = [A] extends [B] ? true : false
type Item = z.infer<typeof item>
type Agreement = [
  Covers<Item, HistoryItem>,
  Covers<HistoryItem, ReadonlyArrays<Item>>,
  Covers<Whole<Item>, Whole<HistoryItem>>,
  Covers<Whole<HistoryItem>, Whole<Item>>,
]
type ReadonlyArrays<T> = T extends (infer Member)[]
  ? readonly ReadonlyArrays<Member>[]
  : T extends object
    ? { [Key in keyof T]: ReadonlyArrays<T[Key]> }
    : T
// Does not compile when the schema and HistoryItem differ.
void ([true, true, true, true] satisfies Agreement)

/** The item of a line, or the problem of the line. No member may be missing or unknown. */
export function readItem(line: unknown): { readonly item: HistoryItem } | { readonly fault: string } {
  const parsed = item.safeParse(line)
  if (!parsed.success) return { fault: faultOf(parsed.error.issues[0], line) }
  const fault = faultOfId(parsed.data)
  // The line itself: parsed data have their members in the order of the schema, and an export of them differs.
  return fault === undefined ? { item: line as HistoryItem } : { fault }
}

function faultOf(issue: z.core.$ZodIssue | undefined, line: unknown): string {
  if (!issue) return 'it is not an item of a history'
  const path = issue.path.join('.')
  const isUnknownKind = issue.code === 'invalid_union' && issue.errors.length === 0
  const message = isUnknownKind ? `unknown ${issue.path.at(-1)?.toString()} ${quoted(line, issue.path)}` : issue.message
  return isUnknownKind || path === '' ? message : `\`${path.slice(0, 100)}\`: ${message}`
}

/** The value at a path, shortened. */
function quoted(line: unknown, path: readonly PropertyKey[]): string {
  const at = path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>>)?.[key], line)
  return `"${String(at).slice(0, 100)}"`
}

/** Identity is content: an id that does not follow from the content belongs to another statement. */
function faultOfId(item: HistoryItem): string | undefined {
  if (item.type === 'statement' && item.id !== statementId(item))
    return 'its id is not that of its content: something of it was changed'
  if (item.type === 'edition' && item.id !== editionId(item.source, item.language))
    return 'its id is not that of its source and language'
  return undefined
}

function isInstant(value: string): boolean {
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value
}
