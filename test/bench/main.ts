import { parseArgs } from 'node:util'
import { printScale } from './scale.js'
import { printSearch } from './search.js'
import { printTable } from './table.js'
import { standardWorld } from './world.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    sizes: { type: 'string', default: '10000,100000,1000000,5000000' },
    engines: { type: 'string', default: 'sqlite,neo4j' },
    centres: { type: 'string', default: String(standardWorld.centres) },
  },
})
// `npm run bench -- search`: how good search is, not how fast.
if (positionals[0] === 'search') await printSearch()
// `npm run bench -- scale`: what writing and reading cost as a store grows.
else if (positionals[0] === 'scale') await printScale(values.sizes.split(',').map(Number), values.engines.split(','))
else
  await printTable(
    { ...standardWorld, centres: Number(values.centres) },
    { rounds: Number(values.rounds), seconds: Number(values.seconds) },
  )
