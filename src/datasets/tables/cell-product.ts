import { multiplyDecimals } from '../../values/decimal.js'
import { parseNumeral } from '../../values/words/numeral.js'

/** The factors of `{nodes} * {per node}`, each a template; undefined if the text is no product. */
export function factorsIn(text: string): readonly string[] | undefined {
  const factors = text.split(/\s*[*×]\s*/)
  return factors.length > 1 && factors.every(factor => /^(?:\{[^{}]+\}|\d[\d.]*)$/.test(factor.trim()))
    ? factors.map(factor => factor.trim())
    : undefined
}

/** What a product of cells comes to, exactly; or the first factor that is no number. */
export type Product = { readonly ok: true; readonly amount: string } | { readonly ok: false; readonly factor: number }

export function multiplyCells(cells: readonly string[]): Product {
  let amount = '1'
  for (const [index, cell] of cells.entries()) {
    const numeral = parseNumeral(cell)
    if (numeral?.rest !== '') return { ok: false, factor: index }
    amount = multiplyDecimals(amount, numeral.amount)
  }
  return { ok: true, amount }
}
