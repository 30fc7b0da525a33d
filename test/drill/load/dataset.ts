import { makeZip } from '../../support/make-zip.js'

/** Rows of a table that make an import long enough to be killed in its middle. */
export const bulkRows = 1_500

/** The entities of a group, each of which has every value of the group. */
export function membersOf(group: string): readonly string[] {
  return ['a', 'b', 'c'].map(letter => `company/${group}-${letter}`)
}

/** The entities that curators merge, split and retract from. */
export function pairOf(curator: string): readonly [string, string] {
  return [`company/${curator}-1`, `company/${curator}-2`]
}

/** A dataset that says of each entity of the group that the values are its names; `bulk`: and a table. */
export function groupZip(group: string, values: readonly string[], bulk: boolean): Buffer {
  const entities = membersOf(group).map(
    id => `  - { id: ${id}, type: Company, edition: ${group}#en, statements: [${values.map(nameOf).join(', ')}] }`,
  )
  const text = `${head(group)}entities:\n${entities.join('\n')}\n`
  if (!bulk) return makeZip([{ name: 'dataset.yaml', content: text }])
  const table = `tables:
  - file: rows.csv
    edition: ${group}#en
    entity: { type: Company, id: "company/${group}-row-{Id}" }
    statements: [{ property: name, column: Name }]
`
  const rows = Array.from({ length: bulkRows }, (_, i) => `${i},${group} ${values.length} ${i}`)
  return makeZip([
    { name: 'dataset.yaml', content: text + table },
    { name: 'rows.csv', content: `Id,Name\n${rows.join('\n')}\n` },
  ])
}

/** The dataset that curators work on. */
export function pairsYaml(curators: readonly string[]): string {
  const entities = curators.flatMap(curator =>
    pairOf(curator).map(
      id =>
        `  - { id: ${id}, type: Company, edition: pairs#en, statements: [${['one', 'two'].map(nameOf).join(', ')}] }`,
    ),
  )
  return `${head('pairs')}entities:\n${entities.join('\n')}\n`
}

function head(name: string): string {
  return `dataset: ${name}\nsources: [{ id: ${name}, title: ${name}, editions: [{ language: en }] }]\n`
}

function nameOf(value: string): string {
  return `{ property: name, value: ${value}, kind: ALIAS }`
}
