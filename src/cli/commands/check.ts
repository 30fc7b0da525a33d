import type { Command } from 'commander'
import { type CommonOptions, openSession, Refused, run } from '../command.js'
import { readCurations, sortPaths } from '../curation-files.js'
import { explainValues, valuesText } from '../explain-values.js'
import { counted, problemsText, tablesText } from '../report.js'
import { checkHistoryFile, isHistory } from './import-history.js'

interface CheckOptions extends CommonOptions {
  readonly explain?: boolean
}

export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('validates datasets and touches no store')
    .argument('<folders...>', 'folders with a dataset.yaml, or one history: FILE.jsonl')
    .option('--explain', 'show what was read of each value, for a person to compare with the words')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: CheckOptions) => run(options, () => check(folders, options)))
}

async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
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
  const counts = datasets.map(({ id, statements, tables }) => ({
    dataset: id,
    statements: statements.count(),
    ...(tables.length > 0 && { tables }),
    ...(options.explain && { values: explainValues(statements) }),
  }))
  close()
  if (options.json) console.log(JSON.stringify({ ok: isSound, datasets: counts, problems }))
  else {
    console.log(problemsText(problems))
    for (const { dataset, statements, tables, values } of counts) {
      console.log(`${dataset}: ${counted(statements, 'statement')}${isSound ? '' : ' without an error'}`)
      if (tables) console.log(tablesText(tables))
      if (values) console.log(valuesText(values))
    }
  }
  if (!isSound) throw new Refused()
}
