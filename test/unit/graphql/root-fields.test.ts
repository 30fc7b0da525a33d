import { describe, expect, it } from '@jest/globals'
import { derivedFields } from '../../../src/entities/derived.js'
import { entityTypes } from '../../../src/entities/index.js'
import { buildSchema } from '../../../src/graphql/schema/build-schema.js'
import { createOntology } from '../../../src/ontology/ontology.js'

describe('the root fields of queries', () => {
  const fields = Object.values(
    buildSchema(createOntology(entityTypes), derivedFields).getQueryType()?.getFields() ?? {},
  )

  it('say each whether revision, day, view and arguments alone decide the answer', () => {
    expect(fields.length).toBeGreaterThan(35)
    for (const { name, extensions } of fields)
      expect({ name, isOfRevision: extensions.isOfRevision }).toEqual({ name, isOfRevision: expect.any(Boolean) })
  })

  it('are kept with the revision, but for those of curators', () => {
    const ofMoment = fields.filter(({ extensions }) => !extensions.isOfRevision)
    expect(ofMoment.map(({ name }) => name).sort()).toEqual(['decisionEffect', 'importJob'])
  })
})
