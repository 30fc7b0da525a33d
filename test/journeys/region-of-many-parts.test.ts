import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { ask, importInto, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

let work: WorkFolder
let opened: TestStore
let server: TestServer
const townships = Array.from({ length: 1200 }, (_, i) => `${i},county-${i % 40}`)
const columns = (...lines: readonly string[]) => lines.map(line => `${line}\n`).join('')

/** A country of 40 counties and 1,200 townships, and three centres, one of them abroad. */
beforeAll(async () => {
  work = await makeWorkFolder()
  await work.write('country', {
    'dataset.yaml': `dataset: country
sources: [{ id: list, title: list, editions: [{ language: en, file: parts.csv }] }]
tables:
  - { file: parts.csv, edition: list#en, entity: { type: Region, id: "region/{id}" }, statements: [{ property: name, column: id }, { property: parent, template: "region/{parent}" }] }
  - { file: centres.csv, edition: list#en, entity: { type: ComputeCentre, id: "computecentre/{id}" }, statements: [{ property: name, column: id }, { property: region, template: "region/{region}" }] }
`,
    'parts.csv': columns(
      'id,parent',
      'country,',
      'abroad,',
      ...Array.from({ length: 40 }, (_, i) => `county-${i},country`),
      ...townships.map(row => `township-${row}`),
    ),
    'centres.csv': columns('id,region', 'deep,township-1199', 'high,country', 'away,abroad'),
  })
  opened = await openSqliteTestStore()
  await importInto(opened.store, [`${work.path}/country`], '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store)
}, 300_000)
afterAll(async () => {
  await server?.close()
  await opened?.close()
  await work?.remove()
})

it('a region of many parts has what stands in any of them, and nothing else', async () => {
  const query = `{ country: region(id: "region/country") { ...Centres } county: region(id: "region/county-39") { ...Centres } }
    fragment Centres on Region { centres { totalCount edges { node { id } statement { asStated } } } }`
  const { body } = await ask(server.url, query)
  expect(body).toMatchObject({
    data: {
      country: {
        centres: {
          totalCount: 2,
          edges: [
            { node: { id: 'computecentre/deep' }, statement: { asStated: 'township-1199' } },
            { node: { id: 'computecentre/high' }, statement: { asStated: 'country' } },
          ],
        },
      },
      county: { centres: { totalCount: 1, edges: [{ node: { id: 'computecentre/deep' } }] } },
    },
  })
})
