import type { Conflict } from '../model/conflict.js'
import { type Curation, curationOf } from '../model/curation.js'
import { conflictId } from '../model/id.js'
import type { Store } from '../store/store.js'

/** What a curation action says of the conflict that it decides. */
interface NamedConflict {
  readonly conflict: string
  readonly subjects: readonly string[]
}

/**
 * The conflict that a curation action of another store decides. The id may be one of an earlier version, in which the
 * id followed from the subjects as they were merged when the conflict was found: then the conflict of the same subjects
 * that could have had this id.
 */
export async function findConflict(store: Store, named: NamedConflict): Promise<Conflict | undefined> {
  const { conflict: id } = named
  const { answers } = await store.read<'conflict' | 'deeds'>([
    { question: { kind: 'conflict', id } },
    { question: { kind: 'deeds' } },
  ])
  const [found, deeds] = answers as [Conflict | undefined, Parameters<typeof curationOf>[0]]
  if (found !== undefined || named.subjects.length === 0) return found
  const curation = curationOf(deeds)
  const subjects = named.subjects.map(curation.canonical)
  const question = { kind: 'conflicts', subjects, limit: maxConflicts } as const
  const [conflicts = []] = (await store.read<'conflicts'>([{ question }])).answers
  return conflicts.find(conflict => earlierIdsOf(conflict, curation).includes(id))
}

const maxConflicts = 1000

function earlierIdsOf(conflict: Conflict, { idsOf }: Curation): readonly string[] {
  const { subjects } = conflict
  const [only, ...others] = subjects
  const single = only !== undefined && others.length === 0 ? idsOf(only).map(id => [id]) : []
  return [subjects, ...single].map(each => conflictId({ ...conflict, subjects: each }))
}
