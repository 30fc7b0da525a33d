import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a user asks in one document, and what the answer must have in it. */
export interface Journey {
  readonly name: string
  readonly why: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** As `mismatch` reads it. */
  readonly expect: Readonly<Record<string, unknown>>
}

/** How a journey went. */
export interface Outcome {
  readonly journey: Journey
  /** The whole response. */
  readonly answer: unknown
  /** What falls short of what is expected; undefined where the journey holds. */
  readonly problem: string | undefined
}

/** The journeys of a folder: each `NAME.graphql` with the `NAME.json` beside it, sorted by name. */
export async function readJourneys(folder: string): Promise<readonly Journey[]> {
  const names = (await readdir(folder)).filter(file => file.endsWith('.graphql')).map(file => file.slice(0, -8))
  return await Promise.all(
    names.sort().map(async name => {
      const [query, rest] = await Promise.all([
        readFile(join(folder, `${name}.graphql`), 'utf8'),
        readFile(join(folder, `${name}.json`), 'utf8'),
      ])
      return { name, query, ...(JSON.parse(rest) as Omit<Journey, 'name' | 'query'>) }
    }),
  )
}

/** Runs a journey against the server at `url`. */
export async function runJourney(url: string, journey: Journey): Promise<Outcome> {
  const { query, variables, expect } = journey
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { readonly errors?: readonly { readonly message: string }[] }
  const unexpected =
    !('errors' in expect) && answer.errors
      ? `errors: ${answer.errors.map(({ message }) => message).join('; ')}`
      : undefined
  return { journey, answer, problem: unexpected ?? mismatch(expect, answer) }
}

/**
 * What of `actual` does not match, with its path; undefined where all does. An object needs its keys to match, a list
 * needs each of its members to match some member, anything else must be equal. Objects with a special key:
 * `$count: n` members; `$atLeast: n`, a number or members; `$re`, a text that matches; `$null`; `$sameAs`, equal to what
 * stands at that path of the whole; `$none`, no member matches; `$ordered`, just these members in this order; `$only`,
 * just these in any.
 */
export function mismatch(expected: unknown, actual: unknown, path = '', root = actual): string | undefined {
  const fail = (what: string) => `${path || 'response'}: ${what}; got ${JSON.stringify(actual)?.slice(0, 300)}`
  if (isObject(expected)) {
    const special = Object.keys(matchers).find(key => key in expected)
    if (special !== undefined) return matchers[special]?.(expected[special], actual, { path, root, fail })
    if (!isObject(actual)) return fail('expected an object')
    return firstOf(
      Object.entries(expected).map(([key, value]) => mismatch(value, actual[key], path ? `${path}.${key}` : key, root)),
    )
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return fail('expected a list')
    const missing = expected.find(member => !actual.some(one => !mismatch(member, one, path, root)))
    return missing === undefined ? undefined : fail(`no member like ${JSON.stringify(missing)}`)
  }
  return expected === actual ? undefined : fail(`expected ${JSON.stringify(expected)}`)
}

type Matcher = (wanted: unknown, actual: unknown, at: Place) => string | undefined

interface Place {
  readonly path: string
  readonly root: unknown
  readonly fail: (what: string) => string
}

/** In the order in which they are looked for. */
const matchers: Readonly<Record<string, Matcher>> = {
  $count: (count, actual, { fail }) => (lengthOf(actual) === count ? undefined : fail(`expected ${count} members`)),
  $atLeast: (least, actual, { fail }) =>
    Number(actual) >= Number(least) || Number(lengthOf(actual)) >= Number(least)
      ? undefined
      : fail(`expected at least ${least}`),
  $re: (pattern, actual, { fail }) =>
    typeof actual === 'string' && new RegExp(String(pattern), 'u').test(actual)
      ? undefined
      : fail(`expected /${pattern}/`),
  $null: (_, actual, { fail }) => (actual === null ? undefined : fail('expected null')),
  $sameAs: (other, actual, { root, fail }) =>
    JSON.stringify(valueAt(root, String(other))) === JSON.stringify(actual)
      ? undefined
      : fail(`expected the same as ${other}`),
  $none: (unwanted, actual, { path, root, fail }) =>
    Array.isArray(actual) && actual.every(member => mismatch(unwanted, member, path, root))
      ? undefined
      : fail(`expected no member like ${JSON.stringify(unwanted)}`),
  $ordered: (wanted, actual, { path, root, fail }) =>
    Array.isArray(actual) && Array.isArray(wanted) && actual.length === wanted.length
      ? firstOf(wanted.map((member, i) => mismatch(member, actual[i], `${path}[${i}]`, root)))
      : fail(`expected ${lengthOf(wanted)} members in order`),
  $only: (wanted, actual, { path, root, fail }) =>
    Array.isArray(actual) && actual.length === lengthOf(wanted)
      ? mismatch(wanted, actual, path, root)
      : fail(`expected only ${JSON.stringify(wanted)}`),
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function lengthOf(value: unknown): number | undefined {
  return (value as { readonly length?: number } | null | undefined)?.length
}

function valueAt(root: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key], root)
}

function firstOf(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find(problem => problem !== undefined)
}
