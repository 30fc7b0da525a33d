import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OutFolder } from '../../src/exports/out-folder.js'
import { openNeo4jFiles } from '../../src/store/bulk-files.js'
import { neo4jAdmin, startNeo4j } from '../support/neo4j-server.js'
import { cpuMs } from './cpu-ms.js'
import { type Large, printReads, printRun, program } from './large.js'
import { memoryOf, runCommand } from './run-command.js'
import { batchesOf, worldOf } from './world.js'

/** Of the database, as docs/neo4j.md recommends them for such a store. */
const memory = { heap: '2g', pageCache: '4g' }

/**
 * A large store on Neo4j by its bulk importer, step by step: `graph` writes the files as `suanli export` would have
 * written them of the same statements, `load` imports them, `migrate` makes the indexes and the rows.
 */
export async function printLargeNeo4j({ statements, folder, steps }: Large): Promise<void> {
  const [graph, home] = [join(folder, 'graph'), join(folder, 'neo4j')]
  if (steps.includes('graph')) await printGraph(graph, statements)
  if (steps.includes('load')) {
    await rm(home, { recursive: true, force: true })
    await mkdir(home, { recursive: true })
    const load = ['database', 'import', 'full', '@import.args', '--max-off-heap-memory=4g', 'neo4j']
    printRun('load', await runCommand([...(await neo4jAdmin(home)), ...load], { cwd: graph }))
  }
  const began = performance.now()
  const database = await startNeo4j({ home, memory })
  const tell = (name: string) =>
    console.log(
      `${name}: the database took ${(performance.now() - began).toFixed(0)} ms, processor ${cpuMs(database.pid)} ms, ${memoryOf(database.pid).peakMegabytes.toFixed(0)} MB so far`,
    )
  tell('start')
  try {
    for (const command of ['migrate', 'rebuild'] as const) {
      if (!steps.includes(command)) continue
      printRun(command, await runCommand(program(command, '--store', database.uri, '--json')))
      tell(command)
    }
    if (steps.includes('reads')) {
      await printReads(database.uri, database.pid)
      tell('reads')
    }
    if (steps.includes('doctor')) {
      printRun('doctor', await runCommand(program('doctor', '--store', database.uri, '--json'), { codes: [0, 1] }))
      tell('doctor')
    }
  } finally {
    await database.stop()
  }
}

async function printGraph(folder: string, statements: number): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const [began, cpu] = [performance.now(), cpuMs(process.pid) ?? 0]
  const out = new OutFolder(folder)
  const files = await openNeo4jFiles(
    name => out.create(name),
    () => false,
  )
  await files.begin({ number: 1, at: '2026-01-01T00:00:00.000Z' }, undefined)
  for (const batch of batchesOf(worldOf(statements))) await files.add(batch)
  const counts = await files.end()
  await out.close()
  console.log(
    `graph: ${JSON.stringify(counts)} in ${((performance.now() - began) / 1000).toFixed(1)} s, processor ${(((cpuMs(process.pid) ?? 0) - cpu) / 1000).toFixed(1)} s, ${memoryOf(process.pid).peakMegabytes.toFixed(0)} MB at most`,
  )
}
