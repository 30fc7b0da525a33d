/** The same items. The next item is requested before the caller has handled the present one. */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let coming = items.next()
  try {
    for (;;) {
      const { done, value } = await coming
      if (done) return
      coming = items.next()
      // Told when it is waited for.
      coming.catch(() => {})
      yield value
    }
  } finally {
    await items.return(undefined).catch(() => {})
  }
}
