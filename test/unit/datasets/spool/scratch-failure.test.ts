import { describe, expect, it } from '@jest/globals'
import { scratchFailure } from '../../../../src/datasets/spool/scratch-failure.js'

const failureOf = (code: string) => Object.assign(new Error(code), { code, errno: -1, syscall: 'write' })

describe('a failure while temporary files were written', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EMFILE', 'too many files are open'],
    ['EIO', 'the disk failed'],
  ])('is the folder that cannot be written, if the system says so: %s', (code, reason) => {
    expect(scratchFailure(failureOf(code))).toMatchObject({ code: 'SCRATCH_UNWRITABLE', fields: { reason } })
  })

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'toString'])('is itself if it is of something else: %s', code => {
    const failure = failureOf(code)
    expect(scratchFailure(failure)).toBe(failure)
  })

  it('is itself if no system told it', () => {
    const failure = new TypeError('no')
    expect(scratchFailure(failure)).toBe(failure)
  })
})
