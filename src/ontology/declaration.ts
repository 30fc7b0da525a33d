import type { Statement } from '../model/statement.js'
import type { NameBearer } from '../names/names-sound-alike.js'
import type { QuantityLimit } from '../values/limits.js'
/** A text in the two languages of the project. */
export interface Bilingual {
  readonly en: string
  readonly 'zh-Hans': string
}

/** An entity type: what can be said of one, and how it is called. One file each under `entities/`; all else is derived from it. */
export interface EntityTypeDeclaration {
  /** PascalCase, the GraphQL type: ComputeCentre. Its ids begin with it in lower case: computecentre/. */
  readonly name: string
  /** The root list: computeCentres. */
  readonly plural: string
  readonly label: Bilingual
  /** Other words by which people search for entities of the type: 数据中心, availability zone. English in the singular. */
  readonly synonyms?: Readonly<Record<keyof Bilingual, readonly string[]>>
  readonly description: string
  readonly example: string
  /** `Organisation` where it is one. */
  readonly interface?: 'Organisation'
  /**
   * Its names in two scripts must sound alike (唐建国, Tang Jianguo): what bears them is a person or a place. Absent
   * where names are translated, as those of organisations and events are.
   */
  readonly namesBySound?: NameBearer
  /** The link that leads from a part to the whole, where there is one: `parent`. Gives the filter `within`. */
  readonly partOf?: string
  /** What bounds the time in which one exists; absent if nothing that can be said of one does. */
  readonly existence?: ExistenceDeclaration
  readonly properties: readonly PropertyDeclaration[]
  readonly inverses: readonly InverseDeclaration[]
  /** Links between others that follow from an entity of this type. */
  readonly derivedLinks?: readonly DerivedLinkDeclaration[]
}

/** Links that no statement makes by itself: of regions in one corridor, which feeds which. */
export interface DerivedLinkDeclaration {
  /** feeds. */
  readonly name: string
  /** What the two ends are called: supplier, consumer. */
  readonly ends: readonly [from: string, to: string]
  /** The property of the entity from whose statements the links follow: member. */
  readonly from: string
  readonly qualifiers: readonly string[]
  readonly description: string
  /** From the statements of that property that count in a view. `entity`: the id of the entity that they are about. */
  derive(counted: readonly Statement[], entity: string): readonly DerivedLink[]
}

/** A link that follows from statements. */
export interface DerivedLink {
  readonly from: string
  readonly to: string
  /** The statement at its first end. */
  readonly statement: Statement
  readonly confidence: number
  readonly qualifiers: Readonly<Record<string, string>>
}

/** Properties by their ids. */
export interface ExistenceDeclaration {
  /** The date from which one exists: `opened`. */
  readonly begins?: string
  /** The date until which one exists: `closed`. */
  readonly ends?: string
  /** The link that holds while one exists: an official is one in the periods of the offices. */
  readonly during?: string
}

/** A property: what a statement of it may hold. A link is a property whose value is an entity. */
export interface PropertyDeclaration {
  /** camelCase, singular, permanent: what stands in datasets. */
  readonly id: string
  /** The GraphQL field where it is not called like the id: `members` for `member`. */
  readonly field?: string
  readonly label: Bilingual
  readonly description: string
  /** A value as a dataset states it. */
  readonly example: string
  readonly value: ValueDeclaration
  /** All statements count, and the field is a list. */
  readonly many?: boolean
  /**
   * A source may state several values at once: all values of one edition count together. Two editions contradict each
   * other only if neither states all that the other one states.
   */
  readonly joint?: boolean
  /** One value for each unit kind, number format, basis and sparsity: figures that are never compared. */
  readonly perTerms?: boolean
  /** Of a joint property and of one with a value for each of its terms: the field with all that count, `operators`. */
  readonly all?: string
  readonly qualifiers?: readonly QualifierDeclaration[]
  /** Of a link with qualifiers: what its connection type is called, `Position` for PositionConnection. */
  readonly connection?: string
  /** A code that belongs to one entity: two that share it are in conflict. */
  readonly identifies?: boolean
}

export type ValueDeclaration =
  | { readonly kind: 'text' }
  /** `of`: the kinds of unit that make sense; `[]`: any. `unit`: what lists are summed up in unless another is asked for. */
  /** `limits`: what its figures may be, before the limits of every property (`defaultLimits`). */
  | {
      readonly kind: 'quantity'
      readonly of: readonly string[]
      readonly unit?: string
      readonly limits?: readonly QuantityLimit[]
    }
  /** `plausible`: the first and the last date that is no surprise, EDTF. */
  | { readonly kind: 'date'; readonly plausible?: readonly [earliest: string, latest: string] }
  | { readonly kind: 'geo' }
  /** `values`: the closed list, in the schema's spelling; absent: any code. */
  /** `countType`: what the type of its counts in aggregates is called, `<enum>Count` unless given. */
  | { readonly kind: 'code'; readonly values?: readonly string[]; readonly enum?: string; readonly countType?: string }
  /** `to`: an entity type, `Organisation`, or `Entity`. `inverse`: the label of the link, read from its target. */
  | { readonly kind: 'entity'; readonly to: string; readonly inverse: Bilingual }

/** Whether more than one value can count at one time. */
export function countsSeveral({ many, joint, perTerms }: PropertyDeclaration): boolean {
  return many === true || joint === true || perTerms === true
}

/** What may stand beside a value. */
export interface QualifierDeclaration {
  readonly id: string
  readonly label: Bilingual
  readonly description: string
  /** The closed list, in the schema's spelling; absent: free text. */
  readonly values?: readonly string[]
  readonly enum?: string
  readonly default?: string
}

/** A link seen from its other end: a region's children are the regions whose parent it is. */
export interface InverseDeclaration {
  /** The GraphQL field: children. */
  readonly field: string
  readonly description: string
  /** `Type.property` of the links, any of which counts: `Target.subject`. */
  readonly of: readonly string[]
  /** As of a property. */
  readonly connection?: string
}
