import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { countsSeveral } from '../../ontology/declaration.js'
import type { EntityType, Ontology, Property } from '../../ontology/ontology.js'
import {
  allConflictCount,
  countColumn,
  figureColumns,
  foldedColumn,
  furtherFigureColumns,
  statedDayColumns,
} from '../../ontology/row-keys.js'
import type { RowTest } from '../../store/rows/resolved-rows.js'
import { edtfBounds, statedDays } from '../../values/edtf.js'
import { bases, isOfTerms, precisions, sparsities, termsKey } from '../../values/precision.js'
import { boundsOf } from '../../values/quantity.js'
import { decimalKey } from '../../values/stored/decimal-key.js'
import type { EntityFilter } from './match-entity.js'
import {
  type DateFilter,
  fold,
  type ListFilter,
  type QuantityFilter,
  type QuantityInput,
  type TextFilter,
} from './match-value.js'

/*
 * The filters of `match-entity.ts` as conditions on rows. What cannot be said exactly so is undefined, and then looked
 * for among statements.
 */

type Maybe<T> = T | undefined

const always: RowTest = { is: 'true' }
const never: RowTest = { is: 'false' }

/** A filter may nest so deep, and have so many conditions. */
const deepest = 20
const mostConditions = 300

/** As `matchesEntity` for rows of a type. Undefined for a filter that rows cannot answer. */
export function filterOfRows(filter: EntityFilter, type: EntityType, ontology: Ontology): Maybe<RowTest> {
  const compiler = new FilterCompiler(ontology)
  return compiler.entity(filter, type, 0)
}

class FilterCompiler {
  #conditions = 0

  constructor(readonly ontology: Ontology) {}

  entity(filter: EntityFilter, type: EntityType, depth: number): Maybe<RowTest> {
    this.#conditions += Object.keys(filter).length
    if (depth > deepest || this.#conditions > mostConditions) return undefined
    return all(
      Object.entries(filter).map(([key, condition]) =>
        condition == null ? always : this.#condition(key, condition, type, depth + 1),
      ),
      'and',
    )
  }

  #condition(key: string, condition: unknown, type: EntityType, depth: number): Maybe<RowTest> {
    switch (key) {
      case 'and':
      case 'or':
        return all(
          (condition as readonly EntityFilter[]).map(part => this.entity(part, type, depth)),
          key,
        )
      case 'not': {
        const of = this.entity(condition as EntityFilter, type, depth)
        return of && { is: 'not', of }
      }
      case 'exists':
        return condition === true ? always : never
      case 'id':
        return testOfIds(condition as ListFilter)
      case 'type':
        return isListedName(type.enumName, condition as ListFilter) ? always : never
      case 'within':
        return this.#within(String(condition), type)
      case 'existence':
        return testOfList('existence', condition as ListFilter)
      case 'openConflictCount':
        return testOfCount('conflictCount', condition as Readonly<Record<string, number | null>>)
      case 'conflictCount':
        return testOfCount(allConflictCount, condition as Readonly<Record<string, number | null>>)
      default: {
        const property = type.findProperty(key)
        return property ? this.#property(property, condition as object, depth) : never
      }
    }
  }

  #within(whole: string, { name: type, partOf: by, findProperty }: EntityType): Maybe<RowTest> {
    if (by === undefined) return { is: '=', column: 'id', value: whole }
    const link = findProperty(by)
    if (link?.value.kind !== 'entity' || link.value.to !== type || countsSeveral(link)) return undefined
    return { is: 'within', whole, by, type }
  }

  #property(property: Property, condition: object, depth: number): Maybe<RowTest> {
    const { exists, ...others } = condition as { readonly exists?: boolean | null }
    const isThere = presenceOf(property)
    if (!isThere) return undefined
    const presence = exists === true ? isThere : exists === false ? ({ is: 'not', of: isThere } as const) : always
    if (exists != null && Object.keys(others).length === 0) return presence
    const holds = this.#value(property, condition, others, depth)
    return holds && { is: 'and', of: [presence, holds] }
  }

  #value(property: Property, condition: object, others: object, depth: number): Maybe<RowTest> {
    const { id, value } = property
    switch (value.kind) {
      case 'text':
        return testOfTexts(property, condition)
      case 'code':
        if (!value.values) return testOfTexts(property, condition)
        return countsSeveral(property)
          ? { is: 'some', lists: [id], test: testOfList(id, condition) }
          : testOfList(id, condition)
      case 'date':
        return countsSeveral(property) ? undefined : testOfDate(id, condition)
      case 'quantity':
        return property.many ? undefined : testOfFigures(property, condition)
      case 'geo':
        return never
      case 'entity': {
        const to = this.ontology.typesOf(value.to).map(type => {
          const test = this.entity(others as EntityFilter, type, depth)
          return test && { type: type.name, test }
        })
        return to.every(each => each !== undefined) ? { is: 'linked', property: id, to } : undefined
      }
    }
  }
}

/** That some value of the property counts. */
function presenceOf(property: PropertyDeclaration): Maybe<RowTest> {
  const { id, value, many } = property
  const present = (column: string): RowTest => ({ is: 'present', column })
  switch (value.kind) {
    case 'text':
      return present(foldedColumn(id))
    case 'code':
      return present(value.values ? id : foldedColumn(id))
    case 'date':
      return many ? undefined : present(id)
    case 'quantity':
      return many ? undefined : present(figureColumns(id).comparator)
    case 'geo':
      return present(`${id}Latitude`)
    case 'entity':
      return present(many ? countColumn(id) : id)
  }
}

function testOfIds({ notIn, ...wanted }: ListFilter): RowTest {
  const any = (condition: ListFilter): RowTest => ({
    is: 'or',
    of: [testOfList('id', condition), { is: 'some', lists: ['formerIds'], test: testOfList('formerIds', condition) }],
  })
  const isUnwanted: RowTest[] = notIn == null ? [] : [{ is: 'not', of: any({ in: notIn }) }]
  const hasWanted = wanted.eq == null && wanted.in == null ? [] : [any(wanted)]
  return { is: 'and', of: [...hasWanted, ...isUnwanted] }
}

function testOfList(column: string, { eq, in: list, notIn }: ListFilter): RowTest {
  return {
    is: 'and',
    of: [
      { is: 'present', column },
      ...(eq == null ? [] : [{ is: '=', column, value: eq } as const]),
      ...(list == null ? [] : [{ is: 'in', column, values: list } as const]),
      ...(notIn == null ? [] : [{ is: 'not in', column, values: notIn } as const]),
    ],
  }
}

function testOfCount(column: string, { eq, gte, gt, lte, lt }: Readonly<Record<string, number | null>>): RowTest {
  const given = [
    ['=', eq],
    ['>=', gte],
    ['>', gt],
    ['<=', lte],
    ['<', lt],
  ] as const
  return { is: 'and', of: given.flatMap(([is, value]) => (value == null ? [] : [{ is, column, value }])) }
}

function testOfTexts(property: PropertyDeclaration, condition: TextFilter): Maybe<RowTest> {
  const { eq, in: list, notIn, contains, startsWith, endsWith } = condition
  const words = [eq, contains, startsWith, endsWith].flatMap(word => word ?? [])
  if ([...words, ...(list ?? []), ...(notIn ?? [])].some(word => unusual.test(word))) return undefined
  const column = foldedColumn(property.id)
  const parts: readonly (readonly ['contains' | 'starts with' | 'ends with', string | null | undefined])[] = [
    ['contains', contains],
    ['starts with', startsWith],
    ['ends with', endsWith],
  ]
  const test: RowTest = {
    is: 'and',
    of: [
      testOfList(column, {
        ...(eq != null && { eq: fold(eq) }),
        ...(list && { in: list.map(fold) }),
        ...(notIn && { notIn: notIn.map(fold) }),
      }),
      // What is empty is in every text.
      ...parts.flatMap(([is, word]) => (word == null || fold(word) === '' ? [] : [{ is, column, value: fold(word) }])),
    ],
  }
  return countsSeveral(property) ? { is: 'some', lists: [column], test } : test
}

/**
 * A text as rows hold it for filters. Characters that an engine may not hold or not find are one that no filter asks for,
 * so that the text meets the same filters as before.
 */
export function comparableText(text: string): string {
  return fold(text).replace(allUnusual, '\u{10FFFD}')
}

const unusual = /[\0\u0001\u{10FFFD}-\u{10FFFF}\p{Surrogate}]/u
const allUnusual = /[\0\u0001\u{10FFFD}-\u{10FFFF}\p{Surrogate}]/gu

function testOfDate(id: string, { before, after, within }: DateFilter): RowTest {
  const tests: RowTest[] = [{ is: 'present', column: id }]
  if (before != null) {
    const { min } = edtfBounds(before)
    tests.push(min === undefined ? never : { is: '<', column: `${id}To`, value: min })
  }
  if (after != null) {
    const { max } = edtfBounds(after)
    tests.push(max === undefined ? never : { is: '>', column: `${id}From`, value: max })
  }
  if (within != null) tests.push(testOfStatedDays(id, within))
  return { is: 'and', of: tests }
}

/** As `isWithin`. */
function testOfStatedDays(id: string, within: string): RowTest {
  const whole = statedDays(within)
  if (!whole) return never
  const { from, to } = statedDayColumns(id)
  return {
    is: 'and',
    of: [
      {
        is: 'or',
        of: [
          { is: 'present', column: from },
          { is: 'present', column: to },
        ],
      },
      ...(whole.min === undefined ? [] : [{ is: '>=', column: from, value: whole.min } as const]),
      ...(whole.max === undefined ? [] : [{ is: '<=', column: to, value: whole.max } as const]),
    ],
  }
}

function testOfFigures(property: PropertyDeclaration, filter: QuantityFilter): Maybe<RowTest> {
  const first = testOfFigure(figureColumns(property.id), filter)
  if (!countsSeveral(property)) return first
  const further = furtherFigureColumns(property.id)
  const { kind, terms, low, high } = further
  return {
    is: 'or',
    of: [first, { is: 'some', lists: [kind, terms, low, high], test: testOfFigure(further, filter) }],
  }
}

interface FigureColumns {
  readonly kind: string
  readonly terms: string
  readonly low: string
  readonly high: string
}

/** As `matchesQuantity`. Where there is a kind of unit there is a lower or an upper end. */
function testOfFigure(columns: FigureColumns, filter: QuantityFilter): RowTest {
  const { kind, terms } = columns
  const { eq, gte, gt, lte, lt, precision, basis, sparsity } = filter
  const asksTerms = precision != null || basis != null || sparsity != null
  return {
    is: 'and',
    of: [
      { is: '>', column: kind, value: '' },
      ...(asksTerms ? [{ is: 'in', column: terms, values: allTerms.filter(isAsked) } as const] : []),
      ...(eq == null ? [] : [above(eq, '>='), below(eq, '<=')]),
      ...(gte == null ? [] : [above(gte, '>=')]),
      ...(gt == null ? [] : [above(gt, '>')]),
      ...(lte == null ? [] : [below(lte, '<=')]),
      ...(lt == null ? [] : [below(lt, '<')]),
    ],
  }

  function isAsked(key: string): boolean {
    const [ofPrecision, ofBasis, ofSparsity] = key.split(' ') as [never, never, never]
    return isOfTerms({ precision: ofPrecision, basis: ofBasis, sparsity: ofSparsity }, filter)
  }

  function above(input: QuantityInput, is: '>' | '>='): RowTest {
    return bound(input, end => ({ is, column: columns.low, value: end }))
  }

  /** The upper end itself, if the figure includes the end, sorts as its key with a `+`. */
  function below(input: QuantityInput, is: '<' | '<='): RowTest {
    return bound(input, end => ({ is, column: columns.high, value: `${end}+` }))
  }

  function bound({ amount, unit }: QuantityInput, test: (key: string) => RowTest): RowTest {
    const { unitKind, low } = boundsOf({ kind: 'quantity', amount, unit: unit ?? 'COUNT', comparator: 'EXACTLY' })
    if (unitKind === undefined || low === undefined) return never
    return { is: 'and', of: [{ is: '=', column: kind, value: unitKind }, test(decimalKey(low))] }
  }
}

const allTerms = precisions.flatMap(precision =>
  bases.flatMap(basis => sparsities.map(sparsity => termsKey({ precision, basis, sparsity }))),
)

function isListedName(name: string, { eq, in: list, notIn }: ListFilter): boolean {
  return (
    (eq == null || name === eq) && (list == null || list.includes(name)) && (notIn == null || !notIn.includes(name))
  )
}

function all(tests: readonly Maybe<RowTest>[], is: 'and' | 'or'): Maybe<RowTest> {
  return tests.every(test => test !== undefined) ? { is, of: tests } : undefined
}
