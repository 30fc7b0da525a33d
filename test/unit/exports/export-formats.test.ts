import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import type { MultiDirectedGraph } from 'graphology'
import { mergeEntities } from '../../../src/curation/merge-entities.js'
import type { ExportCounts } from '../../../src/exports/format.js'
import { exportFormats } from '../../../src/exports/formats.js'
import { openExport } from '../../../src/exports/open-export.js'
import { OutFolder } from '../../../src/exports/out-folder.js'
import { curationContextOf, ontology } from '../../support/export-and-import.js'
import { importInto, seedFolder } from '../../support/server.js'
import { openSqliteTestStore, type TestStore } from '../../support/stores.js'
import { makeFolder, type TestFolder } from '../datasets/news-folder.js'

const require = createRequire(import.meta.url)

/** Texts that a careless writer of tables, XML or IRIs stumbles over. */
const odd = `dataset: odd
sources: [{ id: "a<b>&c", title: '=HYPERLINK("http://x")', url: "https://example.org/?a=1&b=<2>", editions: [{ language: en }] }]
entities:
  - id: company/甲
    type: Company
    sameAs: ["https://www.wikidata.org/entity/Q1"]
    edition: "a<b>&c#en"
    statements:
      - { property: name, value: '=1+1, "x"' }
      - { property: name, value: "<b>&amp;", kind: alias, quote: "two\\nlines" }
      - { property: region, value: region/inner-mongolia }
  - id: company/yi
    type: Company
    edition: "a<b>&c#en"
    statements: [{ property: name, value: '@yi' }]
  - id: computecentre/east
    type: ComputeCentre
    edition: "a<b>&c#en"
    statements:
      - { property: name, value: East }
      - { property: owner, value: company/甲 }
      - { property: capacity, value: "10..20 PFLOPS @FP16", valid: 2024-05/.. }
      - { property: location, value: "-0.5, 116.4" }
      - { property: investment, value: 1.2亿元 }
      - { property: opened, value: 2023~ }
      - { property: power, value: 亿级以上, asStated: "亿级\\u0007以上" }
      - { property: accelerators, value: 不低于8000张卡 }
  - id: policymeasure/plan
    type: PolicyMeasure
    edition: "a<b>&c#en"
    statements:
      - { property: name, value: Plan }
      - { property: responsible, value: company/甲, role: lead }
      - { property: responsible, value: company/zhong }
  - id: company/zhong
    type: Company
    edition: "a<b>&c#en"
    statements: [{ property: name, value: Zhong }]
`

describe('exports for other programs', () => {
  let opened: TestStore
  let folder: TestFolder
  let out: string
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    folder = await makeFolder({ 'odd/dataset.yaml': odd })
    out = await mkdtemp(join(tmpdir(), 'suanli-out-'))
    await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
    await importInto(opened.store, [join(folder.path, 'odd')], '2026-01-02T00:00:00.000Z')
    const byHand = { by: 'curator', reason: 'one' }
    await mergeEntities(curationContextOf(opened.store), { keep: 'company/甲', merge: 'company/yi' }, byHand)
  })
  afterAll(async () => {
    await opened.close()
    await folder.remove()
    await rm(out, { recursive: true, force: true })
  })

  async function write(name: string): Promise<{ readonly text: string; readonly counts: ExportCounts }> {
    const format = exportFormats.find(each => each.name === name)
    const exporting = await openExport(opened.store, ontology, undefined, () => {})
    if (format?.kind === 'folder') {
      const files = new OutFolder(join(out, name))
      const counts = await format.write(exporting, files)
      await files.close()
      return { text: '', counts }
    }
    const texts = format?.write(exporting)
    let text = ''
    for (;;) {
      const next = await texts?.next()
      if (!next || next.done) return { text, counts: next?.value ?? {} }
      text += next.value
    }
  }

  it('as csv are tables that a parser reads, in which no cell is a formula', async () => {
    const { counts } = await write('csv')
    const tables = new Map<string, Record<string, string>[]>()
    for (const name of await readdir(join(out, 'csv'))) {
      const text = await readFile(join(out, 'csv', name), 'utf8')
      expect(text).toMatch(/\r\n$/)
      // Any line end ends a row for some reader: one within a cell is in quotes.
      tables.set(name, parse(text, { columns: true, record_delimiter: ['\r\n', '\n', '\r'] }))
    }
    expect([...tables.keys()].sort()).toEqual(
      [...ontology.types.map(({ plural }) => `${plural}.csv`), 'links.csv', 'statements.csv'].sort(),
    )
    expect(tables.get('statements.csv')).toHaveLength(counts.statements ?? 0)
    expect(tables.get('companies.csv')).toContainEqual(
      expect.objectContaining({
        id: 'company/甲',
        region: 'region/inner-mongolia',
        region_label: '蒙',
      }),
    )
    expect(tables.get('computeCentres.csv')).toContainEqual(
      expect.objectContaining({
        ...{
          id: 'computecentre/east',
          capacity: '10..20 PFLOPS @FP16',
          capacity_amount: '10',
          capacity_unit: 'PFLOPS',
          capacity_comparator: 'BETWEEN',
          capacity_lower: '10',
          capacity_upper: '20',
        },
        ...{
          location_latitude: '-0.5',
          owner: 'company/甲',
          investment_amount: '120000000',
          investment_upper: '120000000',
          opened: '2023~',
        },
      }),
    )
    expect(tables.get('computeCentres.csv')).toContainEqual(
      expect.objectContaining({
        ...{ accelerators_amount: '8000', accelerators_unit: 'GPU', accelerators_comparator: 'AT_LEAST' },
        ...{ accelerators_lower: '8000', accelerators_upper: '' },
      }),
    )
    const plan = tables.get('policyMeasures.csv')?.find(({ id }) => id === 'policymeasure/plan')
    const roles = new Map([
      ['company/zhong', 'SHARED'],
      ['company/甲', 'LEAD'],
    ])
    const responsible = plan?.responsible?.split(' | ') ?? []
    expect([...responsible].sort()).toEqual([...roles.keys()])
    expect(plan?.responsible_role?.split(' | ')).toEqual(responsible.map(id => roles.get(id)))
    const cells = [...tables.values()].flat().flatMap(row => Object.values(row))
    expect(cells.filter(cell => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell))).toEqual([])
    expect(cells).toContain('\'=1+1, "x"')
  })

  it('as graphml are read by another’s parser with types, labels and directions', async () => {
    const { text, counts } = await write('graphml')
    const graphml = require('graphology-graphml')
    const { MultiDirectedGraph: PinnedGraph } = require('graphology')
    const graph: MultiDirectedGraph = graphml.parse(PinnedGraph, text)
    expect([graph.order, graph.size]).toEqual([counts.nodes, counts.edges])
    expect(graph.getNodeAttributes('computecentre/east')).toMatchObject({
      ...{ label: 'East', type: 'ComputeCentre', capacity: '10..20 PFLOPS @FP16', capacity_amount: 10 },
      ...{ latitude: -0.5, longitude: 116.4 },
    })
    expect(graph.getNodeAttribute('company/甲', 'names')).toContain('<b>&amp;')
    expect(graph.getNodeAttribute('computecentre/east', 'power')).toBe('亿级\ufffd以上')
    const [edge = ''] = graph.directedEdges('computecentre/east', 'company/甲')
    expect(graph.getEdgeAttributes(edge)).toMatchObject({ label: 'owner', confidence: 1, edition: 'a<b>&c#en' })
    expect(graph.hasDirectedEdge('company/甲', 'computecentre/east')).toBe(false)
  })

  it('as jsonld expand without a term that is dropped, and are RDF', async () => {
    const { text, counts } = await write('jsonld')
    const jsonld = require('jsonld')
    // In safe mode whatever would be dropped is an error; nothing is fetched.
    const options = { safe: true, documentLoader: () => Promise.reject(new Error('Nothing is to be fetched.')) }
    const expanded = await jsonld.expand(JSON.parse(text), options)
    const prov = 'http://www.w3.org/ns/prov#'
    const oa = 'http://www.w3.org/ns/oa#'
    const statements = expanded.filter((node: { '@type': string[] }) => node['@type'].includes(`${oa}Annotation`))
    expect(statements).toHaveLength(counts.statements ?? 0)
    const said = statements.find((node: object) => JSON.stringify(node).includes('总经济师唐建国'))
    expect(said[`${prov}wasQuotedFrom`]).toEqual([{ '@id': 'urn:suanli:edition/shobserver-768612#zh-Hans' }])
    expect(said[`${prov}generatedAtTime`][0]).toMatchObject({ '@value': '2026-01-01T00:00:00.000Z' })
    const [target] = said[`${oa}hasTarget`]
    expect(target[`${oa}hasSelector`][0]).toMatchObject({
      '@type': [`${oa}TextQuoteSelector`],
      [`${oa}exact`]: [{ '@value': expect.stringContaining('唐建国') }],
    })
    const quads: string = await jsonld.toRDF(JSON.parse(text), { ...options, format: 'application/n-quads' })
    expect(quads).toContain('<http://www.w3.org/2002/07/owl#sameAs> <urn:suanli:company/yi>')
    expect(quads).toContain('<urn:suanli:source/a%3Cb%3E&c> <http://purl.org/dc/terms/title>')
    const nodes = await jsonld.fromRDF(quads, { format: 'application/n-quads' })
    expect(nodes.length).toBeGreaterThan(statements.length)
  })

  it('as ftm are entities, and links between entities that are there', async () => {
    const { text } = await write('ftm')
    const entities: { id: string; schema: string; properties: Record<string, string[]> }[] = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    const ids = new Set(entities.map(({ id }) => id))
    expect(ids.size).toBe(entities.length)
    const company = entities.find(({ properties }) => properties.wikidataId?.includes('Q1'))
    expect(company).toMatchObject({ schema: 'Company', properties: { name: expect.arrayContaining(['@yi']) } })
    const owned = entities.find(({ schema }) => schema === 'Ownership')
    expect(owned?.properties).toMatchObject({ asset: ['computecentre.east'], owner: [company?.id] })
    expect(entities.find(({ id }) => id === 'computecentre.east')?.properties).toMatchObject({
      ...{ amount: ['120000000'], currency: ['CNY'], notes: expect.arrayContaining(['opened: 2023~']) },
    })
    expect(ids.has(owned?.properties.owner?.[0] ?? '')).toBe(true)
  })
})
