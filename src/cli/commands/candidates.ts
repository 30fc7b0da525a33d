import type { Command } from 'commander'
import type { Candidate, CandidatePlace } from '../../candidates/find-candidates.js'
import { SuanliError } from '../../model/error.js'
import { meant } from '../../ontology/closest-match.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { Store } from '../../store/store.js'
import { type CommonOptions, openSession, run, type Session, withFilledStore } from '../command.js'
import { counted } from '../report.js'

interface CandidatesOptions extends CommonOptions {
  readonly type?: string
  readonly limit: string
  readonly minScore: string
}

export function registerCandidates(program: Command): void {
  program
    .command('candidates')
    .description(
      'pairs of entities that may be one, the likeliest first, with what speaks for and against it; merges nothing',
    )
    .option('--type <name>', 'only of this type: Company; of all, unless it is given')
    .option('--min-score <number>', 'only pairs with at least this score, 0 to 1', '0.5')
    .option('--limit <number>', 'at most so many', '50')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((options: CandidatesOptions) => run(options, () => candidates(options)))
}

async function candidates(options: CandidatesOptions): Promise<void> {
  const session = openSession(options)
  const types = typesNamed(options.type, session.ontology)
  const minScore = numberIn('--min-score', options.minScore, 0, 1)
  const limit = numberIn('--limit', options.limit, 1, 100_000)
  await withFilledStore(session, async store => {
    const best = await findBest(store, session, types, minScore, limit)
    if (options.json) console.log(JSON.stringify({ count: best.count, candidates: best.kept.map(toJson) }))
    else console.log(textOf(best))
  })
}

interface Best {
  /** How many there are in all. */
  readonly count: number
  /** The likeliest first. */
  readonly kept: readonly Candidate[]
}

/** In parts, each with a view reader of its own, so that memory holds one part only. */
async function findBest(
  store: Store,
  { ontology }: Session,
  types: readonly EntityType[],
  minScore: number,
  limit: number,
): Promise<Best> {
  const [{ findCandidates }, { createContext }] = await Promise.all([
    import('../../candidates/find-candidates.js'),
    import('../../graphql/request/context.js'),
  ])
  let kept: readonly Candidate[] = []
  let count = 0
  for (const type of types)
    for (let after: CandidatePlace | undefined; ; ) {
      const reader = createContext({ store, ontology, now: () => new Date() }).at()
      const search = { after, limit: Number.POSITIVE_INFINITY, look: entitiesInPart }
      const { candidates: found, next } = await findCandidates(reader, type, minScore, search)
      count += found.length
      kept = [...kept, ...found].sort(byScore).slice(0, limit)
      if (!next) break
      after = next
    }
  return { count, kept }
}

const entitiesInPart = 1_000

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.a + a.b < b.a + b.b ? -1 : 1)
}

function toJson({ a, b, score, reasons }: Candidate) {
  return { a, b, score, reasons }
}

function textOf({ count, kept }: Best): string {
  const lines = kept.map(
    ({ a, b, score, reasons }) =>
      `${score.toFixed(2)}  ${a}  ${b}\n${reasons.map(({ code, detail }) => `      ${code}  ${detail}`).join('\n')}`,
  )
  const shown = kept.length < count ? `, ${kept.length} shown` : ''
  return [...lines, `${counted(count, 'pair')} that may be one${shown}`].join('\n')
}

function typesNamed(name: string | undefined, { types }: Ontology): readonly EntityType[] {
  if (name === undefined) return types
  const found = types.find(type => [type.name, type.enumName, type.prefix].includes(name))
  if (found) return [found]
  const nearest = meant(
    name,
    types.map(type => type.name),
  )
  throw new SuanliError('NOT_IN_ONTOLOGY', {
    what: 'entity type',
    seen: name,
    hint: nearest === undefined ? '.' : `: did you mean "${nearest}"?`,
  })
}

function numberIn(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= min && value <= max) return value
  throw new SuanliError('BAD_USER_INPUT', {
    problem: `${option} is "${text}", which is not a number from ${min} to ${max}.`,
  })
}
