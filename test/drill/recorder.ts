import type { Followed, History, Read, Trouble, Write } from './history.js'

/** Keeps what clients did and saw, as it happens. */
export class Recorder implements History {
  readonly writes: Write[] = []
  readonly reads: Read[] = []
  readonly troubles: Trouble[] = []
  readonly followed: Followed[] = []
  /** The fault that is put in now, until the servers have recovered from it; undefined in quiet times. */
  fault: string | undefined
  #changes = 0

  begin(fault: string): void {
    this.fault = fault
    this.#changes += 1
  }

  end(): void {
    this.fault = undefined
    this.#changes += 1
  }

  /** Gives a function that tells which fault there was since now, if there was any. */
  watch(): () => string | undefined {
    const { fault } = this
    const changes = this.#changes
    return () => fault ?? this.fault ?? (this.#changes === changes ? undefined : 'a fault that has ended')
  }
}
