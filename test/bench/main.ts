import { parseArgs } from 'node:util'
import { printLarge, type Step, steps } from './large.js'
import { printLargeNeo4j } from './large-neo4j.js'
import { printPages } from './pages.js'
import { printScale } from './scale.js'
import { printSearch } from './search.js'
import { printServers } from './servers.js'
import { printPlans, printTable } from './table.js'
import { standardWorld } from './world.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    sizes: { type: 'string', default: '10000,100000,1000000,5000000' },
    engines: { type: 'string', default: 'sqlite,neo4j' },
    statements: { type: 'string', default: '5000000' },
    folder: { type: 'string', default: 'suanli-large' },
    steps: { type: 'string', default: steps.join() },
    centres: { type: 'string', default: String(standardWorld.centres) },
  },
})
// `npm run bench -- search`: how good search is, not how fast.
if (positionals[0] === 'search') await printSearch()
// `npm run bench -- plans`: by which indexes the reads are answered, at the size of the table.
else if (positionals[0] === 'plans') await printPlans({ ...standardWorld, centres: Number(values.centres) })
// `npm run bench -- pages`: how soon a reader can use a page of the explorer on a slow processor.
else if (positionals[0] === 'pages') await printPages(Number(values.rounds))
// `npm run bench -- scale`: what writing and reading cost as a store grows.
else if (positionals[0] === 'scale') await printScale(values.sizes.split(',').map(Number), values.engines.split(','))
// `npm run bench -- large`: one large store, step by step; with `--engines neo4j` by the bulk importer.
else if (positionals[0] === 'large')
  await (values.engines === 'neo4j' ? printLargeNeo4j : printLarge)({
    statements: Number(values.statements),
    folder: values.folder,
    steps: values.steps.split(',').filter((step): step is Step => steps.some(known => known === step)),
  })
// `npm run bench -- servers`: several servers over one Neo4j, while it is written to.
else if (positionals[0] === 'servers')
  await printServers(
    { regions: 300, organisations: 500, centres: Math.min(Number(values.centres), 10_000), corridors: 50 },
    { rounds: Number(values.rounds), seconds: Number(values.seconds) },
  )
else
  await printTable(
    { ...standardWorld, centres: Number(values.centres) },
    { rounds: Number(values.rounds), seconds: Number(values.seconds) },
  )
