import { tmpdir } from 'node:os'
import { SuanliError } from '../../model/error.js'

/**
 * The error for what failed while the folder for temporary files was written: SCRATCH_UNWRITABLE if the system refused to
 * write there. Any other failure, of a connection for example, says nothing of the folder, and is given back as it is.
 */
export function scratchFailure(cause: unknown): unknown {
  const reason = cause instanceof Error && 'code' in cause ? reasons.get(cause.code) : undefined
  return reason === undefined ? cause : new SuanliError('SCRATCH_UNWRITABLE', { folder: tmpdir(), reason }, { cause })
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'no more is allowed'],
  ['EFBIG', 'its files may be no larger'],
  ['EACCES', 'you have no right to'],
  ['EPERM', 'you have no right to'],
  ['EROFS', 'it may only be read'],
  ['ENOENT', 'it is not there'],
  ['ENOTDIR', 'it is no folder'],
  ['EIO', 'the disk failed'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
])
