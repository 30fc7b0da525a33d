import type { Command } from 'commander'
import { type CommonOptions, openSession, run, serverUse, withStore } from '../command.js'

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('serves a store as it is')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .action((options: CommonOptions) => run(options, () => serve(options)))
}

async function serve(options: CommonOptions): Promise<void> {
  const session = openSession(options)
  const { serveStore } = await import('../serve-store.js')
  await withStore(session, store => serveStore(store, session), serverUse)
}
