import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findConflicts, findSharedCodes } from '../../../src/conflicts/find-conflicts.js'
import { conflictBatch, planConflicts, withConflicts } from '../../../src/conflicts/plan-conflicts.js'
import { type Base, keyOfNote, notesOfCodes, spellingsOf } from '../../../src/conflicts/shared-codes.js'
import { entityTypes } from '../../../src/entities/index.js'
import type { Conflict } from '../../../src/model/conflict.js'
import type { Statement } from '../../../src/model/statement.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import { citedEditionsOf, conflict, name, statement, zh } from '../resolution/statement-builder.js'

const ontology = createOntology(entityTypes)
const citedEditions = citedEditionsOf()
const [first, second] = ['company/a', 'company/b'] as const

const code = (subject: string, given: string, more: Partial<Statement> = {}) =>
  statement({ subject, property: 'sameAs', value: { kind: 'code', code: given }, ...more })

/** A graph that is asked as a store is: by the exact spelling of a code, and by subjects, property and kind. */
class Graph implements Base {
  readonly statements = new Map<string, Statement>()
  /** With those that were retracted. */
  readonly recorded = new Map<string, Statement>()
  conflicts: readonly Conflict[] = []
  readonly asked: string[] = []

  async ask(asks: Parameters<Base['ask']>[0]) {
    const answers: unknown[] = asks.map(({ question, uncurated }) => {
      this.asked.push(question.kind)
      if (question.kind === 'statementsByCode')
        return [...this.statements.values()].filter(
          ({ property, value }) =>
            property === question.property && value.kind === 'code' && value.code === question.code,
        )
      if (question.kind === 'conflicts')
        return this.conflicts.filter(
          ({ kind, property, subjects }) =>
            question.kinds?.includes(kind) &&
            question.properties?.includes(property) &&
            subjects.some(subject => question.subjects?.includes(subject)),
        )
      if (question.kind === 'statement') {
        const found = this.recorded.get(question.id)
        // Whoever does not ask for what was recorded is told of the entity that all were merged into.
        return found && { ...found, ...(!uncurated && { subject: 'company/merged' }) }
      }
      throw new Error(question.kind)
    })
    return answers as never
  }

  /** Plans a change and carries it out. */
  async change(given: readonly Statement[], retracted: readonly Statement[]) {
    const subjects = [...new Set([...given, ...retracted].map(({ subject }) => subject))]
    const of = (subject: string, all: readonly Statement[]) => all.filter(each => each.subject === subject)
    const after = new Map(this.statements)
    for (const { id } of retracted) after.delete(id)
    for (const each of given) {
      after.set(each.id, each)
      this.recorded.set(each.id, each)
    }
    const altered = subjects.map(id => ({
      subject: id,
      given: of(id, given),
      retracted: of(id, retracted),
      record: {
        id,
        formerIds: [],
        statements: of(id, [...after.values()]),
        conflicts: this.conflicts.filter(each => each.subjects.includes(id)),
      },
    }))
    const plan = await planConflicts({ ontology, citedEditions }, altered as never, this)
    this.statements.clear()
    for (const [id, each] of after) this.statements.set(id, each)
    this.conflicts = [
      ...this.conflicts.filter(({ id }) => !plan.closed.includes(id)),
      ...plan.opened.map(each => ({ ...each, status: 'OPEN' as const, openedIn: 1 })),
    ]
    return plan
  }

  /** The conflicts that its statements have, found without any plan. */
  get found(): readonly string[] {
    const all = [...this.statements.values()]
    const own = [...new Set(all.map(({ subject }) => subject))].flatMap(subject => {
      const type = ontology.findTypeOfId(subject)
      if (!type) throw new Error(subject)
      const statements = all.filter(each => each.subject === subject)
      return findConflicts({ subject, type, statements, citedEditions })
    })
    return [...own, ...findSharedCodes(all)].map(({ id }) => id).sort()
  }
}

describe('planConflicts', () => {
  it('opens and closes, change after change, what is found in all statements together', async () => {
    const addresses = [
      'https://ror.org/1',
      'http://www.ror.org/1/',
      'https://ror.org/2',
      'https://wikidata.org/wiki/Q1',
    ]
    const anyStatement = fc
      .record({
        subject: fc.constantFrom(first, second, 'company/c'),
        code: fc.constantFrom(...addresses),
        rank: fc.constantFrom('NORMAL' as const, 'DEPRECATED' as const),
      })
      .map(({ subject, code: its, rank }) => code(subject, its, { rank }))
    const anyStep = fc.record({
      given: fc.uniqueArray(anyStatement, { selector: ({ id }) => id, maxLength: 3 }),
      retracted: fc.array(fc.nat(), { maxLength: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async steps => {
        const graph = new Graph()
        for (const { given, retracted } of steps) {
          const stored = [...graph.statements.values()]
          const gone = retracted.flatMap(i => stored[i % Math.max(1, stored.length)] ?? [])
          const { opened, recorded, closed } = await graph.change(given, [...new Set(gone)])
          for (const ids of [opened.map(({ id }) => id), recorded.map(({ id }) => id), closed])
            expect(ids).toEqual([...ids].sort())
          expect(graph.conflicts.map(({ id }) => id).sort()).toEqual(graph.found)
        }
      }),
    )
  })

  it('opens a conflict once, closes the conflict once, and asks nothing where no code changes', async () => {
    const graph = new Graph()
    const [own, others] = [code(first, 'https://ror.org/1'), code(second, 'http://www.ror.org/1/')]
    await graph.change([own], [])
    const opened = await graph.change([others], [])
    expect(opened).toMatchObject({ opened: [{ kind: 'IDENTITY', subjects: [first, second] }], closed: [] })
    // Nothing was merged.
    expect(opened.recorded).toEqual(opened.opened)
    expect(conflictBatch(opened)).toEqual({ conflictsOpened: opened.recorded, conflictsClosed: [] })
    expect(await graph.change([own], [])).toEqual({ opened: [], recorded: [], closed: [] })
    expect(await graph.change([], [own])).toMatchObject({ opened: [], closed: opened.opened.map(({ id }) => id) })
    graph.asked.length = 0
    expect(await graph.change([name('甲', zh, { subject: first })], [])).toEqual({
      opened: [],
      recorded: [],
      closed: [],
    })
    expect(graph.asked).toEqual([])
    await graph.change([code('company/d', 'https://ror.org/9')], [])
    // Nobody else has the code: no conflict is looked up.
    expect(new Set(graph.asked)).toEqual(new Set(['statementsByCode']))
  })

  it('takes each of many codes by itself', async () => {
    const graph = new Graph()
    const codes = Array.from({ length: 205 }, (_, i) => `https://ror.org/${i}`)
    await graph.change(
      codes.map(each => code(first, each)),
      [],
    )
    graph.conflicts = []
    const { opened } = await graph.change(
      [0, 100, 204].map(i => code(second, codes[i] ?? '')),
      [],
    )
    expect(opened.filter(({ subjects }) => subjects.length > 1)).toHaveLength(3)
  })
})

describe('withConflicts', () => {
  it('adds those that open about the entity and leaves out those that close, by id', () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(id => ({
      ...conflict([code(first, 'https://ror.org/1')], { id: `conflict/${id}` }),
    })) as [Conflict, Conflict, Conflict, Conflict, Conflict]
    const record = { id: first, conflicts: [e, a, c, d] } as unknown as Parameters<typeof withConflicts>[0]
    const elsewhere = { ...b, id: 'conflict/0', subjects: [second] }
    expect(withConflicts(record, { opened: [b, elsewhere], closed: [a.id] }, 7).conflicts).toEqual([
      { ...b, status: 'OPEN', openedIn: 7 },
      c,
      d,
      e,
    ])
  })
})

describe('notesOfCodes', () => {
  it('notes codes that belong to one entity alone, given and retracted', () => {
    const [own, gone] = [code(first, 'https://ror.org/1'), code(first, 'https://ror.org/2')]
    const plain = statement({ subject: first, property: 'status', value: { kind: 'code', code: 'OPERATING' } })
    const said = { subject: first, given: [own, plain, name('甲', zh, { subject: first })], retracted: [gone] }
    expect(notesOfCodes(said, ontology)).toEqual([
      { property: 'sameAs', code: 'https://ror.org/1', isGiven: true, statement: own },
      { property: 'sameAs', code: 'https://ror.org/2', isGiven: false, statement: gone },
    ])
    expect(notesOfCodes({ ...said, subject: 'nothing/a' }, ontology)).toEqual([])
  })

  it('has one key for the spellings of one code of one property', () => {
    const key = (property: string, its: string) =>
      keyOfNote({ property, code: its, isGiven: true, statement: code(first, its) })
    expect(key('sameAs', 'https://ror.org/1')).toBe(key('sameAs', 'http://www.ror.org/1/'))
    expect(key('sameAs', 'https://ror.org/1')).not.toBe(key('code', 'https://ror.org/1'))
  })
})

describe('spellingsOf', () => {
  it('has an address with and without encryption, www and a final slash, before what follows the path', () => {
    expect(spellingsOf('http://www.ror.org/1//?a=b').toSorted()).toEqual(
      ['http://www.ror.org/1//?a=b']
        .concat(
          ['http://', 'https://', 'http://www.', 'https://www.'].flatMap(start =>
            ['', '/'].map(end => `${start}ror.org/1${end}?a=b`),
          ),
        )
        .toSorted(),
    )
    expect(spellingsOf('see https://ror.org/1')).not.toContain('https://ror.org/1')
  })

  it('has another code in capitals and in small letters', () => {
    expect(spellingsOf('Cn-bj')).toEqual(['Cn-bj', 'CN-BJ', 'cn-bj'])
  })
})
