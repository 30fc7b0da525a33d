import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ProblemList } from '../../src/datasets/check/problem-list.js'
import type { HistoryItem } from '../../src/history/history-item.js'
import { toJsonLines } from '../../src/history/json-lines.js'
import { readHistory } from '../../src/history/read-history.js'
import { applyHistory, checkHistory } from '../../src/history/replay-history.js'
import type { CurationAction } from '../../src/model/curation-action.js'
import { conflictId, statementId } from '../../src/model/id.js'
import type { Statement } from '../../src/model/statement.js'
import { defaultTrust } from '../../src/resolution/default-trust.js'
import type { NewStatement, Store } from '../../src/store/store.js'
import type { Value } from '../../src/values/value.js'
import { conflict, described, statement, vouch, withdrawal } from '../support/dataset-builder.js'
import { ontology } from '../support/export-and-import.js'
import type { TestStore } from '../support/stores.js'

/** Each kind of value; the compiler demands a new kind here. */
const values: Readonly<Record<Value['kind'], Value>> = {
  text: { kind: 'text', text: '上海', language: 'zh-Hans' },
  quantity: { kind: 'quantity', amount: '10', upper: '20.5', unit: 'EFLOPS', comparator: 'BETWEEN', precision: 'FP16' },
  date: { kind: 'date', edtf: '2024-07~' },
  entity: { kind: 'entity', entity: 'region/b' },
  geo: { kind: 'geo', latitude: -39.9, longitude: 116.4 },
  code: { kind: 'code', code: '310000' },
}

function said(overrides: Partial<NewStatement>): NewStatement {
  const content = statement('', 'region/a', overrides)
  return { ...content, id: statementId(content) }
}

const quote = { exact: '上海', prefix: '在', suffix: '。', start: 3, end: 5, fragment: 'row=2' }
const ofValues = Object.values(values).map(value =>
  said({ value, quote, valid: '2024/2025', qualifiers: { role: 'X' } }),
)
const words = said({ value: { kind: 'quantity', comparator: 'ABOUT' }, property: 'scale', asStated: '亿级以上' })
const b = said({ subject: 'region/b', value: { kind: 'text', text: '北京', language: 'zh-Hans' } })
const later = { ...said({ asStated: '沪' }), supersedes: b.id }
const [first = b] = ofValues
const found = { ...conflict(''), statements: [first.id, words.id].sort() }
const disagreement = { ...found, id: conflictId(found) }
const other = { ...disagreement, kind: 'IDENTITY' as const }
const closing = { ...other, id: conflictId(other) }

/** Each kind of action; the compiler demands a new kind here. */
const actions: { readonly [Kind in CurationAction['kind']]: CurationAction & { readonly kind: Kind } } = {
  DECISION: {
    ...byHand(),
    kind: 'DECISION',
    conflict: disagreement.id,
    status: 'DECIDED',
    chosen: first.id,
    subjects: ['region/a'],
  },
  MERGE: { ...byHand(), kind: 'MERGE', kept: 'region/a', former: 'region/b' },
  SPLIT: { ...byHand(), kind: 'SPLIT', kept: 'region/a', former: 'region/b' },
  RETRACTION: {
    ...byHand(),
    kind: 'RETRACTION',
    statement: b.id,
    vouches: [{ dataset: 'news', rank: 'NORMAL', confidence: 1 }],
  },
  RESTORATION: { ...byHand(), kind: 'RESTORATION', statement: b.id },
  RELEASE: {
    ...byHand(),
    kind: 'RELEASE',
    release: {
      ...{ id: 'release/spring', title: '春 "1"', knownAt: '2026-01-01T00:00:00.000Z', validAt: '2026-01-01' },
      ...{ trust: { ...defaultTrust, languages: ['zh'] }, statementCount: 9, sha256: 'ab' },
    },
  },
  IMPORT: { ...byHand(), kind: 'IMPORT', datasets: ['news'] },
  REPAIR: { ...byHand(), kind: 'REPAIR' },
}

function byHand() {
  return { by: 'curator', reason: '核实: "x"\n#1' }
}

/** Each type of line; the compiler demands a new type here. */
const lineTypes: Readonly<Record<HistoryItem['type'], true>> = {
  ...{ revision: true, source: true, edition: true, entity: true, statement: true, vouch: true, withdrawal: true },
  ...{ conflictOpened: true, conflictClosed: true },
}

const isAlive = () => false
const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString()

async function fill(store: Store): Promise<void> {
  const { writer } = store
  const statements = [...ofValues, words, b]
  const begun = await writer.begin(['news'], 'test:1', isAlive)
  const { sources = [], editions = [], entities = [] } = described(statements)
  await writer.stage(begun, {
    sources: sources.map(source => ({
      ...source,
      publisher: '上观',
      url: 'https://example.org/?a=1',
      published: '2024~',
      licence: 'CC0-1.0',
      weight: 2.5,
    })),
    editions: editions.map(edition => ({
      ...edition,
      retrieved: '2024-07',
      translationOf: 'press#en',
      text: '在上海。\n\u2028',
    })),
    entities,
    statements,
    vouches: statements.map(each => vouch(each, 'news')),
    conflictsOpened: [disagreement, closing],
  })
  await writer.publish(begun, at(1))
  let day = 2
  for (const action of Object.values(actions)) {
    if (action.kind === 'IMPORT') {
      const place = await writer.begin(['news'], 'test:1', isAlive)
      await writer.stage(place, { vouches: [vouch(words, 'news', { confidence: 0.9 })] })
      await writer.publish(place, at(day++), action)
      continue
    }
    const batch =
      action.kind === 'REPAIR'
        ? { conflictsClosed: [closing.id] }
        : action.kind === 'RETRACTION'
          ? { withdrawals: [withdrawal(b, 'news')] }
          : action.kind === 'RESTORATION'
            ? { vouches: [vouch(b, 'news')] }
            : {}
    const { revision } = await store.read([])
    await writer.apply(batch, action, revision.number, at(day++), isAlive)
  }
  const again = await writer.begin(['news', 'other'], 'test:1', isAlive)
  await writer.stage(again, {
    statements: [later],
    vouches: [vouch(later, 'other'), vouch(first, 'news', { rank: 'PREFERRED', confidence: 0.5 })],
    withdrawals: [withdrawal(words, 'news')],
  })
  await writer.publish(again, at(day))
}

async function historyOf(store: Store): Promise<string> {
  const { revision } = await store.read([])
  let text = ''
  for await (const line of toJsonLines(readHistory(store, ontology, revision.number))) text += line
  return text
}

/** Writes every kind of change, backs the store up as a history, and restores the backup. */
export function describeHistory(name: string, open: () => Promise<TestStore>): void {
  describe(`a history of ${name}`, () => {
    it('restores every kind of line, value and action', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'suanli-history-'))
      const file = join(folder, 'backup.jsonl')
      const from = await open()
      try {
        await fill(from.store)
        const backup = await historyOf(from.store)
        const lines = backup
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line) as HistoryItem)
        expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['history', 'end', ...Object.keys(lineTypes)]))
        const kept = lines.flatMap(line => (line.type === 'revision' && line.deed ? [line.deed] : []))
        expect(kept).toEqual(Object.values(actions))
        expect(new Set(lines.flatMap(line => (line.type === 'statement' ? [line.value.kind] : [])))).toEqual(
          new Set(Object.keys(values)),
        )
        await writeFile(file, backup)
        await from.close()
        const to = await open()
        try {
          const problems = new ProblemList()
          const checked = await checkHistory(file, to.store, problems)
          expect(problems.sorted).toEqual([])
          await applyHistory(checked, to.store, { now: () => new Date(), holder: 'test:1', isAlive })
          expect(await historyOf(to.store)).toBe(backup)
          const [statements] = (await to.store.read<'statements'>([{ question: { kind: 'statements', limit: 99 } }]))
            .answers
          expect(idsOf(statements)).toContain(later.id)
        } finally {
          await to.close()
        }
      } finally {
        await from.close()
        await rm(folder, { recursive: true, force: true })
      }
    }, 120_000)

    it('names the field of a line that is not as it must be', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'suanli-history-'))
      const cases: readonly (readonly [object, string])[] = [
        [{ type: 'revision', number: 1, at: at(1), deed: { ...actions.MERGE, kind: 'UNION' } }, 'unknown kind "UNION"'],
        [{ type: 'revision', number: 1, at: 'noon' }, '`at`: expected an instant such as'],
        [{ type: 'revision', number: 1, at: at(1), by: 'x' }, 'Unrecognized key: "by"'],
        [{ type: 'withdrawal', statement: 'statement/x' }, '`dataset`: Invalid input: expected string'],
        [[], 'expected object'],
      ]
      for (const [line, detail] of cases) {
        const file = join(folder, 'bad.jsonl')
        await writeFile(file, `${JSON.stringify({ type: 'history', version: 1 })}\n${JSON.stringify(line)}\n`)
        const problems = new ProblemList()
        await checkHistory(file, undefined, problems)
        expect(problems.sorted.map(({ message }) => message).join('\n')).toContain(detail)
      }
      await rm(folder, { recursive: true })
    })
  })
}

function idsOf(statements: readonly Statement[] | undefined): readonly string[] {
  return (statements ?? []).map(({ id }) => id)
}
