import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { curateSets } from '../../../src/cli/sets/curate-sets.js'
import { splitEntity } from '../../../src/curation/merge-entities.js'
import { curationContextOf, ontology } from '../../support/export-and-import.js'
import { importInto } from '../../support/server.js'
import { openSqliteTestStore, type TestStore } from '../../support/stores.js'
import { makeFolder, type TestFolder } from '../datasets/news-folder.js'

const dataset = (name: string) => `dataset: ${name}
sources: [{ id: ${name}, title: ${name}, editions: [{ language: zh-Hans }] }]
entities:
  - { id: company/${name}-a, type: Company, edition: "${name}#zh-Hans", statements: [{ property: name, value: 甲 }] }
  - { id: company/${name}-b, type: Company, edition: "${name}#zh-Hans", statements: [{ property: name, value: 乙 }] }
`
const merge = (keep: string, former: string) =>
  `  - { deed: merge, by: suanli, keep: company/${keep}, merge: company/${former}, reason: 同一家 }\n`

let opened: TestStore
let folder: TestFolder
beforeAll(async () => {
  opened = await openSqliteTestStore()
  folder = await makeFolder({
    'one/dataset.yaml': dataset('one'),
    'one/curation.yaml': `deeds:\n${merge('one-a', 'one-b')}`,
    'two/dataset.yaml': dataset('two'),
    'two/with-one.yaml': `deeds:\n${merge('one-a', 'two-a')}`,
  })
})
afterAll(async () => {
  await opened.close()
  await folder.remove()
})

it('sets bring the merges of what is in the store, once', async () => {
  const sets = ['one', 'two'].map(name => ({
    name,
    path: `${folder.path}/${name}`,
    title: name,
    licence: 'MIT',
    sourceLicences: [],
    statements: 2,
    needs: [],
    origin: undefined,
  }))
  const session = { ontology } as Parameters<typeof curateSets>[2]
  const seed = async (name: string) => {
    await importInto(opened.store, [`${folder.path}/${name}`], '2026-01-01T00:00:00Z')
    return await curateSets(sets, opened.store, session)
  }
  expect(await seed('two')).toBe(0)
  expect(await seed('one')).toBe(2)
  expect(await seed('one')).toBe(0)
  const byHand = { by: 'curator', reason: '两家' }
  await splitEntity(curationContextOf(opened.store), { id: 'company/one-a', restore: 'company/one-b' }, byHand)
  expect(await seed('one')).toBe(0)
})
