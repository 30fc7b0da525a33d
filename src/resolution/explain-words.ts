import type { Rank } from '../model/rank.js'

/** One side of a choice: the words of the statement, with its source and language. */
export interface Side {
  readonly words: string
  /** The publisher, else the title or id of the source. */
  readonly source: string
  readonly language: string
}

/** Sentences that name both sides: the chosen statement first, and the best other one. */
export interface ExplainWords {
  readonly nothing: string
  readonly selfLinks: (sides: readonly Side[]) => string
  readonly noneRight: (sides: readonly Side[]) => string
  readonly only: (side: Side) => string
  readonly decided: (chosen: Side, other: Side, decision: { by: string; reason: string } | undefined) => string
  readonly ranked: (chosen: Side, rank: Rank, other: Side, otherRank: Rank) => string
  readonly derived: (chosen: Side, other: Side, how: string) => string
  readonly languagesAsked: (chosen: Side, other: Side, languages: readonly string[]) => string
  readonly sourcesAsked: (chosen: Side, other: Side, sources: readonly string[]) => string
  readonly weighed: (chosen: Side, weight: number, other: Side, otherWeight: number) => string
  readonly original: (chosen: Side, other: Side, isOneSource: boolean) => string
  readonly surer: (chosen: Side, confidence: number, other: Side, otherConfidence: number) => string
  readonly exacter: (chosen: Side, other: Side) => string
  readonly supported: (chosen: Side, sources: number, other: Side, otherSources: number) => string
  readonly later: (chosen: Side, published: string, other: Side, otherPublished: string | undefined) => string
  readonly tied: (chosen: Side, other: Side) => string
  /** Both count, and only their ids say which comes first. */
  readonly bothCount: (chosen: Side, other: Side) => string
}

export const english: ExplainWords = {
  nothing: 'This view sees no statement of it.',
  selfLinks: sides => `${sides.map(en).join(' and ')} links the entity to itself, which never counts.`,
  noneRight: sides => `A curator decided that ${sides.map(en).join(' and ')} is not said of it.`,
  only: side => `${en(side)} is the only statement of it that this view sees.`,
  decided: (chosen, other, decision) =>
    decision
      ? `${decision.by} decided for ${en(chosen)} before ${en(other)}: ${withStop(decision.reason, '.')}`
      : `A curator decided for ${en(chosen)} before ${en(other)}.`,
  ranked: (chosen, rank, other, otherRank) =>
    `A curator ranked ${en(chosen)} as ${rank.toLowerCase()}, and ${en(other)} as ${otherRank.toLowerCase()}.`,
  derived: (chosen, other, how) => `${en(chosen)} is stated, ${en(other)} was worked out from the words: ${how}.`,
  languagesAsked: (chosen, other, languages) =>
    `This view asks for ${languages.join(', then ')} before other languages, so ${en(chosen)} goes before ${en(other)}.`,
  sourcesAsked: (chosen, other, sources) =>
    `This view asks for ${sources.join(', then ')} before other sources, so ${en(chosen)} goes before ${en(other)}.`,
  weighed: (chosen, weight, other, otherWeight) =>
    `${chosen.source} is given more weight (${weight}) than ${other.source} (${otherWeight}), so ${en(chosen)} goes before ${en(other)}.`,
  original: (chosen, other, isOneSource) =>
    `The original (${chosen.language}) of ${chosen.source} is trusted before ${
      isOneSource ? `its translation (${other.language})` : `the translation (${other.language}) of ${other.source}`
    }: “${chosen.words}” before “${other.words}”.`,
  surer: (chosen, confidence, other, otherConfidence) =>
    `The reading of ${en(chosen)} is held to be surer (${confidence}) than that of ${en(other)} (${otherConfidence}).`,
  exacter: (chosen, other) => `${en(chosen)} says more exactly what it is than ${en(other)}.`,
  supported: (chosen, sources, other, otherSources) =>
    `More independent sources (${sources}) state ${en(chosen)} than ${en(other)} (${otherSources}).`,
  later: (chosen, published, other, otherPublished) =>
    otherPublished === undefined
      ? `${en(chosen)} was published in ${published}, and when ${en(other)} was is not known.`
      : `${en(chosen)} was published later (${published}) than ${en(other)} (${otherPublished}).`,
  tied: (chosen, other) => `Nothing else tells ${en(chosen)} from ${en(other)}: the one whose id sorts first stands.`,
  bothCount: (chosen, other) =>
    `${en(chosen)} and ${en(other)} both count: the id of the statement says which comes first.`,
}

export const chinese: ExplainWords = {
  nothing: '在此视图中没有关于该属性的陈述。',
  selfLinks: sides => `${sides.map(zh).join('和')}把该实体指向其自身，这样的关联不计入。`,
  noneRight: sides => `策展人裁定${sides.map(zh).join('和')}说的不是该实体。`,
  only: side => `在此视图中，${zh(side)}是关于该属性的唯一陈述。`,
  decided: (chosen, other, decision) =>
    `${decision?.by ?? '策展人'}裁定采用${zh(chosen)}，而不采用${zh(other)}${decision ? `：${withStop(decision.reason, '。')}` : '。'}`,
  ranked: (chosen, rank, other, otherRank) =>
    `策展人把${zh(chosen)}列为${rankNames[rank]}，把${zh(other)}列为${rankNames[otherRank]}。`,
  derived: (chosen, other, how) => `${zh(chosen)}是原文所述，${zh(other)}是推算所得：${withStop(how, '。')}`,
  languagesAsked: (chosen, other, languages) =>
    `此视图要求依次优先采用 ${languages.join('、')} 语言的版本，因此${zh(chosen)}先于${zh(other)}。`,
  sourcesAsked: (chosen, other, sources) =>
    `此视图要求依次优先采用来源 ${sources.join('、')}，因此${zh(chosen)}先于${zh(other)}。`,
  weighed: (chosen, weight, other, otherWeight) =>
    `${chosen.source}的权重（${weight}）高于${other.source}（${otherWeight}），因此${zh(chosen)}先于${zh(other)}。`,
  original: (chosen, other, isOneSource) =>
    `${chosen.source}的原文（${chosen.language}）比${isOneSource ? '其' : other.source}译文（${other.language}）更可信：采用“${chosen.words}”，而不采用“${other.words}”。`,
  surer: (chosen, confidence, other, otherConfidence) =>
    `对${zh(chosen)}的解读（可信度 ${confidence}）比对${zh(other)}的解读（可信度 ${otherConfidence}）更有把握。`,
  exacter: (chosen, other) => `${zh(chosen)}比${zh(other)}更精确。`,
  supported: (chosen, sources, other, otherSources) =>
    `${zh(chosen)}有 ${sources} 个独立来源支持，${zh(other)}有 ${otherSources} 个。`,
  later: (chosen, published, other, otherPublished) =>
    otherPublished === undefined
      ? `${zh(chosen)}发布于 ${published}，而${zh(other)}的发布时间不详。`
      : `${zh(chosen)}的发布时间（${published}）晚于${zh(other)}（${otherPublished}）。`,
  tied: (chosen, other) => `${zh(chosen)}与${zh(other)}各方面都相同，采用陈述标识排在前面的一个。`,
  bothCount: (chosen, other) => `${zh(chosen)}与${zh(other)}均予采用，先后按陈述标识排列。`,
}

const rankNames: Readonly<Record<Rank, string>> = { PREFERRED: '优先', NORMAL: '普通', DEPRECATED: '弃用' }

/** “45EFLOPS” of 上观新闻 (zh-Hans) */
function en({ words, source, language }: Side): string {
  return `“${words}” of ${source} (${language})`
}

function zh({ words, source, language }: Side): string {
  return `${source}（${language}）的“${words}”`
}

function withStop(text: string, stop: string): string {
  return /[.!?。！？]$/u.test(text) ? text : `${text}${stop}`
}
