import type { conflictKinds, conflictStatuses } from '../../model/conflict.js'
import type { ranks } from '../../model/rank.js'
import { resolutionRules } from '../../resolution/rules.js'
import type { TypeDeclaration } from '../schema/declare.js'

/** The enums of statements, conflicts and resolutions. */
export const evidenceEnums: readonly TypeDeclaration[] = [
  {
    kind: 'enum',
    name: 'Rank',
    description: 'The curator’s weight, as Wikibase’s rank.',
    values: {
      PREFERRED: 'Preferred over others.',
      NORMAL: 'Neither preferred nor wrong.',
      DEPRECATED: 'Known to be wrong; kept for the record, ignored by every view.',
    } satisfies Record<(typeof ranks)[number], string>,
  },
  {
    kind: 'enum',
    name: 'ConflictKind',
    description: 'Kind of the contradiction.',
    values: {
      TRANSLATION: 'Editions of one source disagree: a translation must state what its original states.',
      VALUE: 'Sources give incompatible values for a single-valued property.',
      DATE: 'Sources give incompatible dates for a single-valued date.',
      IDENTITY: 'Two entities share an identifier, or one entity has two.',
    } satisfies Record<(typeof conflictKinds)[number], string>,
  },
  {
    kind: 'enum',
    name: 'ConflictStatus',
    description: 'Status: open, decided or dismissed.',
    values: {
      OPEN: 'Not decided by a curator.',
      DECIDED: 'Decided by a curator: one statement is right.',
      DISMISSED: 'Dismissed by a curator: the statements do not contradict each other.',
    } satisfies Record<(typeof conflictStatuses)[number], string>,
  },
  {
    kind: 'enum',
    name: 'ResolutionRule',
    description: 'The rules by which one of several statements is chosen, in their order.',
    values: Object.fromEntries(resolutionRules.map(({ name, description }) => [name, description])),
  },
]
