// Compiles the documents of the IDE with Relay, so that each can be copied into a Relay program. Relay reads documents in
// modules only and requires names that begin with the name of the module: the documents get both in a folder of the cache.
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { Kind, parse, print, visit } from 'graphql'

const folder = 'node_modules/.cache/ide-documents'
const journeys = (await readdir('src/ide/journeys')).filter(name => name.endsWith('.graphql'))
const files = ['src/ide/examples/start.graphql', ...journeys.map(name => `src/ide/journeys/${name}`)]

await rm(folder, { recursive: true, force: true })
await mkdir(`${folder}/generated`, { recursive: true })
for (const file of files) {
  const document = parse(await readFile(file, 'utf8'))
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)?.name?.value
  if (!operation) throw new Error(`${file} has no named operation.`)
  const named = (node, value) => ({ ...node, name: { ...node.name, value } })
  const renamed = visit(document, {
    OperationDefinition: node => named(node, `${operation}Query`),
    FragmentDefinition: node => named(node, `${operation}_${node.name.value}`),
    FragmentSpread: node => named(node, `${operation}_${node.name.value}`),
  })
  const definitions = renamed.definitions.map(definition => `graphql\`${print(definition)}\`\n`)
  await writeFile(`${folder}/${operation}.ts`, `import { graphql } from 'relay-runtime'\n${definitions.join('')}`)
}
const config = JSON.parse(await readFile('relay.config.json', 'utf8'))
const own = {
  ...config,
  schema: `../../../${config.schema}`,
  src: '.',
  artifactDirectory: './generated',
  excludes: ['**/generated/**'],
}
await writeFile(`${folder}/relay.config.json`, JSON.stringify(own))
try {
  const compiler = '../../relay-compiler/cli.js'
  execFileSync(process.execPath, [compiler, 'relay.config.json'], { cwd: folder, stdio: 'pipe', encoding: 'utf8' })
} catch ({ stdout, stderr }) {
  console.error(stdout + stderr)
  process.exit(1)
}
const compiled = (await readdir(`${folder}/generated`)).filter(name => name.endsWith('Query.graphql.ts'))
if (compiled.length !== files.length) throw new Error(`Relay compiled ${compiled.length} of ${files.length} documents.`)
console.log(`Relay compiles the ${files.length} documents of the IDE`)
