import type { EntityTypeDeclaration } from '../ontology/declaration.js'
import { corridorFeeds } from './corridor-feeds.js'

export const corridor: EntityTypeDeclaration = {
  name: 'Corridor',
  plural: 'corridors',
  label: { en: 'corridor', 'zh-Hans': '算力走廊' },
  synonyms: {
    en: ['corridor', 'computing corridor', 'compute corridor', 'computing power corridor'],
    'zh-Hans': ['走廊', '算力走廊', '算力通道', '算力供给走廊'],
  },
  description: 'A scheme by which regions supply each other with computing power.',
  example: 'corridor/jing-jin-ji-meng',
  nameExample: {
    en: 'Jing-Jin-Ji-Bohai calculating power supply corridor',
    'zh-Hans': '京津冀蒙算力供给走廊',
  },
  properties: [
    {
      id: 'status',
      label: { en: 'status', 'zh-Hans': '状态' },
      description: 'Stage from plan to operation.',
      example: 'proposed',
      value: {
        kind: 'code',
        values: ['PROPOSED', 'UNDER_CONSTRUCTION', 'OPERATING', 'ABANDONED'],
        enum: 'CorridorStatus',
      },
    },
    {
      id: 'member',
      field: 'members',
      label: { en: 'member', 'zh-Hans': '成员地区' },
      description: 'A region that takes part; `role` says whether it gives or takes, where the source does.',
      example: 'region/inner-mongolia',
      value: { kind: 'entity', to: 'Region', inverse: { en: 'member of', 'zh-Hans': '参与的走廊' } },
      many: true,
      joint: true,
      connection: 'CorridorMember',
      qualifiers: [
        {
          id: 'role',
          label: { en: 'role', 'zh-Hans': '角色' },
          description: 'SUPPLIER gives, CONSUMER takes; MEMBER: the source names the region and does not say which.',
          values: ['SUPPLIER', 'CONSUMER', 'MEMBER'],
          enum: 'CorridorRole',
          default: 'MEMBER',
        },
      ],
    },
  ],
  inverses: [
    {
      field: 'targets',
      description: 'Targets that it is to meet or that serve it.',
      of: ['Target.subject', 'Target.serves'],
    },
  ],
  derivedLinks: [corridorFeeds],
}
