import type { EntityTypeDeclaration } from '../ontology/declaration.js'
import { acceleratorModel } from './accelerator-model.js'
import { bureau } from './bureau.js'
import { company } from './company.js'
import { computeCentre } from './compute-centre.js'
import { conference } from './conference.js'
import { corridor } from './corridor.js'
import { official } from './official.js'
import { policyMeasure } from './policy-measure.js'
import { region } from './region.js'
import { target } from './target.js'

/** The table of contents of the domain: every entity type, in the order of the schema. */
export const entityTypes: readonly EntityTypeDeclaration[] = [
  official,
  bureau,
  company,
  conference,
  computeCentre,
  acceleratorModel,
  region,
  corridor,
  target,
  policyMeasure,
]
