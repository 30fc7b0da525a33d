import type { GraphQLSchema } from 'graphql'
import type { Ontology } from '../ontology/ontology.js'
import { assembleSchema } from './assemble.js'
import { pageInfoType } from './connections/connection.js'
import type { DerivedFields, FieldDeclaration, TypeDeclaration } from './declare.js'
import { federate } from './federation/federation.js'
import { filterTypes } from './filters/filter-types.js'
import { curationMutations, curationTypes } from './mutations/curation.js'
import { importMutations, importTypes } from './mutations/import-dataset.js'
import { candidateQueries, candidateTypes } from './queries/candidates.js'
import { changeQueries, changeTypes } from './queries/changes.js'
import { deedQueries, deedTypes } from './queries/deeds.js'
import { entityQueries } from './queries/entity.js'
import { evidenceConnections, evidenceQueries } from './queries/evidence.js'
import { ontologyQueries } from './queries/ontology.js'
import { pathQueries, pathTypes } from './queries/paths.js'
import { readingReleases } from './queries/reading-releases.js'
import { releaseQueries, releaseTypes } from './queries/releases.js'
import { searchQueries, searchTypes } from './queries/search.js'
import { scalars } from './scalars/scalars.js'
import { changeSubscriptions } from './subscriptions/changed.js'
import { declaredTypes, sharedFields } from './types/declared.js'
import { entityTypes } from './types/entity.js'
import { evidenceTypes } from './types/evidence.js'
import { ontologyTypes } from './types/ontology.js'
import { valueTypes } from './types/values.js'
import { viewTypes } from './types/view.js'

/** The whole schema, with the functions that compute its fields, from what may be said and the fields derived beside it. */
export function buildSchema(ontology: Ontology, derived: readonly DerivedFields[]): GraphQLSchema {
  const types: readonly TypeDeclaration[] = [
    ...scalars,
    ...viewTypes,
    ...entityTypes(ontology, sharedFields(ontology, 'Organisation')),
    ...declaredTypes(ontology, derived),
    ...filterTypes(ontology),
    pageInfoType,
    ...valueTypes,
    ...evidenceTypes,
    ...evidenceConnections,
    ...pathTypes,
    ...changeTypes,
    ...deedTypes,
    ...releaseTypes,
    ...curationTypes,
    ...importTypes,
    ...searchTypes,
    ...candidateTypes,
    ...ontologyTypes,
  ]
  const federation = federate(types)
  const queries: Readonly<Record<string, FieldDeclaration>> = {
    ...entityQueries(ontology),
    ...evidenceQueries,
    ...searchQueries(ontology),
    ...candidateQueries(ontology),
    ...pathQueries,
    ...changeQueries,
    ...deedQueries,
    ...releaseQueries,
    ...ontologyQueries,
    ...federation.queries,
  }
  const mutations = { ...curationMutations, ...importMutations }
  return assembleSchema([...types, ...federation.types], readingReleases(queries), mutations, changeSubscriptions)
}
