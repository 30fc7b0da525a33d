import { expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import { createExecutor } from '../../../../src/graphql/execution/create-executor.js'

const kinds = Array.from({ length: 14 }, (_, i) => `Filter${i}`)

it('a variable of filters that stand in one another is answered, though there are more ways through them than can be written out', async () => {
  const schema = buildSchema(`
    ${kinds.map(kind => `input ${kind} { ${kinds.map(other => `in${other}: ${other}`).join(' ')} name: String }`).join('\n')}
    type Query { count(filter: Filter0): String }
  `)
  const count = schema.getQueryType()?.getFields().count
  if (count) count.resolve = (_, args) => JSON.stringify(args)
  const filter = { inFilter1: { inFilter2: { name: '京津冀' } } }
  const document = parse('query($filter: Filter0) { count(filter: $filter) }')
  const answer = await createExecutor(schema)({ document, variables: { filter }, context: {} })
  expect(answer).toEqual({ data: { count: JSON.stringify({ filter }) } })
})
