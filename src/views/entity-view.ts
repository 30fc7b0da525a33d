import type { Conflict } from '../model/conflict.js'
import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityType } from '../ontology/ontology.js'
import { isVisible } from '../resolution/is-visible.js'
import { chooseLabel } from '../resolution/label.js'
import { type ResolvedProperty, resolve } from '../resolution/resolve.js'
import type { ViewReader } from './view-reader.js'

const nothing: readonly Statement[] = []
const labelsKept = 4

/** What a view has made of an entity so far. A revision cache keeps it with the entity, for all requests with that view. */
export interface EntityMemo {
  seen: ReadonlyMap<string, readonly Statement[]> | undefined
  readonly resolved: Map<string, ResolvedProperty>
  /** By the language asked for. */
  readonly labels: Map<string | undefined, string>
}

/** An entity as one view sees it: of what was said of it, what the view sees, and which of that counts. */
export class EntityView {
  // Made for each request and each place where it stands, so it is kept small: private methods would be written into every one.
  constructor(
    readonly record: EntityRecord,
    readonly type: EntityType,
    readonly reader: ViewReader,
    readonly memo: EntityMemo = newMemo(),
  ) {}

  get id(): string {
    return this.record.id
  }

  /** An entity that no statement in the view describes is not there in it. */
  get isDescribed(): boolean {
    return seenIn(this).size > 0
  }

  /** The statements about it that the view sees, of one property or of all. */
  seen(property?: string): readonly Statement[] {
    const byProperty = seenIn(this)
    return property === undefined ? [...byProperty.values()].flat() : (byProperty.get(property) ?? nothing)
  }

  /** What the view takes of a property: the chosen statement, all that count, the rule, what it was chosen over. */
  resolve(property: PropertyDeclaration): ResolvedProperty {
    const known = this.memo.resolved.get(property.id)
    if (known) return known
    const { view, citedEditions } = this.reader
    const resolved = resolve(this.seen(property.id), {
      view,
      citedEditions,
      conflicts: this.record.conflicts,
      property,
    })
    this.memo.resolved.set(property.id, resolved)
    return resolved
  }

  /** By the property's id or the name of its field; a name that the type does not have gives none. */
  resolveNamed(name: string): ResolvedProperty | undefined {
    const property = this.type.findProperty(name)
    return property && this.resolve(property)
  }

  /** Its name in that language, else by the view's language order, else any; its id where it has none. */
  label(language?: string): string {
    const known = this.memo.labels.get(language)
    if (known !== undefined) return known
    const { view, citedEditions } = this.reader
    const names = this.resolveNamed('name')?.counted ?? nothing
    const label = chooseLabel(names, { language, preferred: view.trust.languages, citedEditions }) ?? this.id
    // Tags are as many as clients like.
    if (this.memo.labels.size < labelsKept) this.memo.labels.set(language, label)
    return label
  }

  /** Conflicts of which the view sees more than one statement: with one side only there is nothing to disagree on. */
  conflicts(): readonly Conflict[] {
    if (this.record.conflicts.length === 0) return this.record.conflicts
    const seen = new Set(this.seen().map(statement => statement.id))
    return this.record.conflicts.filter(
      ({ kind, statements }) => statements.filter(id => seen.has(id)).length > (kind === 'IDENTITY' ? 0 : 1),
    )
  }
}

/** An entity of which some properties alone were read, for who looks at no others. */
export class PartialEntity extends EntityView {
  constructor(
    record: EntityRecord,
    type: EntityType,
    reader: ViewReader,
    readonly properties: readonly string[],
  ) {
    super(record, type, reader)
  }

  override seen(property?: string): readonly Statement[] {
    if (property === undefined || !this.properties.includes(property))
      throw new Error(`Of ${this.id} only ${this.properties.join(', ')} was read, not ${property ?? 'all'}.`)
    return super.seen(property)
  }
}

export function newMemo(): EntityMemo {
  return { seen: undefined, resolved: new Map(), labels: new Map() }
}

function seenIn({ memo, record, reader }: EntityView): ReadonlyMap<string, readonly Statement[]> {
  memo.seen ??= groupSeen(record, reader)
  return memo.seen
}

function groupSeen(
  { statements }: EntityRecord,
  { view, citedEditions }: ViewReader,
): ReadonlyMap<string, readonly Statement[]> {
  const byProperty = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (!isVisible(view, statement, citedEditions(statement.edition))) continue
    const group = byProperty.get(statement.property)
    if (group) group.push(statement)
    else byProperty.set(statement.property, [statement])
  }
  return byProperty
}
