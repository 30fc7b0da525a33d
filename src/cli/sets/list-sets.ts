import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { DataSet, SetOrigin } from './set.js'

/** The root of the package: seeds/ and sets/ are in it. */
export const packageRoot = fileURLToPath(new URL('../../../', import.meta.url))

/** Every set, by name, and every seed whose texts can be brought. Their files are the program’s own. */
export async function listSets(): Promise<readonly DataSet[]> {
  const sets = await Promise.all(['sets', 'seeds'].map(listFolder))
  return sets.flat().sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function listFolder(named: string): Promise<readonly DataSet[]> {
  const folder = join(packageRoot, named)
  const paths = await readdir(folder, { recursive: true })
  const names = paths.filter(path => basename(path) === 'set.yaml').map(dirname)
  return await Promise.all(names.map(name => readSet(name, join(folder, name))))
}

interface SetYaml {
  readonly statements: number
  readonly needs: readonly string[]
  readonly origin?: Omit<SetOrigin, 'from'> & Record<string, string>
}

interface DatasetYaml {
  readonly title: string
  readonly licence: string
  readonly sources: readonly { readonly licence: string }[]
}

async function readSet(name: string, path: string): Promise<DataSet> {
  const [set, dataset] = await Promise.all([
    readYamlFile<SetYaml>(join(path, 'set.yaml')),
    readYamlFile<DatasetYaml>(join(path, 'dataset.yaml')),
  ])
  const { statements, needs, origin } = set
  const { title, licence, sources } = dataset
  const sourceLicences = sources.map(source => source.licence)
  return { name, path, title, licence, sourceLicences, statements, needs, origin: toOrigin(origin) }
}

function toOrigin(origin: SetYaml['origin']): SetOrigin | undefined {
  if (!origin) return undefined
  const { npm, page, git = '', commit = '' } = origin
  const from = npm === undefined ? (page === undefined ? { git, commit } : { page }) : { npm }
  return { from, files: origin.files }
}

async function readYamlFile<Content>(path: string): Promise<Content> {
  return parse(await readFile(path, 'utf8')) as Content
}
