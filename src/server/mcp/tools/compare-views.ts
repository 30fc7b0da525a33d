import { entityText, factText } from '../evidence.js'
import { commonInput, entityId, viewInput } from '../inputs.js'
import { tool } from '../tool.js'
import { findType, notThere } from '../unknown-entity.js'
import { type Described, describedFragment, meaningOf, type Taken, taken } from './describe.js'

export const compareViews = tool({
  name: 'compare_views',
  title: 'Whose word flips what · 换一方之言有何不同',
  description:
    'What an entity is in one view and in another: as the Chinese editions have it against the English ones, as known then against now. Tells the properties that differ, each side with its sources.',
  input: {
    id: entityId('An id that `find` gave: corridor/jing-jin-ji-meng.'),
    a: viewInput.describe('One view: {"trust": {"languages": ["zh-Hans"], "others": "NEVER"}}.'),
    b: viewInput.describe('The other view: {"trust": {"languages": ["en"], "others": "NEVER"}}.'),
    ...commonInput,
  },
  async answer({ id, a, b }, { ask, ontology, words, begin }) {
    const type = findType(ontology, id)
    const document = `
query McpCompareViews($id: ID!, $a: ViewInput!, $b: ViewInput!, $language: LanguageTag!) {
  a: entity(id: $id, view: $a) { ...Described }
  b: entity(id: $id, view: $b) { ...Described }
}
${describedFragment(type)}`
    const found = await ask(document, { id, a, b, language: words.tag })
    const sides = (['a', 'b'] as const).map(name => ({
      name,
      entity: (found[name] ?? undefined) as Described | undefined,
    }))
    if (sides.every(({ entity }) => entity === undefined)) throw notThere(id)
    const report = begin().say(
      sides.map(({ name, entity }) => `${name}: ${entity ? entityText(entity) : words.absent}`).join(' | '),
    )
    const [left, right] = sides.map(
      ({ entity }) => new Map((entity ? taken(type, entity) : []).map(each => [each.id, each])),
    )
    let differ = 0
    for (const { id: property } of type.properties) {
      const both = [left?.get(property), right?.get(property)]
      if (meaning(both[0]) === meaning(both[1])) continue
      differ += 1
      report.say(`- ${both[0]?.label ?? both[1]?.label}`)
      for (const [i, side] of both.entries()) {
        const { name } = sides[i] as (typeof sides)[number]
        if (!side || side.counted.length === 0) report.say(`   ${name}: ${words.absent}`)
        for (const statement of side?.counted ?? []) report.say(`   ${name}: ${factText(statement, words)}`, statement)
      }
    }
    return differ === 0 ? report.say(words.alike) : report
  },
})

/** What a view takes of a property, who says it and in whatever words. */
function meaning(side: Taken | undefined): string {
  return JSON.stringify([...new Set((side?.counted ?? []).map(meaningOf))].sort())
}
