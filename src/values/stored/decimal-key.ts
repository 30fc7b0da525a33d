/**
 * A text for each decimal, so that texts in the order of their code units are decimals in the order of their values. A
 * database that compares texts byte by byte then compares decimals exactly, however long they are.
 */
export function decimalKey(decimal: string): string {
  if (decimal === '0') return 'o!'
  const isNegative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = (isNegative ? decimal.slice(1) : decimal).split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const exponent = digits.length - fraction.length
  const key = `${String(exponent + middle).padStart(3, '0')}${digits.replace(/0+$/, '')}`
  return isNegative ? `n${complement(key)}~` : `p${key}!`
}

/** The decimal of a key; undefined if the text is no key. */
export function decimalOfKey(text: string): string | undefined {
  if (text === 'o!') return '0'
  const [, sign = '', body = ''] = /^([np])(\d{4,})[!~]$/.exec(text) ?? []
  if (body === '') return undefined
  const key = sign === 'n' ? complement(body) : body
  const exponent = Number(key.slice(0, 3)) - middle
  const digits = key.slice(3)
  const whole = exponent > 0 ? digits.slice(0, exponent).padEnd(exponent, '0') : '0'
  const fraction = exponent > 0 ? digits.slice(exponent) : `${'0'.repeat(-exponent)}${digits}`
  return `${sign === 'n' ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Figures have up to some 130 digits before and behind the point. */
const middle = 500

function complement(digits: string): string {
  return digits.replace(/\d/g, digit => String(9 - Number(digit)))
}
