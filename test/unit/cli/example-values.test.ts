import { describe, expect, it } from '@jest/globals'
import { examplesOf } from '../../../src/cli/example-values.js'
import { entityTypes } from '../../../src/entities/index.js'
import { createOntology } from '../../../src/ontology/ontology.js'
import { parseValue } from '../../../src/values/parse-value.js'

const properties = createOntology(entityTypes).types.flatMap(type =>
  type.properties.map(property => ({ name: `${type.name}.${property.id}`, property })),
)

describe('the examples of properties in docs/ontology.md', () => {
  it.each(properties)('of $name are read as its values', ({ property }) => {
    const examples = examplesOf(property)
    const isRead = examples.filter(example => example !== '')
    for (const example of isRead) {
      const parsed = parseValue(example, property.value, 'und')
      expect({ example, parsed }).toMatchObject({ example, parsed: { ok: true } })
      expect(parsed).not.toHaveProperty('unread')
    }
    // Texts, numbers and dates are written differently in the two languages.
    const isWritten = ['text', 'quantity', 'date'].includes(property.value.kind)
    const isOfAnyUnit = property.value.kind === 'quantity' && property.value.of.length === 0
    expect(isRead).toHaveLength(isWritten && !isOfAnyUnit ? 2 : 1)
  })

  it('mean the same date', () => {
    for (const { property } of properties.filter(each => each.property.value.kind === 'date')) {
      const [en, zh] = examplesOf(property).map(example => parseValue(example, property.value, 'und'))
      expect(en).toEqual(zh)
    }
  })
})
