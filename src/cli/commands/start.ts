import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import type { Store } from '../../store/store.js'
import { type CommonOptions, openSession, run, type Session, serverUse, withStore } from '../command.js'
import { thisImporter } from '../importer.js'
import { planText } from '../report.js'

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('seeds an empty store from seeds/ and serves it')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .action((options: CommonOptions) => run(options, () => start(options)))
}

async function start(options: CommonOptions): Promise<void> {
  const session = openSession(options)
  const { serveStore } = await import('../serve-store.js')
  await withStore(
    session,
    async store => {
      await store.writer.prepare()
      const { revision } = await store.read([])
      if (revision.number === 0) await seed(store, session)
      await serveStore(store, session, 'outdated')
    },
    serverUse,
  )
}

/** Imports every dataset of seeds/; one that was interrupted is gone on with. */
async function seed(store: Store, session: Session): Promise<void> {
  const [{ checkForImport }, { applyDatasets }, { showProgress }] = await Promise.all([
    import('../check-for-import.js'),
    import('../../imports/apply-import.js'),
    import('../progress.js'),
  ])
  const root = fileURLToPath(new URL('../../../seeds/', import.meta.url))
  const names = (await readdir(root, { withFileTypes: true }))
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
  const folders = names.sort().map(name => relative(process.cwd(), join(root, name)))
  console.log(`the store is empty: seeding it from ${names.join(', ')}`)
  const progress = showProgress()
  await checkForImport(folders, store, session, {}, progress, async ({ datasets }) => {
    progress.begin(datasets)
    const importing = applyDatasets(datasets, store, session.ontology, thisImporter(), progress.step)
    console.log(planText(await importing.finally(progress.end)))
  })
}
