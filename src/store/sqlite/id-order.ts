/**
 * A number that never falls where ids of statements rise: where two have the same, the ids themselves tell. An index of
 * it is a third of one of the ids. That matters because the ids are hashes, each goes to another place of the index, and
 * an import is as slow as that index is larger than the cache.
 *
 * The first seven characters after `statement/` are digits to the base 129: odd ones are the characters that hashes are
 * written in (base64url), even ones whatever sorts between two of those, after which nothing more is looked at.
 */
export function idOrder(id: string): number {
  if (!id.startsWith(prefix)) return id < prefix ? 0 : afterAll
  let order = 0
  let isExact = true
  for (let index = prefix.length; index < prefix.length + length; index += 1) {
    const digit: number = isExact && index < id.length ? digitOf(id.charCodeAt(index)) : 0
    isExact = digit % 2 === 1
    order = order * base + digit
  }
  return 1 + order
}

const prefix = 'statement/'
const length = 7
const alphabet = [...'-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz']
const base = 2 * alphabet.length + 1
const afterAll = 1 + base ** length

const digits = Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  const below = alphabet.filter(each => each < character).length
  return alphabet.includes(character) ? 2 * below + 1 : 2 * below
})

function digitOf(unit: number): number {
  return digits[unit] ?? base - 1
}
