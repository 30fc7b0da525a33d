import type { Statement } from '../model/statement.js'
import type { NameBearer } from '../names/names-sound-alike.js'
import type { QuantityLimit } from '../values/limits.js'
/** A text in the two languages of the project. */
export interface Bilingual {
  readonly en: string
  readonly 'zh-Hans': string
}

/** An entity type: its names and its properties. Each type has one file under `entities/`, and everything else derives from these files. */
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
  /** A name of one, as Chinese and as English sources write it. */
  readonly nameExample: Bilingual
  /** `Organisation` for types of organisation. */
  readonly interface?: 'Organisation'
  /**
   * Whether names in two scripts must sound alike (唐建国, Tang Jianguo), as for persons and places. Absent for types
   * whose names are translated, such as organisations and events.
   */
  readonly namesBySound?: NameBearer
  /** The link from a part to the whole, if there is one: `parent`. Makes the filter `within`. */
  readonly partOf?: string
  /** Properties that bound the time of existence; absent if no property does. */
  readonly existence?: ExistenceDeclaration
  readonly properties: readonly PropertyDeclaration[]
  readonly inverses: readonly InverseDeclaration[]
  /** Links between other entities that follow from an entity of this type. */
  readonly derivedLinks?: readonly DerivedLinkDeclaration[]
}

/** Links that follow from several statements: which region of a corridor feeds which. */
export interface DerivedLinkDeclaration {
  /** feeds. */
  readonly name: string
  /** Names of the two ends: supplier, consumer. */
  readonly ends: readonly [from: string, to: string]
  /** The property whose statements the links follow from: member. */
  readonly from: string
  readonly qualifiers: readonly string[]
  readonly description: string
  /** Derives the links from the statements of that property that count in a view. `entity`: the id of their subject. */
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
  /** The link whose periods bound existence: an official exists as such in the periods of the offices. */
  readonly during?: string
}

/** A property, and the values that its statements may have. A link is a property whose value is an entity. */
export interface PropertyDeclaration {
  /** Id in datasets: camelCase, singular, permanent. */
  readonly id: string
  /** The GraphQL field, if its name differs from the id: `members` for `member`. */
  readonly field?: string
  readonly label: Bilingual
  readonly description: string
  /** A value as a dataset states it. */
  readonly example: string
  /** The example as a source in the other language writes it, of a text. */
  readonly otherExample?: string
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
  /** The field with all values that count, for a joint property and for a property with a value for each of its terms: `operators`. */
  readonly all?: string
  readonly qualifiers?: readonly QualifierDeclaration[]
  /** Name of the connection type of a link with qualifiers: `Position` for PositionConnection. */
  readonly connection?: string
  /** A code that belongs to one entity: two that share it are in conflict. */
  readonly identifies?: boolean
}

export type ValueDeclaration =
  | { readonly kind: 'text' }
  /** `of`: the kinds of unit that fit; `[]`: any. `unit`: the default unit of sums over lists. */
  /** `limits`: bounds of its figures; they precede the bounds of every property (`defaultLimits`). */
  | {
      readonly kind: 'quantity'
      readonly of: readonly string[]
      readonly unit?: string
      readonly limits?: readonly QuantityLimit[]
    }
  /** `plausible`: the first and the last plausible date, EDTF. */
  | { readonly kind: 'date'; readonly plausible?: readonly [earliest: string, latest: string] }
  | { readonly kind: 'geo' }
  /** `values`: the closed list, in the schema's spelling; absent: any code. */
  /** `countType`: name of the type of its counts in aggregates. Default: `<enum>Count`. */
  | { readonly kind: 'code'; readonly values?: readonly string[]; readonly enum?: string; readonly countType?: string }
  /** `to`: an entity type, `Organisation`, or `Entity`. `inverse`: the label of the link, read from its target. */
  | { readonly kind: 'entity'; readonly to: string; readonly inverse: Bilingual }

/** Whether several values can count at one time. */
export function countsSeveral({ many, joint, perTerms }: PropertyDeclaration): boolean {
  return many === true || joint === true || perTerms === true
}

/** A qualifier of a value. */
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
  /** Links to the parts of the entity (`partOf`) count as links to the entity. */
  readonly throughParts?: boolean
  /** As of a property. */
  readonly connection?: string
}
