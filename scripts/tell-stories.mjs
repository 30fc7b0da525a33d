/**
 * `npm run stories -- --minutes 60`: runs the suites of random stories again and again for so many minutes, each time
 * with other seeds. Stops at the first difference; the output of that run has the seed and the story. What else is given
 * goes to jest.
 *
 * `npm run stories -- --engine sqlite --count 10000 --seed 7 --minutes 60`: tells so many stories to the engine and to the
 * model, a hundred with each seed from 7 on, and says how many were told without a difference.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    engine: { type: 'string' },
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
  allowPositionals: true,
})
const perSeed = 100
/** In one run of jest, which takes seconds to start. */
const seedsInRun = 4
const end = Date.now() + Number(values.minutes) * 60_000

function runJest(parameters, options) {
  return spawnSync('npm', ['run', '--silent', 'jest', '--', ...parameters], { encoding: 'utf8', ...options })
}

if (values.engine) tellCounted(values.engine, Number(values.seed), Number(values.count))
else
  repeatSuites(positionals.length > 0 ? positionals : ['test/contract/.*-(differential|rows|snapshot|walks|reading)'])

function tellCounted(engine, first, count) {
  for (let told = 0; told < count && Date.now() < end; ) {
    const seeds = Math.min(seedsInRun, Math.ceil((count - told) / perSeed))
    const seed = first + told / perSeed
    const { status, stderr } = runJest([
      `test/contract/${engine}-differential`,
      '--testNamePattern=answers every random story',
      `--globals=${JSON.stringify({ stories: { runs: perSeed, seed, seeds, minutes: 300 } })}`,
    ])
    if (status !== 0) {
      console.error(stderr)
      process.exit(1)
    }
    told += seeds * perSeed
    console.log(`${told} stories without a difference on ${engine}, seeds ${first} to ${seed + seeds - 1}`)
  }
}

function repeatSuites(suites) {
  for (let round = 1; Date.now() < end; round += 1) {
    const left = Math.ceil((end - Date.now()) / 60_000)
    console.log(`round ${round}, ${left} ${left === 1 ? 'minute' : 'minutes'} left`)
    const { status } = runJest(suites, { stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
}
