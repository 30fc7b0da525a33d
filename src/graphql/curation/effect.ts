import type { ChangedValue } from '../../curation/changed-values.js'
import type { Effect } from '../../curation/impact.js'
import type { ConflictContent } from '../../model/conflict.js'
import type { ViewReader } from '../../views/view-reader.js'
import { viewOf } from '../entities/value-source.js'
import { field, type TypeDeclaration } from '../schema/declare.js'

/** An effect as fields are computed from it: nodes are read from the graph as it is, so that a preview alters none. */
export interface EffectView {
  readonly effect: Effect
  readonly reader: ViewReader
  readonly isPreview: boolean
}

type FlipView = ChangedValue & Pick<EffectView, 'reader'>

/** A conflict that a change opens. */
export type OpenedConflictView = Pick<EffectView, 'reader' | 'isPreview'> & { readonly conflict: ConflictContent }

export const effectTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'Effect',
    description:
      'Effect of a change on readers of the default view: values that become others, conflicts that open or close.',
    fields: {
      flips: field<EffectView>(
        '[Flip!]!',
        'Resolved values that become others, by entity and property.',
        ({ effect, reader }) => effect.flips.map(flip => ({ ...flip, reader })),
      ),
      openedConflicts: field<EffectView>('[OpenedConflict!]!', 'Conflicts that the change opens.', view =>
        openedConflicts(view.effect.openedConflicts, view),
      ),
      closedConflictIds: field<EffectView>(
        '[ID!]!',
        'Ids of conflicts that the change closes: their statements no longer contradict each other.',
        ({ effect }) => effect.closedConflicts,
      ),
      selfLinks: field<EffectView>(
        '[Statement!]!',
        'Warning of a merge: links that would lead from the entity to itself. Such a link does not count; a split restores it.',
        async ({ effect, reader }) => {
          const found = await Promise.all((effect.selfLinks ?? []).map(({ id }) => findStatement(id, reader)))
          return found.filter(statement => statement !== undefined)
        },
      ),
      contradicts: field<EffectView>(
        '[CurationAction!]!',
        'Warning of a merge: earlier actions by which curators said that the two are not one, such as a split or a decision on a code of both.',
        ({ effect, reader }) => (effect.contradicts ?? []).map(deed => ({ deed, reader })),
      ),
      shown: field<EffectView>(
        'Statement',
        'If a conflict on a property with one value is dismissed: the statement that readers are still shown, since only one can be. Null otherwise.',
        ({ effect, reader }) => effect.shown && findStatement(effect.shown.id, reader),
      ),
    },
  },
  {
    kind: 'object',
    name: 'Flip',
    description: 'Resolved value that becomes another.',
    fields: {
      entity: field<FlipView>(
        'Entity!',
        'Entity with the value. In a dry run all its fields are as they are now.',
        ({ entity, reader }) => reader.getEntity(entity),
      ),
      property: field('Property!', 'Property of the value.'),
      before: field<FlipView>(
        'Statement',
        'Statement that was chosen before the change; null if none was.',
        ({ before, reader }) => before && findStatement(before.id, reader),
      ),
      after: field<FlipView>(
        'Statement',
        'Statement that is chosen after the change; null if none is.',
        ({ after, reader }) => after && findStatement(after.id, reader),
      ),
    },
  },
  {
    kind: 'object',
    name: 'OpenedConflict',
    description: 'Conflict that a change opens or, in a dry run, would open.',
    fields: {
      kind: field<OpenedConflictView>('ConflictKind!', 'Kind of the contradiction.', ({ conflict }) => conflict.kind),
      property: field<OpenedConflictView>(
        'Property!',
        'Property that the statements disagree on.',
        ({ conflict, reader }) =>
          reader.ontology.findTypeOfId(conflict.subjects[0] ?? '')?.findProperty(conflict.property),
      ),
      subjectIds: field<OpenedConflictView>(
        '[ID!]!',
        'Ids of the entities in conflict. Entities that an import would add have no node yet.',
        ({ conflict }) => conflict.subjects,
      ),
      statementIds: field<OpenedConflictView>(
        '[ID!]!',
        'Ids of the contradicting statements. Statements that an import would add have no node yet.',
        ({ conflict }) => conflict.statements,
      ),
      statements: field<OpenedConflictView>(
        '[Statement!]!',
        'Contradicting statements that are in the graph.',
        async ({ conflict, reader }) => {
          const found = await Promise.all(conflict.statements.map(id => findStatement(id, reader)))
          return found.filter(statement => statement !== undefined)
        },
      ),
      conflict: field<OpenedConflictView>(
        'Conflict',
        'The conflict; null in a dry run, since it is not in the graph.',
        ({ conflict, reader, isPreview }) => (isPreview ? undefined : findConflict(conflict.id, reader)),
      ),
    },
  },
]

export function openedConflicts(
  conflicts: readonly ConflictContent[],
  { reader, isPreview }: Pick<EffectView, 'reader' | 'isPreview'>,
): readonly OpenedConflictView[] {
  return conflicts.map(conflict => ({ conflict, reader, isPreview }))
}

export async function findStatement(id: string, reader: ViewReader) {
  const statement = await reader.ask<'statement'>({ kind: 'statement', id })
  return statement && viewOf(statement, reader)
}

export async function findConflict(id: string, reader: ViewReader) {
  const conflict = await reader.ask<'conflict'>({ kind: 'conflict', id })
  return conflict && { conflict, reader }
}
