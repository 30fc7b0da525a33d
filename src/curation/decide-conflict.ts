import type { Conflict } from '../model/conflict.js'
import { SuanliError } from '../model/error.js'
import { type ByHand, carryOut, type Workshop } from './carry-out.js'

export interface Verdict {
  readonly conflict: string
  /** The statement that is right. */
  readonly chosen?: string | undefined
  /** All may stand. */
  readonly dismiss: boolean
}

/**
 * Decides a conflict: for one of its statements, or that it is none. With neither, an earlier decision is taken back.
 * Throws NOT_FOUND, CONFLICT_GONE, NOT_IN_CONFLICT, BAD_USER_INPUT and what `carryOut` throws.
 */
export async function decideConflict(
  workshop: Workshop,
  { conflict: id, chosen, dismiss }: Verdict,
  byHand: ByHand,
): Promise<void> {
  if (chosen !== undefined && dismiss)
    throw new SuanliError('BAD_USER_INPUT', { problem: 'Give either `chosen` or `dismiss: true`.' })
  await carryOut(workshop, byHand, async graph => {
    const conflict = await graph.askOne<'conflict'>({ kind: 'conflict', id })
    if (!conflict) throw new SuanliError('NOT_FOUND', { what: 'conflict', id })
    if (conflict.closedIn !== undefined) throw new SuanliError('CONFLICT_GONE', { id })
    const { statements, subjects } = conflict
    if (chosen !== undefined && !statements.includes(chosen))
      throw new SuanliError('NOT_IN_CONFLICT', { id, chosen, statements: statements.join(', ') })
    const { by, reason } = byHand
    const status = statusFor(conflict, chosen, dismiss)
    const deed = { kind: 'DECISION', conflict: id, status, subjects, by, reason } as const
    return { deed: chosen === undefined ? deed : { ...deed, chosen }, batch: {}, result: undefined }
  })
}

function statusFor({ status }: Conflict, chosen: string | undefined, dismiss: boolean): Conflict['status'] {
  if (chosen !== undefined) return 'DECIDED'
  if (dismiss) return 'DISMISSED'
  if (status === 'OPEN')
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give `chosen` or `dismiss: true`; without either a decision is taken back, and this conflict has none.',
    })
  return 'OPEN'
}
