import { describe, expect, it } from '@jest/globals'
import { checkHistory } from '../../drill/check-history.js'
import type { Final, History, Read, Write } from '../../drill/history.js'

const write = (token: string, at: number, rest: Partial<Write> = {}): Write => ({
  session: 'writer',
  server: 'a',
  begun: at,
  ended: at + 10,
  token,
  outcome: 'done',
  group: 'g',
  ...rest,
})
const log = [
  { token: 'one', revision: 2 },
  { token: 'two', revision: 3 },
  { token: 'three', revision: 5 },
]
const read = (at: number, seen: number, rest: Partial<Read> = {}): Read => {
  const values = log.slice(0, seen).map(({ token }) => token)
  return {
    session: 'reader',
    server: 'a',
    begun: at,
    ended: at + 10,
    revision: log[seen - 1]?.revision ?? 1,
    log: log.slice(0, seen),
    group: 'g',
    values: [values, values],
    ...rest,
  }
}
const sound: History = {
  writes: [write('one', 0), write('two', 100), write('three', 200), write('never', 300, { outcome: 'refused' })],
  reads: [read(50, 1), read(150, 2), read(250, 3)],
  followed: [{ session: 'subscriber', cursors: ['y', 'z'] }],
  troubles: [],
}
const final: Final = { log, cursors: ['x', 'y', 'z'] }

describe('the checker of histories', () => {
  it('finds nothing in a sound history, in which a write without an answer may or may not be done', () => {
    expect(checkHistory(sound, final)).toEqual([])
    const unknown = [write('two', 100, { outcome: 'unknown' }), write('lost', 120, { outcome: 'unknown' })]
    const [one, , three] = sound.writes as [Write, Write, Write]
    expect(checkHistory({ ...sound, writes: [one, ...unknown, three] }, final)).toEqual([])
  })

  const withWrite = (changed: Write) => ({
    ...sound,
    writes: [...sound.writes.filter(({ token }) => token !== changed.token), changed],
  })
  const withRead = (...reads: readonly Read[]) => ({ ...sound, reads: [...sound.reads, ...reads] })
  it.each<[string, History, Final, RegExp]>([
    ['an acknowledged write that is lost', withWrite(write('gone', 300)), final, /acknowledged and lost: gone/],
    ['a refused write that was done', withWrite(write('two', 100, { outcome: 'refused' })), final, /refused and done/],
    ['a write that was done twice', sound, { ...final, log: [...log, { token: 'two', revision: 6 }] }, /done 2 times/],
    ['another revision than was answered', withWrite(write('two', 100, { revision: 4 })), final, /revision 4.*with 3/],
    ['a lost update', withWrite(write('three', 200, { expected: 2 })), final, /lost update: three/],
    ['a read without a value', withRead(read(260, 3, { values: [['one', 'two']] })), final, /where the log has/],
    ['half a write', withRead(read(260, 2, { values: [['one', 'two'], ['one']] })), final, /saw of g\[1\]/],
    ['a value too many', withRead(read(160, 2, { values: [['one', 'two', 'three']] })), final, /saw of g\[0\]/],
    ['another log', withRead(read(260, 3, { log: [log[0] ?? never(), log[2] ?? never()] })), final, /another log/],
    [
      'a changed past',
      withRead(read(260, 3, { earlier: { revision: 3, values: ['one'] } })),
      final,
      /as of revision 3/,
    ],
    ['a session that goes back', withRead(read(260, 2, { server: 'a' })), final, /went back from revision 5 to 3/],
    ['a stale read at one server', withRead(read(270, 2, { session: 'other' })), final, /began .* and comes before it/],
    ['a stale read at another server', withRead(read(231, 2, { session: 'o', server: 'b' })), final, /comes before it/],
    [
      'two answers for one question',
      withRead(
        read(260, 3, { digest: { key: 'release', hash: '1' } }),
        read(280, 3, { digest: { key: 'release', hash: '2' } }),
      ),
      final,
      /read release differently/,
    ],
    [
      'a change that is left out',
      { ...sound, followed: [{ session: 's', cursors: ['x', 'z'] }] },
      final,
      /out of order/,
    ],
    [
      'a change that comes twice',
      { ...sound, followed: [{ session: 's', cursors: ['y', 'y'] }] },
      final,
      /out of order/,
    ],
    ['an error in a quiet time', { ...sound, troubles: [trouble('TIMEOUT', undefined)] }, final, /in a quiet time/],
    ['an error of the program', { ...sound, troubles: [trouble('INTERNAL_SERVER_ERROR', 'cut')] }, final, /during cut/],
    ['words of the engine', { ...sound, troubles: [trouble('TIMEOUT', 'cut', 'SQLITE_BUSY')] }, final, /SQLITE_BUSY/],
  ])('finds %s', (_, history, last, expected) => {
    expect(checkHistory(history, last)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })

  it('lets a read of another server be as old as what the server may take to be the newest revision', () => {
    expect(checkHistory(withRead(read(229, 2, { session: 'other', server: 'b' })), final)).toEqual([])
  })
})

function trouble(code: string, during: string | undefined, message = 'no') {
  return { session: 's', server: 'a', what: 'read' as const, during, code, message }
}

function never(): never {
  throw new Error('the log of the test is shorter than its cases')
}
