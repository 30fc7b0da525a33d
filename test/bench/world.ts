import { statementId } from '../../src/model/id.js'
import type { StatementContent } from '../../src/model/statement.js'
import type { Batch, NewStatement } from '../../src/store/store.js'
import type { Value } from '../../src/values/value.js'

/** How large a made-up world is. Equal sizes give equal worlds. */
export interface WorldSize {
  readonly regions: number
  readonly organisations: number
  readonly centres: number
  readonly corridors: number
}

export interface Region {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly code: string
  readonly parent?: string
}

export interface Organisation {
  readonly id: string
  readonly zh: string
  readonly en: string
}

export interface Centre {
  readonly id: string
  readonly name: string
  readonly amount: number
  readonly status: string
  readonly region: string
  readonly operator: string
}

export interface Corridor {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly members: readonly string[]
}

/** The world of the performance table. */
export const standardWorld: WorldSize = { regions: 3_000, organisations: 5_000, centres: 100_000, corridors: 50 }

/** A centre has five statements; what else there is grows with them, up to the standard world's. */
export function worldOf(statements: number): WorldSize {
  const { regions, organisations, corridors } = standardWorld
  const share = Math.min(1, statements / 500_000)
  return {
    regions: Math.max(150, Math.round(regions * share)),
    organisations: Math.max(50, Math.round(organisations * share)),
    corridors: Math.max(10, Math.round(corridors * share)),
    centres: Math.round((statements - share * 27_000) / 5),
  }
}

export const dataset = 'bench'

const provinces = 30
const membersOfCorridor = 30
const statuses = ['PLANNED', 'UNDER_CONSTRUCTION', 'OPERATING', 'OPERATING', 'CLOSED'] as const
const [original, translation] = ['bench-register#zh-Hans', 'bench-register#en'] as const

export function* regionsOf({ regions }: WorldSize): Iterable<Region> {
  for (let i = 0; i < regions; i++) {
    const parent = i < provinces ? undefined : regionId(i % provinces)
    yield {
      id: regionId(i),
      zh: `第${i}地区`,
      en: `Region ${i}`,
      code: String(100_000 + i),
      ...(parent !== undefined && { parent }),
    }
  }
}

export function* organisationsOf({ organisations }: WorldSize): Iterable<Organisation> {
  for (let i = 0; i < organisations; i++)
    yield { id: organisationId(i), zh: `第${i}算力公司`, en: `Compute Company ${i}` }
}

export function* centresOf({ regions, organisations, centres }: WorldSize): Iterable<Centre> {
  for (let i = 0; i < centres; i++)
    yield {
      id: `computecentre/c${padded(i, 8)}`,
      name: `第${i}智算中心`,
      amount: 1 + ((i * 7919) % 5000),
      status: statuses[(i * 31) % statuses.length] ?? 'PLANNED',
      region: regionId(provinces + ((i * 613) % (regions - provinces))),
      operator: organisationId((i * 389) % organisations),
    }
}

export function* corridorsOf({ regions, corridors }: WorldSize): Iterable<Corridor> {
  for (let i = 0; i < corridors; i++)
    yield {
      id: `corridor/k${padded(i, 4)}`,
      zh: `第${i}算力走廊`,
      en: `Corridor ${i}`,
      members: Array.from({ length: membersOfCorridor }, (_, j) =>
        regionId(provinces + ((i * 97 + j * 89) % (regions - provinces))),
      ),
    }
}

/** The world as an import stages it, `subjects` entities at a time, each fact resting on a statement. */
export function* batchesOf(size: WorldSize, subjects = 500): Iterable<Batch> {
  yield citedEditions
  let entities: { id: string; type: string }[] = []
  let statements: NewStatement[] = []
  for (const { id, type, said } of entitiesOf(size)) {
    entities.push({ id, type })
    statements.push(...said)
    if (entities.length < subjects) continue
    yield toBatch(entities, statements)
    entities = []
    statements = []
  }
  if (entities.length > 0) yield toBatch(entities, statements)
}

/** Every entity with what is said of it. */
function* entitiesOf(size: WorldSize): Iterable<{ id: string; type: string; said: readonly NewStatement[] }> {
  for (const { id, zh, en, code, parent } of regionsOf(size))
    yield {
      id,
      type: 'Region',
      said: [
        ...names(id, zh, en),
        say(id, 'code', { kind: 'code', code }, code),
        say(id, 'level', { kind: 'code', code: parent ? 'PREFECTURE' : 'PROVINCE' }, parent ? '地级' : '省级'),
        ...(parent ? [link(id, 'parent', parent)] : []),
      ],
    }
  for (const { id, zh, en } of organisationsOf(size)) yield { id, type: 'Company', said: names(id, zh, en) }
  for (const { id, name, amount, status, region, operator } of centresOf(size))
    yield {
      id,
      type: 'ComputeCentre',
      said: [
        say(id, 'name', { kind: 'text', text: name, language: 'zh-Hans' }, name),
        say(
          id,
          'capacity',
          { kind: 'quantity', amount: String(amount), unit: 'PFLOPS', comparator: 'EXACTLY', precision: 'FP16' },
          `${amount}P`,
        ),
        say(id, 'status', { kind: 'code', code: status }, status.toLowerCase()),
        link(id, 'region', region),
        link(id, 'operator', operator),
      ],
    }
  for (const { id, zh, en, members } of corridorsOf(size))
    yield { id, type: 'Corridor', said: [...names(id, zh, en), ...members.map(member => link(id, 'member', member))] }
}

const citedEditions: Batch = {
  sources: [{ id: 'bench-register', title: '算力登记册', languages: ['zh-Hans', 'en'], weight: 1 }],
  editions: [
    { id: original, source: 'bench-register', language: 'zh-Hans', sha256: '00' },
    { id: translation, source: 'bench-register', language: 'en', sha256: '01', translationOf: original },
  ],
}

function toBatch(entities: readonly { id: string; type: string }[], statements: readonly NewStatement[]): Batch {
  const vouches = statements.map(({ id, subject }) => ({
    statement: id,
    subject,
    dataset,
    rank: 'NORMAL' as const,
    confidence: 1,
  }))
  return { entities, statements, vouches }
}

function names(subject: string, zh: string, en: string): readonly NewStatement[] {
  return [
    say(subject, 'name', { kind: 'text', text: zh, language: 'zh-Hans' }, zh),
    say(subject, 'name', { kind: 'text', text: en, language: 'en' }, en, translation),
  ]
}

function link(subject: string, property: string, entity: string): NewStatement {
  return say(subject, property, { kind: 'entity', entity }, entity)
}

function say(subject: string, property: string, value: Value, asStated: string, edition: string = original) {
  const content: StatementContent = {
    subject,
    property,
    value,
    qualifiers: {},
    asStated,
    language: edition === original ? 'zh-Hans' : 'en',
    edition,
    quote: { exact: asStated, fragment: `row=${subject}` },
  }
  return { id: statementId(content), ...content }
}

function regionId(i: number): string {
  return `region/r${padded(i, 5)}`
}

function organisationId(i: number): string {
  return `company/o${padded(i, 5)}`
}

function padded(i: number, digits: number): string {
  return String(i).padStart(digits, '0')
}
