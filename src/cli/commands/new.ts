import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type CommonOptions, run } from '../command.js'
import { packageRoot } from '../sets/list-sets.js'
import { writeNewFolder } from '../write-whole.js'

export function registerNew(program: Command): void {
  program
    .command('new')
    .description('writes a small dataset with comments, to begin from')
    .argument('<folder>', 'a folder that does not exist yet, or is empty')
    .option('--json', 'one JSON document')
    .action((folder: string, options: CommonOptions) => run(options, () => writeStarter(folder, options)))
}

/** The starter is a dataset of the program’s own, so that it is checked like the others. */
async function writeStarter(folder: string, { json }: CommonOptions): Promise<void> {
  const starter = join(packageRoot, 'examples', 'dataset')
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
