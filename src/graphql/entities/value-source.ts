import type { Statement } from '../../model/statement.js'
import type { PropertyDeclaration } from '../../ontology/declaration.js'
import { type FigureTerms, isOfTerms } from '../../values/precision.js'
import type { Value } from '../../values/value.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'

/** A statement as fields are computed from it: with the view that it is read in. */
export interface StatementView {
  readonly statement: Statement
  readonly reader: ViewReader
}

/** A value as fields are computed from it. */
export interface ValueView<Kind extends Value = Value> {
  readonly value: Kind
  readonly asStated: string
  /** On whose word; absent where no statement holds the value, as in a sum. */
  readonly statement: StatementView | undefined
}

export function viewOf(statement: Statement, reader: ViewReader): StatementView {
  return { statement, reader }
}

export function valueView(view: StatementView): ValueView {
  return { value: view.statement.value, asStated: view.statement.asStated, statement: view }
}

/** Which of the figures that count a field shows. */
export type FigureArguments = { readonly [Term in keyof FigureTerms]?: FigureTerms[Term] | null }

/** What an entity's field of a one-valued property shows: the first statement's value, as the schema has its kind. */
export function showProperty(entity: EntityView, property: PropertyDeclaration, figure: FigureArguments = {}): unknown {
  const { counted } = entity.resolve(property)
  const chosen = counted.find(statement => isFigure(statement, figure))
  if (!chosen) return undefined
  const { value } = chosen
  switch (value.kind) {
    case 'text':
      return value.text
    case 'date':
      return value.edtf
    case 'code':
      return value.code
    case 'entity':
      return entity.reader.findEntity(value.entity)
    default:
      return valueView(viewOf(chosen, entity.reader))
  }
}

function isFigure({ value }: Statement, { precision, basis, sparsity }: FigureArguments): boolean {
  const asked = {
    precision: precision == null ? null : [precision],
    basis: basis == null ? null : [basis],
    sparsity: sparsity == null ? null : [sparsity],
  }
  return value.kind !== 'quantity' || isOfTerms(value, asked)
}
