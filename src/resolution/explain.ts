import type { Statement } from '../model/statement.js'
import { type CitedEdition, type CitedEditions, sourceIdOf } from './cited-edition.js'
import { isTranslation, weightOf } from './default-trust.js'
import type { ResolvedProperty } from './resolve.js'
import { decisionOn, publishedOn, type ResolutionContext, type ResolutionRule } from './rules.js'
import { placeAmongLanguages, placeAmongSources } from './trust-order.js'

/**
 * Says in one English sentence why the chosen statement goes before the best other, with both sides in the words and
 * the language of their sources: `The original (zh-Hans) of 上观新闻 is trusted before its translation (en): “45EFLOPS” before “45EFLOPS”.`
 */
export function explain({ chosen, rule, alternatives }: ResolvedProperty, context: ResolutionContext): string {
  const [other] = alternatives
  if (!chosen && !other) return 'This view sees no statement of it.'
  if (!chosen)
    return `A curator decided that ${alternatives.map(side(context.citedEditions)).join(' and ')} is not said of it.`
  if (!other) return explainOnly(chosen, context)
  return explanations[rule](chosen, other, context)
}

type Explanation = (chosen: Statement, other: Statement, context: ResolutionContext) => string

const explanations: Readonly<Record<ResolutionRule, Explanation>> = {
  ONLY_STATEMENT: (chosen, _, context) => explainOnly(chosen, context),
  DECISION: explainDecision,
  RANK: (chosen, other, { citedEditions }) =>
    `A curator ranked ${side(citedEditions)(chosen)} as ${chosen.rank.toLowerCase()}, and ${side(citedEditions)(other)} as ${other.rank.toLowerCase()}.`,
  DERIVED: (chosen, other, { citedEditions }) =>
    `${side(citedEditions)(chosen)} is stated, ${side(citedEditions)(other)} was worked out from the words: ${other.derived}.`,
  TRUST: explainTrust,
  CONFIDENCE: (chosen, other, { citedEditions }) =>
    `The reading of ${side(citedEditions)(chosen)} is held to be surer (${chosen.confidence}) than that of ${side(citedEditions)(other)} (${other.confidence}).`,
  SPECIFICITY: (chosen, other, { citedEditions }) =>
    `${side(citedEditions)(chosen)} says more exactly what it is than ${side(citedEditions)(other)}.`,
  RECENCY: explainRecency,
}

function explainOnly(chosen: Statement, { citedEditions }: ResolutionContext): string {
  return `${side(citedEditions)(chosen)} is the only statement of it that this view sees.`
}

function explainDecision(chosen: Statement, other: Statement, { conflicts, citedEditions }: ResolutionContext): string {
  const sides = `${side(citedEditions)(chosen)} before ${side(citedEditions)(other)}`
  const decision = (decisionOn(chosen, conflicts) ?? decisionOn(other, conflicts))?.decision
  return decision
    ? `${decision.by} decided for ${sides}: ${withStop(decision.reason)}`
    : `A curator decided for ${sides}.`
}

/** The first of the ways in which `byTrust` tells the two apart. */
function explainTrust(chosen: Statement, other: Statement, { view, citedEditions }: ResolutionContext): string {
  const { trust } = view
  const [citedEdition, otherEdition] = [citedEditions(chosen.edition), citedEditions(other.edition)]
  const sides = `${side(citedEditions)(chosen)} goes before ${side(citedEditions)(other)}`
  if (placeAmongLanguages(trust, chosen, citedEdition) !== placeAmongLanguages(trust, other, otherEdition))
    return `This view asks for ${trust.languages.join(', then ')} before other languages, so ${sides}.`
  if (placeAmongSources(trust, chosen) !== placeAmongSources(trust, other))
    return `This view asks for ${trust.sources.join(', then ')} before other sources, so ${sides}.`
  if (weightOf(citedEdition) !== weightOf(otherEdition))
    return `${sourceName(chosen, citedEdition)} is given more weight (${weightOf(citedEdition)}) than ${sourceName(other, otherEdition)} (${weightOf(otherEdition)}), so ${sides}.`
  if (isTranslation(citedEdition) === isTranslation(otherEdition)) return `The server trusts the one more, so ${sides}.`
  const words = `“${chosen.asStated}” before “${other.asStated}”`
  return sourceIdOf(chosen.edition) === sourceIdOf(other.edition)
    ? `The original (${languageOf(chosen, citedEdition)}) of ${sourceName(chosen, citedEdition)} is trusted before its translation (${languageOf(other, otherEdition)}): ${words}.`
    : `The original (${languageOf(chosen, citedEdition)}) of ${sourceName(chosen, citedEdition)} is trusted before the translation (${languageOf(other, otherEdition)}) of ${sourceName(other, otherEdition)}: ${words}.`
}

function explainRecency(chosen: Statement, other: Statement, { citedEditions }: ResolutionContext): string {
  if (publishedOn(chosen, citedEditions) === publishedOn(other, citedEditions))
    return `Nothing else tells ${side(citedEditions)(chosen)} from ${side(citedEditions)(other)}: the one whose id sorts first stands.`
  const [published, otherPublished] = [chosen, other].map(({ edition }) => citedEditions(edition)?.source.published)
  return otherPublished === undefined
    ? `${side(citedEditions)(chosen)} was published in ${published}, and when ${side(citedEditions)(other)} was is not known.`
    : `${side(citedEditions)(chosen)} was published later (${published}) than ${side(citedEditions)(other)} (${otherPublished}).`
}

/** “45EFLOPS” of 上观新闻 (zh-Hans) */
function side(citedEditions: CitedEditions): (statement: Statement) => string {
  return statement => {
    const citedEdition = citedEditions(statement.edition)
    return `“${statement.asStated}” of ${sourceName(statement, citedEdition)} (${languageOf(statement, citedEdition)})`
  }
}

/** By its publisher, as people speak of a source; else by its title, else by its id. */
function sourceName({ edition }: Statement, citedEdition: CitedEdition | undefined): string {
  return citedEdition?.source.publisher ?? citedEdition?.source.title ?? sourceIdOf(edition)
}

function languageOf({ language }: Statement, citedEdition: CitedEdition | undefined): string {
  return citedEdition?.edition.language ?? language
}

function withStop(text: string): string {
  return /[.!?。！？]$/u.test(text) ? text : `${text}.`
}
