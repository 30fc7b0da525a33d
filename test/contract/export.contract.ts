import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import fc, { type Arbitrary } from 'fast-check'
import { decideConflict } from '../../src/curation/decide-conflict.js'
import { hashContent } from '../../src/curation/hash-content.js'
import { mergeEntities } from '../../src/curation/merge-entities.js'
import { PinnedGraph } from '../../src/curation/pinned-graph.js'
import { retractStatement } from '../../src/curation/retract-statement.js'
import type { Conflict } from '../../src/model/conflict.js'
import type { PropertyDeclaration } from '../../src/ontology/declaration.js'
import type { EntityType } from '../../src/ontology/ontology.js'
import type { PinnedQuery, Store } from '../../src/store/store.js'
import { formatValue } from '../../src/values/format-value.js'
import { curationContextOf, exportYaml, importAll, ontology } from '../support/export-and-import.js'
import { periods, possibleQuantities } from '../support/random-values.js'
import type { TestStore } from '../support/stores.js'

/**
 * Imports random datasets one after the other, curates, exports as yaml, imports that into another store, and demands
 * that the same stands there; and that to import it once more changes nothing.
 */
export async function demandReturn(
  open: () => Promise<TestStore>,
  openOther: () => Promise<TestStore>,
  options: { readonly runs: number; readonly seed?: number },
): Promise<void> {
  const property = fc.asyncProperty(worlds, async world => {
    const folder = await mkdtemp(join(tmpdir(), 'suanli-export-'))
    const [from, to] = [await open(), await openOther()]
    try {
      let hour = 0
      for (const [i, dataset] of world.datasets.entries()) {
        await writeDataset(join(folder, `in-${i}`), dataset)
        await importAll({ folders: [join(folder, `in-${i}`)], curations: [] }, from.store, hour++)
      }
      await curate(from.store, world.picks)
      const exported = await exportYaml(from.store, join(folder, 'out'))
      await importAll(exported, to.store, hour++)
      expect(await pictureOf(to.store)).toEqual(await pictureOf(from.store))
      const { revision } = await to.store.read([])
      await importAll(exported, to.store, hour++)
      expect((await to.store.read([])).revision).toEqual(revision)
    } finally {
      await Promise.all([from.close(), to.close()])
      await rm(folder, { recursive: true, force: true })
    }
  })
  await fc.assert(property, { numRuns: options.runs, seed: options.seed, endOnFailure: true })
}

/** Merges two entities, decides a conflict, dismisses another, withdraws a statement: which, the picks say. */
async function curate(store: Store, picks: readonly number[]): Promise<void> {
  const [a = 0, b = 0, c = 0, d = 0] = picks
  const byHand = { by: 'curator', reason: '核实: "x", #1' }
  const read = async (ask: PinnedQuery) => (await store.read([ask])).answers[0]
  const companies = (await read({ question: { kind: 'entities', type: 'Company', limit: 99 } })) as readonly string[]
  const [keep, merge] = [companies[a % companies.length], companies[b % companies.length]]
  if (keep !== undefined && merge !== undefined && keep !== merge)
    await mergeEntities(curationContextOf(store), { keep, merge }, byHand)
  const conflicts = (await read({ question: { kind: 'conflicts', limit: 99 } })) as readonly Conflict[]
  const [first, second] = [conflicts[c % conflicts.length], conflicts[d % conflicts.length]]
  if (first) {
    const verdict = { conflict: first.id, status: 'DECIDED' as const, chosen: first.statements[0] }
    await decideConflict(curationContextOf(store), verdict, byHand)
  }
  if (second) await decideConflict(curationContextOf(store), { conflict: second.id, status: 'DISMISSED' }, byHand)
  const statements = (await read({ question: { kind: 'statements', limit: 999 } })) as readonly { id: string }[]
  const withdrawn = statements[(a * 31 + d) % statements.length]
  if (withdrawn) await retractStatement(curationContextOf(store), withdrawn.id, byHand)
}

/** All that stands in a store, without when it was recorded. */
async function pictureOf(store: Store) {
  const { revision } = await store.read([])
  const ask = async (...asks: readonly PinnedQuery[]) => (await store.read(asks)).answers
  const [said, sources] = await ask(
    { question: { kind: 'statements', limit: 9_999 }, uncurated: true },
    { question: { kind: 'sources', limit: 999 } },
  )
  const editions = (sources as readonly { id: string; languages: readonly string[] }[]).flatMap(({ id, languages }) =>
    languages.map(language => `${id}#${language}`),
  )
  const ids = (
    await ask(
      ...ontology.types.map(({ name }) => ({ question: { kind: 'entities', type: name, limit: 999 } }) as PinnedQuery),
    )
  ).flat() as readonly string[]
  const whole = {
    hash: await hashContent(new PinnedGraph(curationContextOf(store), revision)),
    said,
    sources,
    editions: await ask(...editions.map(id => ({ question: { kind: 'edition', id } }) as PinnedQuery)),
    texts: await ask(...editions.map(id => ({ question: { kind: 'editionText', id } }) as PinnedQuery)),
    entities: await ask(...ids.map(id => ({ question: { kind: 'entity', id } }) as PinnedQuery)),
  }
  const times = ['recordedIn', 'recordedAt', 'openedIn', 'supersedes', 'at']
  return JSON.parse(JSON.stringify(whole, (key, value) => (times.includes(key) ? undefined : value)))
}

interface World {
  readonly datasets: readonly Dataset[]
  readonly picks: readonly number[]
}

interface Dataset {
  readonly id: string
  readonly entities: Readonly<
    Record<string, { readonly sameAs: readonly string[]; readonly statements: readonly object[] }>
  >
}

const zh = '算力走廊，算力走廊；北京市\n  建设算力走廊，算力走廊。北京市：45 EFLOPS。\r\n'
const en = '\ufeffA corridor, a corridor; Beijing "builds" a corridor.\n'
const texts: Readonly<Record<string, string>> = { 'press#zh-Hans': zh, 'press#en': en.slice(1) }

const sources = [
  {
    ...{ id: 'press', title: '来源: "#1"', publisher: '- 上观', url: 'https://example.org/?a=1&b=#x', weight: 2.5 },
    ...{ published: '2024~', licence: 'null' },
    editions: [
      { language: 'zh-Hans', file: 'zh.txt', retrieved: '2024-07' },
      { language: 'en', file: 'en.txt', translationOf: 'zh-Hans' },
      { language: 'fr' },
    ],
  },
  { id: 'gov.cn:(公报)', title: '公报', editions: [{ language: 'zh-Hant', sha256: 'ab'.repeat(32) }] },
  { id: 'table', title: '表', editions: [{ language: 'und', file: 'table.csv' }] },
]

const table = {
  ...{ file: 'table.csv', edition: 'table#und', entity: { type: 'ComputeCentre', id: 'computecentre/{Id}' } },
  statements: [
    { property: 'name', column: 'Name' },
    { property: 'capacity', column: 'Rmax', unit: 'TFLOPS', precision: 'FP64' },
    { property: 'status', value: 'operating', confidence: 0.5 },
  ],
}

/** The last of those with one id is what it says in the end; the first says what it says with a table beside it. */
async function writeDataset(folder: string, { id, entities }: Dataset): Promise<void> {
  const dataset = {
    ...{ dataset: id, title: `数据集 ${id}`, licence: 'CC-BY-4.0', sources },
    entities: Object.entries(entities).map(([entity, said]) => ({
      ...{ id: entity, type: ontology.findTypeOfId(entity)?.name, edition: 'press#zh-Hans', ...said },
    })),
    ...(id === 'a' && { tables: [table] }),
  }
  const files = {
    ...{ 'dataset.yaml': JSON.stringify(dataset), 'zh.txt': zh, 'en.txt': en },
    'table.csv': 'Id,Name,Rmax\r\ne0,"=1+1, ""超算""",10.50\r\nt1, 曙光 ,3\r\n',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

const oddWords = [
  ...['上海', 'null', '12', '1e3', 'a: b', '- x', '"q"', "it's", 'x #y', '#z', '{a}', '[b], c', '!t', '&a', '*a', '~'],
  ...[
    'yes',
    '100%',
    '𠮷野',
    'e\u0301',
    'a\u2028b',
    '\u0007bell',
    'tab\tbed',
    'two\nlines',
    '？：（x）',
    '%x',
    '@y',
    '`z',
    '\\n',
  ],
]
const words = fc.constantFrom(...oddWords)
const perType = 3

function idsOf({ prefix }: EntityType): readonly string[] {
  return Array.from({ length: perType }, (_, i) => `${prefix}/e${i}`)
}

/** Where it stands: in a text, where the same words stand several times, or in one that nobody has. */
const places: Arbitrary<object> = fc.oneof(
  fc.constant({}),
  fc.record({ edition: fc.constant('gov.cn:(公报)#zh-Hant'), quote: words }),
  fc.record({ edition: fc.constant('gov.cn:(公报)#zh-Hant'), quote: words, prefix: words, suffix: fc.constant(' ') }),
  fc
    .tuple(fc.constantFrom('press#zh-Hans', 'press#en'), fc.nat(40), fc.integer({ min: 1, max: 8 }))
    .map(([edition, at, length]) => quoteAt(edition, at, length)),
)

function quoteAt(edition: string, at: number, length: number): object {
  const text = [...(texts[edition] ?? '')]
  const start = at % text.length
  const quote = text.slice(start, start + length).join('')
  const [before, after] = [text.slice(0, start).join(''), text.slice(start + length).join('')]
  if (quote.trim() === '' || quote !== quote.trim()) return { edition }
  return { edition, quote, ...(before.trim() && { prefix: before }), ...(after.trim() && { suffix: after }) }
}

const beside = fc.record(
  {
    valid: periods,
    confidence: fc.constantFrom(0, 0.1, 0.9, 1),
    rank: fc.constantFrom('preferred', 'normal', 'deprecated'),
    language: fc.constantFrom('en', 'zh-Latn-pinyin'),
    derived: fc.constantFrom('换算: "x"', '1024 × 8'),
    asStated: words.filter(word => word.trim() !== ''),
  },
  { requiredKeys: [] },
)

function statementsOf(type: EntityType): Arbitrary<object> {
  return fc.constantFrom(...type.properties.filter(({ id }) => id !== 'sameAs')).chain(property => {
    const { value } = property
    const said: Arbitrary<string> =
      value.kind === 'date'
        ? periods
        : value.kind === 'geo'
          ? fc.constantFrom('39.9, 116.4', '-0.5, 180')
          : value.kind === 'entity'
            ? fc.constantFrom(...ontology.typesOf(value.to).flatMap(idsOf))
            : value.kind === 'code'
              ? fc.constantFrom(...(value.values ?? ['110000', 'CN', '0100', 'x: y']))
              : value.kind === 'quantity' && value.of.length === 0
                ? fc.oneof(possibleQuantities.map(formatValue), fc.constant('亿级以上'))
                : value.kind === 'quantity'
                  ? fc.constantFrom('百亿元', '万卡级')
                  : words
    const qualifiers = (property.qualifiers ?? []).map(({ id, values }) => [
      id,
      values ? fc.constantFrom(...values) : words,
    ])
    const rest = fc.record(Object.fromEntries(qualifiers) as Record<string, Arbitrary<string>>, { requiredKeys: [] })
    return fc.tuple(said, places, beside, rest).map(([text, place, more, its]) => ({
      ...{ property: property.id, value: text, ...place },
      // These words do not say the value, so that it must be derived.
      ...(isCompared(value) && { derived: '猜' }),
      ...more,
      ...its,
    }))
  })
}

function isCompared({ kind }: PropertyDeclaration['value']): boolean {
  return kind === 'quantity' || kind === 'date' || kind === 'code'
}

const everybody = ontology.types.flatMap(type => idsOf(type).map(id => [id, type] as const))

/** Each dataset names everybody, so that no link leads nowhere when it is imported first. */
function datasetsOf(id: string): Arbitrary<Dataset> {
  const entity = (type: EntityType) =>
    fc.record({
      sameAs: fc.subarray(['https://www.wikidata.org/entity/Q1', 'https://x.example/?q=1#2']),
      statements: fc
        .tuple(words, fc.array(statementsOf(type), { maxLength: 4 }))
        .map(([name, others]) => [{ property: 'name', value: `${name}x` }, ...others]),
    })
  return fc
    .record(Object.fromEntries(everybody.map(([of, type]) => [of, entity(type)])))
    .map(entities => ({ id, entities }))
}

/**
 * The second time `a` says less: whom it named alone then is named by nobody, and links of `b` to them lead nowhere. Of
 * one statement it has the last word, though `b` sorts behind it.
 */
const worlds: Arbitrary<World> = fc
  .tuple(datasetsOf('a'), datasetsOf('b'), datasetsOf('a'), fc.array(fc.nat(999), { minLength: 4, maxLength: 4 }))
  .map(([a, b, again, picks]) => {
    const few = everybody.map(([id]) => id).filter(id => !id.endsWith('/e2'))
    return { datasets: [withShared(a, 0.5), withShared(only(b, few), 0.9), withShared(closed(again, few), 0.1)], picks }
  })

function only({ id, entities }: Dataset, ids: readonly string[]): Dataset {
  return { id, entities: Object.fromEntries(Object.entries(entities).filter(([entity]) => ids.includes(entity))) }
}

/** Without links to others. */
function closed(dataset: Dataset, ids: readonly string[]): Dataset {
  const others = everybody.map(([id]) => id).filter(id => !ids.includes(id))
  const entities = Object.entries(only(dataset, ids).entities).map(([id, { sameAs, statements }]) => [
    id,
    { sameAs, statements: statements.filter(said => !others.includes((said as { value: string }).value)) },
  ])
  return { id: dataset.id, entities: Object.fromEntries(entities) }
}

function withShared({ id, entities }: Dataset, confidence: number): Dataset {
  const [first = ''] = Object.keys(entities)
  const { sameAs = [], statements = [] } = entities[first] ?? {}
  const shared = { property: 'name', value: '共同', confidence }
  return { id, entities: { ...entities, [first]: { sameAs, statements: [...statements, shared] } } }
}
