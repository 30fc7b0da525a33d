/** Of items that fail a test up to some place and pass it from there on, that place. */
export function firstIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(items[middle] as Item)) high = middle
    else low = middle + 1
  }
  return low
}
