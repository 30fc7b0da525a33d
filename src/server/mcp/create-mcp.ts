import { readFileSync } from 'node:fs'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { SuanliError } from '../../model/error.js'
import type { Ontology } from '../../ontology/ontology.js'
import { most } from './inputs.js'
import { addPrompts } from './prompts.js'
import { Report } from './report.js'
import { addResources } from './resources.js'
import { structuredAnswer } from './structured-answer.js'
import { type Asking, type Tool, ToolRefusal } from './tool.js'
import { compareViews } from './tools/compare-views.js'
import { conflicts } from './tools/conflicts.js'
import { describe } from './tools/describe.js'
import { find } from './tools/find.js'
import { listEntities } from './tools/list-entities.js'
import { paths } from './tools/paths.js'
import { whoSupplies } from './tools/who-supplies.js'
import { type ToolLanguage, wordsIn } from './words.js'

const tools: readonly Tool[] = [find, listEntities, describe, whoSupplies, paths, conflicts, compareViews]

/** What answers one request of a model. */
export interface McpOptions {
  readonly ask: Asking['ask']
  readonly ontology: Ontology
  /** Logs an unexpected failure. Returns the id that the client receives. */
  readonly report: (failure: unknown) => string
  /** Is told the code of a refusal. */
  readonly refused: (code: string) => void
}

/** The tools, resources and prompts, for one request: nothing is kept from one to the next. */
export function createMcp({ ask, ontology, report, refused }: McpOptions): McpServer {
  const server = new McpServer({ name: 'suanli', title: 'suanli 算力', version }, { instructions })
  addResources(server, { ask, ontology })
  addPrompts(server)
  for (const { name, title, description, input, answer } of tools)
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: z.object(input).strict(),
        outputSchema: structuredAnswer,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      async asked => {
        const given = withinBounds(asked)
        const { language, max_characters } = given as { language: ToolLanguage; max_characters: number }
        const words = wordsIn[language]
        try {
          const found = await answer(given, { ask, ontology, words, begin: () => new Report(words, max_characters) })
          return { content: [{ type: 'text', text: found.print() }], structuredContent: found.structured() }
        } catch (failure) {
          const refusal = failure instanceof ToolRefusal ? failure : unforeseen(report(failure))
          refused(refusal.code)
          throw new Error(refusal.textIn(language))
        }
      },
    )
  return server
}

/** What is asked for beyond the most is cut, and not refused. */
function withinBounds(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const bounds = Object.entries(most).filter(
    ([name, max]) => typeof given[name] === 'number' && Number(given[name]) > max,
  )
  return { ...given, ...Object.fromEntries(bounds) }
}

function unforeseen(id: string): ToolRefusal {
  const failure = new SuanliError('INTERNAL_SERVER_ERROR', { id })
  return new ToolRefusal(failure.code, { en: failure.textIn('en'), zh: failure.textIn('zh') })
}

const instructions =
  'A knowledge graph of AI infrastructure in which every fact says who stated it. Sources contradict one another, and translations drift: tell whose word a fact is, with its quote and address, and say where it is disputed. 每一条事实都注明出处；出处冲突时请说明各方之言。'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}
