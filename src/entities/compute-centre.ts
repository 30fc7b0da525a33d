import type { EntityTypeDeclaration } from '../ontology/declaration.js'

export const computeCentre: EntityTypeDeclaration = {
  name: 'ComputeCentre',
  plural: 'computeCentres',
  label: { en: 'compute centre', 'zh-Hans': '算力中心' },
  description: 'A place that computes for others: a data centre, an intelligent-computing or a supercomputing centre.',
  example: 'computecentre/beijing-east',
  properties: [
    {
      id: 'status',
      label: { en: 'status', 'zh-Hans': '状态' },
      description: 'How far it has come.',
      example: 'planned',
      value: {
        kind: 'code',
        values: ['PLANNED', 'UNDER_CONSTRUCTION', 'OPERATING', 'CLOSED'],
        enum: 'CentreStatus',
        countType: 'StatusCount',
      },
    },
    {
      id: 'opened',
      label: { en: 'opened', 'zh-Hans': '启用时间' },
      description: 'When it began to operate.',
      example: '2023-05',
      value: { kind: 'date' },
    },
    {
      id: 'location',
      label: { en: 'location', 'zh-Hans': '坐标' },
      description: 'Where it stands, WGS 84.',
      example: '39.9, 116.4',
      value: { kind: 'geo' },
    },
    {
      id: 'region',
      label: { en: 'region', 'zh-Hans': '所在地区' },
      description: 'The region that it stands in.',
      example: 'region/beijing',
      value: { kind: 'entity', to: 'Region' },
    },
    {
      id: 'operator',
      label: { en: 'operator', 'zh-Hans': '运营方' },
      description: 'Who runs it.',
      example: 'company/china-telecom',
      value: { kind: 'entity', to: 'Organisation' },
    },
    {
      id: 'owner',
      label: { en: 'owner', 'zh-Hans': '所有方' },
      description: 'Whose it is.',
      example: 'company/china-telecom',
      value: { kind: 'entity', to: 'Organisation' },
    },
    {
      id: 'capacity',
      label: { en: 'capacity', 'zh-Hans': '算力规模' },
      description: 'How much it computes, with the number format where the source states one.',
      example: '1000 PFLOPS @FP16',
      value: { kind: 'quantity', of: ['compute', 'rack', 'gpu'], unit: 'EFLOPS' },
    },
    {
      id: 'power',
      label: { en: 'power', 'zh-Hans': '电力容量' },
      description: 'How much electric power it draws or may draw.',
      example: '>= 100 MW',
      value: { kind: 'quantity', of: ['power'], unit: 'MW' },
    },
    {
      id: 'investment',
      label: { en: 'investment', 'zh-Hans': '投资额' },
      description: 'What it costs to build.',
      example: '1.2亿元',
      value: { kind: 'quantity', of: ['money-cny', 'money-usd'], unit: 'CNY' },
    },
    {
      id: 'scale',
      label: { en: 'scale', 'zh-Hans': '规模' },
      description: 'How large it is said to be where the source does not say of what.',
      example: '亿级以上',
      value: { kind: 'quantity', of: [] },
    },
  ],
  inverses: [
    {
      field: 'targets',
      description: 'Targets that it is to meet or that serve it.',
      of: ['Target.subject', 'Target.serves'],
    },
  ],
}
