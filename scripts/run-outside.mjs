/**
 * `npm run outside`: the suites of others and the fuzzer, against servers that it starts. `--seconds 600` fuzzes each
 * engine for ten minutes, `--seed N` asks the same operations again; what else is given goes to jest.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, tokens } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, seed: { type: 'string' } },
  strict: false,
  tokens: true,
})
const own = new Set(['seconds', 'seed'])
const indexes = new Set(
  tokens.flatMap(token =>
    token.kind === 'option' && own.has(token.name)
      ? [token.index, ...(token.inlineValue === false ? [token.index + 1] : [])]
      : [],
  ),
)
const forJest = process.argv.slice(2).filter((_, index) => !indexes.has(index))
const fuzz = { seconds: Number(values.seconds), ...(values.seed !== undefined && { seed: Number(values.seed) }) }
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--config=jest.outside.config.js',
    `--globals=${JSON.stringify({ fuzz })}`,
    ...forJest,
  ],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
