import type { Command } from 'commander'
import { type CommonOptions, openSession, run, withStore } from '../command.js'
import { readCurations, sortPaths } from '../curation-files.js'
import { counted, planText } from '../report.js'
import { checkHistoryFile, historyText, isHistory } from './import-history.js'

interface PlanOptions extends CommonOptions {
  readonly all?: boolean
}

export function registerPlan(program: Command): void {
  program
    .command('plan')
    .description('what an import would add, retract, and put in conflict')
    .argument('<folders...>', 'folders with a dataset.yaml, or one history: FILE.jsonl')
    .option('--all', 'show every new conflict')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: PlanOptions) => run(options, () => plan(folders, options)))
}

async function plan(paths: readonly string[], options: PlanOptions): Promise<void> {
  const session = openSession(options)
  const [{ checkForImport }, { planDatasets }] = await Promise.all([
    import('../check-for-import.js'),
    import('../../imports/apply-import.js'),
  ])
  await withStore(session, async store => {
    const [history] = paths.filter(isHistory)
    if (history !== undefined && paths.length === 1) {
      const { revisionsAdded, statementsAdded } = (await checkHistoryFile(history, store, options)).history
      const planned = { revisionsAdded, statementsAdded }
      console.log(options.json ? JSON.stringify({ applied: false, ...planned, problems: [] }) : historyText(planned))
      return
    }
    const { folders, curations } = sortPaths(paths)
    const deeds = (await readCurations(curations, options)).length
    await checkForImport(folders, store, session, options, undefined, async ({ datasets, problems }) => {
      const planned = await planDatasets(datasets, store, session.ontology)
      const said = { applied: false, ...planned, ...(deeds > 0 && { deeds }), problems }
      if (options.json) console.log(JSON.stringify(said))
      else
        console.log(
          `${planText(planned, options.all)}${deeds === 0 ? '' : `\nthen ${counted(deeds, 'curation action')}`}`,
        )
    })
  })
}
