const caches = new Set()

/** As of lru-cache, as far as the program uses it, without a bound: tests are short. */
export class LRUCache extends Map {
  constructor() {
    super()
    caches.add(this)
  }
}

/** One process runs the tests for many mutants: no mutant may leave values for the next, and no test for another test. */
export function emptyCaches() {
  for (const cache of caches) cache.clear()
}
