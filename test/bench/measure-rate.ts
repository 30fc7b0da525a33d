import autocannon from 'autocannon'

/** What is sent again and again. */
export interface Request {
  readonly url: string
  /** A GraphQL document; absent: the URL alone is read. */
  readonly query?: string
}

/** How quickly answers came. */
export interface Rate {
  readonly perSecond: number
  readonly answers: number
}

/** Answers in a second with `clients` asking at once, over about `seconds`; a slow one is asked once by each client. */
export async function measureRate({ url, query }: Request, clients: number, seconds: number): Promise<Rate> {
  const began = performance.now()
  await ask({ url, ...(query !== undefined && { query }) })
  const once = (performance.now() - began) / 1000
  // Of what takes so long, one answer says enough.
  if (once > slowS) return { perSecond: 1 / once, answers: 1 }
  const amount = Math.max(clients, Math.min(20_000, Math.ceil((seconds / once) * Math.min(clients, 4))))
  const {
    '2xx': answered,
    duration,
    errors,
  } = await autocannon({
    url,
    connections: clients,
    amount,
    timeout: 300,
    ...(query !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
  })
  if (errors > 0 || answered < amount) throw new Error(`${amount - answered} of ${amount} requests to ${url} failed.`)
  return { perSecond: answered / duration, answers: amount + 1 }
}

/** In seconds. */
const slowS = 2

/** One answer. Throws where it has errors. */
export async function ask({ url, query }: Request): Promise<unknown> {
  const response = await (query === undefined
    ? fetch(url)
    : fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }))
  const text = await response.text()
  const { data, errors } = response.ok ? JSON.parse(text) : { errors: text }
  if (errors !== undefined) throw new Error(`${url}: ${JSON.stringify(errors).slice(0, 500)}`)
  return data
}
