import type { Statement } from '../model/statement.js'
import { sourceIdOf, type Witness, type Witnesses } from './cited-edition.js'
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
    return `A curator decided that ${alternatives.map(side(context.witnesses)).join(' and ')} is not said of it.`
  if (!other) return explainOnly(chosen, context)
  return explanations[rule](chosen, other, context)
}

type Explanation = (chosen: Statement, other: Statement, context: ResolutionContext) => string

const explanations: Readonly<Record<ResolutionRule, Explanation>> = {
  ONLY_STATEMENT: (chosen, _, context) => explainOnly(chosen, context),
  DECISION: explainDecision,
  RANK: (chosen, other, { witnesses }) =>
    `A curator ranked ${side(witnesses)(chosen)} as ${chosen.rank.toLowerCase()}, and ${side(witnesses)(other)} as ${other.rank.toLowerCase()}.`,
  TRUST: explainTrust,
  CONFIDENCE: (chosen, other, { witnesses }) =>
    `The reading of ${side(witnesses)(chosen)} is held to be surer (${chosen.confidence}) than that of ${side(witnesses)(other)} (${other.confidence}).`,
  SPECIFICITY: (chosen, other, { witnesses }) =>
    `${side(witnesses)(chosen)} says more exactly what it is than ${side(witnesses)(other)}.`,
  RECENCY: explainRecency,
}

function explainOnly(chosen: Statement, { witnesses }: ResolutionContext): string {
  return `${side(witnesses)(chosen)} is the only statement of it that this view sees.`
}

function explainDecision(chosen: Statement, other: Statement, { conflicts, witnesses }: ResolutionContext): string {
  const sides = `${side(witnesses)(chosen)} before ${side(witnesses)(other)}`
  const decision = (decisionOn(chosen, conflicts) ?? decisionOn(other, conflicts))?.decision
  return decision
    ? `${decision.by} decided for ${sides}: ${withStop(decision.reason)}`
    : `A curator decided for ${sides}.`
}

/** The first of the ways in which `byTrust` tells the two apart. */
function explainTrust(chosen: Statement, other: Statement, { view, witnesses }: ResolutionContext): string {
  const { trust } = view
  const [witness, otherWitness] = [witnesses(chosen.edition), witnesses(other.edition)]
  const sides = `${side(witnesses)(chosen)} goes before ${side(witnesses)(other)}`
  if (placeAmongLanguages(trust, chosen, witness) !== placeAmongLanguages(trust, other, otherWitness))
    return `This view asks for ${trust.languages.join(', then ')} before other languages, so ${sides}.`
  if (placeAmongSources(trust, chosen) !== placeAmongSources(trust, other))
    return `This view asks for ${trust.sources.join(', then ')} before other sources, so ${sides}.`
  if (weightOf(witness) !== weightOf(otherWitness))
    return `${sourceName(chosen, witness)} is given more weight (${weightOf(witness)}) than ${sourceName(other, otherWitness)} (${weightOf(otherWitness)}), so ${sides}.`
  if (isTranslation(witness) === isTranslation(otherWitness)) return `The server trusts the one more, so ${sides}.`
  const words = `“${chosen.asStated}” before “${other.asStated}”`
  return sourceIdOf(chosen.edition) === sourceIdOf(other.edition)
    ? `The original (${languageOf(chosen, witness)}) of ${sourceName(chosen, witness)} is trusted before its translation (${languageOf(other, otherWitness)}): ${words}.`
    : `The original (${languageOf(chosen, witness)}) of ${sourceName(chosen, witness)} is trusted before the translation (${languageOf(other, otherWitness)}) of ${sourceName(other, otherWitness)}: ${words}.`
}

function explainRecency(chosen: Statement, other: Statement, { witnesses }: ResolutionContext): string {
  if (publishedOn(chosen, witnesses) === publishedOn(other, witnesses))
    return `Nothing else tells ${side(witnesses)(chosen)} from ${side(witnesses)(other)}: the one whose id sorts first stands.`
  const [published, otherPublished] = [chosen, other].map(({ edition }) => witnesses(edition)?.source.published)
  return otherPublished === undefined
    ? `${side(witnesses)(chosen)} was published in ${published}, and when ${side(witnesses)(other)} was is not known.`
    : `${side(witnesses)(chosen)} was published later (${published}) than ${side(witnesses)(other)} (${otherPublished}).`
}

/** “45EFLOPS” of 上观新闻 (zh-Hans) */
function side(witnesses: Witnesses): (statement: Statement) => string {
  return statement => {
    const witness = witnesses(statement.edition)
    return `“${statement.asStated}” of ${sourceName(statement, witness)} (${languageOf(statement, witness)})`
  }
}

/** By its publisher, as people speak of a source; else by its title, else by its id. */
function sourceName({ edition }: Statement, witness: Witness | undefined): string {
  return witness?.source.publisher ?? witness?.source.title ?? sourceIdOf(edition)
}

function languageOf({ language }: Statement, witness: Witness | undefined): string {
  return witness?.edition.language ?? language
}

function withStop(text: string): string {
  return /[.!?。！？]$/u.test(text) ? text : `${text}.`
}
