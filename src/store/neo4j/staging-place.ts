import { randomUUID } from 'node:crypto'
import type { Place } from '../statement-version.js'
import { fromStored, toStored } from '../stored-text.js'
import type { Neo4jConnection, Run } from './neo4j-session.js'
import * as changes from './write-cypher.js'

/** The place of the one import that may be staged: a node, whose lock lets one writer work at a time. */
export class StagingPlace {
  constructor(readonly db: Neo4jConnection) {}

  /** Who has the place; undefined when it is free. */
  async read(): Promise<Place | undefined> {
    return toPlace((await this.db.read<PlaceRow>(changes.readPlace, { name }))[0])
  }

  /**
   * Takes the place if it is still as `seen`; undefined when it changed hands since. The claim tells a repeated
   * transaction, whose first commit was not answered, that the place is its own.
   */
  take(datasets: readonly string[], holder: string, seen: Place | undefined): Promise<Place | undefined> {
    const claim = randomUUID()
    return this.db.write(async run => {
      const now = await lockPlace(run)
      if (now?.turn !== seen?.turn) return (await isTakenBy(run, claim)) ? now : undefined
      const revision = seen?.revision ?? (await newest(run)).number + 1
      const holding = { datasets: JSON.stringify(datasets), holder: toStored(holder) }
      await run(changes.takePlace, { name, revision, claim, ...holding })
      return lockPlace(run)
    })
  }
}

/** Reads the place under a lock that is held until the transaction ends. */
export async function lockPlace(run: Run): Promise<Place | undefined> {
  return toPlace((await run<PlaceRow>(changes.lockPlace, { name }))[0])
}

export async function freePlace(run: Run): Promise<void> {
  await run(changes.freePlace, { name })
}

/** The newest revision; number 0 when there is none. */
export async function newest(run: Run): Promise<{ number: number; at: number }> {
  const [row] = await run<{ number: number; at: number }>(changes.newestRevision)
  return row ?? { number: 0, at: 0 }
}

const name = 'staging'

interface PlaceRow {
  readonly revision: number | null
  readonly datasets: string | null
  readonly holder: string | null
  readonly turn: number
}

function toPlace(row: PlaceRow | undefined): Place | undefined {
  if (!row || row.revision === null) return undefined
  return {
    revision: row.revision,
    datasets: JSON.parse(row.datasets ?? '[]') as string[],
    holder: fromStored(row.holder ?? ''),
    turn: row.turn,
  }
}

async function isTakenBy(run: Run, claim: string): Promise<boolean> {
  return (await run<{ claim: string | null }>(changes.readClaim, { name }))[0]?.claim === claim
}
