import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { ProblemList } from '../../../src/datasets/check/problem-list.js'
import { readCuration } from '../../../src/datasets/files/read-curation.js'
import { datasetJsonSchema } from '../../../src/ontology/dataset-json-schema.js'
import { makeXlsx } from '../../support/make-xlsx.js'
import { checkFolder, makeFolder, ontology, type TestFolder } from './news-folder.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const text = readFileSync(join(root, 'docs/dataset-format.md'), 'utf8')

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>
  readonly items: Schema
  readonly additionalProperties: Schema
  readonly $defs: Readonly<Record<string, Schema>>
}
const schema = datasetJsonSchema(ontology) as unknown as Schema
const { source, edition, table, Company } = schema.$defs as Readonly<Record<string, Schema>>
const namedIn = (of: Schema | undefined) => Object.keys(of?.properties ?? {})
const qualifiers = new Set(
  ontology.types.flatMap(type => type.properties).flatMap(({ qualifiers = [] }) => qualifiers.map(({ id }) => id)),
)
const statement = schema.$defs.Company?.properties.statements?.items as unknown as { anyOf: readonly Schema[] }

/** The keys of each section, as the schema has them. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'dataset.yaml': namedIn(schema),
  'A source': namedIn(source),
  'An edition': namedIn(edition),
  'An entity': namedIn(Company),
  'A statement': namedIn(statement.anyOf[0]).filter(key => !qualifiers.has(key)),
  'A table': namedIn(table),
  'A cell put right': namedIn(table?.properties.cells?.additionalProperties),
  'A statement of a table': namedIn(table?.properties.statements?.items),
  'curation.yaml': [
    ...['deeds', 'deed', 'by', 'reason', 'at', 'keep', 'merge', 'conflict', 'subjects', 'chosen', 'statement'],
  ],
}

interface Block {
  readonly form: string
  readonly file: string
  readonly option: string
  readonly content: string
}

/** The examples, each with its files. */
const examples = text
  .split(/^### Example: /m)
  .slice(1)
  .map(part => {
    const [title = ''] = part.split('\n')
    const blocks = [...(part.split(/^## /m)[0]?.matchAll(/^```(\S+) (\S+)(?: (\S+))?\n([\s\S]*?)^```/gm) ?? [])].map(
      ([, form = '', file = '', option = '', content = '']): Block => ({ form, file, option, content }),
    )
    return [title, blocks] as const
  })

function bytesOf({ file, option, content }: Block): string | Uint8Array {
  if (file.endsWith('.xlsx')) return makeXlsx({ 说明: {}, [option]: numbered(parseCsv(content)) })
  return option === 'utf16le' ? Buffer.from(`\ufeff${content}`, 'utf16le') : content
}

function numbered(rows: readonly string[][]): Readonly<Record<number, readonly string[]>> {
  return Object.fromEntries(rows.map((row, index) => [index + 1, row]))
}

let folder: TestFolder | undefined
afterEach(async () => {
  await folder?.remove()
  folder = undefined
})

describe('the document on the format of datasets', () => {
  it.each(Object.entries(keys))('has each key that the schema has, and no other: %s', (section, expected) => {
    const [, after = ''] = text.split(`\n## ${section}\n`)
    const [part = ''] = after.split(/^## |^### |^\| key of /m)
    const documented = [...part.matchAll(/^\| `(\w+)` \|/gm)].map(([, key = '']) => key)
    expect([...documented].sort()).toEqual([...expected].sort())
  })

  it('uses each key in an example', () => {
    const used = new Set<string>()
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) for (const member of value) collect(member)
      else if (typeof value === 'object' && value !== null)
        for (const [key, member] of Object.entries(value)) {
          used.add(key)
          collect(member)
        }
    }
    for (const [, blocks] of examples)
      for (const { form, content } of blocks) if (form === 'yaml') collect(parseYaml(content))
    expect(
      Object.values(keys)
        .flat()
        .filter(key => !used.has(key)),
    ).toEqual([])
  })

  const datasets = examples.filter(([, blocks]) => blocks.some(({ file }) => file === 'dataset.yaml'))
  it.each(datasets)('has an example that check and the schema accept: %s', async (_, blocks) => {
    folder = await makeFolder(Object.fromEntries(blocks.map(block => [`it/${block.file}`, bytesOf(block)])))
    const { problems, datasets: checked, close } = await checkFolder(folder, ['it'], async () => [])
    expect(problems.filter(({ code }) => code !== 'QUOTE_UNCHECKED')).toEqual([])
    expect(checked[0]?.statements.size).toBeGreaterThan(0)
    close()
    const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    for (const { form, content } of blocks)
      if (form === 'yaml') expect([isValid(parseYaml(content)), isValid.errors]).toEqual([true, null])
  })

  it('has an example of what curators did that is read', async () => {
    const blocks = examples.flatMap(([, all]) => all.filter(({ file }) => file === 'curation.yaml'))
    folder = await makeFolder({ 'curation.yaml': blocks[0]?.content ?? '' })
    const problems = new ProblemList()
    const actions = await readCuration(join(folder.path, 'curation.yaml'), problems)
    expect(problems.sorted).toEqual([])
    expect(actions.map(({ kind }) => kind)).toEqual(['MERGE', 'DECISION', 'DECISION', 'RETRACTION'])
  })
})
