import type { Bilingual, PropertyDeclaration } from './declaration.js'

/** In the schema's spelling; what a name is beside the one that its bearer goes by. */
export const nameKinds = ['OFFICIAL', 'SHORT', 'ALIAS', 'FORMER', 'TRANSLITERATION'] as const
export type NameKind = (typeof nameKinds)[number]

/** Properties of every entity type. The example of a name is one of the type. */
export const commonPropertiesOf = (nameExample: Bilingual): readonly PropertyDeclaration[] => [
  {
    id: 'name',
    field: 'names',
    label: { en: 'name', 'zh-Hans': '名称' },
    description: 'Name of the entity in a source, in the language of the source.',
    example: nameExample['zh-Hans'],
    otherExample: nameExample.en,
    value: { kind: 'text' },
    many: true,
    qualifiers: [
      {
        id: 'kind',
        label: { en: 'kind of name', 'zh-Hans': '名称类别' },
        description:
          'Whether it is the name in full, a short one, another one, a former one, or one written by sound in another script.',
        values: nameKinds,
        enum: 'NameKind',
        default: 'OFFICIAL',
      },
    ],
  },
  {
    id: 'sameAs',
    label: { en: 'same as', 'zh-Hans': '等同于' },
    description: 'The address of the same thing elsewhere: Wikidata, ROR.',
    example: 'https://www.wikidata.org/entity/Q956',
    value: { kind: 'code' },
    many: true,
    identifies: true,
  },
]
