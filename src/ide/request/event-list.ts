import type { ExecutionResult } from 'graphql'

/** How many events are shown; the list of a busy subscription would outgrow the editor. */
const most = 100

/** What a subscription sent, the newest first, each with its number and the time of its arrival. */
export class EventList {
  #events: readonly object[] = []
  #received = 0
  #problem: unknown

  get received(): number {
    return this.#received
  }

  get shown(): number {
    return this.#events.length
  }

  add({ data, errors }: ExecutionResult, at: Date): void {
    this.#received++
    const event = {
      number: this.#received,
      at: timeOf(at),
      ...(data !== undefined && { data }),
      ...(errors && { errors }),
    }
    this.#events = [event, ...this.#events.slice(0, most - 1)]
  }

  /** The subscription broke off; the events that arrived stay in the list. */
  end(problem: unknown): void {
    this.#problem = problem
  }

  /** For the editor of answers, which shows any JSON. */
  toResult(): ExecutionResult {
    const problem = this.#problem === undefined ? {} : { errors: this.#problem }
    const dropped = this.#received - this.#events.length
    const result = { ...problem, received: this.#received, ...(dropped > 0 && { dropped }), events: this.#events }
    return result as ExecutionResult
  }
}

/** Local time with milliseconds: 21:04:05.120. */
function timeOf(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')
  return `${time}.${String(at.getMilliseconds()).padStart(3, '0')}`
}
