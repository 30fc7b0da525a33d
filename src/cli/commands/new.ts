import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { type CommonOptions, run } from '../command.js'
import { packageRoot } from '../sets/list-sets.js'
import { writeNewFolder } from '../write-whole.js'

export function registerNew(program: Command): void {
  program
    .command('new')
    .description('writes a small dataset with comments, to begin from')
    .argument('<folder>', 'a folder that does not exist yet, or is empty')
    .addOption(
      new Option(
        '--template <name>',
        'dataset: an article, its translation and a table; document: a plan or notice of an authority, with tasks and targets',
      )
        .choices(['dataset', 'document'])
        .default('dataset'),
    )
    .option('--json', 'one JSON document')
    .action((folder: string, options: NewOptions) => run(options, () => writeStarter(folder, options)))
}

interface NewOptions extends CommonOptions {
  readonly template: string
}

/** The templates are datasets of the program’s own, so that tests check them like the others. */
async function writeStarter(folder: string, { template, json }: NewOptions): Promise<void> {
  const starter = join(packageRoot, 'examples', template)
  const names = (await readdir(starter)).sort()
  await writeNewFolder(folder, async out => {
    for (const name of names) {
      const file = await out.create(name)
      await file.write(await readFile(join(starter, name), 'utf8'))
      await file.close()
    }
  })
  if (json) console.log(JSON.stringify({ folder, files: names }))
  else
    console.log(
      `${folder}: ${names.join(', ')}\nnext: suanli check ${folder}; docs/dataset-format.md documents every key`,
    )
}
