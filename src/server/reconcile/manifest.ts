import type { Ontology } from '../../ontology/ontology.js'
import { batchSize, type ServiceLanguage } from './protocol.js'

/** The manifest of the service (section 4.1). `origin`: where the client reached the server, with the base path. */
export function manifestOf(ontology: Ontology, origin: string, service: string, language: ServiceLanguage) {
  const url = `${origin}${service}`
  const suggest = (what: string) => ({ service_url: url, service_path: `/suggest/${what}` })
  return {
    versions: ['0.2'],
    name: language === 'en' ? 'suanli: AI infrastructure (en)' : 'suanli 算力：人工智能基础设施（中文）',
    identifierSpace: `${origin}/entity/`,
    schemaSpace: `${origin}/ontology`,
    documentation: `${origin}/ide`,
    view: { url: `${url}/view?id={{id}}` },
    defaultTypes: ontology.types.map(({ enumName, label }) => ({ id: enumName, name: label[language] })),
    suggest: { entity: suggest('entity'), type: suggest('type'), property: suggest('property') },
    preview: { url: `${url}/preview?id={{id}}`, width: 400, height: 200 },
    extend: {
      propose_properties: { service_url: url, service_path: '/properties' },
      property_settings: [
        {
          name: 'content',
          type: 'select',
          default: 'value',
          ...(language === 'en'
            ? {
                label: 'Content',
                help_text: 'The value that the graph shows, the words of its source, or how many values there are.',
              }
            : { label: '内容', help_text: '图谱采用的值、出处原文，或值的个数。' }),
          choices: (
            [
              ['value', 'Value', '采用的值'],
              ['stated', 'Words of the source', '出处原文'],
              ['count', 'Number of values', '值的个数'],
            ] as const
          ).map(([value, en, zh]) => ({ value, name: language === 'en' ? en : zh })),
        },
      ],
    },
    batchSize,
  }
}
