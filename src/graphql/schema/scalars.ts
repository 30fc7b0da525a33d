import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { parseDecimal } from '../../values/decimal.js'
import { parseEdtf } from '../../values/edtf.js'
import { parseLanguageTag } from '../../values/language-tag.js'
import type { ScalarDeclaration } from './declare.js'

/** Every scalar of the schema that GraphQL itself does not have. All travel as strings and come in canonical form or not at all. */
export const scalars: readonly ScalarDeclaration[] = [
  scalar(
    'EDTF',
    'ISO 8601-2 Extended Date/Time Format, level 1 and the parts of a year of level 2: 2024-07-04, 2025, 2024-07~, 2024/2026, ../2025, 2024-35 (third quarter), 2024-40 (first half). Days and longer, from the year 0 to 9999; seasons (2024-21) are those of the northern hemisphere.',
    'an EDTF date or interval, such as 2025, 2024-07~, 2024-35 or 2024/2026',
    parseEdtf,
    'https://www.loc.gov/standards/datetime/',
  ),
  scalar(
    'Date',
    'Day of the Gregorian calendar, ISO 8601: 2024-07-04.',
    'a day, such as 2024-07-04',
    text => (/^-?\d{4,}-\d\d-\d\d$/.test(text) ? parseEdtf(text) : undefined),
    'https://www.rfc-editor.org/rfc/rfc3339',
  ),
  scalar(
    'DateTime',
    'RFC 3339 instant, UTC: 2024-07-04T09:30:00.000Z.',
    'an RFC 3339 instant, such as 2024-07-04T09:30:00Z',
    parseInstant,
    'https://www.rfc-editor.org/rfc/rfc3339',
  ),
  scalar(
    'Decimal',
    'Arbitrary-precision decimal, as a string in JSON: "45", "0.5". A variable may be a JSON number of up to 15 digits; more would lose digits and are refused.',
    'a decimal number in a text, such as "45" or "0.5"; a number of JSON may have up to 15 digits',
    parseDecimal,
  ),
  scalar(
    'LanguageTag',
    'BCP 47 tag: zh-Hans, en, zh-Latn-pinyin.',
    'a BCP 47 language tag, such as zh-Hans or en',
    parseLanguageTag,
    'https://www.rfc-editor.org/info/bcp47',
  ),
  scalar(
    'URL',
    'An absolute address: https://www.wikidata.org/entity/Q956.',
    'an absolute address',
    parseAddress,
    'https://url.spec.whatwg.org/',
  ),
]

function scalar(
  name: string,
  description: string,
  expected: string,
  parse: (text: string) => string | undefined,
  specifiedByURL?: string,
): ScalarDeclaration {
  const read = (value: unknown): string => {
    const text = typeof value === 'number' && name === 'Decimal' ? exactText(value) : value
    const parsed = typeof text === 'string' ? parse(text) : undefined
    if (parsed === undefined)
      throw new GraphQLError(`${written(value)} is not ${expected}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      })
    return parsed
  }
  return {
    kind: 'scalar',
    name,
    scalar: new GraphQLScalarType<string, string>({
      name,
      description,
      ...(specifiedByURL && { specifiedByURL }),
      // What goes out was parsed when it came in; to check it again for each field would cost the hot path.
      serialize: value => value as string,
      parseValue: read,
      parseLiteral: node =>
        read(node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined),
    }),
  }
}

/** A value as the client wrote it, or its beginning. JSON has no word for a number that is out of its range. */
function written(value: unknown): string | undefined {
  return (typeof value === 'number' ? String(value) : JSON.stringify(value))?.slice(0, 100)
}

/** A number as text, if it is sure to be the one that was written: up to 15 digits, which every double keeps. */
function exactText(value: number): string | undefined {
  const text = String(value)
  return /^-?\d*\.?\d*$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15 ? text : undefined
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

function parseInstant(text: string): string | undefined {
  const match = rfc3339.exec(text)
  if (!match) return undefined
  const date = new Date(text)
  const isDay = Number(match[3]) <= new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate()
  return Number.isNaN(date.getTime()) || !isDay ? undefined : date.toISOString()
}

function parseAddress(text: string): string | undefined {
  return URL.canParse(text) ? text : undefined
}
