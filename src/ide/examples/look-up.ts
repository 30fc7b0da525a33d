import { isTemporary, post } from '../request/post.js'
import type { Example } from './example.js'
import { cheaply, hasAnswer } from './has-answer.js'

/** What is known of the examples on this store, by name; looked up once, since stores rarely change while one reads. */
const known = new Map<string, boolean | undefined>()

/** Whether an example has an answer on this store; undefined if that cannot be said. */
export async function lookUp(
  { name, query, variables }: Example,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  if (!known.has(name)) {
    const parameters = {
      query: cheaply(query),
      variables: variables === '' ? undefined : (JSON.parse(variables) as unknown),
    }
    const { result, facts } = await post(parameters, headers, signal)
    if (isTemporary(facts)) return undefined
    known.set(name, hasAnswer(result))
  }
  return known.get(name)
}
