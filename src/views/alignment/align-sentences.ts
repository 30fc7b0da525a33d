/** A part of a text, in characters (code points), end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Parts of two texts that say the same. One of them is missing if the other text has no counterpart. */
export interface AlignedSpans {
  readonly a: Span | undefined
  readonly b: Span | undefined
  /** Whether statements of both texts tie the parts together; else the order of sentences does. */
  readonly isAnchored: boolean
}

export interface AlignedText {
  readonly text: string
  readonly language: string
}

/** Texts with more sentences are aligned part by part, between anchors, so that no text takes long. */
const mostPairs = 100_000

/**
 * Aligns the sentences of two texts by their lengths and order (Gale and Church, 1993), where `anchors` are places of
 * both texts that are known to say the same.
 */
export function alignSentences(
  a: AlignedText,
  b: AlignedText,
  anchors: readonly (readonly [a: number, b: number])[],
): readonly AlignedSpans[] {
  const left = sentencesOf(a)
  const right = sentencesOf(b)
  const tied = countAnchors(left, right, anchors)
  const ratio = lengthOf(right) / Math.max(1, lengthOf(left))
  const aligned: AlignedSpans[] = []
  for (const part of partsOf(left, right, tied)) aligned.push(...alignPart(part, tied, ratio))
  return aligned
}

interface Sentence extends Span {
  readonly at: number
}

/** The sentences of a text, without the space around them. */
function sentencesOf({ text, language }: AlignedText): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  // A line ends a sentence too: titles and keywords have no full stop.
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text))
    for (const line of segment.split(/(?<=\n)/)) {
      const length = countCharacters(line)
      const before = countCharacters(line) - countCharacters(line.trimStart())
      const words = countCharacters(line.trim())
      if (words > 0) sentences.push({ at: sentences.length, start: start + before, end: start + before + words })
      start += length
    }
  return sentences
}

const countCharacters = (text: string): number => [...text].length
const lengthOf = (sentences: readonly Span[]): number => sentences.reduce((sum, { start, end }) => sum + end - start, 0)

/** How many anchors tie each pair of sentences: by `a`, then by `b`. */
type Tied = ReadonlyMap<number, ReadonlyMap<number, number>>

function countAnchors(
  left: readonly Sentence[],
  right: readonly Sentence[],
  anchors: readonly (readonly [number, number])[],
): Tied {
  const tied = new Map<number, Map<number, number>>()
  for (const [a, b] of anchors) {
    const i = sentenceAt(left, a)
    const j = sentenceAt(right, b)
    if (i === undefined || j === undefined) continue
    const counts = tied.get(i) ?? new Map<number, number>()
    counts.set(j, (counts.get(j) ?? 0) + 1)
    tied.set(i, counts)
  }
  return tied
}

function sentenceAt(sentences: readonly Sentence[], position: number): number | undefined {
  return sentences.find(({ start, end }) => start <= position && position < end)?.at
}

interface Part {
  readonly left: readonly Sentence[]
  readonly right: readonly Sentence[]
}

/** The texts in one part or, if they are long, cut before sentences that are tied to each other and keep the order. */
function partsOf(left: readonly Sentence[], right: readonly Sentence[], tied: Tied): readonly Part[] {
  if (left.length * right.length <= mostPairs) return [{ left, right }]
  const parts: Part[] = []
  let i = 0
  let j = 0
  for (const [nextLeft, counts] of [...tied].sort(([a], [b]) => a - b)) {
    const nextRight = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
    if (nextLeft <= i || nextRight <= j) continue
    parts.push(...bounded(left.slice(i, nextLeft), right.slice(j, nextRight)))
    i = nextLeft
    j = nextRight
  }
  parts.push(...bounded(left.slice(i), right.slice(j)))
  return parts
}

/** A part that is still too long is halved, which keeps the order and nothing else. */
function bounded(left: readonly Sentence[], right: readonly Sentence[]): readonly Part[] {
  if (left.length * right.length <= mostPairs) return [{ left, right }]
  const [i, j] = [left.length >> 1, right.length >> 1]
  return [...bounded(left.slice(0, i), right.slice(0, j)), ...bounded(left.slice(i), right.slice(j))]
}

/** How many sentences of either text may stand for each other, and what that costs by itself: Gale and Church, table 5. */
const beads = [
  { left: 1, right: 1, cost: -Math.log(0.89) },
  { left: 1, right: 0, cost: -Math.log(0.0099 / 2) },
  { left: 0, right: 1, cost: -Math.log(0.0099 / 2) },
  { left: 2, right: 1, cost: -Math.log(0.089 / 2) },
  { left: 1, right: 2, cost: -Math.log(0.089 / 2) },
  { left: 2, right: 2, cost: -Math.log(0.011) },
] as const

/** What an anchor is worth: more than any difference in length. */
const anchorWorth = 30

function alignPart({ left, right }: Part, tied: Tied, ratio: number): readonly AlignedSpans[] {
  const width = right.length + 1
  const costs = new Float64Array((left.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const cameBy = new Int8Array(costs.length).fill(-1)
  costs[0] = 0
  const [lengthsA, lengthsB] = [runningLengths(left), runningLengths(right)]
  const [firstA, firstB] = [left[0]?.at ?? 0, right[0]?.at ?? 0]
  const isAnchored = (i: number, j: number, bead: { readonly left: number; readonly right: number }) => {
    for (let a = i; a < i + bead.left; a++) {
      const counts = tied.get(firstA + a)
      for (let b = j; counts && b < j + bead.right; b++) if (counts.has(firstB + b)) return true
    }
    return false
  }
  for (let i = 0; i <= left.length; i++)
    for (let j = 0; j <= right.length; j++) {
      const cost = costs[i * width + j] ?? Number.POSITIVE_INFINITY
      for (const [which, bead] of beads.entries()) {
        if (i + bead.left > left.length || j + bead.right > right.length) continue
        const to = (i + bead.left) * width + j + bead.right
        const lengthA = (lengthsA[i + bead.left] ?? 0) - (lengthsA[i] ?? 0)
        const lengthB = (lengthsB[j + bead.right] ?? 0) - (lengthsB[j] ?? 0)
        // An anchor counts once for a group, so that two pairs that are tied are not one group of four.
        const worth = isAnchored(i, j, bead) ? anchorWorth : 0
        const total = cost + bead.cost + costOfLengths(lengthA, lengthB, ratio) - worth
        if (total < (costs[to] ?? Number.POSITIVE_INFINITY)) {
          costs[to] = total
          cameBy[to] = which
        }
      }
    }
  const aligned: AlignedSpans[] = []
  for (let i = left.length, j = right.length; i > 0 || j > 0; ) {
    const bead = beads[cameBy[i * width + j] ?? -1]
    if (!bead) break
    i -= bead.left
    j -= bead.right
    aligned.push({
      a: spanOf(left.slice(i, i + bead.left)),
      b: spanOf(right.slice(j, j + bead.right)),
      isAnchored: isAnchored(i, j, bead),
    })
  }
  return aligned.reverse()
}

function runningLengths(sentences: readonly Span[]): readonly number[] {
  const lengths = [0]
  for (const { start, end } of sentences) lengths.push((lengths.at(-1) ?? 0) + end - start)
  return lengths
}

function spanOf(sentences: readonly Span[]): Span | undefined {
  const [first, last] = [sentences[0], sentences.at(-1)]
  return first && last && { start: first.start, end: last.end }
}

/** The variance of the length of a translation, for each character: Gale and Church, 2.2. */
const variance = 6.8

/** How unlikely it is that a text so long has a translation so long. */
function costOfLengths(a: number, b: number, ratio: number): number {
  if (a === 0 || b === 0) return 0
  const deviation = Math.abs(b - a * ratio) / Math.sqrt(variance * ratio * ((a + b / ratio) / 2))
  return -Math.log(Math.max(1e-12, 2 * (1 - normal(deviation))))
}

/** The normal distribution: Abramowitz and Stegun, 26.2.17. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * x)
  const tail = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
