/**
 * The parts of a sentence that may be names, the longest first: runs of words between those that never belong to a name,
 * and of Chinese, which has no spaces, every run of two to six characters.
 */
export function namesWithin(sentence: string): readonly string[] {
  const runs = sentence.split(/[^\p{L}\p{N}.&'’-]+/u).filter(part => part !== '')
  const han = runs.flatMap(run => [...run.matchAll(/\p{Script=Han}+/gu)].flatMap(([text]) => windows([...text])))
  const words = runs.filter(run => !/\p{Script=Han}/u.test(run))
  const latin: string[] = []
  for (let length = 3; length > 0; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) {
      const part = words.slice(at, at + length)
      if (!part.some(word => common.has(word.toLowerCase()))) latin.push(part.join(' '))
    }
  return [...new Set([...han, ...latin])].slice(0, mostParts)
}

/** One document asks for so many names at most. */
export const mostParts = 20

function windows(characters: readonly string[]): readonly string[] {
  const found: string[] = []
  for (let length = Math.min(6, characters.length); length >= 2; length -= 1)
    for (let at = 0; at + length <= characters.length; at += 1) {
      const text = characters.slice(at, at + length).join('')
      if (!/[的了有在是和哪些多少谁几吗呢什么]/u.test(text)) found.push(text)
    }
  return found
}

const common = new Set(
  'a an and are at by centre centres center centers city compute data do does for from has have how in is it many much of on or the their there to what where which who whose with'.split(
    ' ',
  ),
)
