import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { settings } from '../../config/settings.js'
import { rowLayoutOf } from '../../ontology/row-layout.js'
import { openSession, Refused, run } from '../command.js'
import { printOntology } from '../print-ontology.js'
import { printedBelow, printRows } from '../print-rows.js'
import { printSettings } from '../print-settings.js'

export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('prints schema/ and what is printed in docs/ from the declarations')
    .option('--check', 'write nothing, and fail where a file would change')
    .action((options: { check?: boolean }) => run({}, () => printSchemaFolder(options.check ?? false)))
}

async function printSchemaFolder(isCheck: boolean): Promise<void> {
  const { ontology } = openSession()
  const [{ buildSchema }, { printSchemaFiles }, { derivedFields }] = await Promise.all([
    import('../../graphql/schema/build-schema.js'),
    import('../../graphql/schema/print-schema.js'),
    import('../../entities/derived.js'),
  ])
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const ofSchema = Object.entries(printSchemaFiles(buildSchema(ontology, derivedFields), ontology))
  const model = 'docs/neo4j-model.md'
  const [byHand = ''] = (await readFile(join(root, model), 'utf8')).split(printedBelow)
  const files = [
    [model, `${byHand}${printRows(rowLayoutOf(ontology))}`] as const,
    ...ofSchema.map(([name, text]) => [`schema/${name}`, text] as const),
    ['docs/settings.md', printSettings(settings)] as const,
    ['docs/ontology.md', printOntology(ontology)] as const,
  ]
  const stale: string[] = []
  for (const [name, text] of files) {
    const path = join(root, name)
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    stale.push(name)
    if (isCheck) continue
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  if (isCheck && stale.length > 0) {
    console.error(
      `Not what the declarations say: ${stale.join(', ')}. Run \`npm run schema\` and commit what it writes.`,
    )
    throw new Refused()
  }
  console.log(stale.length === 0 ? 'schema/ and docs/ are up to date' : `written: ${stale.join(', ')}`)
}
