import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { isInteractive } from '../../config.js'
import { applyDatasets, planDatasets } from '../../datasets/apply-import.js'
import { checkForImport } from '../check-for-import.js'
import { type CommonOptions, exitCodes, openSession, Refused, run, withStore } from '../command.js'
import { thisImporter } from '../importer.js'
import { showProgress } from '../progress.js'
import { isNothing, planText } from '../report.js'

interface ImportOptions extends CommonOptions {
  readonly yes?: boolean
  readonly keepGoing?: boolean
  readonly abandon?: boolean
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('puts datasets into the store: all of them in one revision, or nothing')
    .argument('[folders...]', 'folders with a dataset.yaml')
    .option('--yes', 'do not ask')
    .option('--keep-going', 'leave out what has an error, and import the rest')
    .option('--abandon', 'undo an import that was interrupted')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: ImportOptions, command: Command) => {
      if (folders.length === 0 && !options.abandon)
        command.error('error: name the folders of the datasets', { exitCode: exitCodes.wrongUsage })
      return run(options, () => (options.abandon ? abandon(options) : importDatasets(folders, options)))
    })
}

async function importDatasets(folders: readonly string[], options: ImportOptions): Promise<void> {
  const session = openSession(options)
  await withStore(session, async store => {
    await store.writer.prepare()
    const datasets = await checkForImport(folders, store, session, options)
    if (!options.yes && isInteractive() && !options.json) {
      const planned = await planDatasets(datasets, store, session.ontology)
      console.log(planText(planned))
      if (!isNothing(planned) && !(await isAgreed())) throw new Refused()
    }
    const total = datasets.reduce((sum, { statements }) => sum + statements.length, 0)
    const progress = showProgress(total, !options.json)
    const applied = await applyDatasets(datasets, store, session.ontology, thisImporter(), progress.step).finally(
      progress.end,
    )
    console.log(
      options.json
        ? JSON.stringify({ applied: true, ...applied })
        : `${planText(applied)}\nrevision ${applied.revision.number} of ${applied.revision.at}`,
    )
  })
}

async function isAgreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Import? [y/N] ').finally(() => terminal.close())
  return /^(y|yes|是)$/i.test(answer.trim())
}

async function abandon(options: ImportOptions): Promise<void> {
  await withStore(openSession(options), async store => {
    const datasets = await store.writer.abandon(thisImporter().isAlive)
    if (options.json) console.log(JSON.stringify({ abandoned: datasets ?? null }))
    else
      console.log(
        datasets
          ? `undone: the interrupted import of ${datasets.join(', ')}`
          : 'no import was interrupted: nothing to undo',
      )
  })
}
