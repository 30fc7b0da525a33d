import type { Engine, World } from '../world.js'

/** Something that goes wrong while clients read and write. */
export interface Fault {
  readonly name: string
  readonly engines?: readonly Engine[]
  /** Why it cannot be put in here; undefined if it can. */
  readonly whyNot?: () => string | undefined
  /**
   * Puts the fault in and takes it away. Gives what is wrong in a sentence each, and how many times it happened. Says how
   * far the fault has come if that takes minutes.
   */
  run(world: World, isShort: boolean, say: (line: string) => void): Promise<FaultResult>
}

export interface FaultResult {
  readonly times: number
  /** The longest time until every server took a write again, of a fault that waits for that between its times. */
  readonly slowestMs?: number
  readonly violations?: readonly string[]
}
