import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runProgram, startProgram } from '../../support/program.js'
import type { BegunWrite } from '../load/load.js'
import { recover, type World } from '../world.js'
import type { Fault } from './fault.js'

/**
 * Kills the server of a client that writes, in the middle of the write, and starts another process in its place. `counted`:
 * a kill counts only if the client got no answer, so that it does not know whether the write was done.
 */
export function killDuring(
  kind: BegunWrite['kind'],
  most: { readonly long: number; readonly short: number; readonly counted?: boolean },
): Fault {
  return {
    name: `server killed in ${kind === 'import' ? 'an import' : 'a curation action'}`,
    async run(world, isShort, say) {
      const { load, random } = world
      const violations: string[] = []
      const wanted = isShort ? most.short : most.long
      let times = 0
      let slowestMs = 0
      for (let tries = 0; times < wanted && tries < wanted * 5; tries += 1) {
        load.isBulky = kind === 'import'
        const { server, outcome } = await begunWrite(world, kind)
        await wait(random.below(kind === 'import' ? 1_500 : 30))
        await server.kill()
        load.isBulky = false
        await server.start()
        const seen = await outcome
        if (seen === 'unknown' || !most.counted) times += 1
        const recovered = await recover(world)
        if (typeof recovered === 'string') violations.push(`kill ${tries + 1}: ${recovered}`)
        else slowestMs = Math.max(slowestMs, recovered)
        say(`kill ${tries + 1}, ${times} counted: the write was ${seen}, writes again after ${recovered} ms`)
      }
      if (times < wanted) violations.push(`only ${times} of ${wanted} kills met a write`)
      return { times, slowestMs, violations }
    },
  }
}

function begunWrite({ load }: World, kind: BegunWrite['kind']): Promise<BegunWrite> {
  return new Promise(done => {
    load.onWrite = begun => {
      if (begun.kind !== kind) return
      load.onWrite = () => {}
      done(begun)
    }
  })
}

const killRebuild: Fault = {
  name: 'rebuild killed',
  async run({ store, random }, isShort) {
    const times = isShort ? 1 : 3
    for (let time = 0; time < times; time += 1) {
      const { process: child, ended } = startProgram(['rebuild'], { SUANLI_STORE: store })
      await wait(300 + random.below(400))
      child.kill('SIGKILL')
      await ended
    }
    const { code, stderr } = await runProgram(['rebuild'], { SUANLI_STORE: store })
    return { times, violations: code === 0 ? [] : [`rebuild failed: ${stderr}`] }
  },
}

/** An import of the command line is kept for the same command to go on with, and other imports are refused till then. */
const killCommand: Fault = {
  name: 'import of the command line killed',
  async run({ store, random, folder, load }) {
    const dataset = `command-${random.below(1_000_000)}`
    const path = join(folder, dataset)
    await mkdir(path)
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${dataset} ${i}`)
    await writeFile(join(path, 'rows.csv'), `Id,Name\n${rows.join('\n')}\n`)
    await writeFile(
      join(path, 'dataset.yaml'),
      `dataset: ${dataset}
sources: [{ id: ${dataset}, title: ${dataset}, editions: [{ language: en }] }]
tables:
  - file: rows.csv
    edition: ${dataset}#en
    entity: { type: Company, id: "company/${dataset}-{Id}" }
    statements: [{ property: name, column: Name }]
`,
    )
    await load.pause()
    const { process: child, ended } = startProgram(['import', path, '--yes'], { SUANLI_STORE: store })
    await wait(700 + random.below(700))
    child.kill('SIGKILL')
    await ended
    const again = await runProgram(['import', path, '--yes', '--json'], { SUANLI_STORE: store })
    load.resume()
    return {
      times: 1,
      violations: again.code === 0 ? [] : [`the import was not finished: ${again.stdout}${again.stderr}`],
    }
  },
}

/** Servers are replaced one after the other, as a balancer does it: nobody's request is dropped. */
const roll: Fault = {
  name: 'rolling restart',
  async run({ servers }) {
    const violations: string[] = []
    for (const server of servers) {
      const other = servers.find(each => each !== server) ?? server
      let isRolling = true
      const client = async () => {
        while (isRolling) {
          const chosen = (await server.isReady()) ? server : other
          const asked = await fetch(`${chosen.directUrl}/graphql?query={revision}`, {
            headers: { 'apollo-require-preflight': 'true' },
          }).then(
            async response =>
              ((await response.json()) as { readonly data?: unknown }).data ? undefined : `status ${response.status}`,
            (failure: Error) => String(failure.cause ?? failure),
          )
          if (asked !== undefined) violations.push(`a request to ${chosen.name} was dropped: ${asked}`)
          await wait(5)
        }
      }
      await server.kill()
      await server.start({ SUANLI_STOP_DELAY_MS: '3000' })
      const clients = Promise.all([client(), client(), client()])
      await wait(200)
      await server.stop()
      await server.start()
      await wait(200)
      isRolling = false
      await clients
    }
    return { times: servers.length, violations: [...new Set(violations)] }
  },
}

export const kills: readonly Fault[] = [
  killDuring('import', { long: 10, short: 2 }),
  killDuring('curation', { long: 4, short: 1 }),
  killRebuild,
  killCommand,
  roll,
]
