import type { Comparator } from '../comparator.js'

/** What bounds a quantity in the words of a text, and the text without them. */
export interface BoundedText {
  readonly comparators: readonly Comparator[]
  readonly rest: string
}

type Words = readonly (readonly [RegExp, Comparator])[]

/** Before the number. What says that the figure is reached (高达, 提升至) or aimed at (力争) bounds nothing. */
const before: Words = [
  [
    /^(>=|≥|≧|不(得|应|宜)?(低于|少于|小于|下于)|至少|最少|最低|at least|no less than|not less than|no fewer than|(a )?minimum of)\s*/i,
    'AT_LEAST',
  ],
  [
    /^(<=|≤|≦|不(得|应|宜)?(超过|超出|高于|大于|多于)|最多|至多|最高|最大|up to|at most|(no|not) (more|greater|higher) than|not exceeding|capped at|(a )?maximum of)\s*/i,
    'AT_MOST',
  ],
  [
    /^(>|超过|超出|超|逾|突破|大于|高于|多于|过(?=[\d半])|((just|slightly|well|far) )?(more than|over|above|exceeding|in excess of|upwards of|north of))\s*/i,
    'MORE_THAN',
  ],
  [
    /^(<|低于|小于|少于|不足|不到|((just|slightly|well|far) )?(less than|under|below|fewer than|short of))\s*/i,
    'LESS_THAN',
  ],
  [
    /^(~|≈|约为|大约|约|接近|将近|近|about|approximately|approx\.?|around|roughly|some|circa|c\.|nearly|almost|close to)\s*/i,
    'ABOUT',
  ],
  [
    /^(达到|高达|多达|达|(提升|提高|增长|增加|扩大|上升|发展|降低|下降|压减|减少|增|升|降)[至到]|控制在|as much as|as many as|a total of)\s*/i,
    'EXACTLY',
  ],
  [/^(力争|争取|确保|努力|总体|原则上)/, 'EXACTLY'],
]

/** After the unit. */
const after: Words = [
  [/\s*((及|或|或者)?以上|(or|and) (more|above|over|higher|greater)|[ -]plus|\+)$/i, 'AT_LEAST'],
  [/\s*((及|或|或者)?以下|[以之]内|or (less|fewer|below|under|lower))$/i, 'AT_MOST'],
  [/\s*有余$/, 'MORE_THAN'],
  [/\s*(左右|上下|or so)$/i, 'ABOUT'],
]

/** Between the number and what multiplies it, or its unit: 10余万, 100多P, 100+ MW. */
const within: Words = [
  [/^\s*[余多]\s*/, 'MORE_THAN'],
  [/^\s*来(?=\s*[十百千万亿个家张块片台PE])/, 'ABOUT'],
  [/^\s*\+\s*/, 'AT_LEAST'],
]

/** Between a unit or measure word and what is counted: 5个以上国家级园区. */
const beforeNoun =
  /^([^,;/、(+]*[\d〇零一二两三四五六七八九十百千万亿][^,;/、(+]*?)((?:及|或|或者)?以[上下]|以内|左右|上下)的?(?=\p{L})([^,;/、(+]+)$/u

/** Takes the words around a quantity: 约 and 左右 of 约1000P左右, 力争 and 以上 of 力争提升至5个以上园区. */
export function takeComparators(text: string): BoundedText {
  const found: BoundedText[] = [takeOne(text, before)]
  while (found.length < mostBefore && found.at(-1)?.comparators.length)
    found.push(takeOne(found.at(-1)?.rest ?? '', before))
  const rest = found.at(-1)?.rest ?? text
  const [, counted, bound = '', noun] = beforeNoun.exec(rest) ?? []
  const last = takeOne(counted === undefined ? rest : `${counted}${noun}${bound}`, after)
  return { comparators: [...found, last].flatMap(({ comparators }) => comparators), rest: last.rest }
}

const mostBefore = 4

/** Takes the word that a text begins with where its number has ended: 余 of 余万千瓦. */
export function takeComparatorWithin(text: string): BoundedText {
  return takeOne(text, within)
}

/**
 * What several words come to: the stricter of two on one side (超过45以上: more than 45), and either before 约. Undefined
 * where they contradict: 超过45以下.
 */
export function joinComparators(comparators: readonly Comparator[]): Comparator | undefined {
  const isUp = comparators.some(comparator => comparator === 'AT_LEAST' || comparator === 'MORE_THAN')
  const isDown = comparators.some(comparator => comparator === 'AT_MOST' || comparator === 'LESS_THAN')
  if (isUp && isDown) return undefined
  const strictestFirst: readonly Comparator[] = ['MORE_THAN', 'LESS_THAN', 'AT_LEAST', 'AT_MOST', 'ABOUT']
  return strictestFirst.find(comparator => comparators.includes(comparator)) ?? 'EXACTLY'
}

function takeOne(text: string, words: Words): BoundedText {
  for (const [pattern, comparator] of words)
    if (pattern.test(text)) return { comparators: [comparator], rest: text.replace(pattern, '') }
  return { comparators: [], rest: text }
}
