/** An item of a sorted list, with the key that the list is sorted by. */
export interface Keyed {
  readonly key: string
}

/** Lists that are each sorted by key as one list; what has one key in the order of the lists. */
export function* mergeSorted<Item extends Keyed>(lists: readonly Iterable<Item>[]): Generator<Item> {
  const heads = lists.flatMap((list, place) => {
    const items = list[Symbol.iterator]()
    const first = items.next()
    return first.done ? [] : [{ item: first.value, items, place }]
  })
  // A heap: each head comes before the two at twice its place.
  for (let parent = heads.length >> 1; parent >= 0; parent--) sink(heads, parent)
  for (let [head] = heads; head; [head] = heads) {
    yield head.item
    const next = head.items.next()
    if (!next.done) head.item = next.value
    else {
      const last = heads.pop() as Head<Item>
      if (last !== head) heads[0] = last
    }
    sink(heads, 0)
  }
}

interface Head<Item> {
  item: Item
  readonly items: Iterator<Item>
  readonly place: number
}

function sink(heads: Head<Keyed>[], from: number): void {
  for (let parent = from; ; ) {
    const [left, right] = [2 * parent + 1, 2 * parent + 2]
    let first = parent
    if (isBefore(heads[left], heads[first])) first = left
    if (isBefore(heads[right], heads[first])) first = right
    if (first === parent) return
    const sinking = heads[parent] as Head<Keyed>
    heads[parent] = heads[first] as Head<Keyed>
    heads[first] = sinking
    parent = first
  }
}

function isBefore(a: Head<Keyed> | undefined, b: Head<Keyed> | undefined): boolean {
  if (!a || !b) return false
  return a.item.key < b.item.key || (a.item.key === b.item.key && a.place < b.place)
}
