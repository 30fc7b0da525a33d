/** A document that the IDE offers. */
export interface Example {
  /** Of its file: 01-who-feeds-beijing. */
  readonly name: string
  /** Of its operation: WhoFeedsBeijing. */
  readonly operation: string
  readonly query: string
  /** JSON; empty if the query has none. */
  readonly variables: string
  /** The question that it answers, in both languages: its first comment. */
  readonly question: { readonly en: string; readonly zh: string }
}

export interface ExampleGroup {
  readonly title: string
  readonly examples: readonly Example[]
}

const groups: readonly { readonly en: string; readonly zh: string; readonly numbers: string }[] = [
  { en: 'First steps', zh: '入门', numbers: 'start 10 11' },
  { en: 'Supply and corridors', zh: '供给与走廊', numbers: '01 24 32' },
  { en: 'Evidence, trust and conflicts', zh: '依据、采信与冲突', numbers: '08 02 04 12 30 23 22 33' },
  { en: 'Targets and plans', zh: '目标与规划', numbers: '03 07 31 36 37 38' },
  { en: 'Compute centres and clouds', zh: '算力中心与云', numbers: '21 25 26 27 28 34 39 40' },
  { en: 'People and institutions', zh: '人物与机构', numbers: '05 06 09 29 35' },
]

/** Beside the first steps, what shows the graph best; further down what does so if the store lacks the first. */
export const startNames: readonly string[] = [
  '01-who-feeds-beijing',
  '08-why-this-value',
  '21-clouds-in-china',
  '25-by-country',
  '34-supercomputers-in-the-hubs',
  '30-on-whose-word-and-how-old',
]

export function toExample(name: string, query: string, variables: string): Example {
  const operation = /^(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1]
  if (operation === undefined) throw new Error(`The example ${name} has no named operation.`)
  return { name, operation, query, variables, question: questionIn(query) }
}

/** Every example in one group; an example that no group names is a fault of the catalogue. */
export function groupExamples(examples: readonly Example[], language: 'en' | 'zh'): readonly ExampleGroup[] {
  const byNumber = new Map(examples.map(example => [example.name.split('-')[0] ?? '', example]))
  const grouped = groups.map(({ numbers, ...titles }) => ({
    title: titles[language],
    examples: numbers.split(' ').map(number => {
      const example = byNumber.get(number)
      if (!example) throw new Error(`There is no example ${number}.`)
      byNumber.delete(number)
      return example
    }),
  }))
  if (byNumber.size > 0) throw new Error(`No group has the examples ${[...byNumber.keys()].join(', ')}.`)
  return grouped
}

/** A document whose comment is in one language only. */
export function inLanguage(query: string, language: 'en' | 'zh'): string {
  const lines = query.split('\n')
  const end = lines.findIndex(line => !line.startsWith('#'))
  const chinese = lines.findIndex(isChinese)
  const comment = language === 'zh' ? lines.slice(chinese, end) : lines.slice(0, chinese)
  while (comment.at(-1) === '#') comment.pop()
  return [...comment, ...lines.slice(end)].join('\n')
}

/** The first paragraph of the comment in each language: English lines, then Chinese ones. */
function questionIn(query: string): Example['question'] {
  const comment = /^(?:#.*\n)+/.exec(query)?.[0] ?? ''
  const lines = comment.split('\n').map(line => line.replace(/^#\s?/, ''))
  const chinese = lines.findIndex(isChinese)
  const paragraph = (part: readonly string[]) => part.slice(0, Math.max(0, [...part, ''].indexOf('')))
  return {
    en: paragraph(lines.slice(0, chinese)).join(' '),
    zh: paragraph(lines.slice(chinese)).join(''),
  }
}

/** A name in the other script does not change the language of a line. */
function isChinese(line: string): boolean {
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = line.match(/[a-z]/gi)?.length ?? 0
  return han > latin / 3
}
