import { ranks } from '../model/rank.js'
import type { PropertyDeclaration } from './declaration.js'
import { type EntityType, fieldOf, type Ontology } from './ontology.js'

type Schema = Readonly<Record<string, unknown>>

/** The JSON Schema (2020-12) of dataset.yaml and the files it includes, so that an editor completes and checks them. */
export function datasetJsonSchema(ontology: Ontology): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A suanli dataset, or a file that one includes',
    type: 'object',
    additionalProperties: false,
    properties: {
      dataset: text('Its id, permanent.', '^[A-Za-z0-9][A-Za-z0-9._~-]*$'),
      title: text('Meaning of the type.'),
      licence: text('Of this dataset, not of its sources: an SPDX id or words.'),
      undescribed: list(
        text('The id of an entity.'),
        'Entities that links lead to though nothing describes them, which is known and no mistake.',
      ),
      include: list(text('A further file of the same form, in the dataset’s folder.'), 'Further files.'),
      sources: list({ $ref: '#/$defs/source' }, 'The works that its statements are taken from.'),
      entities: list({ anyOf: ontology.types.map(type => ({ $ref: `#/$defs/${type.name}` })) }, 'What it describes.'),
      tables: list({ $ref: '#/$defs/table' }, 'Tables of which each row describes an entity.'),
    },
    $defs: {
      ...Object.fromEntries(ontology.types.map(type => [type.name, entitySchema(type, ontology)])),
      source: sourceSchema,
      edition: editionSchema,
      table: tableSchema(ontology),
    },
  }
}

const sourceSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'editions'],
  properties: {
    id: text('Permanent.', '^[^/#\\s]+$'),
    title: text('Title of the source, in its own language.'),
    publisher: text('Who published it.'),
    url: { type: 'string', format: 'uri', description: 'Address at which the source can be read.' },
    published: edtf('Time of publication.'),
    licence: text('Licence of the source.'),
    weight: {
      type: 'number',
      minimum: 0,
      description: 'How much the default policy trusts it beside others; 1 unless given.',
    },
    editions: list({ $ref: '#/$defs/edition' }, 'Editions of the source, one for each language.'),
  },
}

const editionSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['language'],
  properties: {
    language: text('BCP 47: zh-Hans, en.'),
    file: text('Its text, verbatim, UTF-8, in the dataset’s folder.'),
    files: list(
      text('A page.'),
      'The pages of its text, in order, if it has several files. A quote may go from one page to the next.',
    ),
    translationOf: text('The language of the edition that it translates.'),
    retrieved: edtf('Date on which the text was retrieved.'),
    sha256: text('Of its text, where that is not here; else it is made of the file.', '^[0-9a-f]{64}$'),
  },
}

function entitySchema(type: EntityType, ontology: Ontology): Schema {
  return {
    type: 'object',
    description: `${type.label['zh-Hans']}. ${type.description}`,
    additionalProperties: false,
    required: ['id', 'type'],
    properties: {
      id: text(`Permanent: ${type.example}.`, `^${type.prefix}/[^/#\\s]+$`),
      type: { const: type.name },
      sameAs: list({ type: 'string', format: 'uri' }, 'The same thing elsewhere: Wikidata, ROR.'),
      edition: text('The edition that the statements below stand in, unless one says otherwise.'),
      statements: list(
        { anyOf: [...type.properties.map(property => statementSchema(property, ontology)), ...inverseSchemas(type)] },
        'What is said of it.',
      ),
    },
  }
}

function statementSchema(property: PropertyDeclaration, ontology: Ontology): Schema {
  const qualifiers = (property.qualifiers ?? []).map(({ id, description, values }) => [
    id,
    values ? closedList(values, description) : text(description),
  ])
  return {
    type: 'object',
    description: `${property.label['zh-Hans']}. ${property.description}`,
    additionalProperties: false,
    required: ['property', 'value'],
    properties: {
      property: { enum: [...new Set([property.id, fieldOf(property)])] },
      value: valueSchema(property, ontology),
      ...Object.fromEntries(qualifiers),
      ...besideValue,
    },
  }
}

/** A link may be stated from its other end, by the name of the field that shows it there. */
function inverseSchemas(type: EntityType): readonly Schema[] {
  return type.inverses.map(({ field, description }) => ({
    type: 'object',
    description,
    required: ['property', 'value'],
    properties: { property: { const: field }, value: text('The id of the entity at the other end.'), ...besideValue },
  }))
}

function valueSchema({ value, example, description }: PropertyDeclaration, ontology: Ontology): Schema {
  const described = { description: `${description} Example: ${example}.`, examples: [example] }
  switch (value.kind) {
    case 'code':
      return value.values
        ? { ...closedList(value.values, description), examples: [example] }
        : { type: ['string', 'number'], ...described }
    case 'entity':
      return {
        type: 'string',
        pattern: `^(${ontology
          .typesOf(value.to)
          .map(({ prefix }) => prefix)
          .join('|')})/[^/#\\s]+$`,
        ...described,
      }
    default:
      return { type: ['string', 'number'], ...described }
  }
}

const besideValue: Schema = {
  asStated: text('The words of the source for the value, if the value is not written in them.'),
  language: text('The language of those words, if it is not the edition’s: BCP 47.'),
  edition: text('The edition that states it: shobserver-768612#zh-Hans.'),
  quote: text('The words of the edition that state it, verbatim.'),
  prefix: text('The words directly before the quote, if the edition has it more than once.'),
  suffix: text('The words directly after the quote, if the edition has it more than once.'),
  row: { type: 'integer', minimum: 1, description: 'The row of the table that states it; the header is the first.' },
  start: { type: 'integer', minimum: 0, description: 'Where the quote begins in a text that is not here.' },
  end: { type: 'integer', minimum: 0, description: 'Where the quote ends in a text that is not here.' },
  valid: edtf('When it held in the world: a date or interval.'),
  confidence: { type: 'number', minimum: 0, maximum: 1, description: 'Of the reading of the quote; 1 unless given.' },
  rank: { enum: ranks.map(rank => rank.toLowerCase()), description: 'The curator’s weight; normal unless given.' },
  derived: text('How the value was worked out, if the words do not state it: 1024 nodes × 8.'),
}

function tableSchema(ontology: Ontology): Schema {
  return {
    type: 'object',
    description: 'A table: CSV or TSV (RFC 4180), XLSX, JSON or JSON Lines; .gz too, except XLSX.',
    additionalProperties: false,
    required: ['file', 'edition', 'entity', 'statements'],
    properties: {
      file: text('In the dataset’s folder.'),
      edition: text('The edition that the table is.'),
      header: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        description: 'The row that names the columns, if titles are above it; 1 unless given.',
      },
      encoding: text('Its encoding, if it is not UTF-8: gb18030, big5, shift_jis.'),
      separator: text(
        'What separates its cells, if it is to be said: ";". Otherwise it is found by the header.',
        '^[^"\\r\\n]$',
      ),
      sheet: text('Of XLSX: the name of the sheet; the first unless given.'),
      rows: text('Of JSON: the JSONPath (RFC 9535) of its rows; $[*] unless given.'),
      dates,
      empty: list(text('A cell.'), 'Cells that state nothing, in every column: "-", n/a.'),
      cells: {
        type: 'object',
        description: 'Cells put right before they are used, by names that stand for columns below.',
        additionalProperties: cellSchema,
      },
      where: conditions('Only rows with these cells: { Country: China }.'),
      unless: conditions('Not the rows with one of these cells: { Country: [Total, 合计] }.'),
      entity: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'id'],
        properties: {
          type: { enum: ontology.types.map(({ name }) => name) },
          id: text('With cells: computecentre/top500-{Site ID}, region/{Country|slug}.'),
        },
      },
      statements: list(
        {
          type: 'object',
          required: ['property'],
          properties: {
            property: text('What is said of the row’s entity.'),
            column: text('The column that has the value; in JSON a name or a JSONPath.'),
            template: text('The value, made of cells: region/{Country|slug}.'),
            value: {
              type: ['string', 'number', 'boolean'],
              description: 'The same value for each row, or a product of cells: "{nodes} * {per node}".',
            },
            unit: text('The unit of numbers that name none: MW, {Unit}.'),
            precision: text('The number format of numbers that name none: FP16, {Format}.'),
            cite: text('The column whose cell is quoted; else the cell of the value or, without one, the row.'),
            dates,
            where: conditions('Only in rows with these cells.'),
            unless: conditions('Not in rows with one of these cells.'),
            each: text(
              'Of JSON: the JSONPath of a list in the row, of which each member is stated; its members are @.name.',
            ),
            ...besideCell,
          },
        },
        'What each row says.',
      ),
    },
  }
}

const dates: Schema = {
  enum: ['excel'],
  description: 'How bare numbers of five digits are dates: excel counts days from 1900.',
}

/** Beside a value of a table: all of these take cells. */
const besideCell: Schema = {
  asStated: text('The words of the source for the value, if they are not its cell.'),
  language: text('The language of those words: en, {lang}.'),
  edition: text('The edition that states it, if it is not the table’s.'),
  quote: text('The words of the row that are quoted, if they are not the cell: {Name} ({Site}).'),
  valid: text('When it held in the world: 2024, {Year}.'),
  confidence: { type: ['number', 'string'], description: 'Of the reading: 0 to 1, {Confidence}.' },
  rank: text('The curator’s weight: preferred, normal, deprecated.'),
  derived: text('How the value was worked out, if no cell states it.'),
}

const cellSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['column'],
  properties: {
    column: text('The column of the value.'),
    fill: { type: 'boolean', description: 'An empty cell is the one above it: merged cells.' },
    empty: list(text('A cell, or a part of one.'), 'What states nothing: Unknown.'),
    without: text('A regular expression for marks to take out: \\[\\d+\\]|[*†‡].'),
    split: text('The separator of several values in one cell; each value becomes a statement.'),
    match: text('A regular expression that a part must match; its first group, where it has one, is what counts.'),
    optional: { type: 'boolean', description: 'A part that does not match states nothing, and is not reported.' },
    values: {
      type: 'object',
      description: 'The source’s words, each with ours: { Existing: operating }. A word that is not here is reported.',
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
  },
}

function conditions(description: string): Schema {
  const cell = { type: ['string', 'number', 'boolean'] }
  return { type: 'object', description, additionalProperties: { anyOf: [cell, { type: 'array', items: cell }] } }
}

function text(description: string, pattern?: string): Schema {
  // As in YAML, where a number is a text too.
  return { type: ['string', 'number'], description, ...(pattern && { pattern }) }
}

function edtf(description: string): Schema {
  return {
    type: ['string', 'number'],
    description: `${description} EDTF, or as the source writes it: 2024年6月, 2025年底, Q3 2024.`,
  }
}

function list(items: Schema, description: string): Schema {
  return { type: 'array', items, description }
}

/** Datasets may spell a closed list's values as they like: under-construction, UNDER_CONSTRUCTION. */
function closedList(values: readonly string[], description: string): Schema {
  return { enum: values.flatMap(value => [value.toLowerCase().replaceAll('_', '-'), value]), description }
}
