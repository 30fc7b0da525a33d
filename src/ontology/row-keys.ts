import { countsSeveral, type PropertyDeclaration } from './declaration.js'
import type { Column } from './row-column.js'

/*
 * Columns that the program compares by, beside those that people read: texts folded, amounts and days in a spelling whose
 * order is theirs. The names are made here alone.
 */

/** The names of the columns that a property's figures are compared and summed up by. */
export function figureColumns(id: string) {
  return {
    kind: `${id}Kind`,
    terms: `${id}Terms`,
    low: `${id}Low`,
    high: `${id}High`,
    comparator: `${id}Comparator`,
    /** A number in grains. Of a range: its two ends in grains. Of any other figure: its ends as keys of decimals. */
    grains: `${id}Grains`,
    leastGrains: `${id}LeastGrains`,
    greatestGrains: `${id}GreatestGrains`,
    amount: `${id}Least`,
    top: `${id}Greatest`,
    order: `${id}Order`,
  } as const
}

/** The same of all figures behind the first one, as lists of one length. */
export function furtherFigureColumns(id: string) {
  const { kind, terms, low, high, amount, top, comparator } = figureColumns(`${id}More`)
  return { kind, terms, low, high, amount, top, comparator } as const
}

/** The text or texts that filters of texts look at. */
export function foldedColumn(id: string): string {
  return `${id}Folded`
}

/** The text that lists are ordered by. */
export function orderColumn(id: string): string {
  return `${id}Order`
}

/** The columns of the order by label: for no language, and for each of these where its key is another one. */
export const labelOrders: ReadonlyMap<string, string | undefined> = new Map([
  [orderColumn('label'), undefined],
  [orderColumn('labelZh'), 'zh-Hans'],
  [orderColumn('labelEn'), 'en'],
])

/** The names and codes of an entity that a search compares, each with its statement. */
export const searchedNames = 'searchedNames'

/** The first and the last day of a date as it is stated, without what approximation adds. */
export function statedDayColumns(id: string) {
  return { from: `${id}StatedFrom`, to: `${id}StatedTo` } as const
}

/** The year of a date that lies in one year. */
export function yearColumn(id: string): string {
  return `${id}Year`
}

/** How many values count of a property that has no other column. */
export function countColumn(id: string): string {
  return `${id}Count`
}

/** How many conflicts concern an entity, the decided and the dismissed ones too. */
export const allConflictCount = 'allConflictCount'

/** The label for readers of Simplified Chinese, of a row whose `labelZh` is another one. */
export const hansLabelColumn = 'labelHans'

/** 1 in a row whose texts are not those of the statements, letter by letter: an engine holds no U+0000, for one. */
export const alteredColumn = 'altered'

/** The stated figure that is shown, as JSON: amount, unit, upper end, basis, sparsity, what is counted; cut after the last. */
export function statedFigureColumn(id: string): string {
  return `${id}Figure`
}

/** The columns of one property. */
export function keyColumnsOf(property: PropertyDeclaration): readonly Column[] {
  const { id, value, many } = property
  const isSeveral = countsSeveral(property)
  switch (value.kind) {
    case 'text':
    case 'code':
      if (value.kind === 'code' && value.values) return []
      return [key(foldedColumn(id), isSeveral ? 'texts' : 'text'), ...(many ? [] : [key(orderColumn(id), 'text')])]
    case 'date': {
      const { from, to } = statedDayColumns(id)
      return isSeveral ? [] : [from, to, yearColumn(id)].map(name => key(name, 'text'))
    }
    case 'quantity': {
      if (many) return []
      const { comparator: _, grains, leastGrains, greatestGrains, ...texts } = figureColumns(id)
      const further = isSeveral ? Object.values(furtherFigureColumns(id)) : []
      return [
        ...Object.values(texts).map(name => key(name, 'text')),
        key(statedFigureColumn(id), 'text'),
        ...[grains, leastGrains, greatestGrains].map(name => key(name, 'integer')),
        ...further.map(name => key(name, 'texts')),
      ]
    }
    case 'entity':
      return many ? [key(countColumn(id), 'integer')] : []
    case 'geo':
      return []
  }
}

function key(name: string, kind: Column['kind']): Column {
  return { name, kind, description: '', isKey: true }
}
