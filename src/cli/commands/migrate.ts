import type { Command } from 'commander'
import { type CommonOptions, openSession, rowSettings, run, withStore } from '../command.js'

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('migrates a store of an earlier version to this version; changes nothing if the store is up to date')
    .option('--store <address>', 'folder of the store, or address of Neo4j')
    .option('--json', 'print the result as JSON')
    .action((options: CommonOptions) => run(options, () => migrate(options)))
}

async function migrate(options: CommonOptions): Promise<void> {
  const session = openSession(options)
  await withStore(session, async store => {
    await store.writer.prepare()
    const { followRows } = await import('../../rows/with-rows.js')
    await followRows(store, rowSettings(session.ontology), 'outdated')
    const { revision } = await store.read([])
    if (options.json) console.log(JSON.stringify({ store: store.description, revision }))
    else console.log(`${store.description} is up to date, at revision ${revision.number}`)
  })
}
