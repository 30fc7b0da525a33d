import { z } from 'zod'

/** The answer of every tool for programs; the text says the same for models. */
export const structuredAnswer = z.object({
  total: z.number().int().optional().describe('How many there are in all, if the answer is a list.'),
  entities: z
    .array(z.object({ id: z.string(), label: z.string(), type: z.string().optional() }))
    .optional()
    .describe('The entities that the answer lists.'),
  next: z.string().optional().describe('The cursor for `after`, if there are more.'),
  facts: z
    .array(z.object({ text: z.string(), sources: z.array(z.number().int()).describe('Numbers in `sources`.') }))
    .describe('The lines of the answer, with the numbers of their sources.'),
  sources: z
    .array(
      z.object({
        number: z.number().int(),
        quote: z.string(),
        edition: z.string(),
        title: z.string(),
        url: z.string().optional(),
      }),
    )
    .describe('The quotes that the facts rest on.'),
})

export type StructuredAnswer = z.output<typeof structuredAnswer>
