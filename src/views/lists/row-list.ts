import { countsSeveral, type PropertyDeclaration } from '../../ontology/declaration.js'
import { type EntityType, enumNameOf } from '../../ontology/ontology.js'
import { labelOrders, orderColumn, yearColumn } from '../../ontology/row-keys.js'
import { rowLayoutOf } from '../../ontology/row-layout.js'
import {
  fromSortable,
  type RowAnswer,
  type RowAsk,
  type RowCount,
  type RowGrouping,
  type RowOrder,
  type RowPlace,
  type RowSelection,
  type RowSum,
  type RowTest,
  type RowTree,
  type RowTrees,
  toSortable,
} from '../../store/rows/resolved-rows.js'
import { decimalKey, decimalOfKey } from '../../values/stored/decimal-key.js'
import { type Unit, unitKindOf } from '../../values/unit.js'
import type { MaybePromise } from '../maybe-promise.js'
import type { ViewReader } from '../view-reader.js'
import { aggregateSums, type QuantityAggregate } from './aggregate-quantities.js'
import { filterOfRows } from './compare-rows.js'
import type { Group, Grouping, GroupSum } from './group-entities.js'
import type { EntityFilter } from './match-entity.js'
import type { EntityOrder } from './order-entities.js'

/** The place of an entity in a list, as cursors encode it. */
export type SortKey = readonly (string | null)[]

/** How much of which end of a list is asked for. */
export interface RowPageRequest {
  readonly limit: number
  readonly fromEnd: boolean
  readonly after: SortKey | undefined
  readonly before: SortKey | undefined
}

export interface RowPage {
  readonly keys: readonly SortKey[]
  /** The rows at these places, if any of them was asked for. */
  readonly rows?: readonly RowTree[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}

/**
 * A list of entities of one type as the rows of the store answer it. Every answer is undefined where rows cannot say it:
 * they are as of another revision or day, or being written. Then the list is made from statements.
 */
export class RowList {
  private constructor(
    readonly reader: ViewReader,
    readonly type: EntityType,
    readonly test: RowTest | undefined,
  ) {}

  /** Undefined where the view is none that rows are of, or the filter is none that they answer. */
  static of(reader: ViewReader, type: EntityType, filter: EntityFilter | null | undefined): RowList | undefined {
    if (!reader.hasRows) return undefined
    const test = filter ? filterOfRows(filter, type, reader.ontology) : undefined
    return filter && !test ? undefined : new RowList(reader, type, test)
  }

  async count(): Promise<number | undefined> {
    return await this.#ask({ kind: 'count' })
  }

  /**
   * A page in an order that the engine compares by; undefined also of one that it does not. What lies around the page is
   * looked for only if somebody asks.
   */
  async page(
    orderBy: readonly EntityOrder[],
    request: RowPageRequest,
    { select, saysWhetherMore = true }: { readonly select?: RowSelection; readonly saysWhetherMore?: boolean } = {},
  ): Promise<RowPage | undefined> {
    const orders = orderBy.map(order => rowOrderOf(order, this.type, this.reader.view.language))
    if (!orders.every(order => order !== undefined)) return undefined
    const toPlace = (key: SortKey | undefined) => key && placeOfKey(key, orders)
    const [after, before] = [toPlace(request.after), toPlace(request.before)]
    if (after === null || before === null) return undefined
    const { limit, fromEnd } = request
    const columns = orders.map(({ columns, isDescending }) => ({ columns, isDescending }))
    const asked = saysWhetherMore ? limit + 1 : limit
    const of = { kind: 'page', orders: columns, after, before, limit: asked, fromEnd } as const
    const isThere = (where: 'upTo' | 'from', place: RowPlace | undefined) =>
      saysWhetherMore && place ? this.#ask<boolean>({ kind: 'exists', orders: columns, where, place }) : false
    const [found, isBehind, isAhead] = await Promise.all([
      select ? this.#ask<RowTrees>({ kind: 'tree', of, select }) : this.#ask<readonly RowPlace[]>(of),
      isThere('upTo', after),
      isThere('from', before),
    ])
    const { places, rows } = found && 'rows' in found ? found : { places: found, rows: undefined }
    if (!places || isBehind === undefined || isAhead === undefined) return undefined
    const isCut = places.length > limit
    const shownOf = <Part>(parts: readonly Part[]) => (fromEnd ? parts.slice(isCut ? 1 : 0) : parts.slice(0, limit))
    return {
      keys: shownOf(places).map(place => keyOfPlace(place, orders)),
      ...(rows && { rows: shownOf(rows) }),
      hasNextPage: (isCut && !fromEnd) || isAhead,
      hasPreviousPage: (isCut && fromEnd) || isBehind,
    }
  }

  /** As `groupEntities`. */
  async groups(grouping: Grouping, sum: GroupSum | undefined): Promise<readonly Group[] | undefined> {
    const by = this.#groupingOf(grouping)
    if (!by) return undefined
    const [counts, sums] = await Promise.all([
      this.#ask<readonly RowCount[]>({ kind: 'groups', by }),
      sum && this.#sumsOf(sum.property, sum.unit, by),
    ])
    if (!counts || (sum && !sums)) return undefined
    const sumsOf = new Map<string | null, RowSum[]>()
    for (const each of sums ?? []) sumsOf.set(each.member, [...(sumsOf.get(each.member) ?? []), each])
    // Codes of no closed list stand as texts that every engine sorts alike.
    const toKey = by.is === 'value' && by.column !== grouping.property.id ? fromSortable : (member: string) => member
    return counts
      .map(({ member, count }) => ({
        key: toKey(member),
        count,
        sums: sum ? aggregateSums(sumsOf.get(member) ?? [], sum.unit) : [],
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  /** As `aggregateQuantities` of all figures that count. */
  async sums(property: PropertyDeclaration, unit: Unit): Promise<readonly QuantityAggregate[] | undefined> {
    const sums = await this.#sumsOf(property, unit)
    return sums && aggregateSums(sums, unit)
  }

  async #sumsOf(property: PropertyDeclaration, unit: Unit, by?: RowGrouping): Promise<readonly RowSum[] | undefined> {
    if (property.many) return undefined
    const { id } = property
    return await this.#ask({
      kind: 'sum',
      property: id,
      unitKind: unitKindOf(unit),
      hasFurther: countsSeveral(property),
      closedLists:
        rowLayoutOf(this.reader.ontology).types.find(({ name }) => name === this.type.name)?.closedLists ?? [],
      by,
    })
  }

  #groupingOf({ property, level }: Grouping): RowGrouping | undefined {
    const { id, value } = property
    const isSeveral = countsSeveral(property)
    switch (value.kind) {
      case 'code':
        if (isSeveral) return property.many ? { is: 'values', column: id } : undefined
        return value.values ? { is: 'value', column: id, isClosedList: true } : { is: 'value', column: orderColumn(id) }
      case 'date':
        return isSeveral ? undefined : { is: 'value', column: yearColumn(id) }
      case 'entity': {
        if (level === undefined) return { is: 'linked', property: id }
        const { name: type, partOf = '', findProperty } = this.reader.ontology.findType(value.to) ?? {}
        const link = findProperty?.(partOf)
        if (type === undefined || link?.value.kind !== 'entity' || link.value.to !== type || countsSeveral(link))
          return undefined
        return { is: 'whole', property: id, type, partOf, levelColumn: 'level', level }
      }
      default:
        return undefined
    }
  }

  #ask<Answer extends RowAnswer>(ask: RowAsk): MaybePromise<Answer | undefined> {
    const { reader, type, test } = this
    return reader.askRows<Answer>({ type: type.name, test, ask })
  }
}

/** An order of rows, and how what they are ordered by is spelt in cursors. */
interface SpeltOrder extends RowOrder {
  readonly spelling: 'text' | 'plain' | 'amount'
}

function rowOrderOf(
  { field, direction }: EntityOrder,
  type: EntityType,
  language: string | undefined,
): SpeltOrder | undefined {
  const isDescending = direction === 'DESC'
  if (field === 'LABEL') {
    const column = [...labelOrders].find(([, its]) => its === language)?.[0]
    const plain = orderColumn('label')
    const columns = column === plain ? [plain] : [column ?? plain, plain]
    return column === undefined ? undefined : { columns, isDescending, spelling: 'plain' }
  }
  const property = type.properties.find(({ id }) => enumNameOf(id) === field)
  if (!property || property.many) return undefined
  const { id, value } = property
  switch (value.kind) {
    case 'text':
      return { columns: [orderColumn(id)], isDescending, spelling: 'text' }
    case 'code':
      return { columns: [value.values ? id : orderColumn(id)], isDescending, spelling: 'text' }
    case 'date':
      return { columns: [`${id}From`, `${id}To`], isDescending, spelling: 'plain' }
    case 'quantity':
      return { columns: [orderColumn(id)], isDescending, spelling: 'amount' }
    default:
      return undefined
  }
}

/** Null for a cursor that was made up. */
function placeOfKey(key: SortKey, orders: readonly SpeltOrder[]): RowPlace | null {
  const place = key.map((part, i) => {
    const spelling = orders[i]?.spelling
    if (part === null || spelling === undefined || spelling === 'plain') return part
    return spelling === 'text' ? toSortable(part) : amountPlace(part)
  })
  return place.every(part => part !== undefined) ? place : null
}

function keyOfPlace(place: RowPlace, orders: readonly SpeltOrder[]): SortKey {
  return place.map((part, i) => {
    const spelling = orders[i]?.spelling
    if (part === null || spelling === undefined || spelling === 'plain') return part
    return spelling === 'text' ? fromSortable(part) : amountKey(part)
  })
}

/** Cursors have a quantity as `order-entities.ts` spells it. */
function amountPlace(key: string): string | undefined {
  const [, kind = '', amount = ''] = /^\0([a-z-]+):(-?\d{1,200}(?:\.\d{1,200})?)$/.exec(key) ?? []
  return amount === '' ? undefined : `${kind}:${decimalKey(amount)}`
}

function amountKey(place: string): string {
  const at = place.indexOf(':')
  return `\0${place.slice(0, at)}:${decimalOfKey(place.slice(at + 1)) ?? ''}`
}
