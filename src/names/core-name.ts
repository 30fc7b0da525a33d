import { foldWholeName } from './fold-name.js'

/** What of a name tells its bearer from others, and what only says what sort of thing that is. */
export interface CoreName {
  /** Its letters without what divides them: 阿里云计算有限公司, huaweitechnologiescoltd. */
  readonly compact: string
  /** The same without legal form and words that say little: 阿里云计算, huaweitechnologies. */
  readonly core: string
  /** The words of the core; of Chinese characters in a row, one. */
  readonly words: readonly string[]
  readonly isHan: boolean
  /** The numbers in it, sorted, however written: 一期, Phase II, 2024. */
  readonly numbers: readonly string[]
  /** It is a branch’s: 贵州分公司. */
  readonly isBranch: boolean
}

/** Takes a name apart. */
export function coreNameOf(text: string): CoreName {
  const words = foldWholeName(text)
  const letters = words.map(word => word.text)
  const hasHan = words.some(({ isHan }) => isHan)
  const kept = hasHan ? letters.map(withoutHanForm) : withoutLatinForm(letters)
  const core = kept.filter(word => word !== '')
  return {
    compact: letters.join(''),
    core: core.join(''),
    words: core,
    isHan: hasHan && words.every(({ isHan, text: word }) => isHan || /^\d+$/.test(word)),
    numbers: numbersIn(letters, hasHan),
    isBranch: hasHan ? hanBranch.test(letters.join('')) : letters.includes('branch'),
  }
}

/** From the end: a company’s form, and then what groups call themselves. Nothing is left of no name. */
function withoutHanForm(word: string): string {
  const bare = word.replace(hanForm, '').replace(hanGroup, '')
  return bare === '' ? word : bare
}

const hanForm = /(股份有限公司|有限责任公司|有限公司|株式会社|公司)$/
const hanGroup = /(控股|集团)$/
const hanBranch = /(分公司|分行|分院|分局|分中心|分部|办事处)$/

function withoutLatinForm(words: readonly string[]): readonly string[] {
  const initialled = joinInitials(words).filter(word => !saysLittle.has(word))
  const kept = [...initialled]
  while (kept.length > 1 && latinForms.has(kept.at(-1) ?? '')) kept.pop()
  return kept
}

/** S.A. is sa, a.s. is as. */
function joinInitials(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  let isOpen = false
  for (const word of words) {
    const isInitial = /^[a-z]$/.test(word)
    if (isInitial && isOpen) joined.push(`${joined.pop()}${word}`)
    else joined.push(word)
    isOpen = isInitial || (isInitial && isOpen)
  }
  return joined
}

const latinForms: ReadonlySet<string> = new Set(
  'co ltd limited inc incorporated corp corporation company llc llp plc gmbh ag sa sas spa srl ab as asa oy oyj nv bv pte pty kk pjsc group holding holdings'.split(
    ' ',
  ),
)
const saysLittle: ReadonlySet<string> = new Set('the of and for de la le'.split(' '))

function numbersIn(words: readonly string[], hasHan: boolean): readonly string[] {
  const found = words.flatMap(word => word.match(/\d+/g) ?? [])
  if (hasHan)
    for (const [, numeral = ''] of words.join('').matchAll(hanOrdinal)) found.push(String(numberOfHan(numeral)))
  else found.push(...words.flatMap(word => romans.get(word)?.toString() ?? []))
  return found.map(each => each.replace(/^0+(?=\d)/, '')).sort()
}

/** 一期, 第六届; not 三亚, 九江. */
const hanOrdinal = /([一二三四五六七八九十]+)(?=期|届|号|批|代)/g
const romans: ReadonlyMap<string, number> = new Map(
  Object.entries({ i: 1, ii: 2, iii: 3, iv: 4, vi: 6, vii: 7, viii: 8, ix: 9 }),
)

/** Up to 99. */
function numberOfHan(numeral: string): number {
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['', numeral]
  const digit = (character: string) => '一二三四五六七八九'.indexOf(character) + 1
  return (numeral.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones))
}
