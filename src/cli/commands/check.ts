import type { Command } from 'commander'
import { type CommonOptions, openSession, Refused, run } from '../command.js'
import { readCurations, sortPaths } from '../curation-files.js'
import { counted, problemsText } from '../report.js'
import { checkHistoryFile, isHistory } from './import-history.js'

export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('validates datasets and touches no store')
    .argument('<folders...>', 'folders with a dataset.yaml, or one history: FILE.jsonl')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: CommonOptions) => run(options, () => check(folders, options)))
}

async function check(paths: readonly string[], options: CommonOptions): Promise<void> {
  const [history] = paths.filter(isHistory)
  if (history !== undefined && paths.length === 1) {
    const { revisions, statementsAdded } = (await checkHistoryFile(history, undefined, options)).history
    if (options.json) console.log(JSON.stringify({ ok: true, history, revisions, problems: [] }))
    else
      console.log(
        `no problems\n${history}: ${counted(revisions, 'revision')}, ${counted(statementsAdded, 'statement')}`,
      )
    return
  }
  const { ontology } = openSession(options)
  const { folders, curations } = sortPaths(paths)
  await readCurations(curations, options)
  const { checkDatasets } = await import('../../datasets/check/check-datasets.js')
  const { datasets, problems, close } = await checkDatasets(folders, ontology)
  const isSound = problems.every(({ severity }) => severity !== 'ERROR')
  const counts = datasets.map(({ id, statements }) => ({ dataset: id, statements: statements.count() }))
  close()
  if (options.json) console.log(JSON.stringify({ ok: isSound, datasets: counts, problems }))
  else {
    console.log(problemsText(problems))
    for (const { dataset, statements } of counts)
      console.log(`${dataset}: ${counted(statements, 'statement')}${isSound ? '' : ' without an error'}`)
  }
  if (!isSound) throw new Refused()
}
