import { type ActionColumns, ChangeEngine, type ChangeSteps, type Claimed } from '../change-engine.js'
import type { ImportLock } from '../import-lock.js'
import type { RevisionRow } from '../read-engine.js'
import type { Batch } from '../store.js'
import type { WriteEngine } from '../store-writer.js'
import { fromStored, toStored } from '../stored-text.js'
import { migrate, readSchema } from './neo4j-migrate.js'
import type { Neo4jConnection, Run } from './neo4j-session.js'
import { defineRowsOfStore } from './rows/neo4j-rows.js'
import { stageBatch } from './stage-batch.js'
import * as changes from './write-cypher.js'

/**
 * Changes a store. What is staged carries the number of the revision that is being made: readers stop before it, so
 * nothing has to be moved when it is published. Each step begins by locking the staging node, so that one writer at a
 * time is at work, and each is one transaction, which the driver repeats when the answer to its commit was lost.
 */
export class Neo4jWriter extends ChangeEngine<Batch> implements WriteEngine {
  constructor(readonly db: Neo4jConnection) {
    super()
  }

  async prepare(): Promise<void> {
    // The bulk importer brings rows, and no indexes.
    if ((await readSchema(this.db)) === 0) await defineRowsOfStore(this.db)
    await migrate(this.db)
  }

  async readLock(): Promise<ImportLock | undefined> {
    return toLock((await this.db.read<LockRow>(changes.readLock, { name }))[0])
  }

  protected change<Result>(work: (steps: Neo4jSteps) => Promise<Result>): Promise<Result> {
    return this.db.write(run => work(new Neo4jSteps(run, this.db.store)))
  }
}

class Neo4jSteps implements ChangeSteps<Batch> {
  constructor(
    readonly run: Run,
    readonly store: string,
  ) {}

  async readLock(): Promise<Claimed<ImportLock> | undefined> {
    return toLock((await this.run<LockRow>(changes.lockStaging, { name }))[0])
  }

  async giveLock(owner: string, claim: string, begun?: Pick<ImportLock, 'revision' | 'datasets'>): Promise<void> {
    const { revision = null, datasets } = begun ?? {}
    const given = { revision, datasets: datasets ? JSON.stringify(datasets) : null, holder: toStored(owner), claim }
    await this.run(changes.giveLock, { name, ...given })
  }

  async freeLock(): Promise<void> {
    await this.run(changes.freeLock, { name })
  }

  async newestRevision(): Promise<RevisionRow | undefined> {
    return (await this.run<RevisionRow>(changes.newestRevision))[0]
  }

  async revision(revision: number): Promise<Claimed<RevisionRow> | undefined> {
    return (await this.run<Claimed<RevisionRow>>(changes.readRevision, { revision }))[0]
  }

  async addRevision(
    { number, at, claim = null }: Claimed<RevisionRow>,
    action: ActionColumns | undefined,
  ): Promise<void> {
    await this.run(changes.addRevision, { number, at, claim })
    if (action) await this.run(changes.addDeed, { action })
  }

  stageBatch(batch: Batch, revision: number): Promise<void> {
    return stageBatch(this.run, batch, revision)
  }

  async hasStaged(revision: number): Promise<boolean> {
    const [row] = await this.run<{ isStaged: boolean }>(changes.hasStaged, { revision })
    return row?.isStaged === true
  }

  async undoPart(revision: number): Promise<boolean> {
    for (const undo of changes.undoings) {
      const [row] = await this.run<{ undone: number }>(undo, { revision, limit: partRows })
      if ((row?.undone ?? 0) > 0) return true
    }
    return false
  }
}

const name = 'staging'
const partRows = 5_000

interface LockRow {
  readonly revision: number | null
  readonly datasets: string | null
  readonly holder: string | null
  readonly turn: number
  readonly claim?: string | null
}

function toLock(row: LockRow | undefined): Claimed<ImportLock> | undefined {
  if (!row || row.revision === null) return undefined
  return {
    revision: row.revision,
    datasets: JSON.parse(row.datasets ?? '[]') as string[],
    owner: fromStored(row.holder ?? ''),
    token: row.turn,
    claim: row.claim,
  }
}
