/** A queue within this process: each piece of work on one store begins after the piece before it has ended. */
export class Turns {
  readonly #last = new WeakMap<object, Promise<unknown>>()

  take<Result>(store: object, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(store) ?? Promise.resolve()
    const own = before.then(work, work)
    this.#last.set(store, own)
    return own
  }
}
