/**
 * `npm run coverage`: runs the tests and prints which part of the lines and branches of each folder of src ran in the
 * processes of the tests. Programs that a test starts are not counted. What is given goes to jest; coverage/ has a page
 * for each file.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const { status } = spawnSync(
  'npm',
  [
    'run',
    '--silent',
    'jest',
    '--',
    '--coverage',
    '--coverageProvider=v8',
    '--collectCoverageFrom=dist/**/*.js',
    '--collectCoverageFrom=!dist/{ide,explorer}/**',
    '--coverageReporters=json-summary',
    '--coverageReporters=html',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
const { total, ...files } = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8'))
const folders = new Map()
for (const [file, each] of Object.entries(files)) {
  // Source maps lead from dist back to src.
  const folder = relative('.', file).split('/')[1]
  folders.set(folder, [...(folders.get(folder) ?? []), each])
}
for (const [folder, all] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const covered = ['lines', 'branches'].map(kind => {
    const [done, whole] = ['covered', 'total'].map(key => all.reduce((sum, each) => sum + each[kind][key], 0))
    return `${whole === 0 ? 100 : ((100 * done) / whole).toFixed(1)} %`.padStart(8)
  })
  console.log(`${folder.padEnd(16)} lines ${covered[0]}  branches ${covered[1]}`)
}
console.log(
  `${'all'.padEnd(16)} lines ${`${total.lines.pct} %`.padStart(8)}  branches ${`${total.branches.pct} %`.padStart(8)}`,
)
process.exit(status ?? 1)
