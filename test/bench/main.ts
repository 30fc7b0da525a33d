import { parseArgs } from 'node:util'
import { printSearch } from './search.js'
import { printTable } from './table.js'
import { standardWorld } from './world.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    centres: { type: 'string', default: String(standardWorld.centres) },
  },
})
// `npm run bench -- search`: how good search is, not how fast.
if (positionals[0] === 'search') await printSearch()
else
  await printTable(
    { ...standardWorld, centres: Number(values.centres) },
    { rounds: Number(values.rounds), seconds: Number(values.seconds) },
  )
