import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { groupsOf } from '../../../src/conflicts/connected-groups.js'

describe('groupsOf', () => {
  it('puts together what hangs together by a chain, and leaves out what stands alone', () => {
    const bonds = new Set(['a-c', 'c-d', 'b-f'])
    const areBound = (a: string, b: string) => bonds.has(`${a}-${b}`) || bonds.has(`${b}-${a}`)
    expect(groupsOf([...'abcdef'], areBound)).toEqual([
      ['a', 'c', 'd'],
      ['b', 'f'],
    ])
    expect(groupsOf([], areBound)).toEqual([])
  })

  it('puts two members in one group just where a walk along the bonds leads from one to the other', () => {
    const anyGraph = fc.integer({ min: 0, max: 8 }).chain(size =>
      fc.record({
        size: fc.constant(size),
        bonds: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 10 }),
      }),
    )
    fc.assert(
      fc.property(anyGraph, ({ size, bonds }) => {
        const members = Array.from({ length: size }, (_, i) => i)
        const areBound = (a: number, b: number) => bonds.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
        const groups = groupsOf(members, areBound)
        for (const start of members) {
          const reached = new Set([start])
          for (const at of reached) for (const next of members) if (next !== at && areBound(at, next)) reached.add(next)
          const group = groups.find(candidate => candidate.includes(start)) ?? [start]
          expect(new Set(group)).toEqual(reached)
        }
      }),
    )
  })
})
