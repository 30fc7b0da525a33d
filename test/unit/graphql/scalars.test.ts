import { expect, it } from '@jest/globals'
import { scalars } from '../../../src/graphql/schema/scalars.js'

it.each([
  [Number('1e400'), 'Infinity'],
  [Number.NaN, 'NaN'],
  [2 ** 70, '1.1805916207174113e+21'],
  ['1,000', '"1,000"'],
])('a decimal that is none is named as it was given: %s', (given, named) => {
  const decimal = scalars.find(({ name }) => name === 'Decimal')
  expect(() => decimal?.scalar.parseValue(given)).toThrow(`${named} is not a decimal number`)
})
