import type { EntityTypeDeclaration } from '../ontology/declaration.js'

export const policyMeasure: EntityTypeDeclaration = {
  name: 'PolicyMeasure',
  plural: 'policyMeasures',
  label: { en: 'policy measure', 'zh-Hans': '政策措施' },
  description: 'What an authority does so that something comes about.',
  example: 'policymeasure/beijing-fiscal-investment',
  properties: [
    {
      id: 'kind',
      label: { en: 'kind', 'zh-Hans': '类别' },
      description: 'What sort of measure it is, in the words of the source. Empty where no source says.',
      example: '财政投入',
      value: { kind: 'text' },
      required: true,
    },
    {
      id: 'issuer',
      label: { en: 'issuer', 'zh-Hans': '发布单位' },
      description: 'Who takes or issued it.',
      example: 'bureau/beijing-eit',
      value: { kind: 'entity', to: 'Organisation' },
    },
    {
      id: 'jurisdiction',
      label: { en: 'jurisdiction', 'zh-Hans': '适用地区' },
      description: 'The region that it holds in.',
      example: 'region/beijing',
      value: { kind: 'entity', to: 'Region' },
    },
    {
      id: 'serves',
      label: { en: 'serves', 'zh-Hans': '服务于' },
      description: 'What it is to bring about.',
      example: 'target/beijing-compute-2025',
      value: { kind: 'entity', to: 'Entity' },
      many: true,
    },
  ],
  inverses: [],
}
