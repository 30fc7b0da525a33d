import type { EntityTypeDeclaration } from '../ontology/declaration.js'

export const conference: EntityTypeDeclaration = {
  name: 'Conference',
  plural: 'conferences',
  label: { en: 'conference', 'zh-Hans': '会议' },
  synonyms: {
    en: ['conference', 'summit', 'meeting', 'event'],
    'zh-Hans': ['会议', '大会', '峰会', '论坛'],
  },
  description: 'A meeting at which things are announced.',
  example: 'conference/gdec-2024',
  nameExample: { en: 'Global Digital Economy Conference 2024', 'zh-Hans': '2024全球数字经济大会' },
  existence: { begins: 'held' },
  properties: [
    {
      id: 'held',
      label: { en: 'held', 'zh-Hans': '举办时间' },
      description: 'Date or period of the conference.',
      example: '2024-07-02/2024-07-05',
      value: { kind: 'date' },
    },
    {
      id: 'region',
      label: { en: 'region', 'zh-Hans': '举办地区' },
      description: 'Region in which the conference was held.',
      example: 'region/beijing',
      value: { kind: 'entity', to: 'Region', inverse: { en: 'conference held here', 'zh-Hans': '在此举办的会议' } },
    },
  ],
  inverses: [
    { field: 'speakers', description: 'Officials who spoke at it.', of: ['Official.spokeAt'] },
    { field: 'announcements', description: 'Targets that were announced at it.', of: ['Target.announcedAt'] },
  ],
}
