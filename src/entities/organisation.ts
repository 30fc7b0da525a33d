import type { InverseDeclaration, PropertyDeclaration } from '../ontology/declaration.js'

/** Properties of every type of organisation. */
export const organisationProperties: readonly PropertyDeclaration[] = [
  {
    id: 'region',
    label: { en: 'region', 'zh-Hans': '所在地区' },
    description: 'Region of the seat.',
    example: 'region/beijing',
    value: { kind: 'entity', to: 'Region', inverse: { en: 'organisation based here', 'zh-Hans': '当地机构' } },
  },
  {
    id: 'parent',
    label: { en: 'parent organisation', 'zh-Hans': '上级单位' },
    description: 'The organisation that it is part of or answers to.',
    example: 'bureau/beijing-government',
    value: { kind: 'entity', to: 'Organisation', inverse: { en: 'subordinate organisation', 'zh-Hans': '下级单位' } },
    joint: true,
    all: 'parents',
  },
  {
    id: 'website',
    label: { en: 'website', 'zh-Hans': '网站' },
    description: 'Website of the organisation. Some have several.',
    example: 'https://www.miit.gov.cn',
    value: { kind: 'code' },
    many: true,
  },
  {
    id: 'organisationType',
    field: 'organisationTypes',
    label: { en: 'organisation type', 'zh-Hans': '机构类型' },
    description: 'Type of organisation, in the terms of ROR. An organisation may be of several types.',
    example: 'facility',
    value: {
      kind: 'code',
      values: [
        'ARCHIVE',
        'COMPANY',
        'EDUCATION',
        'FACILITY',
        'FUNDER',
        'GOVERNMENT',
        'HEALTHCARE',
        'NONPROFIT',
        'OTHER',
      ],
      enum: 'OrganisationType',
    },
    many: true,
  },
  {
    id: 'foundingDate',
    label: { en: 'founding date', 'zh-Hans': '成立时间' },
    description: 'Date on which the organisation was founded.',
    example: '2009',
    value: { kind: 'date' },
  },
  {
    id: 'related',
    label: { en: 'related organisation', 'zh-Hans': '关联机构' },
    description: 'Organisation that this organisation is related to and is neither part of nor above.',
    example: 'company/huawei',
    value: { kind: 'entity', to: 'Organisation', inverse: { en: 'related organisation', 'zh-Hans': '关联机构' } },
    many: true,
  },
]

export const organisationInverses: readonly InverseDeclaration[] = [
  { field: 'operates', description: 'Compute centres that it operates.', of: ['ComputeCentre.operator'] },
  {
    field: 'responsibleFor',
    description: 'Policy measures that the organisation is responsible for.',
    of: ['PolicyMeasure.responsible'],
  },
  { field: 'announced', description: 'Targets that the organisation announced.', of: ['Target.announcedBy'] },
]
