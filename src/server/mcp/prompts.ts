import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

/** Adds the prompts: questions that a user picks in a client, worded for the tools. */
export function addPrompts(server: McpServer): void {
  server.registerPrompt(
    'fact_check',
    {
      title: 'Check a sentence against the sources · 核对一句话',
      description: 'Says which parts of a sentence the sources support, contradict or do not mention.',
      argsSchema: { sentence: z.string().min(1).max(2_000).describe('The sentence to check, in Chinese or English.') },
    },
    ({ sentence }) =>
      asUser(
        `Check this sentence against the graph: “${sentence}”\nFind its entities with \`find\`, read them with \`describe\`, and look for disputes with \`conflicts\`. For each part say: supported, contradicted or not mentioned, with the quote and the address of the source. Answer in the language of the sentence.`,
      ),
  )
  server.registerPrompt(
    'compare_sources',
    {
      title: 'Compare what sources say · 比较各方出处',
      description: 'Says where sources, or the editions of one source, differ about an entity.',
      argsSchema: {
        entity: z
          .string()
          .min(1)
          .max(300)
          .describe('A name or an id: 京津冀蒙算力供给走廊, corridor/jing-jin-ji-meng.'),
      },
    },
    ({ entity }) =>
      asUser(
        `Say where sources differ about ${entity}. Use \`conflicts\` with \`about\`, then \`compare_views\` for the Chinese and the English editions. Quote each side with its source, and do not decide between them.`,
      ),
  )
}

function asUser(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
}
