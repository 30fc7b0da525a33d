import type { EntityTypeDeclaration } from '../ontology/declaration.js'
import { organisationInverses, organisationProperties } from './organisation.js'

export const company: EntityTypeDeclaration = {
  name: 'Company',
  plural: 'companies',
  label: { en: 'company', 'zh-Hans': '企业' },
  synonyms: {
    en: ['company', 'firm', 'enterprise', 'provider', 'cloud provider', 'operator', 'vendor', 'corporation'],
    'zh-Hans': ['企业', '公司', '厂商', '运营商', '云厂商', '服务商', '云服务商'],
  },
  description: 'An organisation that is no public authority: a company, laboratory or university.',
  example: 'company/china-telecom',
  nameExample: { en: 'China Telecom', 'zh-Hans': '中国电信' },
  interface: 'Organisation',
  existence: { begins: 'foundingDate' },
  properties: organisationProperties,
  inverses: organisationInverses,
}
