import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type GraphQLSchema, graphql } from 'graphql'
import { parse } from 'yaml'
import { checkDatasets } from '../../src/datasets/check/check-datasets.js'
import { derivedFields } from '../../src/entities/derived.js'
import { entityTypes } from '../../src/entities/index.js'
import { exportFormats } from '../../src/exports/formats.js'
import { openExport } from '../../src/exports/open-export.js'
import { OutFolder } from '../../src/exports/out-folder.js'
import { createContext } from '../../src/graphql/request/context.js'
import { buildSchema } from '../../src/graphql/schema/build-schema.js'
import { applyDatasets } from '../../src/imports/apply-import.js'
import { datasetJsonSchema } from '../../src/ontology/dataset-json-schema.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { lighthouse } from '../fixtures/lighthouse.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

/** One file declares a type; everything else follows from it. */
describe('an entity type that one file declares', () => {
  const ontology = createOntology([...entityTypes, lighthouse])
  const folder = 'test/fixtures/lighthouse'
  let opened: TestStore
  let schema: GraphQLSchema
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    schema = buildSchema(ontology, derivedFields)
    const { datasets, problems } = await checkDatasets([folder], ontology)
    expect(problems).toEqual([])
    const importer = { now: () => new Date('2026-01-01'), holder: 'test:1', isAlive: () => false }
    const plan = await applyDatasets(datasets, opened.store, ontology, importer)
    expect(plan).toMatchObject({ entitiesAdded: 3, statementsAdded: 14, statementsRetracted: 0 })
  })
  afterAll(() => opened.close())

  /** The answer’s data; fails where there is an error. */
  // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs with each test
  async function data(source: string): Promise<any> {
    const contextValue = createContext({ store: opened.store, ontology, now: () => new Date('2026-01-02') })
    const answer = await graphql({ schema, source, contextValue })
    expect(answer.errors).toBeUndefined()
    return answer.data
  }

  it('has a place in the datasets’ JSON Schema, which tells a wrong value', async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(datasetJsonSchema(ontology))
    const dataset = parse(await readFile(`${folder}/dataset.yaml`, 'utf8'))
    expect(validate(dataset)).toBe(true)
    dataset.entities[0].statements[6].value = 'green'
    expect(validate(dataset)).toBe(false)
  })

  it('has fields for its properties, links with what stands beside them, and inverses', async () => {
    const { lighthouse: huaniao } = await data(`{ lighthouse(id: "lighthouse/huaniao") {
      type label(language: "en") sameAs motto power { amount unit in(unit: W) } lit colour
      keepers(shift: DAY) { edges { shift node { label } statement { asStated } } } nobody: keepers(shift: NIGHT) { totalCount }
      guides { id guidedBy { nodes { id } } } } }`)
    expect(huaniao).toEqual({
      type: 'LIGHTHOUSE',
      label: 'Huaniao Light',
      sameAs: ['https://example.org/lights/1'],
      motto: '为人引路',
      power: { amount: '2', unit: 'KW', in: '2000' },
      lit: '1870',
      colour: 'BLACK_AND_WHITE',
      keepers: { edges: [{ shift: 'DAY', node: { label: '王守塔' }, statement: { asStated: 'official/wang' } }] },
      nobody: { totalCount: 0 },
      guides: { id: 'lighthouse/dongji', guidedBy: { nodes: [{ id: 'lighthouse/huaniao' }] } },
    })
  })

  it.each([
    ['id: { in: ["lighthouse/dongji"] }', ['lighthouse/dongji']],
    ['name: { contains: "huaniao" }', ['lighthouse/huaniao']],
    ['motto: { startsWith: "为人" }', ['lighthouse/huaniao']],
    ['power: { gte: { amount: "1", unit: KW } }', ['lighthouse/huaniao']],
    ['power: { lt: { amount: "1", unit: KW } }', ['lighthouse/dongji']],
    ['lit: { within: "18XX" }', ['lighthouse/huaniao']],
    ['colour: { eq: RED }', ['lighthouse/dongji']],
    ['keeper: { name: { eq: "王守塔" } }', ['lighthouse/huaniao']],
    ['guides: { colour: { eq: RED } }', ['lighthouse/huaniao']],
    ['conflictCount: { gt: 0 }', ['lighthouse/huaniao']],
    ['not: { colour: { eq: RED } }', ['lighthouse/huaniao']],
    ['or: [{ colour: { eq: RED } }, { lit: { before: "1900" } }]', ['lighthouse/dongji', 'lighthouse/huaniao']],
  ])('is filtered by %s', async (filter, ids) => {
    const { lighthouses } = await data(`{ lighthouses(filter: { ${filter} }) { totalCount nodes { id } } }`)
    expect(lighthouses).toEqual({ totalCount: ids.length, nodes: ids.map(id => ({ id })) })
  })

  it('is ordered, paged from both ends and summed up', async () => {
    const { down, rest, last } = await data(`{
      down: lighthouses(orderBy: [{ field: POWER, direction: DESC }]) { nodes { id } aggregate { count
        byColour { colour count } power { sum } } }
      rest: lighthouses(first: 1) { pageInfo { hasNextPage endCursor } nodes { id } }
      last: lighthouses(last: 1) { pageInfo { hasPreviousPage } nodes { id } } }`)
    expect(down.nodes).toEqual([{ id: 'lighthouse/huaniao' }, { id: 'lighthouse/dongji' }])
    expect(down.aggregate).toEqual({
      count: 2,
      byColour: [
        { colour: 'BLACK_AND_WHITE', count: 1 },
        { colour: 'RED', count: 1 },
      ],
      power: [{ sum: '2500' }],
    })
    expect(rest).toMatchObject({ pageInfo: { hasNextPage: true }, nodes: [{ id: 'lighthouse/dongji' }] })
    expect(last).toEqual({ pageInfo: { hasPreviousPage: true }, nodes: [{ id: 'lighthouse/huaniao' }] })
    const { next } = await data(
      `{ next: lighthouses(first: 1, after: "${rest.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } } }`,
    )
    expect(next).toEqual({ nodes: [{ id: 'lighthouse/huaniao' }], pageInfo: { hasNextPage: false } })
  })

  it('has its conflicts found, its values resolved and explained', async () => {
    const { entity } = await data(`{ entity(id: "lighthouse/huaniao") { conflicts { nodes { kind property { name } } }
      resolution(property: "power") { rule chosen { asStated } alternatives { asStated } } } }`)
    expect(entity).toEqual({
      conflicts: { nodes: [{ kind: 'TRANSLATION', property: { name: 'power' } }] },
      resolution: { rule: 'TRUST', chosen: { asStated: '2千瓦' }, alternatives: [{ asStated: '3 kW' }] },
    })
  })

  it('is exported in every format, and comes back', async () => {
    const out = await mkdtemp(join(tmpdir(), 'suanli-out-'))
    const exporting = await openExport(opened.store, ontology, undefined, () => {})
    for (const format of exportFormats) {
      if (format.kind === 'folder') {
        const files = new OutFolder(join(out, format.name))
        await format.write(exporting, files)
        await files.close()
        continue
      }
      let text = ''
      for await (const part of format.write(exporting)) text += part
      expect([format.name, text]).toEqual([format.name, expect.stringContaining('花鸟')])
    }
    expect(exporting.problems.sorted).toEqual([])
    expect(await readFile(join(out, 'csv/lighthouses.csv'), 'utf8')).toContain('花鸟')
    const copy = await openSqliteTestStore()
    try {
      const names = await readdir(join(out, 'yaml'))
      const { datasets, problems } = await checkDatasets(
        names.map(name => join(out, 'yaml', name)),
        ontology,
      )
      expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([])
      const importer = { now: () => new Date(), holder: 'test:1', isAlive: () => false }
      await applyDatasets(datasets, copy.store, ontology, importer)
      const said = async ({ store }: TestStore) =>
        (await store.read<'statements'>([{ question: { kind: 'statements', limit: 999 } }])).answers[0]?.map(
          ({ id }) => id,
        )
      expect(await said(copy)).toEqual(await said(opened))
    } finally {
      await copy.close()
      await rm(out, { recursive: true, force: true })
    }
  })

  it('stands in the ontology query', async () => {
    const { ontology: known } = await data(
      '{ ontology { types { type label(language: "zh-Hans") properties { name kind many to } } } }',
    )
    expect(known.types.find(({ type }: { type: string }) => type === 'LIGHTHOUSE')).toEqual({
      type: 'LIGHTHOUSE',
      label: '灯塔',
      properties: [
        { name: 'name', kind: 'TEXT', many: true, to: null },
        { name: 'sameAs', kind: 'CODE', many: true, to: null },
        { name: 'motto', kind: 'TEXT', many: false, to: null },
        { name: 'power', kind: 'QUANTITY', many: false, to: null },
        { name: 'lit', kind: 'DATE', many: false, to: null },
        { name: 'colour', kind: 'CODE', many: false, to: null },
        { name: 'keeper', kind: 'ENTITY', many: true, to: 'Official' },
        { name: 'guides', kind: 'ENTITY', many: false, to: 'Lighthouse' },
      ],
    })
  })

  it('gives as example of a name one of the type', async () => {
    const { ontology: known } = await data('{ ontology { types { type properties { name example } } } }')
    const exampleOf = (searched: string) =>
      known.types
        .find(({ type }: { type: string }) => type === searched)
        .properties.find(({ name }: { name: string }) => name === 'name').example
    expect([exampleOf('LIGHTHOUSE'), exampleOf('OFFICIAL')]).toEqual(['花鸟灯塔', '唐建国'])
  })

  it('names a link from its other end, in either language', async () => {
    const { ontology: known } = await data(
      '{ ontology { types { type properties { name en: inverseLabel zh: inverseLabel(language: "zh-Hans") } } } }',
    )
    const { properties } = known.types.find(({ type }: { type: string }) => type === 'LIGHTHOUSE')
    expect(properties).toContainEqual({ name: 'guides', en: 'guided by', zh: '引导至此的灯塔' })
    expect(properties).toContainEqual({ name: 'motto', en: null, zh: null })
  })

  it('is refused where a link points nowhere, with all faults at once', () => {
    const broken = { ...lighthouse, inverses: [{ field: 'seenFrom', description: '', of: ['Ship.sees'] }] }
    expect(() => createOntology([...entityTypes, broken, lighthouse])).toThrow(
      /Lighthouse is declared twice[\s\S]*Ship.sees/,
    )
  })

  it('is refused where two types share an inverse with a connection of its own, or one has the name of a type', () => {
    const inverse = { field: 'seenFrom', description: '', of: ['Lighthouse.guides'], connection: 'Sight' }
    const one = { ...lighthouse, inverses: [inverse] }
    const other = { ...lighthouse, name: 'Lightship', plural: 'lightships', inverses: [inverse] }
    expect(() => createOntology([...entityTypes, one, other])).toThrow(
      'The connection Sight is declared by Lighthouse.seenFrom and Lightship.seenFrom; give each a name of its own.',
    )
    expect(() =>
      createOntology([...entityTypes, { ...one, inverses: [{ ...inverse, connection: 'Region' }] }]),
    ).toThrow('The connection Region is declared by the lists of Region and Lighthouse.seenFrom')
  })
})
