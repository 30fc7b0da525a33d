import type { InverseDeclaration, PropertyDeclaration } from '../ontology/declaration.js'

/** What can be said of every organisation, whatever its type. */
export const organisationProperties: readonly PropertyDeclaration[] = [
  {
    id: 'region',
    label: { en: 'region', 'zh-Hans': '所在地区' },
    description: 'Where it has its seat.',
    example: 'region/beijing',
    value: { kind: 'entity', to: 'Region' },
  },
  {
    id: 'parent',
    label: { en: 'parent organisation', 'zh-Hans': '上级单位' },
    description: 'The organisation that it is part of or answers to.',
    example: 'bureau/beijing-government',
    value: { kind: 'entity', to: 'Organisation' },
  },
  {
    id: 'website',
    label: { en: 'website', 'zh-Hans': '网站' },
    description: 'Its own website. Some have several.',
    example: 'https://www.miit.gov.cn',
    value: { kind: 'code' },
    many: true,
  },
]

export const organisationInverses: readonly InverseDeclaration[] = [
  { field: 'operates', description: 'Compute centres that it operates.', of: ['ComputeCentre.operator'] },
]
