import type { Outcome } from '../history.js'
import { post, type Reply, type Session, upload } from '../session.js'
import { groupZip } from './dataset.js'

const start = `mutation ($dataset: String!, $reason: String!) {
  importDataset(input: { dataset: $dataset, dryRun: false, reason: $reason, waitSeconds: 8 }) { job { ...Job } } }
fragment Job on ImportJob { jobId status plan { applied problems { code message } } error { code message } }`
const look = `query ($id: ID!) { importJob(id: $id) { jobId status plan { applied problems { code message } } error { code message } } }`

/** A client that adds one value after another to a group of entities by importing the dataset of the group again. */
export class Importer {
  /** The groups that this client has written, the present one last. */
  readonly groups: string[] = []
  #values: string[] = []
  #count = 0

  constructor(readonly session: Session) {
    this.#beginGroup()
  }

  get group(): string {
    return this.groups.at(-1) ?? ''
  }

  /** Adds a value; `bulk`: in a long import. */
  async step(bulk: boolean): Promise<Outcome> {
    this.#count += 1
    const { session, group } = this
    const token = `${session.name}-${this.#count}`
    const values = [...this.#values, token]
    const outcome = await session.write({ token, group }, () => this.#send(groupZip(group, values, bulk), token), judge)
    if (outcome === 'done') this.#values = values
    // Of an import without an answer nobody knows whether the next one would add it.
    if (outcome === 'unknown' || values.length >= most) this.#beginGroup()
    return outcome
  }

  #beginGroup(): void {
    this.#values = []
    this.groups.push(`${this.session.name}-g${this.groups.length}`)
  }

  async #send(zip: Buffer, reason: string): Promise<Reply> {
    const { url } = this.session.server
    const sent = await upload(url, zip)
    // Nothing is imported by an upload that fails.
    if (sent.kind === 'cut') return { kind: 'error', code: 'UPLOAD_CUT', message: sent.message }
    if (sent.kind !== 'data') return sent
    let reply = await post(url, start, { dataset: sent.data.dataset, reason })
    for (let tries = 0; tries < 100 && isRunning(reply); tries += 1)
      reply = await post(url, look, { id: jobOf(reply)?.jobId })
    const job = jobOf(reply)
    if (!job) return reply
    return job.status === 'FAILED' && job.error ? { kind: 'error', ...job.error } : { kind: 'data', data: job }
  }
}

/** One page shows every value of the three entities of a group. */
const most = 25

interface Job {
  readonly jobId: string
  readonly status: string
  readonly plan: { readonly applied: boolean } | null
  readonly error: { readonly code: string; readonly message: string } | null
}

function jobOf(reply: Reply): Job | undefined {
  return reply.kind === 'data' ? (reply.data.importDataset?.job ?? reply.data.importJob) : undefined
}

function isRunning(reply: Reply): boolean {
  return !['DONE', 'FAILED', undefined].includes(jobOf(reply)?.status)
}

function judge({ status, plan }: Job): { readonly outcome: Outcome } {
  return { outcome: status === 'DONE' && plan?.applied ? 'done' : status === 'DONE' ? 'refused' : 'unknown' }
}
