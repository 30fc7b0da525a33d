import { nasty, type Words } from '../support/random-operations.js'
import type { TestServer } from '../support/server.js'
import { ask } from '../support/server.js'

/** Ids, cursors, names and values of the graph that is served, with what is none of them among them. */
export async function collectWords({ url }: TestServer): Promise<Words> {
  const list = '(first: 5) { nodes { id } pageInfo { endCursor } }'
  const { data } = (
    await ask(
      url,
      `{ officials${list} bureaus${list} conferences${list} computeCentres${list} regions${list} corridors${list}
        targets${list} policyMeasures${list} statements${list} conflicts${list} sources${list}
        ontology { types { properties { id field } } }
        ordered: regions(first: 3, orderBy: [{ field: LABEL }, { field: CODE, direction: DESC }]) {
          pageInfo { endCursor } } }`,
    )
  ).body
  const { ontology, ...lists } = data
  const pages = Object.values(lists) as readonly {
    readonly nodes?: readonly { readonly id: string }[]
    readonly pageInfo: { readonly endCursor: string }
  }[]
  const ids = pages.flatMap(({ nodes = [] }) => nodes.map(({ id }) => id))
  const cursors = pages.map(({ pageInfo }) => pageInfo.endCursor)
  const properties = (ontology.types as readonly { properties: readonly { id: string; field: string }[] }[]).flatMap(
    type => type.properties.flatMap(({ id, field }) => [id, field]),
  )
  const known = ['110000', '北京', 'beijing', 'bj', '唐建国', '算力', '45EFLOPS', ...properties, ...cursors]
  return {
    ID: [...ids, ...ids, 'shobserver-768612#zh-Hans', ...nasty],
    String: [...known, ...known, ...nasty],
    Int: [0, 1, 2, 3, 5, 10, 20, 100, 1, 2, 5, 101, -1, 2_147_483_647, -2_147_483_648],
    Float: [0, 0.5, 0.9, 1, 1.5, -1, 1e308, 5e-324],
    Boolean: [true, false],
    EDTF: ['2024-07-04', '2025', '2024-07~', '2024/2026', '../2025', '2024/', '2024-21', '201X', '9999', '0000', '-1'],
    DateTime: ['2026-06-01T00:00:00Z', '2025-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', 'now'],
    Decimal: ['45', '0', '-1', '0.1', '1e50', '99999999999999999999999999.999999999999999', '1e999', ''],
    LanguageTag: ['zh-Hans', 'en', 'zh-Latn-pinyin', 'zh', 'x-y', ''],
    URL: ['https://www.wikidata.org/entity/Q956', 'javascript:alert(1)', ''],
    _Any: [
      ...ids.map(id => ({ __typename: 'Region', id })),
      { __typename: 'Region', code: '110000' },
      ...nasty.map(code => ({ __typename: 'Region', code })),
      { __typename: 'Nothing' },
      {},
    ],
  }
}
