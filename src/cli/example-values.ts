import type { PropertyDeclaration } from '../ontology/declaration.js'
import { type Unit, units } from '../values/unit.js'
import { unitExamples } from '../values/words/unit-examples.js'

/**
 * A value of a property as an English and as a Chinese source writes it. The second is empty if both write the same: an
 * id, a code, a place.
 */
export function examplesOf({ example, otherExample, value }: PropertyDeclaration): readonly [en: string, zh: string] {
  switch (value.kind) {
    case 'quantity': {
      const unit = (Object.keys(units) as Unit[]).find(each => each === (value.unit ?? firstUnitOf(value.of)))
      return unit === undefined ? inLanguages(example, '') : unitExamples[unit]
    }
    case 'date':
      return [example, chineseDate(example)]
    case 'text':
      return inLanguages(example, otherExample ?? '')
    default:
      return [example, '']
  }
}

function inLanguages(one: string, other: string): readonly [string, string] {
  return /\p{Script=Han}/u.test(one) ? [other, one] : [one, other]
}

function firstUnitOf(kinds: readonly string[]): string | undefined {
  return Object.entries(units).find(([, { of }]) => of === kinds[0])?.[0]
}

/** 2024-07-04 as 2024年7月4日, and a month, a year or an interval in the same way. */
function chineseDate(edtf: string): string {
  const dates = edtf.split('/').map(date => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date))
  if (dates.includes(null)) return ''
  return dates
    .map(date => {
      const [, year = '', month, day] = date ?? []
      return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
    })
    .join('至')
}
