// Holds the descriptions of the API to plain English: each begins with a noun or a verb, none is missing, no phrase of the banned list.
// The texts of errors, of problems of data, of findings, of settings and of the help are held to the same list of phrases,
// the documents to a shorter list.
import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql'
import { settings } from '../dist/config/settings.js'
import { errors, requestErrors } from '../dist/model/catalogues/error-catalogue.js'
import { faults as findings } from '../dist/model/catalogues/integrity-finding.js'
import { problems } from '../dist/model/problem.js'

/** A description begins with what it describes or what it does, not with a pronoun, a preposition or a question. */
const badBeginnings =
  /^(It|Its|They|Them|He|She|This|That|These|Those|What|Which|Who|Whose|Whom|Why|Where|When|How|Of|On|In|As|By|For|From|To|At|With|Without|Until|Since|Under|Only|Also|Likewise|Anything|Something|So|Such)\b/
const bannedPhrases =
  /\b(anew|whoever|whosoever|whatever|whosever|hangs? together|is told|are told|was told|of what it|of what is|what is asked|on whose word|whose word|nobody|stands?|stood|goes by)\b/i
const bannedInDocuments = /\b(anew|whoever|whosoever|hangs? together|is told|are told|nobody foresaw|what is asked)\b/i
/** `a EntityType`: names of types begin with a capital. */
const wrongArticle = /\ba [AEIOU]\w+/

const schema = buildSchema(await readFile(new URL('../schema/schema.graphql', import.meta.url), 'utf8'))
const faults = []

function check(place, description) {
  const text = description?.replace(/^[\p{Script=Han}、（）／·\s]+[.。]\s*/u, '').trim()
  if (!text) faults.push(`${place}: no description`)
  else if (badBeginnings.test(text)) faults.push(`${place}: begins with neither a noun nor a verb: ${text}`)
  const banned = text && (bannedPhrases.exec(text) ?? wrongArticle.exec(text))
  if (banned) faults.push(`${place}: says "${banned[0]}": ${text}`)
}

for (const type of Object.values(schema.getTypeMap())) {
  if (isIntrospectionType(type) || /^(String|Int|Float|Boolean|ID)$/.test(type.name)) continue
  check(type.name, type.description)
  if (isEnumType(type))
    for (const { name, description } of type.getValues()) {
      check(`${type.name}.${name}`, description)
      if (description?.toLowerCase() === `${name.toLowerCase().replaceAll('_', ' ')}.`)
        faults.push(`${type.name}.${name}: says its name only`)
    }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
  for (const field of Object.values(type.getFields())) {
    check(`${type.name}.${field.name}`, field.description)
    if ('args' in field)
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument.description)
  }
}

const texts = [
  ...Object.entries({ ...errors, ...requestErrors }).map(([code, { text }]) => [code, text]),
  ...Object.entries(problems),
  ...Object.entries(findings).map(([code, { text, advice }]) => [code, `${text} ${advice}`]),
  ...Object.entries(settings).map(([name, { meaning }]) => [name, meaning]),
  ['--help', execFileSync(process.execPath, ['dist/main.js', '--help'], { encoding: 'utf8' })],
]
for (const [place, text] of texts) {
  const banned = bannedPhrases.exec(text)
  if (banned) faults.push(`${place}: says "${banned[0]}": ${text}`)
}

for (const page of ['README.md', ...(await readdir('docs', { recursive: true })).map(name => `docs/${name}`)]) {
  if (!page.endsWith('.md') || page.startsWith('docs/decisions/')) continue
  const lines = (await readFile(page, 'utf8')).split('\n')
  for (const [index, line] of lines.entries()) {
    const banned = bannedInDocuments.exec(line)
    if (banned) faults.push(`${page}:${index + 1}: says "${banned[0]}"`)
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'))
  console.error(`${faults.length} texts are not plain English.`)
  process.exit(1)
}
