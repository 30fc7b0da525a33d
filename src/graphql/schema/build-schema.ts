import type { GraphQLSchema } from 'graphql'
import type { Ontology } from '../../ontology/ontology.js'
import { changeSubscriptions } from '../changes/changed.js'
import { changeQueries, changeTypes } from '../changes/changes.js'
import { pageInfoType } from '../connections/connection.js'
import { curationMutations, curationTypes, previewQueries } from '../curation/curation.js'
import { actionTypes, curationLogQueries } from '../curation/curation-log.js'
import { importMutations, importQueries, importSubscriptions, importTypes } from '../curation/import-dataset.js'
import { candidateQueries, candidateTypes } from '../discovery/candidates.js'
import { pathQueries, pathTypes } from '../discovery/paths.js'
import { searchQueries, searchTypes } from '../discovery/search.js'
import { declaredTypes, sharedFields } from '../entities/declared-types.js'
import { entityQueries } from '../entities/entity-queries.js'
import { entityTypes } from '../entities/entity-types.js'
import { filterTypes } from '../entities/filter-types.js'
import { valueTypes } from '../entities/value-types.js'
import { violationQueries, violationTypes } from '../evidence/constraint-violations.js'
import { evidenceConnections, evidenceQueries } from '../evidence/evidence-queries.js'
import { evidenceTypes } from '../evidence/evidence-types.js'
import { federate } from '../federation/federation.js'
import { ontologyQueries } from '../ontology/ontology-queries.js'
import { ontologyTypes } from '../ontology/ontology-types.js'
import { requireCurator } from '../request/require-curator.js'
import { releaseQueries, releaseTypes } from '../views/releases.js'
import { resolvingViews } from '../views/resolve-view.js'
import { viewTypes } from '../views/view-input.js'
import { assembleSchema } from './assemble.js'
import type { DerivedFields, FieldDeclaration, Queries, TypeDeclaration } from './declare.js'
import { scalars } from './scalars.js'

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
    ...violationTypes,
    ...pathTypes,
    ...changeTypes,
    ...actionTypes,
    ...releaseTypes,
    ...curationTypes,
    ...importTypes,
    ...searchTypes,
    ...candidateTypes,
    ...ontologyTypes,
  ]
  const federation = federate(types)
  const queries: Queries = {
    ...entityQueries(ontology),
    ...evidenceQueries,
    ...violationQueries(ontology),
    ...searchQueries(ontology),
    ...candidateQueries(ontology),
    ...pathQueries,
    ...changeQueries,
    ...curationLogQueries,
    ...previewQueries,
    ...releaseQueries,
    ...importQueries,
    ...ontologyQueries,
    ...federation.queries,
  }
  const mutations = forCurators({ ...curationMutations, ...importMutations })
  return assembleSchema([...types, ...federation.types], resolvingViews(queries), mutations, {
    ...changeSubscriptions,
    ...importSubscriptions,
  })
}

/** Every mutation is refused unless a curator asks, whatever it does itself. */
function forCurators(mutations: Readonly<Record<string, FieldDeclaration>>): Record<string, FieldDeclaration> {
  return Object.fromEntries(
    Object.entries(mutations).map(([name, { field: carryOut, ...declared }]) => [
      name,
      {
        ...declared,
        field: (source, args, context, info) => {
          requireCurator(context)
          return carryOut?.(source, args, context, info)
        },
      },
    ]),
  )
}
