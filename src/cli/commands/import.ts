import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import type { Store } from '../../store/store.js'
import type { CheckedForImport } from '../check-for-import.js'
import { type CommonOptions, exitCodes, openSession, Refused, run, type Session, withStore } from '../command.js'
import { curate, readCurations, sortPaths } from '../curation-files.js'
import { thisImporter } from '../importer.js'
import { isInteractive } from '../is-interactive.js'
import type { Progress } from '../progress.js'
import { counted, isNothing, planText } from '../report.js'
import { importHistory, isHistory } from './import-history.js'

interface ImportOptions extends CommonOptions {
  readonly yes?: boolean
  readonly keepGoing?: boolean
  readonly abandon?: boolean
  readonly force?: boolean
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('puts datasets into the store: all of them in one revision, or nothing')
    .argument('[folders...]', 'folders with a dataset.yaml and a curation.yaml beside them, or one history: FILE.jsonl')
    .option('--yes', 'on a terminal: do not show the plan and ask')
    .option('--keep-going', 'leave out rows and statements with an error, and import the rest')
    .option('--abandon', 'undo an import that was interrupted')
    .option('--force', 'with --abandon: also when its process seems to run, as one on another machine always does')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document, the result; events as lines of JSON on standard error; does not ask')
    .action((folders: string[], options: ImportOptions, command: Command) => {
      if (folders.length === 0 && !options.abandon)
        command.error('error: name the folders of the datasets', { exitCode: exitCodes.wrongUsage })
      if (folders.length > 0 && options.abandon)
        command.error('error: --abandon takes no folders', { exitCode: exitCodes.wrongUsage })
      if (options.force && !options.abandon)
        command.error('error: --force goes with --abandon', { exitCode: exitCodes.wrongUsage })
      const [history, ...others] = folders.filter(isHistory)
      if (history !== undefined && others.length + folders.length > 1)
        command.error('error: a history is imported by itself', { exitCode: exitCodes.wrongUsage })
      if (history !== undefined) return importHistory(history, options)
      return run(options, () => (options.abandon ? abandon(options) : importDatasets(folders, options)))
    })
}

async function importDatasets(paths: readonly string[], options: ImportOptions): Promise<void> {
  const session = openSession(options)
  const { folders, curations } = sortPaths(paths)
  const deeds = await readCurations(curations, options)
  const [{ checkForImport }, { printProgress, showProgress }] = await Promise.all([
    import('../check-for-import.js'),
    import('../progress.js'),
  ])
  const progress = options.json ? printProgress() : showProgress()
  const work = (store: Store) =>
    checkForImport(folders, store, session, options, progress, async checked => {
      await store.writer.prepare()
      if (isInteractive() && !options.yes && !options.json) await ask(checked, store, session)
      const applied = await apply(checked, store, session, progress)
      const deedsDone = await curate(deeds, store, session)
      progress.end()
      const revision = deedsDone === 0 ? applied.revision : (await store.read([])).revision
      const { problems } = checked
      if (options.json)
        console.log(
          JSON.stringify({ applied: true, ...applied, ...(deeds.length > 0 && { deedsDone }), revision, problems }),
        )
      else {
        console.log(planText(applied))
        if (deeds.length > 0)
          console.log(`${counted(deedsDone, 'curation action')} applied, ${deeds.length - deedsDone} unchanged`)
        console.log(`revision ${revision.number} of ${revision.at}`)
      }
    })
  await withStore(session, work, { onProgress: progress.rows })
}

/** Shows the plan. Refuses where the user does not agree to it. */
async function ask({ datasets }: CheckedForImport, store: Store, { ontology }: Session): Promise<void> {
  const { planDatasets } = await import('../../imports/apply-import.js')
  const planned = await planDatasets(datasets, store, ontology)
  console.log(planText(planned))
  if (isNothing(planned) || (await isAgreed())) return
  console.log('nothing was imported')
  throw new Refused()
}

async function isAgreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Import? [y/N] ').finally(() => terminal.close())
  return /^(y|yes|是)$/i.test(answer.trim())
}

async function apply({ datasets }: CheckedForImport, store: Store, { ontology }: Session, progress: Progress) {
  const { applyDatasets } = await import('../../imports/apply-import.js')
  progress.begin(datasets)
  const interrupt = () => {
    progress.end()
    console.error('interrupted: run the same import again to finish it, or `suanli import --abandon` to undo it')
    process.exit(exitCodes.failed)
  }
  process.once('SIGINT', interrupt)
  try {
    return await applyDatasets(datasets, store, ontology, thisImporter(), progress.step)
  } finally {
    process.off('SIGINT', interrupt)
    progress.end()
  }
}

async function abandon(options: ImportOptions): Promise<void> {
  await withStore(openSession(options), async store => {
    const datasets = await store.writer.abandon(thisImporter().isAlive, options.force)
    if (options.json) console.log(JSON.stringify({ abandoned: datasets ?? null }))
    else if (datasets) console.log(`undone: the interrupted import of ${datasets.join(', ')}`)
    else console.log('no import was interrupted: nothing to undo')
  })
}
