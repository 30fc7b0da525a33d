import { closest, distance } from 'fastest-levenshtein'

/** The candidate that a misspelt word was most likely meant to be, or none where nothing is near. */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const folded = word.toLowerCase()
  const nearest = closest(
    folded,
    candidates.map(candidate => candidate.toLowerCase()),
  )
  const found = candidates.find(candidate => candidate.toLowerCase() === nearest)
  return distance(folded, nearest) <= Math.max(1, Math.floor(word.length / 3)) ? found : undefined
}
