import type { Command } from 'commander'
import { type CommonOptions, openSession, Refused, run } from '../command.js'
import { counted, problemsText } from '../report.js'

export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('validates datasets and touches no store')
    .argument('<folders...>', 'folders with a dataset.yaml')
    .option('--json', 'one JSON document')
    .action((folders: string[], options: CommonOptions) => run(options, () => check(folders, options)))
}

async function check(folders: readonly string[], options: CommonOptions): Promise<void> {
  const { ontology } = openSession(options)
  const { checkDatasets } = await import('../../datasets/check-datasets.js')
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
