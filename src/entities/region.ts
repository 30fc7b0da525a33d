import type { EntityTypeDeclaration, InverseDeclaration } from '../ontology/declaration.js'

/** A centre in a region is also in every region that contains the region. `region-centres.ts` has the field. */
export const regionCentresInverse: InverseDeclaration = {
  field: 'centres',
  description: 'Compute centres in the region or in a region within it.',
  of: ['ComputeCentre.region'],
  throughParts: true,
}

export const region: EntityTypeDeclaration = {
  name: 'Region',
  plural: 'regions',
  label: { en: 'region', 'zh-Hans': '地区' },
  synonyms: {
    en: ['region', 'province', 'city', 'prefecture', 'county', 'country', 'area', 'place'],
    'zh-Hans': ['地区', '区域', '省份', '城市', '地方'],
  },
  description: 'A country, one of its administrative divisions, or an area that sources name as one.',
  example: 'region/inner-mongolia',
  nameExample: { en: 'Inner Mongolia', 'zh-Hans': '内蒙古' },
  namesBySound: 'PLACE',
  partOf: 'parent',
  properties: [
    {
      id: 'code',
      label: { en: 'code', 'zh-Hans': '行政区划代码' },
      description: 'GB/T 2260 of a division of China, ISO 3166 of a country or a division elsewhere.',
      example: '110000',
      value: { kind: 'code' },
      identifies: true,
    },
    {
      id: 'level',
      label: { en: 'level', 'zh-Hans': '行政级别' },
      description: 'Level in the administrative order; AREA if it has none.',
      example: 'province',
      value: {
        kind: 'code',
        values: ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'AREA'],
        enum: 'RegionLevel',
      },
    },
    {
      id: 'location',
      label: { en: 'location', 'zh-Hans': '坐标' },
      description: 'Centre of the region, WGS 84.',
      example: '39.9, 116.4',
      value: { kind: 'geo' },
    },
    {
      id: 'parent',
      label: { en: 'parent region', 'zh-Hans': '上级地区' },
      description: 'The region that it is a division of.',
      example: 'region/china',
      value: { kind: 'entity', to: 'Region', inverse: { en: 'division', 'zh-Hans': '下级地区' } },
    },
    {
      id: 'containsPlace',
      label: { en: 'contains place', 'zh-Hans': '包含地区' },
      description:
        'Region that an area is made of and that is no division of the area: Beijing, of Beijing-Tianjin-Hebei.',
      example: 'region/beijing',
      value: { kind: 'entity', to: 'Region', inverse: { en: 'area that contains it', 'zh-Hans': '所属区域' } },
      many: true,
    },
  ],
  inverses: [
    regionCentresInverse,
    { field: 'children', description: 'Divisions of the region.', of: ['Region.parent'] },
    {
      field: 'areas',
      description: 'Areas that the region is a part of without being their division.',
      of: ['Region.containsPlace'],
    },
    {
      field: 'corridors',
      description: 'Corridors that it takes part in, as supplier, consumer or member.',
      of: ['Corridor.member'],
      connection: 'RegionCorridor',
    },
    {
      field: 'targets',
      description: 'Targets that it is to meet or that serve it.',
      of: ['Target.subject', 'Target.serves'],
    },
  ],
}
