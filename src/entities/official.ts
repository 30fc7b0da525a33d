import type { EntityTypeDeclaration } from '../ontology/declaration.js'

export const official: EntityTypeDeclaration = {
  name: 'Official',
  plural: 'officials',
  label: { en: 'official', 'zh-Hans': '官员' },
  synonyms: {
    en: ['official', 'officeholder', 'person', 'people', 'leader'],
    'zh-Hans': ['官员', '领导', '领导人', '负责人', '人员', '人物', '官员名单'],
  },
  description: 'A person in a public office, as far as that office goes.',
  example: 'official/tang-jianguo',
  nameExample: { en: 'Tang Jianguo', 'zh-Hans': '唐建国' },
  namesBySound: 'PERSON',
  existence: { during: 'position' },
  properties: [
    {
      id: 'position',
      field: 'positions',
      label: { en: 'position', 'zh-Hans': '职务' },
      description: 'The organisation that the person holds an office in; `title` says which, `valid` when.',
      example: 'bureau/beijing-eit',
      value: { kind: 'entity', to: 'Organisation', inverse: { en: 'office holder', 'zh-Hans': '任职者' } },
      many: true,
      connection: 'Position',
      qualifiers: [
        {
          id: 'title',
          label: { en: 'title', 'zh-Hans': '职称' },
          description: 'The office as the source words it: 总经济师, Chief Economist.',
        },
      ],
    },
    {
      id: 'spokeAt',
      label: { en: 'spoke at', 'zh-Hans': '出席发言' },
      description: 'A conference at which the person spoke.',
      example: 'conference/gdec-2024',
      value: { kind: 'entity', to: 'Conference', inverse: { en: 'speaker', 'zh-Hans': '发言人' } },
      many: true,
    },
  ],
  inverses: [{ field: 'announced', description: 'Targets that the person announced.', of: ['Target.announcedBy'] }],
}
