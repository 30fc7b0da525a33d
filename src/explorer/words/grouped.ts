/** 1234567.5 as 1,234,567.5. Decimals are texts, and no digit of them is lost. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
}
