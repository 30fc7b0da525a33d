import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { shareAlikeLicences, unknownLicences } from '../../../src/cli/sets/licences.js'
import { listSets } from '../../../src/cli/sets/list-sets.js'
import type { DataSet } from '../../../src/cli/sets/set.js'
import { checkDatasets } from '../../../src/datasets/check/check-datasets.js'
import { ProblemList } from '../../../src/datasets/check/problem-list.js'
import { readCuration } from '../../../src/datasets/files/read-curation.js'
import { datasetJsonSchema } from '../../../src/ontology/dataset-json-schema.js'
import { ontology } from './news-folder.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const sets = await listSets()
const shipped = sets.filter(({ origin }) => origin === undefined).map(pathOf)
const seeds = (await readdir(`${root}seeds`)).map(name => `seeds/${name}`)
const all = [...new Set([...seeds, ...sets.map(pathOf)])]

/** From the root of the package. */
function pathOf({ path }: DataSet): string {
  return path.slice(root.length)
}

type Run = Awaited<ReturnType<typeof checkDatasets>>

describe('the datasets that come with the program', () => {
  let run: Run
  beforeAll(async () => {
    run = await checkDatasets(
      [...seeds, ...shipped].map(name => `${root}${name}`),
      ontology,
      async () => [],
    )
  }, 300_000)

  it('have no problem: every quote stands in its edition, every row is read, every reference is described', () => {
    expect(run.problems).toEqual([])
  })

  it('state as much as the list of sets says', () => {
    const counts = new Map(run.datasets.map(({ id, statements }) => [id, statements.count()]))
    for (const { name, origin, statements } of sets)
      if (!origin) expect([name, counts.get(name)]).toEqual([name, statements])
  })

  it('say of every source where it can be read and under which licence', () => {
    const silent = run.datasets
      .flatMap(({ sources }) => sources)
      .filter(({ licence, url, weight }) => !licence || !url || weight <= 0)
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  it('are counted in docs/data.md as they are', () => {
    const printed = execFileSync(process.execPath, [`${root}scripts/data-report.mjs`, '--check'], { encoding: 'utf8' })
    expect(printed).toBe('docs/data.md is up to date\n')
  })

  it('are of sources that each stand in one dataset only', () => {
    const ids = run.datasets.flatMap(({ sources }) => sources.map(({ id }) => id))
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })
})

describe('the tables that sets are fetched from', () => {
  it('are known by their columns, so that a refusal of a changed one can name the new columns', () => {
    const unknown = sets.flatMap(({ name, origin }) =>
      (origin?.files ?? []).flatMap(({ from, header }) =>
        from.endsWith('.csv') && !header ? [`${name}: ${from}`] : [],
      ),
    )
    expect(unknown).toEqual([])
  })
})

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(datasetJsonSchema(ontology))

const curations = (await readdir(`${root}sets`, { recursive: true })).filter(path =>
  /\/(curation|with-[\w-]+)\.yaml$/.test(path),
)

describe('what curators did with the sets', () => {
  it.each(curations)('can be read, and each action has a reason and an object of its own: %s', async path => {
    const problems = new ProblemList()
    const actions = await readCuration(`${root}sets/${path}`, problems)
    expect(problems.errorCount).toBe(0)
    expect(actions.filter(({ reason }) => reason === '')).toEqual([])
    const objects = actions.map(action => JSON.stringify(action.kind === 'MERGE' ? action.former : action))
    expect(new Set(objects).size).toBe(actions.length)
  })

  it('merge what several sets have, and no entity into two', async () => {
    const problems = new ProblemList()
    const actions = await Promise.all(curations.map(path => readCuration(`${root}sets/${path}`, problems)))
    const merged = actions.flat().flatMap(action => (action.kind === 'MERGE' ? [action.former] : []))
    expect(merged.length).toBeGreaterThan(280)
    expect(new Set(merged).size).toBe(merged.length)
  })
})

describe.each(all)('the licences of %s', name => {
  let licences: { readonly own: string; readonly sources: readonly string[] }
  beforeAll(async () => {
    const dataset = parse(await readFile(`${root}${name}/dataset.yaml`, 'utf8')) as {
      readonly licence: string
      readonly sources: readonly { readonly licence: string }[]
    }
    licences = { own: dataset.licence, sources: dataset.sources.map(({ licence }) => licence) }
  })

  it('are on the list', () => {
    expect([licences.own, ...licences.sources].flatMap(unknownLicences)).toEqual([])
  })

  it('are passed on: what is made of share-alike data is shared alike, and of these alone', () => {
    const bound = licences.sources.filter(licence => shareAlikeLicences.includes(licence))
    expect(bound.filter(licence => licence !== licences.own)).toEqual([])
    expect(new Set(bound).size).toBeLessThanOrEqual(1)
  })
})

describe.each(all)('%s', name => {
  it('is called like its folder, has a licence, and is as its schema has it', async () => {
    const dataset = parse(await readFile(`${root}${name}/dataset.yaml`, 'utf8')) as Record<string, string>
    expect(dataset).toMatchObject({ dataset: name.split('/')[1], licence: expect.stringMatching(/./) })
    expect({ isSound: validate(dataset), errors: validate.errors }).toEqual({ isSound: true, errors: null })
  })
})

describe.each(sets.filter(({ origin }) => origin))('the set $name', ({ needs, origin }) => {
  it('is pinned: a version or a commit, and the SHA-256 of every file', () => {
    const { from, files } = origin ?? { from: { npm: '' }, files: [] }
    // Of what only a person can save, the page is told.
    expect('npm' in from ? from.npm : 'git' in from ? from.commit : from.page).toMatch(
      /^(@?[\w./-]+@\d+\.\d+\.\d+|[0-9a-f]{40}|https:\/\/.+)$/,
    )
    expect(files.map(({ sha256 }) => sha256)).toEqual(files.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)))
    expect(all).toEqual(expect.arrayContaining([...needs]))
  })
})
