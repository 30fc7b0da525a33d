import { tmpdir } from 'node:os'
import { SuanliError } from '../../model/error.js'

/** The error for a failed write into the folder for temporary files: SCRATCH_UNWRITABLE if the system refused the write. */
export function scratchFailure(cause: unknown): unknown {
  if (!(cause instanceof Error) || !('errno' in cause) || !('code' in cause)) return cause
  const reason = reasons[String(cause.code)] ?? 'the system refuses'
  return new SuanliError('SCRATCH_UNWRITABLE', { folder: tmpdir(), reason }, { cause })
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more is allowed',
  EFBIG: 'its files may be no larger',
  EACCES: 'you have no right to',
  EROFS: 'it may only be read',
  ENOENT: 'it is not there',
}
