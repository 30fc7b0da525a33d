import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { parse, print } from 'graphql'
import { readJourneys } from '../../support/journeys.js'

const journeys = [...(await readJourneys('test/journeys/contract')), ...(await readJourneys('test/journeys/data'))]

/** What the IDE has ready: the same question as the journey asks, laid out for people, and told in both languages. */
const ready = (name: string) => {
  const read = (file: string) => readFileSync(`src/ide/journeys/${file}`, 'utf8')
  const hasVariables = readdirSync('src/ide/journeys').includes(`${name}.variables.json`)
  return {
    query: read(`${name}.graphql`),
    variables: hasVariables ? JSON.parse(read(`${name}.variables.json`)) : undefined,
  }
}

it('the IDE has every journey of the contract and of the data ready, and no other', () => {
  const names = readdirSync('src/ide/journeys').filter(file => file.endsWith('.graphql'))
  expect(names).toEqual(journeys.map(({ name }) => `${name}.graphql`))
})

it.each(journeys)('the IDE asks in $name what the journey asks', ({ name, query, variables }) => {
  const { query: asked, variables: given } = ready(name)
  expect(print(parse(asked))).toBe(print(parse(query)))
  expect(given).toEqual(variables)
  expect(asked).toMatch(/^# [A-Z0-9][^\n]+\n(# .*\n)*# .*\p{Script=Han}.*\n/u)
})
