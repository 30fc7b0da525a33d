import type { Statement } from '../model/statement.js'
import { isChinese } from '../values/language-tag.js'
import { type CitedEdition, type CitedEditions, sourceIdOf } from './cited-edition.js'
import { isSelfLink } from './contradiction.js'
import { isTranslation, weightOf } from './default-trust.js'
import { chinese, type ExplainWords, english, type Side } from './explain-words.js'
import { type ResolvedProperty, rivalOf } from './resolve.js'
import { decisionOn, publishedOn, type ResolutionContext, type ResolutionRule } from './rules.js'
import { supportAmong, valueKey } from './support.js'
import { placeAmongLanguages, placeAmongSources } from './trust-order.js'

/**
 * One sentence that says why the chosen statement wins over the best other statement. It quotes both sides in the words
 * of their sources: `The original (zh-Hans) of 上观新闻 is trusted before its translation (en): “45EFLOPS” before “45EFLOPS”.`
 * The sentence is Chinese if that language is requested, else English.
 */
export function explain(resolved: ResolvedProperty, context: ResolutionContext, language = 'en'): string {
  const { chosen, rule, alternatives } = resolved
  const words = isChinese(language) ? chinese : english
  const sideOf = (statement: Statement) => toSide(statement, context.citedEditions)
  if (!chosen) {
    const wrong = alternatives.filter(statement => !isSelfLink(statement))
    if (wrong.length > 0) return words.noneRight(wrong.map(sideOf))
    return alternatives.length === 0 ? words.nothing : words.selfLinks(alternatives.map(sideOf))
  }
  const other = rivalOf(resolved)
  if (!other) return words.only(sideOf(chosen))
  const support = supportAmong([chosen, ...alternatives], context.citedEditions)
  const key = valueKey(other)
  const bothCount = key !== valueKey(chosen) && resolved.counted.some(statement => valueKey(statement) === key)
  const sides = [sideOf(chosen), sideOf(other)] as const
  return explanations[rule]({ words, chosen, other, bothCount, sides, ...context, support })
}

interface Choice extends Required<ResolutionContext> {
  readonly words: ExplainWords
  readonly chosen: Statement
  readonly other: Statement
  readonly sides: readonly [Side, Side]
  /** Whether the other one is of another value, which counts as well. */
  readonly bothCount: boolean
}

const explanations: Readonly<Record<ResolutionRule, (choice: Choice) => string>> = {
  ONLY_STATEMENT: ({ words, sides }) => words.only(sides[0]),
  DECISION: ({ words, sides, chosen, other, conflicts }) =>
    words.decided(...sides, (decisionOn(chosen, conflicts) ?? decisionOn(other, conflicts))?.decision),
  RANK: ({ words, sides, chosen, other }) => words.ranked(sides[0], chosen.rank, sides[1], other.rank),
  DERIVED: ({ words, sides, other }) => words.derived(...sides, other.derived ?? ''),
  TRUST: explainTrust,
  CONFIDENCE: ({ words, sides, chosen, other }) => words.surer(sides[0], chosen.confidence, sides[1], other.confidence),
  SPECIFICITY: ({ words, sides }) => words.exacter(...sides),
  SUPPORT: ({ words, sides, chosen, other, support }) =>
    words.supported(sides[0], support(chosen), sides[1], support(other)),
  RECENCY: explainRecency,
}

/** The first criterion of `byTrust` in which the two differ. */
function explainTrust({ words, sides, chosen, other, view, citedEditions }: Choice): string {
  const { trust } = view
  const [cited, otherCited] = [citedEditions(chosen.edition), citedEditions(other.edition)]
  if (placeAmongLanguages(trust, chosen, cited) !== placeAmongLanguages(trust, other, otherCited))
    return words.languagesAsked(...sides, trust.languages)
  if (placeAmongSources(trust, chosen) !== placeAmongSources(trust, other))
    return words.sourcesAsked(...sides, trust.sources)
  if (isTranslation(cited) !== isTranslation(otherCited))
    return words.original(...sides, sourceIdOf(chosen.edition) === sourceIdOf(other.edition))
  return words.weighed(sides[0], weightOf(cited), sides[1], weightOf(otherCited))
}

function explainRecency({ words, sides, chosen, other, bothCount, citedEditions }: Choice): string {
  if (publishedOn(chosen, citedEditions) === publishedOn(other, citedEditions))
    return bothCount ? words.bothCount(...sides) : words.tied(...sides)
  const [published = '', otherPublished] = [chosen, other].map(
    ({ edition }) => citedEditions(edition)?.source.published,
  )
  return words.later(sides[0], published, sides[1], otherPublished)
}

function toSide(statement: Statement, citedEditions: CitedEditions): Side {
  const cited = citedEditions(statement.edition)
  return {
    words: statement.asStated,
    source: sourceName(statement, cited),
    language: cited?.edition.language ?? statement.language,
  }
}

/** Name of a source: its publisher, else its title, else its id. */
function sourceName({ edition }: Statement, cited: CitedEdition | undefined): string {
  return cited?.source.publisher ?? cited?.source.title ?? sourceIdOf(edition)
}
