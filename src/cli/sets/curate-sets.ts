import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findConflict } from '../../curation/find-conflict.js'
import { ProblemList } from '../../datasets/check/problem-list.js'
import { type CurationActionOf, readCuration } from '../../datasets/files/read-curation.js'
import type { RecordedAction } from '../../model/curation-action.js'
import type { Store } from '../../store/store.js'
import type { Session } from '../command.js'
import { curate } from '../curation-files.js'
import type { DataSet } from './set.js'

/**
 * Applies the curation actions that come with the sets in the store (`curation.yaml` and `with-OTHER.yaml` beside their
 * datasets): those whose entities or conflict are in the store, and that this store has never had, so that what a curator
 * took back stays so. Returns their number.
 */
export async function curateSets(sets: readonly DataSet[], store: Store, session: Session): Promise<number> {
  const actions: CurationActionOf[] = []
  for (const { name, path } of sets)
    if ((await store.writer.attestedSubjects(undefined, name, { limit: 1 })).length > 0)
      for (const file of await curationFiles(path)) actions.push(...(await readCuration(file, new ProblemList())))
  if (actions.length === 0) return 0
  const [done = []] = (await store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers
  const isMerge = ({ kind }: CurationActionOf) => kind === 'MERGE'
  // A merge opens conflicts that the actions of any file may decide, so all merges come first.
  const merged = await curateIfThere(actions.filter(isMerge))
  const others = actions.filter(action => !isMerge(action))
  return merged + (await curateIfThere(await Promise.all(others.map(action => withPresentId(action, store)))))

  async function curateIfThere(candidates: readonly CurationActionOf[]): Promise<number> {
    const wanted: CurationActionOf[] = []
    for (const action of candidates)
      if (!done.some(each => isSame(each, action)) && (await concernsWhatIsThere(action, store))) wanted.push(action)
    return await curate(wanted, store, session)
  }
}

/** A decision with the id that its conflict has in this store. */
async function withPresentId(action: CurationActionOf, store: Store): Promise<CurationActionOf> {
  if (action.kind !== 'DECISION') return action
  const conflict = await findConflict(store, action)
  return conflict === undefined ? action : { ...action, conflict: conflict.id }
}

async function curationFiles(path: string): Promise<readonly string[]> {
  const names = await readdir(path)
  return names
    .filter(name => /^(?:curation|with-.+)\.yaml$/.test(name))
    .sort()
    .map(name => join(path, name))
}

function isSame(done: RecordedAction, action: CurationActionOf): boolean {
  switch (action.kind) {
    case 'MERGE':
      return done.kind === 'MERGE' && done.former === action.former && done.kept === action.kept
    case 'DECISION':
      return done.kind === 'DECISION' && done.conflict === action.conflict
    case 'RETRACTION':
      return done.kind === 'RETRACTION' && done.statement === action.statement
  }
}

async function concernsWhatIsThere(action: CurationActionOf, store: Store): Promise<boolean> {
  switch (action.kind) {
    case 'MERGE': {
      const ids = [action.kept, action.former]
      const { answers } = await store.read<'entity'>(ids.map(id => ({ question: { kind: 'entity', id } })))
      return answers.every(record => record !== undefined && record.statements.length > 0)
    }
    case 'DECISION': {
      const question = { kind: 'conflict', id: action.conflict } as const
      return (await store.read<'conflict'>([{ question }])).answers[0] !== undefined
    }
    case 'RETRACTION': {
      const question = { kind: 'statement', id: action.statement } as const
      return (await store.read<'statement'>([{ question }])).answers[0] !== undefined
    }
  }
}
