import { relative } from 'node:path'
import type { Command } from 'commander'
import { SuanliError } from '../../model/error.js'
import { meant } from '../../ontology/closest-match.js'
import type { Store } from '../../store/store.js'
import { checkForImport } from '../check-for-import.js'
import { type CommonOptions, openSession, run, type Session, withStore } from '../command.js'
import { thisImporter } from '../importer.js'
import { counted, planText } from '../report.js'
import { listSets, packageRoot } from '../sets/list-sets.js'
import type { DataSet, SetOrigin } from '../sets/set.js'
import { unpackSet } from '../sets/unpack-set.js'

interface SeedOptions extends CommonOptions {
  readonly from?: string
}

export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('puts larger datasets into the store: fetched, verified, imported; without a name, lists them')
    .argument('[names...]', 'names of sets, as the list has them')
    .option(
      '--from <folder>',
      'a folder that has what would be fetched: the files, node_modules, or a clone of the repository',
    )
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((names: string[], options: SeedOptions) =>
      run(options, () => (names.length === 0 ? list(options) : seed(names, options))),
    )
}

async function list({ json }: SeedOptions): Promise<void> {
  const sets = (await listSets()).map(({ name, title, licence, statements, origin }) => ({
    ...{ name, title, licence, statements },
    origin: origin ? placeOf(origin.from) : 'here',
  }))
  if (json) console.log(JSON.stringify({ sets }))
  else
    for (const { name, title, licence, statements, origin } of sets)
      console.log(`${name.padEnd(22)}${String(statements).padStart(8)} statements  ${title} (${licence}; ${origin})`)
}

function placeOf(from: SetOrigin['from']): string {
  if ('npm' in from) return `npm ${from.npm}`
  return 'git' in from ? from.git : from.page
}

async function seed(names: readonly string[], options: SeedOptions): Promise<void> {
  const all = await listSets()
  const sets = findSets(names, all)
  const session = openSession(options)
  await withStore(session, async store => {
    await store.writer.prepare()
    for (const set of sets) await importSet(set, store, session, options)
    const { curateSets } = await import('../sets/curate-sets.js')
    const actionsDone = await curateSets(all, store, session)
    if (actionsDone === 0) return
    if (options.json) console.log(JSON.stringify({ applied: true, actionsDone }))
    else console.log(`${counted(actionsDone, 'curation action')} of the sets applied`)
  })
}

function findSets(names: readonly string[], sets: readonly DataSet[]): readonly DataSet[] {
  return names.map(name => {
    const found = sets.find(set => set.name === name)
    const nearest = meant(
      name,
      sets.map(set => set.name),
    )
    if (found) return found
    throw new SuanliError('SET_UNKNOWN', { seen: name, hint: nearest ? `: did you mean "${nearest}"?` : '.' })
  })
}

/** What the set refers to is imported with it: where it is there already, nothing changes. */
async function importSet(set: DataSet, store: Store, session: Session, options: SeedOptions): Promise<void> {
  const { name, origin, needs } = set
  if (!options.json && origin && options.from === undefined) console.log(`${name}: fetching ${placeOf(origin.from)}`)
  const [{ applyDatasets }, { showProgress }] = await Promise.all([
    import('../../imports/apply-import.js'),
    import('../progress.js'),
  ])
  const { folder, remove } = await unpackSet(set, options.from)
  try {
    const folders = [...needs.map(need => relative(process.cwd(), `${packageRoot}${need}`) || '.'), folder]
    const progress = options.json ? undefined : showProgress()
    await checkForImport(folders, store, session, options, progress, async ({ datasets }) => {
      progress?.begin(datasets)
      const importing = applyDatasets(datasets, store, session.ontology, thisImporter(), progress?.step)
      const applied = await importing.finally(progress?.end)
      if (options.json) console.log(JSON.stringify({ set: name, applied: true, ...applied }))
      else console.log(`${name}: ${planText(applied)}`)
    })
  } finally {
    await remove()
  }
}
