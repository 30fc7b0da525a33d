import { SuanliError } from '../../model/error.js'
import { findRelease } from '../../views/releases.js'
import type { Context, ViewInput } from '../request/context.js'
import type { FieldDeclaration, FieldFunction } from '../schema/declare.js'

interface InView {
  readonly view?: ViewInput | null
}

/** Root fields whose view names a release look it up first; all others are as they were. */
export function readingReleases(
  fields: Readonly<Record<string, FieldDeclaration>>,
): Readonly<Record<string, FieldDeclaration>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, declaration]) => {
      const { field, arguments: args } = declaration
      return [name, field && args && 'view' in args ? { ...declaration, field: lookingUp(field) } : declaration]
    }),
  )
}

function lookingUp(field: FieldFunction): FieldFunction {
  const compute = field as (source: unknown, args: InView, context: Context, info: unknown) => unknown
  const looking = (source: unknown, args: InView, context: Context, info: unknown) => {
    const { view } = args
    if (view?.release == null) return compute(source, args, context, info)
    return lookUp(view, view.release, context).then(found => compute(source, { ...args, view: found }, context, info))
  }
  return looking as FieldFunction
}

async function lookUp(view: ViewInput, name: string, context: Context): Promise<ViewInput> {
  if (view.knownAt != null || view.trust != null)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'A release says what was known and whose word wins: leave `knownAt` and `trust` out.',
    })
  const released = findRelease(await context.store.ask<'deeds'>({ kind: 'deeds' }), name)
  if (!released) throw new SuanliError('NOT_FOUND', { what: 'release', id: name.slice(0, 200) })
  return { ...view, released }
}
