/**
 * `npm run stories -- --minutes 60`: runs the suites of random stories again and again for so many minutes, each time
 * with other seeds. Stops at the first difference; the output of that run has the seed and the story. What else is given
 * goes to jest.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '10' } },
  allowPositionals: true,
})
const suites = positionals.length > 0 ? positionals : ['test/contract/.*-(differential|rows|snapshot|walks|reading)']
const end = Date.now() + Number(values.minutes) * 60_000
for (let round = 1; Date.now() < end; round += 1) {
  const left = Math.ceil((end - Date.now()) / 60_000)
  console.log(`round ${round}, ${left} ${left === 1 ? 'minute' : 'minutes'} left`)
  const { status } = spawnSync('npm', ['run', '--silent', 'jest', '--', ...suites], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
