import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { openSession, Refused, run } from '../command.js'

export function registerSchema(program: Command): void {
  program
    .command('schema')
    .description('prints schema/ from the declarations')
    .option('--check', 'write nothing, and fail where a file would change')
    .action((options: { check?: boolean }) => run({}, () => printSchemaFolder(options.check ?? false)))
}

async function printSchemaFolder(isCheck: boolean): Promise<void> {
  const { ontology } = openSession()
  const [{ buildSchema }, { printSchemaFiles }, { derivedFields }] = await Promise.all([
    import('../../graphql/build-schema.js'),
    import('../../graphql/print-schema.js'),
    import('../../entities/derived.js'),
  ])
  const folder = fileURLToPath(new URL('../../../schema/', import.meta.url))
  const stale: string[] = []
  for (const [name, text] of Object.entries(printSchemaFiles(buildSchema(ontology, derivedFields), ontology))) {
    const path = join(folder, name)
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    stale.push(name)
    if (isCheck) continue
    await mkdir(folder, { recursive: true })
    await writeFile(path, text)
  }
  if (isCheck && stale.length > 0) {
    console.error(
      `schema/ is not what the declarations say: ${stale.join(', ')}. Run \`npm run schema\` and commit it.`,
    )
    throw new Refused()
  }
  console.log(stale.length === 0 ? 'schema/ is up to date' : `written: ${stale.join(', ')}`)
}
