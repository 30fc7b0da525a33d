import { type ErrorCode, SuanliError } from '../../model/error.js'
import { findRelease } from '../../views/releases.js'
import type { ViewReader } from '../../views/view-reader.js'
import { errorLanguageOf } from '../request/format-error.js'
import { type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import { findConflict, findStatement } from './effect.js'

/** A failure that a curator must expect, with what it is about as the graph is now. */
export interface FailureView {
  readonly failure: SuanliError
  readonly reader: ViewReader
}

/** Expected failures by their error codes: the type that each has in the schema, and its own fields. */
const failures = {
  REVISION_STALE: {
    name: 'RevisionStale',
    description: 'Failure: the graph is newer than `expectedRevision`.',
    fields: {
      expectedRevision: told('Int!', 'Revision that the input expected.', 'seen'),
      newestRevision: told('Int!', 'Newest revision of the graph.', 'newest'),
    },
  },
  CONFLICT_GONE: {
    name: 'ConflictClosed',
    description: 'Failure: the conflict is closed, because its statements were retracted or changed.',
    fields: { conflict: named('Conflict', 'The closed conflict.', 'id', findConflict) },
  },
  NOT_DECIDED: {
    name: 'ConflictNotDecided',
    description: 'Failure: the conflict is open, so there is no decision to take back.',
    fields: { conflict: named('Conflict', 'The open conflict.', 'id', findConflict) },
  },
  ALREADY_MERGED: {
    name: 'AlreadyMerged',
    description: 'Failure: both ids belong to one entity already.',
    fields: { entity: named('Entity', 'The entity that has both ids.', 'keep', (id, reader) => reader.findEntity(id)) },
  },
  NOT_MERGED: {
    name: 'NotMerged',
    description: 'Failure: the former id was not merged into the entity.',
    fields: {
      entity: named('Entity', 'The entity; its `formerIds` can be split off.', 'id', (id, reader) =>
        reader.findEntity(id),
      ),
    },
  },
  ALREADY_RETRACTED: {
    name: 'AlreadyRetracted',
    description: 'Failure: the statement is retracted already.',
    fields: { statement: named('Statement', 'The retracted statement.', 'id', findStatement) },
  },
  NOT_WITHDRAWN: {
    name: 'NotRetracted',
    description: 'Failure: no curator has retracted the statement.',
    fields: { statement: named('Statement', 'The statement.', 'id', findStatement) },
  },
  RELEASE_EXISTS: {
    name: 'ReleaseExists',
    description: 'Failure: another release has this title.',
    fields: {
      release: named('Release', 'The release that has the title.', 'id', async (id, reader) =>
        findRelease(await reader.ask<'deeds'>({ kind: 'deeds' }), id),
      ),
    },
  },
} satisfies Partial<Record<ErrorCode, Failure>>

interface Failure {
  readonly name: string
  readonly description: string
  readonly fields: Readonly<Record<string, FieldDeclaration>>
}

export type FailureCode = keyof typeof failures

const commonFields = {
  code: field<FailureView>('String!', 'Stable code, as in the list of error codes.', ({ failure }) => failure.code),
  message: field<FailureView>(
    'String!',
    'Sentence for a person: what is wrong and what to do.',
    ({ failure, reader }) => failure.textIn(errorLanguageOf(reader.view.language)),
  ),
}

const typeOf = ({ failure }: FailureView) => failures[failure.code as FailureCode].name

export const failureTypes: readonly TypeDeclaration[] = [
  {
    kind: 'interface',
    name: 'MutationFailure',
    description: 'Failure that a curator must expect; nothing was changed.',
    fields: commonFields,
    typeOf,
  },
  ...Object.values(failures).map(
    ({ name, description, fields }): TypeDeclaration => ({
      kind: 'object',
      name,
      description,
      implements: ['MutationFailure'],
      fields: { ...commonFields, ...fields },
    }),
  ),
]

/** The union of a mutation’s expected failures: `DecideConflictFailure`. */
export function failureUnion(name: string, codes: readonly FailureCode[]): TypeDeclaration {
  return {
    kind: 'union',
    name,
    description: 'Failures that a client of this mutation must expect.',
    members: codes.map(code => failures[code].name),
    typeOf,
  }
}

/** Whether the failure is one of those that the mutation tells in its payload; all others are errors of the request. */
export function isExpected(failure: unknown, codes: readonly FailureCode[]): failure is SuanliError {
  return failure instanceof SuanliError && codes.some(code => code === failure.code)
}

function told(type: string, description: string, name: string): FieldDeclaration {
  return field<FailureView>(type, description, ({ failure }) => failure.fields[name])
}

function named(
  type: string,
  description: string,
  name: string,
  find: (id: string, reader: ViewReader) => unknown,
): FieldDeclaration {
  return field<FailureView>(type, description, ({ failure, reader }) => find(String(failure.fields[name]), reader))
}
