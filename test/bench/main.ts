import { parseArgs } from 'node:util'
import { printTable } from './table.js'
import { standardWorld } from './world.js'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    centres: { type: 'string', default: String(standardWorld.centres) },
  },
})
await printTable(
  { ...standardWorld, centres: Number(values.centres) },
  { rounds: Number(values.rounds), seconds: Number(values.seconds) },
)
