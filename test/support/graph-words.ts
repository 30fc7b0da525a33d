import type { Ontology } from '../../src/ontology/ontology.js'
import { randomIds } from './random-graph.js'
import { nasty, type Words } from './random-operations.js'

/** Words that mean something in a random graph, and some that mean nothing. */
export function graphWords(ontology: Ontology): Words {
  const ids = ontology.types.flatMap(randomIds)
  const properties = ontology.types.flatMap(({ properties }) => properties.map(({ id }) => id))
  return {
    ID: [
      ...ids,
      'press',
      'gov',
      'press#en',
      'statement/1',
      'statement/60',
      'conflict/3',
      ...properties,
      ...nasty.slice(0, 20),
    ],
    String: ['数据', 'data', '100', '北京 数据中心', '110000', 'x%', 'CN', ...properties, ...nasty.slice(0, 20)],
    Int: [0, 1, 2, 3, 20],
    Float: [0, 0.5, 1],
    Boolean: [true, false],
    EDTF: ['2024', '1500/2500', '../4000', '4000/..', '2024-07~', '1999-21', '30XX'],
    DateTime: ['2025-12-31T00:00:00Z', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    Decimal: ['0', '1', '1000', '99999999999999999999', '0.0000001'],
    LanguageTag: ['zh-Hans', 'en'],
    URL: ['https://www.wikidata.org/entity/Q956'],
    _Any: [{ __typename: 'Region', code: '110000' }, ...ids.map(id => ({ __typename: 'Region', id })), {}],
  }
}
