import type { Outcome } from '../history.js'
import type { Random } from '../random.js'
import { post, type Session } from '../session.js'
import { pairOf } from './dataset.js'

const failed = 'revision failure { ... on MutationFailure { code message } }'

/** A client that merges, splits, retracts, restores, decides with an expected revision, and publishes releases. */
export class Curator {
  readonly releases: string[] = []
  #isMerged = false
  #isRetracted = false
  #isDecided = false
  #statement: string | undefined
  #conflict: string | undefined
  #count = 0

  constructor(
    readonly session: Session,
    readonly random: Random,
  ) {}

  async step(): Promise<Outcome> {
    if (this.#statement === undefined && !(await this.#look())) return 'refused'
    const draw = this.random.below(10)
    if (draw < 3) return await this.#merge()
    if (draw < 6) return await this.retract()
    return draw < 9 ? await this.#decide() : await this.#release()
  }

  /** Retracts a statement, or restores it: the shortest write there is. */
  async retract(): Promise<Outcome> {
    if (this.#statement === undefined && !(await this.#look())) return 'refused'
    const field = this.#isRetracted ? 'restoreStatement' : 'retractStatement'
    const outcome = await this.#write(field, 'statementId: $id', { id: this.#statement })
    this.#isRetracted = this.#after(outcome, this.#isRetracted)
    return outcome
  }

  async #merge(): Promise<Outcome> {
    const [id, other] = pairOf(this.session.name)
    const field = this.#isMerged ? 'splitEntity' : 'mergeEntities'
    const input = this.#isMerged ? 'entityId: $id, formerId: $other' : 'keepId: $id, mergeId: $other'
    const outcome = await this.#write(field, input, { id, other })
    this.#isMerged = this.#after(outcome, this.#isMerged)
    return outcome
  }

  /** Both curators decide the same conflict: who expected an older revision must be refused. */
  async #decide(): Promise<Outcome> {
    const seen = await this.session.ask('{ revision }')
    if (seen.kind !== 'data') return 'refused'
    const expected: number = seen.data.revision
    const field = this.#isDecided ? 'reopenConflict' : 'decideConflict'
    const input = `conflictId: $id, expectedRevision: ${expected}${this.#isDecided ? '' : ', dismiss: true'}`
    const outcome = await this.#write(field, input, { id: this.#conflict }, expected)
    // The other curator may have done the same: try the other way next.
    this.#isDecided = !this.#isDecided
    return outcome
  }

  async #release(): Promise<Outcome> {
    const title = `release ${this.session.name} ${this.#count + 1}`
    const outcome = await this.#write('publishRelease', 'title: $id', { id: title })
    if (outcome === 'done') this.releases.push(title)
    return outcome
  }

  async #write(
    field: string,
    input: string,
    variables: { readonly id: string | undefined; readonly other?: string },
    expected?: number,
  ): Promise<Outcome> {
    this.#count += 1
    const { session } = this
    const token = `${session.name}-${this.#count}`
    const idType = field === 'publishRelease' ? 'String!' : 'ID!'
    const other = variables.other === undefined ? '' : ', $other: ID!'
    const document = `mutation ($id: ${idType}, $reason: String!${other}) {
      done: ${field}(input: { ${input}, reason: $reason }) { ${failed} } }`
    const send = () => post(session.server.url, document, { ...variables, reason: token })
    return await session.write({ token, ...(expected !== undefined && { expected }) }, send, ({ done }) =>
      done.failure ? { outcome: 'refused' } : { outcome: 'done', revision: done.revision },
    )
  }

  /** Whether a thing is done now. When it was refused since it was done already, the write before it, without an answer, was done. */
  #after(outcome: Outcome, before: boolean): boolean {
    return outcome === 'done' || (outcome === 'refused' && doneAlready.test(this.session.refusal)) ? !before : before
  }

  /** Finds the statement and the conflict to work on. */
  async #look(): Promise<boolean> {
    const [, id] = pairOf(this.session.name)
    const reply = await this.session.ask(
      `query ($id: ID!) { statements(filter: { subject: { eq: $id } }, first: 1) { nodes { id } }
        conflicts(first: 1) { nodes { id } } }`,
      { id },
    )
    if (reply.kind !== 'data') return false
    this.#statement = reply.data.statements.nodes[0]?.id
    this.#conflict = reply.data.conflicts.nodes[0]?.id
    return this.#statement !== undefined
  }
}

const doneAlready = /"(NOT_WITHDRAWN|ALREADY_RETRACTED|NOT_MERGED|ALREADY_MERGED)"/
