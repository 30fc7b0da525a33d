import type { Command } from 'commander'
import { SuanliError } from '../../model/error.js'
import { type CommonOptions, openSession, rowSettings, run, withStore } from '../command.js'

export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('writes the rows of what holds again, from the statements: the nodes of Neo4j, the views of SQLite')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((options: CommonOptions) => run(options, () => rebuild(options)))
}

async function rebuild(options: CommonOptions): Promise<void> {
  const session = openSession(options)
  const { refreshRows, keepsRows } = await import('../../rows/refresh-rows.js')
  await withStore(session, async store => {
    const { revision } = await store.read([])
    if (revision.number === 0 || !keepsRows(store)) throw new SuanliError('STORE_MISSING', { store: store.description })
    const { ontology, today } = rowSettings(session)
    const { written } = await refreshRows(store, {
      ontology,
      today: today(),
      rebuild: 'always',
    })
    if (options.json) console.log(JSON.stringify({ store: store.description, revision, written }))
    else console.log(`${store.description}: ${written} rows written, as of revision ${revision.number}`)
  })
}
