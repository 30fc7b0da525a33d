/** Characters of figures, units and comparators that the traditional script writes otherwise. */
const traditional = '億萬兩點過約於達餘機張幣圓櫃標準級別間從為個'
const simplified = '亿万两点过约于达余机张币圆柜标准级别间从为个'

/**
 * One spelling for what is written alike in figures: full-width as half-width (Unicode NFKC), traditional characters as
 * simplified, a superscript as `^18`, a run of white space as one space. Circled figures and fractions (①, ½) stay as
 * they are: taken apart they would read as other numbers (1½ as 11/2).
 */
export function foldFigures(text: string): string {
  return isFolded.test(text) ? text : normalised(text).replace(/\s+/g, ' ').trim()
}

/** ASCII with single spaces, as most figures are by the time that a number has been read of them. */
const isFolded = /^(?:[!-~]+(?: [!-~]+)*)?$/
const superscripts = /[⁰¹²³⁴-⁹]+/g
const otherNumber = /\p{No}/u
const otherNumbers = /(\p{No}+)/u
const traditionalCharacters = new RegExp(`[${traditional}]`, 'g')

function normalised(text: string): string {
  const raised = text.replace(superscripts, run => `^${run.normalize('NFKC')}`)
  const parts = otherNumber.test(raised) ? raised.split(otherNumbers) : [raised]
  return parts
    .map((part, place) => (place % 2 === 1 ? part : part.normalize('NFKC')))
    .join('')
    .replace(traditionalCharacters, character => simplified.charAt(traditional.indexOf(character)))
}

/** The first 100 characters, to show what was seen. */
export function excerpt(text: string): string {
  return [...text.slice(0, 200)].slice(0, 100).join('')
}
