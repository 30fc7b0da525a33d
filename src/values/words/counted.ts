import { unitKindOf } from '../unit.js'
import { readAcceleratorModel } from './accelerator-models.js'
import { findUnit, type NamedUnit } from './find-unit.js'
import { readMultiplier } from './numeral.js'

/** A unit, and what the text says is counted or measured in it: 家 of 500家, 昇腾910B of 3万张昇腾910B, IT of `100 MW IT`. */
export interface CountedUnit extends NamedUnit {
  readonly of?: string
}

/** Chinese measure words, and the nouns that may follow them. Spans of time are no counts. */
const measureWord =
  /^(?:个(?![年月季小百]|点)|家|项|座|栋|台|套|处|所|块|条|款|种|类|位|名|人|件|批|组|户|门|次|枚|颗|片|只|支|辆|艘|间|根|对|部|份|村|县|市|省|国|核|路|层)(?:(?:AI|GPU|IT)(?=\p{Script=Han}))?\p{Script=Han}{0,12}$/u
/** What English sources count. */
const noun =
  /^((?:\S+ ){0,3})(?:servers?|nodes?|cores?|companies|company|enterprises?|firms?|businesses|projects?|items?|institutions?|institutes?|universities|organi[sz]ations?|people|persons?|staff|employees|workers|jobs|models?|applications?|scenarios?|cases?|cent(?:re|er)s?|sites?|campus(?:es)?|buildings?|parks?|bases?|clusters?|zones?|cities|provinces|regions?|countries|users?|customers|patents?|standards?|measures?|policies|units?|sets?)$/i
/** What may stand before it: large, high-tech, construction; AI and a word that may be a misspelt unit in capitals. */
const adjective = /^(?:[a-z]{3,}(?:-[a-z]+)*|AI)$/
const noAdjective = /^(?:and|the|for|per|plus|each|more|less|fewer|above|below|over|under|about|around|of)$/

function isNoun(text: string): boolean {
  const words = noun.exec(text)?.[1]?.trim()
  if (words === undefined) return false
  return (
    words === '' || words.split(' ').every(word => adjective.test(word) && !noAdjective.test(word) && !findUnit(word))
  )
}
/** Units that can say of what: `30000 GPU of 昇腾910B`, `500 COUNT of 家`. */
const withObject = /^(.{1,24}?) of (.{1,60})$/
const ofItLoad = /^(.+?)\s*的?IT(?:\s?(?:load|capacity|power)|负荷|负载|容量|功率)?$/i
/** Multiplies what is counted: `k H800s`, w张昇腾910B. */
const letters: readonly (readonly [RegExp, string])[] = [
  [/^k\s?(?=\S)/i, '1000'],
  [/^w\s?(?=\S)/i, '10000'],
  [/^m\s(?=\S)/i, '1000000'],
]

/** The unit that the text after a number names, and what is counted. Undefined if the text names no unit. */
export function findCounted(text: string): CountedUnit | undefined {
  return findUnit(text) ?? ofWhat(text) ?? ofModel(text) ?? ofIt(text) ?? ofThings(text)
}

function ofWhat(text: string): CountedUnit | undefined {
  const [, unitText, of] = withObject.exec(text) ?? []
  const named = unitText === undefined || of === undefined ? undefined : findUnit(unitText)
  if (!named || of === undefined || !countable.has(unitKindOf(named.unit))) return undefined
  const load = unitKindOf(named.unit) === 'power' ? loadOf.exec(of.trim()) : null
  if (!load) return { ...named, of: of.trim() }
  return load[1] === undefined ? named : { ...named, of: 'IT' }
}

/** `100 MW of power` is 100 MW, and `100 MW of IT load` is 100 MW IT. */
const loadOf =
  /^(?:(IT|critical IT)(?: (?:load|capacity|power))?|(?:(?:electric|electrical|total|installed) )*(?:power|capacity|electricity|load|demand))$/i

const countable: ReadonlySet<string> = new Set(['gpu', 'rack', 'count', 'ratio', 'power'])

function ofModel(text: string): CountedUnit | undefined {
  const { factor, rest } = takeLetter(text)
  const model = readAcceleratorModel(rest)
  return model === undefined ? undefined : { unit: 'GPU', factor, of: model }
}

function ofIt(text: string): CountedUnit | undefined {
  const named = findUnit(ofItLoad.exec(text)?.[1] ?? '')
  return named && unitKindOf(named.unit) === 'power' ? { ...named, of: 'IT' } : undefined
}

function ofThings(text: string): CountedUnit | undefined {
  const { factor, rest } = takeLetter(text)
  const isCount = measureWord.test(rest) || isNoun(rest)
  return isCount ? { unit: 'COUNT', factor, of: rest } : undefined
}

function takeLetter(text: string): { factor: string; rest: string } {
  const multiplier = readMultiplier(text)
  if (multiplier) return { factor: multiplier.factor, rest: multiplier.rest.trimStart() }
  for (const [letter, factor] of letters) if (letter.test(text)) return { factor, rest: text.replace(letter, '') }
  return { factor: '1', rest: text }
}

const perTime =
  /^(.+?)\s*(?:\/|每|per |an? )\s*(?:年|月|日|天|小时|year|month|day|hour|annum|机架|机柜|架|卡|rack|card|gpu)$/i

/** Whether a text names a known unit and what it is per: P/年, `KW/rack`. Such a rate is no quantity here. */
export function isRate(text: string): boolean {
  const unit = perTime.exec(text)?.[1]
  return unit !== undefined && findCounted(unit) !== undefined
}
