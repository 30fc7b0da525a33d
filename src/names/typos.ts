/**
 * How many edits of the pen lie between two words: a letter too many, too few, another one, or two that changed places
 * (optimal string alignment). Stops counting beyond `most`: then the answer is more than that, and no more is said.
 */
export function countEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...current) > most) return most + 1
    ;[beforeLast, last] = [last, current]
  }
  return last[b.length] ?? 0
}

/** How many edits a word may hold and still be taken for another: none of a short one. */
export function editsAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}
