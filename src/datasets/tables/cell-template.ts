/** Gives the cell of a column, without white space around it; undefined where the table has no such column. */
export type CellOf = (column: string) => string | undefined

const mark = /\{([^{}|]+)(\|slug)?\}/g

/** The columns that a template such as `region/{Country|slug}` takes cells from, in order. */
export function columnsIn(template: string): readonly string[] {
  return [...template.matchAll(mark)].map(([, name = '']) => name.trim())
}

/** Whether every brace belongs to a mark. */
export function isTemplate(text: string): boolean {
  return !/[{}]/.test(text.replace(mark, ''))
}

/** Puts cells into a template; undefined where one of them is empty, since half a value states nothing. */
export function fillTemplate(template: string, cellOf: CellOf): string | undefined {
  let isWhole = true
  const text = template.replace(mark, (_, name: string, slug: string | undefined) => {
    const cell = cellOf(name.trim()) ?? ''
    const put = slug ? slugOf(cell) : cell
    if (put === '') isWhole = false
    return put
  })
  return isWhole ? text : undefined
}

/** `São Paulo (SP)` as sao-paulo-sp, 中国 as it is: lower case, Latin letters without marks, words joined. NFC. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
