import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { replayActions } from '../../src/curation/replay-actions.js'
import { checkDatasets } from '../../src/datasets/check/check-datasets.js'
import { ProblemList } from '../../src/datasets/check/problem-list.js'
import { readCuration } from '../../src/datasets/files/read-curation.js'
import { entityTypes } from '../../src/entities/index.js'
import { openExport } from '../../src/exports/open-export.js'
import { OutFolder } from '../../src/exports/out-folder.js'
import { writeYaml } from '../../src/exports/yaml.js'
import { applyDatasets } from '../../src/imports/apply-import.js'
import { findUndescribed, publishedBase } from '../../src/imports/import-base.js'
import { createOntology } from '../../src/ontology/ontology.js'
import type { Store } from '../../src/store/store.js'

export const ontology = createOntology(entityTypes)
const day = Date.UTC(2026, 0, 1)

/** What an import is given: folders of datasets, and files of what curators did. */
interface ImportPaths {
  readonly folders: readonly string[]
  readonly curations: readonly string[]
}

/** As a curator who has so many hours behind them. */
export function curationContextOf(store: Store, hour = 0) {
  return { store, ontology, now: () => new Date(day + hour * 3_600_000), isAlive: () => false }
}

/** Exports a store as yaml, which must be able to say all of it; gives what to import. */
export async function exportYaml(store: Store, out: string): Promise<ImportPaths> {
  const exporting = await openExport(store, ontology, undefined, () => {})
  const files = new OutFolder(out)
  await writeYaml(exporting, files)
  await files.close()
  expect(exporting.problems.sorted.filter(({ severity }) => severity === 'ERROR')).toEqual([])
  const paths = (await readdir(out)).sort().map(name => join(out, name))
  return {
    folders: paths.filter(path => !path.endsWith('.yaml')),
    curations: paths.filter(path => path.endsWith('.yaml')),
  }
}

/** Imports datasets, which must be free of errors, and carries out what curators did. */
export async function importAll({ folders, curations }: ImportPaths, store: Store, hour: number): Promise<void> {
  const base = await publishedBase(store)
  const { datasets, problems } = await checkDatasets(folders, ontology, (ids, run) => findUndescribed(base, ids, run))
  expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([])
  await applyDatasets(datasets, store, ontology, { ...curationContextOf(store, hour), holder: 'test:1' })
  const faults = new ProblemList()
  for (const file of curations) await replayActions(curationContextOf(store, hour), await readCuration(file, faults))
  expect(faults.sorted).toEqual([])
}
