import type { EntityTypeDeclaration } from '../ontology/declaration.js'
import { organisationInverses, organisationProperties } from './organisation.js'

export const bureau: EntityTypeDeclaration = {
  name: 'Bureau',
  plural: 'bureaus',
  label: { en: 'bureau', 'zh-Hans': '政府部门' },
  synonyms: {
    en: [
      'bureau',
      'agency',
      'government agency',
      'authority',
      'department',
      'government department',
      'ministry',
      'commission',
    ],
    'zh-Hans': ['政府部门', '部门', '政府机构', '机构', '主管部门', '委办局', '机关', '部委'],
  },
  description: 'A public authority: a bureau, commission, ministry or government.',
  example: 'bureau/beijing-eit',
  nameExample: {
    en: 'Beijing Municipal Bureau of Economy and Information Technology',
    'zh-Hans': '北京市经济和信息化局',
  },
  interface: 'Organisation',
  existence: { begins: 'foundingDate' },
  properties: [
    ...organisationProperties,
    {
      id: 'jurisdiction',
      label: { en: 'jurisdiction', 'zh-Hans': '管辖地区' },
      description: 'The region that it has authority over.',
      example: 'region/beijing',
      value: { kind: 'entity', to: 'Region', inverse: { en: 'authority', 'zh-Hans': '主管部门' } },
      joint: true,
      all: 'jurisdictions',
    },
  ],
  inverses: [
    ...organisationInverses,
    {
      field: 'officials',
      description: 'Officials who hold an office in the bureau, with title and period.',
      of: ['Official.position'],
      connection: 'OfficeHolder',
    },
    { field: 'measures', description: 'Policy measures that it issued.', of: ['PolicyMeasure.issuer'] },
  ],
}
