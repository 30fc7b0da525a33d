import type { Command } from 'commander'
import { type CommonOptions, openSession, rowSettings, run, withStore } from '../command.js'

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('brings a store that an earlier version wrote up to date; harmless where it is')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((options: CommonOptions) => run(options, () => migrate(options)))
}

async function migrate(options: CommonOptions): Promise<void> {
  const session = openSession(options)
  await withStore(session, async store => {
    await store.writer.prepare()
    const { followRows } = await import('../../rows/with-rows.js')
    await followRows(store, rowSettings(session), 'outdated')
    const { revision } = await store.read([])
    if (options.json) console.log(JSON.stringify({ store: store.description, revision }))
    else console.log(`${store.description} is up to date, at revision ${revision.number}`)
  })
}
