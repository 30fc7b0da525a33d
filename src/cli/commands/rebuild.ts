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
  const [{ keepsRows }, { refreshToItsEnd }] = await Promise.all([
    import('../../rows/refresh-rows.js'),
    import('../../rows/with-rows.js'),
  ])
  await withStore(session, async store => {
    const { revision: newest } = await store.read([])
    if (newest.number === 0 || !keepsRows(store)) throw new SuanliError('STORE_MISSING', { store: store.description })
    const rebuilt = await refreshToItsEnd(store, rowSettings(session), 'always')
    const { revision } = await store.read([], rebuilt.revision === undefined ? {} : { pin: rebuilt.revision })
    if (options.json) console.log(JSON.stringify({ store: store.description, revision, written: rebuilt.written }))
    else console.log(`${store.description}: ${rebuilt.written} rows written, as of revision ${revision.number}`)
  })
}
