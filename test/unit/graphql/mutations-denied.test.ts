import { describe, expect, it } from '@jest/globals'
import { derivedFields } from '../../../src/entities/derived.js'
import { entityTypes } from '../../../src/entities/index.js'
import { anonymous } from '../../../src/graphql/request/principal.js'
import { buildSchema } from '../../../src/graphql/schema/build-schema.js'
import { createOntology } from '../../../src/ontology/ontology.js'

const schema = buildSchema(createOntology(entityTypes), derivedFields)
const mutations = Object.entries(schema.getMutationType()?.getFields() ?? {})

describe('every mutation', () => {
  it('is one of these', () => {
    expect(mutations.map(([name]) => name).sort()).toEqual([
      'decideConflict',
      'importDataset',
      'mergeEntities',
      'publishRelease',
      'reopenConflict',
      'restoreStatement',
      'retractStatement',
      'splitEntity',
    ])
  })

  // A context without a store: what asks the store first fails in another way.
  it.each(mutations)('%s is refused before anything is read, unless a curator asks', async (_, { resolve }) => {
    const carryOut = async (principal: unknown) => await resolve?.(undefined, { input: {} }, { principal }, {} as never)
    await expect(carryOut(anonymous)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const reader = { kind: 'token', id: 'a reader', roles: ['reader'] }
    await expect(carryOut(reader)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
