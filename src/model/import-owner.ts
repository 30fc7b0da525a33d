/**
 * Owner of the import lock: `host:pid`. The mark says that no process can run the same import again (its upload goes with the
 * server): when the process has ended, the next write of any process undoes the import. An owner without the mark leaves
 * an import that the same command finishes.
 */
export function markUndone(owner: string): string {
  return `${mark}${owner}`
}

export function isUndone(owner: string): boolean {
  return owner.startsWith(mark)
}

/** The process, `host:pid`; empty when no process has the import any more. */
export function processOf(owner: string): string {
  return isUndone(owner) ? owner.slice(mark.length) : owner
}

/** The owner while an import is undone: no process in particular, so that any process can continue an interrupted undo. */
export function ownerOfAbandonment(owner: string): string {
  return isUndone(owner) ? mark : ''
}

/** In no name of a host; earlier versions of the program take the owner for a process of another machine. */
const mark = 'undo/'
