import { SuanliError } from '../../model/error.js'
import type { Source } from '../../model/source.js'
import { meant } from '../../ontology/closest-match.js'
import { isKnownLanguage, languageMatches } from '../../values/language-tag.js'
import { findRelease, listReleases } from '../../views/releases.js'
import type { ViewReader } from '../../views/view-reader.js'
import type { Context, ViewInput } from '../request/context.js'
import { failureIn } from '../request/format-error.js'
import type { FieldFunction, Queries } from '../schema/declare.js'

interface InView {
  readonly view?: ViewInput | null
}

/** Root fields whose `view` argument needs looking up do so first; all others stay as they are. */
export function resolvingViews(fields: Queries): Queries {
  return Object.fromEntries(
    Object.entries(fields).map(([name, declaration]) => {
      const { field, arguments: args } = declaration
      return [name, field && args && 'view' in args ? { ...declaration, field: resolvingView(field) } : declaration]
    }),
  )
}

function resolvingView(field: FieldFunction): FieldFunction {
  const compute = field as (source: unknown, args: InView, context: Context, info: unknown) => unknown
  const resolving = (source: unknown, args: InView, context: Context, info: unknown) => {
    const { view } = args
    if (view == null || !needsLookUp(view)) return compute(source, args, context, info)
    const { language } = view
    const found = resolveView(view, context).then(found => compute(source, { ...args, view: found }, context, info))
    return language == null
      ? found
      : found.catch((failure: unknown) => {
          throw failureIn(language, failure)
        })
  }
  return resolving as FieldFunction
}

function needsLookUp({ release, language, trust }: ViewInput): boolean {
  return release != null || language != null || trust != null
}

/**
 * The view with its release found. Names that the graph does not know are refused, since a view that ignored them would
 * answer another question. Throws NOT_FOUND and BAD_USER_INPUT.
 */
export async function resolveView(view: ViewInput, context: Context): Promise<ViewInput> {
  const { release, language, trust } = view
  if (language != null && !isKnownLanguage(language))
    throw new SuanliError('NOT_FOUND', { what: 'language', id: language, argument: 'view.language' })
  if (trust) await checkTrust(trust, context.at({}))
  return release == null ? view : await findReleased(view, release, context)
}

async function checkTrust(
  { sources, languages, minConfidence }: NonNullable<ViewInput['trust']>,
  reader: ViewReader,
): Promise<void> {
  if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1))
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `\`minConfidence: ${minConfidence}\` is out of range: give 0 to 1.`,
      problemZh: `\`minConfidence: ${minConfidence}\` 超出范围：请给出 0 到 1 之间的值。`,
      argument: 'view.trust.minConfidence',
      max: 1,
    })
  if (sources && sources.length > 0) await checkSources(sources, reader, 'view.trust.sources')
  if (languages && languages.length > 0) await checkLanguages(languages, reader, 'view.trust.languages')
}

/** Throws NOT_FOUND for the first of the ids that is of no source. */
export async function checkSources(ids: readonly string[], reader: ViewReader, argument: string): Promise<void> {
  const found = await Promise.all(ids.map(id => reader.ask<'source'>({ kind: 'source', id })))
  const missing = ids.find((_, i) => !found[i])
  if (missing === undefined) return
  const known = (await listSources(reader)).map(({ id }) => id)
  throw notFound('source', missing, argument, known)
}

/** Throws NOT_FOUND for the first of the language ranges that no edition matches. */
export async function checkLanguages(ranges: readonly string[], reader: ViewReader, argument: string): Promise<void> {
  const known = [...new Set((await listSources(reader)).flatMap(({ languages }) => languages))]
  const missing = ranges.find(range => !known.some(language => languageMatches(range, language)))
  if (missing !== undefined) throw notFound('edition in the language', missing, argument, known)
}

async function findReleased(view: ViewInput, name: string, context: Context): Promise<ViewInput> {
  if (view.knownAt != null || view.trust != null)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'A release fixes what was known and which sources win: leave `knownAt` and `trust` out.',
      problemZh: '发布版已固定截止时间和采信规则：请去掉 `knownAt` 和 `trust`。',
      argument: 'view.release',
    })
  const deeds = await context.store.ask<'deeds'>({ kind: 'deeds' })
  const released = findRelease(deeds, name)
  if (released) return { ...view, released }
  throw notFound(
    'release',
    name,
    'view.release',
    listReleases(deeds).flatMap(({ id, title }) => [title, id]),
  )
}

/** `known`: of which names one may be meant; `suggestion`: the one that is meant. */
export function notFound(
  what: string,
  id: string,
  argument: string,
  known: readonly string[] = [],
  suggestion = meant(id.slice(0, 200), known),
): SuanliError {
  const [, type] = /^entity of type (\w+)$/.exec(what) ?? []
  return new SuanliError('NOT_FOUND', {
    what,
    ...(type && { whatZh: `${type} 类型的实体` }),
    id: id.slice(0, 200),
    argument,
    ...(suggestion && { suggestion }),
  })
}

async function listSources(reader: ViewReader): Promise<readonly Source[]> {
  return reader.derive(
    'all sources',
    () => reader.ask<'sources'>({ kind: 'sources', limit: mostSources, reversed: false }),
    sources => 300 * sources.length,
  )
}

const mostSources = 10_000
