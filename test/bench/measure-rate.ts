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

/**
 * Asks for half as long as is measured then: a program that compiles while it runs is several times as slow in its first
 * hundreds of answers.
 */
export async function warmUp(request: Request, clients: number, seconds: number): Promise<void> {
  await send(request, clients, seconds / 2)
}

/** Answers in a second with `clients` asking at once, over about `seconds`; a slow one is asked once. */
export async function measureRate(request: Request, clients: number, seconds: number): Promise<Rate> {
  const began = performance.now()
  await ask(request)
  const once = (performance.now() - began) / 1000
  // Of what takes so long, one answer says enough.
  if (once > slowS) return { perSecond: 1 / once, answers: 1 }
  const { answered, duration } = await send(request, clients, seconds)
  return { perSecond: answered / duration, answers: 1 + answered }
}

async function send(
  { url, query }: Request,
  clients: number,
  seconds: number,
): Promise<{ readonly answered: number; readonly duration: number }> {
  const {
    '2xx': answered,
    non2xx,
    duration,
    errors,
  } = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 300,
    ...(query !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
  })
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} requests to ${url} failed.`)
  return { answered, duration }
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
