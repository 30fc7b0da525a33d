// Checks the floors of the house with dependency-cruiser, and that it read the modules: with a compiler that it does
// not know it reads no module, and passes. Also holds each file that is written by hand to 400 lines, and the list of
// each folder to 20 files.
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const { stdout } = await promisify(execFile)(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'json'],
  { maxBuffer: 1e9 },
).catch(error => error)
const { summary, modules } = JSON.parse(stdout)
const files = (await readdir('src', { recursive: true })).filter(
  name => name.endsWith('.ts') && !name.endsWith('.d.ts'),
)
const seen = modules.filter(({ source, dependencies }) => source.startsWith('src/') && dependencies.length > 0)
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`)
if (seen.length < files.length / 2) {
  console.error(`dependency-cruiser read the imports of ${seen.length} modules only; there are ${files.length}.`)
  process.exit(1)
}
const mostLines = 400
const sources = (await readdir('src', { recursive: true })).filter(
  name => /\.tsx?$/.test(name) && !name.includes('generated/'),
)
const lengths = await Promise.all(
  sources.map(async name => ({ name, lines: (await readFile(`src/${name}`, 'utf8')).split('\n').length - 1 })),
)
const long = lengths.filter(({ lines }) => lines > mostLines)
for (const { name, lines } of long) console.error(`src/${name} has ${lines} lines; split it: at most ${mostLines}.`)
const mostFiles = 20
const filesOf = new Map()
for (const name of sources) filesOf.set(dirname(name), [...(filesOf.get(dirname(name)) ?? []), name])
const crowded = [...filesOf].filter(([, names]) => names.length > mostFiles)
for (const [folder, names] of crowded) {
  console.error(`src/${folder} lists ${names.length} files; move some into folders: at most ${mostFiles}.`)
}
console.log(`${files.length} modules, ${summary.violations.length} imports that look up`)
process.exit(summary.violations.length + long.length + crowded.length > 0 ? 1 : 0)
