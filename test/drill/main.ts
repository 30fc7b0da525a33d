/**
 * `npm run drill -- --minutes 10 --engine sqlite --seed 7`: a server under load while faults are put in, one after another.
 * `--only kill,disk` takes the faults whose names begin so. `--kills 50,20` kills the server so many times in an import and
 * in a curation action, and does nothing else. Exits with 1 if what clients saw is not sound.
 */
import { parseArgs } from 'node:util'
import { runDrill } from './run-drill.js'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
    kills: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
})
const begun = performance.now()
const since = () => `${((performance.now() - begun) / 1_000).toFixed(0).padStart(4)} s`
const [imports = 0, curation = 0] = (values.kills ?? '').split(',').map(Number)
const { violations, faults, ...counts } = await runDrill({
  engine: values.engine === 'neo4j' ? 'neo4j' : 'sqlite',
  seed: Number(values.seed),
  seconds: values.kills === undefined ? Number(values.minutes) * 60 : 0,
  ...(values.kills !== undefined && { kills: { imports, curation }, isWhole: true }),
  only: values.only.split(',').filter(name => name !== ''),
  isShort: values.short,
  say: line => console.log(since(), line),
})
console.log(`\n${since()}`, JSON.stringify(counts, undefined, 2))
console.log('\n| fault | times | writes again after, at most |\n|---|---|---|')
for (const { name, times, slowestMs, skipped } of faults)
  console.log(`| ${name} | ${skipped ?? times} | ${skipped ? '' : `${slowestMs} ms`} |`)
console.log(`\n${violations.length} violations`)
for (const violation of violations.slice(0, 40)) console.log(`- ${violation}`)
process.exit(violations.length > 0 ? 1 : 0)
