import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findConflicts, findSharedCodes } from '../../../src/conflicts/find-conflicts.js'
import { entityTypes } from '../../../src/entities/index.js'
import type { ConflictContent } from '../../../src/model/conflict.js'
import { conflictId } from '../../../src/model/id.js'
import type { Statement } from '../../../src/model/statement.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import type { Quantity } from '../../../src/values/value.js'
import {
  article,
  citedEditionsOf,
  date,
  en,
  link,
  name,
  source,
  statement,
  zh,
} from '../resolution/statement-builder.js'

const ontology = createOntology(entityTypes)
const fr = 'shobserver-768612#fr'
const other = 'xinhua-1#zh-Hans'
const citedEditions = citedEditionsOf([article, source('xinhua-1')], { [en]: zh, [fr]: en })

function conflictsOf(statements: readonly Statement[]): readonly ConflictContent[] {
  const subject = statements[0]?.subject ?? 'official/nobody'
  const type = ontology.findTypeOfId(subject)
  if (!type) throw new Error(subject)
  return findConflicts({ subject, type, statements, citedEditions })
}

/** Kind, property and the words of both sides, for reading. */
function summary(statements: readonly Statement[]): readonly (readonly unknown[])[] {
  const words = new Map(statements.map(({ id, asStated }) => [id, asStated]))
  return conflictsOf(statements).map(({ kind, property, statements: ids }) => [
    kind,
    property,
    ...ids.map(id => words.get(id)).sort(),
  ])
}

const on = (subject: string) => ({ subject })
const quantity = (asStated: string, given: Partial<Quantity>, edition = zh, more: Partial<Statement> = {}) =>
  statement({
    subject: 'computecentre/beijing-east',
    property: 'capacity',
    edition,
    asStated,
    value: { kind: 'quantity', comparator: 'EXACTLY', ...given },
    ...more,
  })
const eflops = (asStated: string, amount: string, edition = zh, given: Partial<Quantity> = {}) =>
  quantity(asStated, { amount, unit: 'EFLOPS', precision: 'UNSTATED', ...given }, edition)

const corridor = on('corridor/jing-jin-ji-meng')
const members = (edition: string, ...regions: string[]) =>
  regions.map(region => link('member', `region/${region}`, edition, corridor))

describe('findConflicts in the article and its translation', () => {
  it('finds that the speaker is another person by the sound of the name', () => {
    const [tang, zhao] = [name('唐建国'), name('Zhao Jianguo', en)]
    const statements = [tang.id, zhao.id].sort()
    const content = { kind: 'TRANSLATION', subjects: ['official/tang-jianguo'], property: 'name', statements } as const
    expect(conflictsOf([zhao, tang])).toEqual([{ id: conflictId(content), ...content }])
  })

  it('finds that Bohai stands where Inner Mongolia stood', () => {
    const statements = [
      ...members(zh, 'beijing', 'tianjin', 'hebei', 'inner-mongolia'),
      ...members(en, 'beijing', 'tianjin', 'hebei', 'bohai'),
    ]
    expect(summary(statements)).toEqual([['TRANSLATION', 'member', 'region/bohai', 'region/inner-mongolia']])
  })

  it('finds that a hundred million or more is no billion yuan', () => {
    const scale = (asStated: string, edition: string) =>
      quantity(asStated, { comparator: 'AT_LEAST' }, edition, { property: 'scale' })
    expect(summary([scale('亿级以上', zh), scale('billion-yuan-scale', en)])).toEqual([
      ['TRANSLATION', 'scale', 'billion-yuan-scale', '亿级以上'],
    ])
    expect(summary([scale('亿级以上', zh), scale('hundred-million-scale', en)])).toEqual([])
  })

  it('finds nothing where both agree, and does not compare words of two languages', () => {
    const target = on('target/beijing-compute-2025')
    const position = (title: string, edition: string) =>
      link('position', 'bureau/beijing-eit', edition, { qualifiers: { title } })
    const metric = (text: string, edition: string) =>
      statement({ ...target, property: 'metric', edition, value: { kind: 'text', text, language: edition.slice(-2) } })
    expect(conflictsOf([eflops('45EFLOPS', '45', zh), eflops('45EFLOPS', '45', en)])).toEqual([])
    expect(conflictsOf([date('due', '2025', zh, target), date('due', '2025', en, target)])).toEqual([])
    expect(conflictsOf([metric('智算供给规模', zh), metric('AI computing power supply', en)])).toEqual([])
    expect(conflictsOf([position('总经济师', zh), position('Chief Economist', en)])).toEqual([])
    const measure = (edition: string) =>
      name('引进高端人才', edition, { subject: 'policymeasure/talent', language: 'zh-Hans' })
    expect(conflictsOf([measure(zh), measure(en)])).toEqual([])
  })

  it('does not compare the names of organisations, events and schemes by sound', () => {
    for (const subject of [
      'corridor/jing-jin-ji-meng',
      'conference/gdec-2024',
      'bureau/beijing-eit',
      'company/lang-chao',
    ])
      expect(conflictsOf([name('京津冀蒙', zh, { subject }), name('Jing-Jin-Ji-Bohai', en, { subject })])).toEqual([])
  })
})

describe('findConflicts between an edition and its original', () => {
  const region = on('region/inner-mongolia')

  it('compares the names of places by sound, and only those that are written by it', () => {
    expect(summary([name('内蒙古', zh, region), name('Bohai', en, region)])).toEqual([
      ['TRANSLATION', 'name', 'Bohai', '内蒙古'],
    ])
    expect(conflictsOf([name('内蒙古', zh, region), name('Inner Mongolia', en, region)])).toEqual([])
    expect(conflictsOf([name('北京', zh, on('region/beijing')), name('Peking', en, on('region/beijing'))])).toEqual([])
  })

  it('works in both directions', () => {
    const toChinese = citedEditionsOf([article], { [zh]: en })
    const [latin, han] = [name('Tang Jianguo', en), name('赵建国', zh)]
    const type = ontology.findType('Official')
    if (!type) throw new Error('Official')
    expect(
      findConflicts({ subject: latin.subject, type, statements: [latin, han], citedEditions: toChinese }),
    ).toHaveLength(1)
  })

  it('takes a name that sounds like any name of the original for no contradiction', () => {
    const alias = name('赵建国', zh, { qualifiers: { kind: 'ALIAS' } })
    expect(conflictsOf([name('唐建国'), alias, name('Zhao Jianguo', en)])).toEqual([])
  })

  it('aligns names in full only, and their transliterations', () => {
    const kind = (kind: string) => ({ qualifiers: { kind } })
    expect(conflictsOf([name('欧阳修'), name('Ouyang Xiu', en), name('Zuiweng', en, kind('ALIAS'))])).toEqual([])
    expect(conflictsOf([name('唐建国'), name('Tang Jianguo', en), name('Zhao Jianguo', en, kind('ALIAS'))])).toEqual([])
    expect(summary([name('欧阳修'), name('Sima Guang', en, kind('TRANSLITERATION'))])).toHaveLength(1)
  })

  it('finds nothing where sound can tell nothing: a name in a third language', () => {
    expect(conflictsOf([name('唐建国'), name('タン', en, { language: 'ja' })])).toEqual([])
  })

  it('finds no contradiction between the many that hold at once: two offices, of two sources', () => {
    const offices = [link('position', 'bureau/beijing-eit'), link('position', 'bureau/beijing-drc', other)]
    expect(conflictsOf(offices)).toEqual([])
  })

  it('compares what an edition says with what it translates, not with editions of other sources', () => {
    expect(conflictsOf([name('唐建国'), name('Zhao Jianguo', 'xinhua-1#en')])).toEqual([])
  })

  it('compares a translation of a translation with the first original', () => {
    expect(summary([name('唐建国'), name('Zhao Jianguo', fr)])).toEqual([
      ['TRANSLATION', 'name', 'Zhao Jianguo', '唐建国'],
    ])
  })

  it('finds no contradiction in a translation that leaves out a value, has one more, or states none', () => {
    expect(conflictsOf([...members(zh, 'beijing', 'hebei', 'tianjin'), ...members(en, 'beijing', 'hebei')])).toEqual([])
    expect(conflictsOf([...members(zh, 'beijing'), ...members(en, 'beijing', 'bohai')])).toEqual([])
    expect(conflictsOf(members(zh, 'beijing', 'hebei'))).toEqual([])
  })

  it('holds together all that the two editions put in each other’s place', () => {
    expect(
      summary([...members(zh, 'beijing', 'shanxi', 'inner-mongolia'), ...members(en, 'beijing', 'bohai')]),
    ).toEqual([['TRANSLATION', 'member', 'region/bohai', 'region/inner-mongolia', 'region/shanxi']])
  })

  it('finds two roles of one region, of which neither is the one that says nothing', () => {
    const member = (role: string | undefined, edition: string, region = 'region/hebei') =>
      link('member', region, edition, {
        ...corridor,
        qualifiers: role === undefined ? {} : { role },
        asStated: `${region} ${role}`,
      })
    expect(summary([member('SUPPLIER', zh), member('CONSUMER', en)])).toEqual([
      ['TRANSLATION', 'member', 'region/hebei CONSUMER', 'region/hebei SUPPLIER'],
    ])
    expect(conflictsOf([member('SUPPLIER', zh), member('MEMBER', en)])).toEqual([])
    expect(conflictsOf([member('SUPPLIER', zh), member(undefined, en)])).toEqual([])
    expect(conflictsOf([member('SUPPLIER', zh), member('SUPPLIER', en), member('CONSUMER', en)])).toEqual([])
    expect(
      conflictsOf([member('SUPPLIER', zh), member('CONSUMER', zh), member('CONSUMER', en), member('SUPPLIER', en)]),
    ).toEqual([])
    const mixed = [
      member('SUPPLIER', zh),
      member(undefined, zh, 'region/b'),
      member('CONSUMER', en),
      member(undefined, en, 'region/c'),
    ]
    expect(summary(mixed)).toHaveLength(2)
  })

  it('compares numbers and dates by value', () => {
    const target = on('target/beijing-compute-2025')
    expect(summary([eflops('45EFLOPS', '45'), eflops('4.5EFLOPS', '4.5', en)])).toEqual([
      ['TRANSLATION', 'capacity', '4.5EFLOPS', '45EFLOPS'],
    ])
    expect(
      conflictsOf([eflops('45EFLOPS', '45'), quantity('45,000 PFLOPS', { amount: '45000', unit: 'PFLOPS' }, en)]),
    ).toEqual([])
    expect(summary([date('due', '2025', zh, target), date('due', '2026', en, target)])).toEqual([
      ['TRANSLATION', 'due', '2025', '2026'],
    ])
    expect(
      summary([link('announcedBy', 'official/a', zh, target), link('announcedBy', 'official/b', en, target)]),
    ).toEqual([['TRANSLATION', 'announcedBy', 'official/a', 'official/b']])
  })

  it('leaves what a translation renders faithfully to the original’s own contradictions', () => {
    const target = on('target/beijing-compute-2025')
    const stated = [date('due', '2025', zh, target), date('due', '2026', zh, target)]
    const rendered = [date('due', '2025', en, target), date('due', '2026', en, target)]
    expect(summary([...stated, ...rendered])).toEqual([['DATE', 'due', '2025', '2025', '2026', '2026']])
  })
})

describe('findConflicts of a property with one value', () => {
  const centre = on('computecentre/beijing-east')
  const status = (code: string, edition = zh, valid?: string) =>
    statement({
      ...centre,
      property: 'status',
      edition,
      value: { kind: 'code', code },
      ...(valid !== undefined && { valid }),
    })

  it('takes the bounds and the number format into account', () => {
    expect(summary([eflops('45', '45'), eflops('50', '50', other)])).toEqual([['VALUE', 'capacity', '45', '50']])
    expect(conflictsOf([eflops('45', '45'), eflops('40以上', '40', other, { comparator: 'AT_LEAST' })])).toEqual([])
    expect(conflictsOf([eflops('45', '45'), eflops('45 FP16', '45', other, { precision: 'FP16' })])).toEqual([])
    expect(
      conflictsOf([
        eflops('45 FP64', '45', zh, { precision: 'FP64' }),
        eflops('90 FP16', '90', other, { precision: 'FP16' }),
      ]),
    ).toEqual([])
    expect(summary([eflops('45', '45'), quantity('40 PFLOPS', { amount: '40', unit: 'PFLOPS' }, other)])).toHaveLength(
      1,
    )
    expect(conflictsOf([eflops('45', '45'), quantity('100 racks', { amount: '100', unit: 'RACK' }, other)])).toEqual([])
    expect(conflictsOf([quantity('亿级以上', {}), quantity('十亿', {}, other)])).toEqual([])
  })

  it('calls unlike dates DATE, and dates of which one is more exact nothing', () => {
    expect(summary([date('opened', '2023', zh, centre), date('opened', '2024-05', other, centre)])).toEqual([
      ['DATE', 'opened', '2023', '2024-05'],
    ])
    expect(conflictsOf([date('opened', '2024', zh, centre), date('opened', '2024-05', other, centre)])).toEqual([])
  })

  it('finds two entities and two statuses, where they can have held together', () => {
    expect(summary([link('operator', 'company/a', zh, centre), link('operator', 'company/b', other, centre)])).toEqual([
      ['VALUE', 'operator', 'company/a', 'company/b'],
    ])
    expect(summary([status('PLANNED'), status('OPERATING', other)])).toHaveLength(1)
    expect(conflictsOf([status('PLANNED', zh, '2023'), status('OPERATING', other, '2024/')])).toEqual([])
    expect(summary([status('PLANNED', zh, '2023/'), status('OPERATING', other, '2024/')])).toHaveLength(1)
    expect(summary([status('PLANNED', zh, '2023'), status('OPERATING', other)])).toHaveLength(1)
  })

  it('finds contradictions within one edition', () => {
    expect(summary([status('PLANNED'), status('OPERATING')])).toHaveLength(1)
    expect(summary([eflops('45', '45'), eflops('50', '50')])).toEqual([['VALUE', 'capacity', '45', '50']])
  })

  it('takes two points for one place unless they lie far apart', () => {
    const location = (latitude: number, longitude: number, edition: string) =>
      statement({ ...centre, property: 'location', edition, value: { kind: 'geo', latitude, longitude } })
    expect(conflictsOf([location(39.9042, 116.4074, zh), location(39.9, 116.4, other)])).toEqual([])
    expect(summary([location(39.9042, 116.4074, zh), location(31.2304, 121.4737, other)])).toHaveLength(1)
    expect(conflictsOf([location(0, 179.9, zh), location(0, -179.9, other)])).toEqual([])
    // 1.5 degrees of longitude are 167 km on the equator and 83 km on the 60th parallel.
    expect(conflictsOf([location(60, 100, zh), location(60, 101.5, other)])).toEqual([])
    expect(summary([location(0, 100, zh), location(0, 101.5, other)])).toHaveLength(1)
  })

  it('does not compare wordings, in one language or in two', () => {
    const kind = (text: string, edition: string) =>
      statement({
        subject: 'policymeasure/a',
        property: 'kind',
        edition,
        value: { kind: 'text', text, language: 'zh-Hans' },
      })
    expect(conflictsOf([kind('财政投入', zh), kind('加大财政投入', other)])).toEqual([])
  })

  it('counts a pair that a translation got wrong once, and what a third source says besides', () => {
    expect(summary([eflops('45', '45'), eflops('54', '54', en), eflops('45E', '45', other)])).toEqual([
      ['TRANSLATION', 'capacity', '45', '54'],
      ['VALUE', 'capacity', '45E', '54'],
    ])
  })

  it('makes one conflict of what hangs together', () => {
    expect(summary([eflops('45', '45'), eflops('50', '50', other), eflops('60', '60', 'c-1#en')])).toEqual([
      ['VALUE', 'capacity', '45', '50', '60'],
    ])
  })

  it('leaves deprecated statements out', () => {
    const wrong = { ...status('OPERATING', other), rank: 'DEPRECATED' as const }
    expect(conflictsOf([status('PLANNED'), wrong])).toEqual([])
  })
})

describe('conflicts of identity', () => {
  const code = (value: string, edition = zh, subject = 'region/beijing', valid?: string) =>
    statement({
      subject,
      property: 'code',
      edition,
      value: { kind: 'code', code: value },
      ...(valid !== undefined && { valid }),
    })
  const sameAs = (address: string, subject = 'company/a') =>
    statement({ subject, property: 'sameAs', value: { kind: 'code', code: address } })

  it('finds one entity with two codes of one system', () => {
    expect(summary([code('110000'), code('120000', other)])).toEqual([['IDENTITY', 'code', '110000', '120000']])
    expect(conflictsOf([code('110000'), code('CN-BJ', other)])).toEqual([])
    expect(
      conflictsOf([
        code('110000', zh, 'region/beijing', '1949/1999'),
        code('120000', other, 'region/beijing', '2000/'),
      ]),
    ).toEqual([])
    const [q1, q2] = ['https://www.wikidata.org/entity/Q1', 'https://www.wikidata.org/wiki/Q2']
    expect(summary([sameAs(q1), sameAs(q2), sameAs('https://ror.org/1')])).toEqual([['IDENTITY', 'sameAs', q1, q2]])
  })

  it('gives conflicts by property, kind and id, whatever was stated first', () => {
    const systems = ['www.wikidata.org', 'ror.org', 'www.grid.ac', 'isni.org', 'viaf.org']
    const codes = systems.flatMap(host => [sameAs(`https://${host}/1`), sameAs(`https://${host}/2`)])
    const company = { subject: 'company/a' }
    const parents = [link('parent', 'company/b', zh, company), link('parent', 'company/c', other, company)]
    const days = [
      date('foundingDate', '2001', zh, company),
      date('foundingDate', '2002', en, company),
      date('foundingDate', '2003', other, company),
    ]
    const found = conflictsOf([...codes, ...parents, ...days].reverse())
    expect(found.map(({ property, kind }) => `${property} ${kind}`)).toEqual([
      'foundingDate DATE',
      'foundingDate TRANSLATION',
      'parent VALUE',
      ...systems.map(() => 'sameAs IDENTITY'),
    ])
    const ids = found.slice(3).map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
  })

  it('finds two entities with one code, and both as its subjects', () => {
    const shared = [code('110000', zh, 'region/b'), code('110000', other, 'region/a'), code('120000', zh, 'region/c')]
    expect(findSharedCodes(shared)).toEqual([
      expect.objectContaining({
        kind: 'IDENTITY',
        subjects: ['region/a', 'region/b'],
        property: 'code',
        statements: shared
          .slice(0, 2)
          .map(({ id }) => id)
          .sort(),
      }),
    ])
    expect(findSharedCodes([code('110000'), code('110000', other)])).toEqual([])
    expect(findSharedCodes([code('110000', zh, 'region/a', '/1999'), code('110000', zh, 'region/b', '2000/')])).toEqual(
      [],
    )
    expect(findSharedCodes([sameAs('https://ror.org/1/'), sameAs('http://www.ror.org/1', 'bureau/b')])).toHaveLength(1)
  })
})

describe('findConflicts, as a law', () => {
  const editions = [zh, en, fr, other, 'c-1#en']
  const anyMember = fc
    .record({
      region: fc.constantFrom('a', 'b', 'c', 'd'),
      edition: fc.constantFrom(...editions),
      role: fc.constantFrom(undefined, 'SUPPLIER', 'CONSUMER'),
    })
    .map(({ region, edition, role }) =>
      link('member', `region/${region}`, edition, { ...corridor, qualifiers: role ? { role } : {} }),
    )
  const anyStatus = fc
    .record({
      code: fc.constantFrom('PROPOSED', 'OPERATING'),
      edition: fc.constantFrom(...editions),
      valid: fc.constantFrom(undefined, '2023', '2024/'),
    })
    .map(({ code, edition, valid }) =>
      statement({ ...corridor, property: 'status', edition, value: { kind: 'code', code }, ...(valid && { valid }) }),
    )
  const anyStatements = fc.array(fc.oneof(anyMember, anyStatus), { maxLength: 12 })

  it('does not depend on the order in which statements are given, nor on one being given twice', () => {
    fc.assert(
      fc.property(
        anyStatements.chain(statements =>
          fc.tuple(fc.constant(statements), fc.shuffledSubarray(statements, { minLength: statements.length })),
        ),
        ([statements, shuffled]) => {
          expect(conflictsOf([...shuffled, ...shuffled.slice(0, 2)])).toEqual(conflictsOf(statements))
        },
      ),
    )
  })

  it('names statements that are there, each conflict two or more, none twice in one kind, with the id of its content', () => {
    fc.assert(
      fc.property(anyStatements, statements => {
        const conflicts = conflictsOf(statements)
        const ids = new Set(statements.map(({ id }) => id))
        for (const { id, ...content } of conflicts) {
          expect(content.statements.length).toBeGreaterThan(1)
          expect(content.statements.every(member => ids.has(member))).toBe(true)
          expect(content.statements).toEqual([...content.statements].sort())
          expect(id).toBe(conflictId(content))
        }
        const places = conflicts.flatMap(({ kind, property, statements }) =>
          statements.map(member => [kind, property, member].join()),
        )
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  it('is not changed by what a third source calls a thing, nor by what nobody contradicts', () => {
    const anyOther = fc.constantFrom('京津冀蒙', '走廊').map(text => name(text, 'd-1#zh-Hans', corridor))
    fc.assert(
      fc.property(anyStatements, fc.array(anyOther, { maxLength: 4 }), (statements, others) => {
        expect(conflictsOf([...statements, ...others])).toEqual(conflictsOf(statements))
      }),
    )
  })

  it('finds nothing in one edition alone of a property with many values', () => {
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 8 }), statements => {
        const alone = statements.filter(({ edition }) => edition === en)
        expect(conflictsOf(alone)).toEqual([])
      }),
    )
  })

  it('compares each two members of two editions once, and not with all others again', () => {
    /** How often the value of any statement is read for so many members in either edition. */
    const readsOf = (count: number) => {
      const regions = Array.from({ length: count }, (_, i) => `r${i}`)
      let reads = 0
      const watched = [...members(zh, ...regions), ...members(en, ...regions.slice(1), 'bohai')].map(
        each =>
          new Proxy(each, {
            get(target, key) {
              if (key === 'value') reads += 1
              return Reflect.get(target, key)
            },
          }),
      )
      expect(summary(watched)).toEqual([['TRANSLATION', 'member', 'region/bohai', 'region/r0']])
      return reads
    }
    // Twice as many members are four times as many pairs; with all others again they would be eight times as many.
    expect(readsOf(100) / readsOf(50)).toBeLessThan(5)
  })
})
