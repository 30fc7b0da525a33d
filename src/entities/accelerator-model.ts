import type { EntityTypeDeclaration } from '../ontology/declaration.js'

export const acceleratorModel: EntityTypeDeclaration = {
  name: 'AcceleratorModel',
  plural: 'acceleratorModels',
  label: { en: 'accelerator model', 'zh-Hans': '加速卡型号' },
  synonyms: {
    en: ['accelerator model', 'accelerator', 'accelerator card', 'chip', 'AI chip', 'GPU'],
    'zh-Hans': ['加速卡', '加速卡型号', '芯片', 'AI芯片', '显卡', '加速器'],
  },
  description: 'A model of AI chip or accelerator card, as its maker sells it.',
  example: 'acceleratormodel/nvidia-h100-sxm5-80gb',
  nameExample: { en: 'Ascend 910B', 'zh-Hans': '昇腾 910B' },
  existence: { begins: 'releaseDate' },
  properties: [
    {
      id: 'manufacturer',
      label: { en: 'manufacturer', 'zh-Hans': '制造商' },
      description: 'Organisation that makes the chip or card.',
      example: 'company/nvidia',
      value: { kind: 'entity', to: 'Organisation', inverse: { en: 'manufactures', 'zh-Hans': '制造的型号' } },
    },
    {
      id: 'releaseDate',
      label: { en: 'release date', 'zh-Hans': '发布时间' },
      description: 'Date from which the model is sold.',
      example: '2022-09',
      value: { kind: 'date' },
    },
    {
      id: 'peak',
      label: { en: 'peak performance', 'zh-Hans': '峰值算力' },
      description: 'Theoretical peak of one card, with the number format that it holds for.',
      example: '989 TFLOPS @FP16',
      value: { kind: 'quantity', of: ['compute', 'operations'], unit: 'TFLOPS' },
      perTerms: true,
      all: 'peaks',
    },
    {
      id: 'memory',
      label: { en: 'memory', 'zh-Hans': '显存容量' },
      description: 'Memory of one card.',
      example: '80 GB',
      value: { kind: 'quantity', of: ['data-size'], unit: 'GB' },
    },
    {
      id: 'power',
      label: { en: 'power', 'zh-Hans': '功耗' },
      description: 'Thermal design power of one card.',
      example: '700 W',
      value: { kind: 'quantity', of: ['power'], unit: 'W' },
    },
  ],
  inverses: [
    {
      field: 'centres',
      description: 'Compute centres that use the model.',
      of: ['ComputeCentre.acceleratorModel'],
    },
  ],
}
