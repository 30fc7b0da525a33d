/** Lets work on one store wait for the work before it, within this process. */
export class Turns {
  readonly #last = new WeakMap<object, Promise<unknown>>()

  take<Result>(store: object, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(store) ?? Promise.resolve()
    const own = before.then(work, work)
    this.#last.set(store, own)
    return own
  }
}
