/**
 * `npm run mutation -- resolution`: Stryker changes the code in src/resolution, and the unit tests must notice. Without a
 * folder: values, resolution, conflicts and curation, one after another. docs/trust.md has the scores.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const all = ['values', 'resolution', 'conflicts', 'curation']
const asked = process.argv.slice(2)
const unknown = asked.filter(folder => !all.includes(folder))
if (unknown.length > 0) {
  console.error(`No such folder: ${unknown.join(', ')}. Give one of ${all.join(', ')}.`)
  process.exit(2)
}
let failed = 0
for (const folder of asked.length > 0 ? asked : all) {
  const { status } = spawnSync('npx', ['--no-install', 'stryker', 'run'], {
    stdio: 'inherit',
    // biome-ignore lint/style/noProcessEnv: the tests run in the environment of the caller
    env: { ...process.env, SUANLI_MUTATE: folder },
  })
  if (status !== 0) {
    failed += 1
    continue
  }
  const mutants = Object.values(JSON.parse(readFileSync(`coverage/mutation-${folder}.json`, 'utf8')).files).flatMap(
    file => file.mutants,
  )
  const count = (...kinds) => mutants.filter(({ status: kind }) => kinds.includes(kind)).length
  const [killed, survived, unreached] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')]
  const score = ((100 * killed) / (killed + survived + unreached)).toFixed(1)
  console.log(`${folder}: ${score} % (${killed} noticed, ${survived} survived, ${unreached} reached by no unit test)`)
}
process.exit(failed > 0 ? 1 : 0)
