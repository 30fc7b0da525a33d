import type { Command } from 'commander'
import { type CommonOptions, openSession, run, withStore } from '../command.js'
import { planText } from '../report.js'

export function registerPlan(program: Command): void {
  program
    .command('plan')
    .description('what an import would add, retract, and put in conflict')
    .argument('<folders...>', 'folders with a dataset.yaml')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: CommonOptions) => run(options, () => plan(folders, options)))
}

async function plan(folders: readonly string[], options: CommonOptions): Promise<void> {
  const session = openSession(options)
  const [{ checkForImport }, { planDatasets }] = await Promise.all([
    import('../check-for-import.js'),
    import('../../datasets/apply-import.js'),
  ])
  await withStore(session, store =>
    checkForImport(folders, store, session, options, undefined, async ({ datasets, problems }) => {
      const planned = await planDatasets(datasets, store, session.ontology)
      console.log(options.json ? JSON.stringify({ applied: false, ...planned, problems }) : planText(planned))
    }),
  )
}
