import { describe, expect, it } from '@jest/globals'
import { EventList } from '../../../src/ide/request/event-list.js'

const at = new Date(2026, 0, 2, 3, 4, 5, 6)

describe('the events of a subscription', () => {
  it('are listed with their number and time, the newest first', () => {
    const list = new EventList()
    list.add({ data: { changed: 'first' } }, at)
    list.add({ data: null, errors: [{ message: 'refused' } as never], extensions: { cost: 3 } }, at)
    expect(list.toResult()).toEqual({
      received: 2,
      events: [
        { number: 2, at: '03:04:05.006', data: null, errors: [{ message: 'refused' }] },
        { number: 1, at: '03:04:05.006', data: { changed: 'first' } },
      ],
    })
  })

  it('are at most a hundred, and the list says how many it dropped', () => {
    const list = new EventList()
    for (let number = 1; number <= 250; number++) list.add({ data: { number } }, at)
    const { events, ...counts } = list.toResult() as unknown as { readonly events: readonly { number: number }[] }
    expect(counts).toEqual({ received: 250, dropped: 150 })
    expect([events.length, events[0]?.number, events.at(-1)?.number]).toEqual([100, 250, 151])
  })

  it('stay if the subscription breaks off', () => {
    const list = new EventList()
    list.add({ data: {} }, at)
    list.end([{ message: 'gone' }])
    expect(list.toResult()).toMatchObject({ errors: [{ message: 'gone' }], received: 1, events: [{ number: 1 }] })
  })
})
