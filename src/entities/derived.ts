import type { DerivedFields } from '../graphql/schema/declare.js'
import { regionCentres } from './region-centres.js'
import { regionSupply } from './region-supply.js'
import { targetProgress } from './target-progress.js'

/** Fields that no declaration of properties can express. */
export const derivedFields: readonly DerivedFields[] = [regionCentres, regionSupply, targetProgress]
