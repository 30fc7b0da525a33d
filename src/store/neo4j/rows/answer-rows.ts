import { statementCount } from '../../../ontology/row-layout.js'
import { groupBy } from '../../group-queries.js'
import type { RowOfId } from '../../rows/row-names.js'
import type { RowAnswer, RowAnswers, RowQuestion, RowsAsOfAny } from '../../rows/row-query.js'
import type { RowWalk } from '../../rows/row-walk.js'
import type { ReadDatabase } from '../neo4j-session.js'
import { CypherText, toAnswer } from './row-select.js'
import { answerName, readWhileRowsHold } from './rows-hold.js'
import { namedRowsText, rowsOfIdsText, toNamedRows } from './search-rows.js'
import { walkRows } from './walk-rows.js'

/** A question that one text answers. */
export type OneTextQuestion = Exclude<RowQuestion, RowWalk>

/** Texts that go to the database as one, and the parameters of all. */
export interface JoinedTexts {
  readonly questions: readonly OneTextQuestion[]
  readonly texts: readonly string[]
  readonly parameters: CypherText['parameters']
}

/** A longer text takes long to be planned, and is another one for each combination of questions. */
const longTexts = 12_000
/** Conditions on links of links take seconds to be planned. */
const mostSubqueries = 4

/** Answers questions of one state of the rows. Undefined if the rows are others than those asked for. */
export async function answerRows(
  read: ReadDatabase,
  questions: readonly RowQuestion[],
  asOf: RowsAsOfAny,
): Promise<RowAnswers | undefined> {
  const answers = new Map<RowQuestion, RowAnswer | undefined>()
  const walks = questions.filter(isWalk).map(async walk => {
    const walked = await walkRows(read, walk, asOf)
    answers.set(walk, walked?.links)
    return walked?.revision
  })
  const others = joinTexts(questions.filter(isNoWalk)).map(async joined => {
    const found = await readWhileRowsHold(read, joined.texts, joined.parameters, asOf, longOnesOf(joined.questions))
    for (const [i, question] of joined.questions.entries())
      answers.set(question, found && answerOf(question, found.answers[i]))
    return found?.revision
  })
  const revisions = await Promise.all([...walks, ...others])
  const [revision] = revisions
  // Texts that each read the newest revision may have read several.
  if (revision === undefined || revisions.some(each => each !== revision)) return undefined
  return { revision, answers: questions.map(question => answers.get(question)) }
}

function isWalk(question: RowQuestion): question is RowWalk {
  return 'kind' in question && question.kind === 'walk'
}

function isNoWalk(question: RowQuestion): question is OneTextQuestion {
  return !isWalk(question)
}

/**
 * As few texts as answer the questions, none of them very long. Alone stays what is hard to plan, and what several questions
 * about rows ask alike with other values: one plan serves all of these.
 */
export function joinTexts(questions: readonly OneTextQuestion[]): readonly JoinedTexts[] {
  const alone = questions.map(aloneText)
  if (alone.length < 2) return alone
  const equals = groupBy(
    alone.filter(({ questions: [question] }) => question && 'ask' in question),
    ({ texts }) => texts[0] ?? '',
  )
  const isAlone = ({ texts: [text = ''] }: JoinedTexts) =>
    (equals.get(text)?.length ?? 0) > 1 || (text.match(/\bEXISTS \{/g)?.length ?? 0) > mostSubqueries
  const all: { questions: OneTextQuestion[]; texts: string[]; parameters: CypherText['parameters'] }[] = []
  let cypher = new CypherText()
  let length = Number.POSITIVE_INFINITY
  for (const question of questions.filter((_, i) => !isAlone(alone[i] as JoinedTexts))) {
    if (length > longTexts) {
      cypher = new CypherText()
      all.push({ questions: [], texts: [], parameters: cypher.parameters })
      length = 0
    }
    const last = all.at(-1)
    const text = textOf(question, cypher, answerName(last?.texts.length ?? 0))
    last?.questions.push(question)
    last?.texts.push(text)
    length += text.length
  }
  return [...alone.filter(isAlone), ...all]
}

function aloneText(question: OneTextQuestion): JoinedTexts {
  const cypher = new CypherText()
  return { questions: [question], texts: [textOf(question, cypher, answerName(0))], parameters: cypher.parameters }
}

/** A page of rows with all that is below them may be long. */
function longOnesOf(questions: readonly OneTextQuestion[]): ReadonlySet<number> {
  return new Set(questions.flatMap((question, i) => ('ask' in question && question.ask.kind === 'tree' ? [i] : [])))
}

function textOf(question: OneTextQuestion, cypher: CypherText, answer: string): string {
  if ('ask' in question) return cypher.query(question, answer)
  const parameter = (value: unknown) => cypher.parameter(value)
  switch (question.kind) {
    case 'ids':
      return rowsOfIdsText(question, parameter, answer)
    case 'names':
      return namedRowsText(question, parameter, answer)
    case 'statementCount':
      return `MATCH (n:Entity) WHERE n.${statementCount} IS NOT NULL RETURN sum(n.${statementCount}) AS ${answer}`
  }
}

function answerOf(question: OneTextQuestion, found: unknown): RowAnswer {
  if ('ask' in question) return toAnswer(question, found)
  return question.kind === 'names' ? toNamedRows(found) : (found as number | readonly RowOfId[])
}
