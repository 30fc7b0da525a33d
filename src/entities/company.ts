import type { EntityTypeDeclaration } from '../ontology/declaration.js'
import { organisationInverses, organisationProperties } from './organisation.js'

export const company: EntityTypeDeclaration = {
  name: 'Company',
  plural: 'companies',
  label: { en: 'company', 'zh-Hans': '企业' },
  description: 'An organisation that is no public authority: a company, laboratory or university.',
  example: 'company/china-telecom',
  interface: 'Organisation',
  existence: { begins: 'foundingDate' },
  properties: organisationProperties,
  inverses: organisationInverses,
}
