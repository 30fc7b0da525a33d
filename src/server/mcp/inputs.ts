import { z } from 'zod'

/** The most that a tool gives; a model that asks for more gets these. */
export const most = { max_characters: 20_000, limit: 50, max_hops: 6 } as const

export const limitInput = (otherwise: number, meaning: string) =>
  z.number().int().min(1).default(otherwise).describe(`${meaning} Default ${otherwise}; the most is ${most.limit}.`)

/** What every tool takes. */
export const commonInput = {
  language: z
    .enum(['en', 'zh'])
    .default('en')
    .describe('The language of the answer; sources are quoted in their own. 回答所用语言。'),
  max_characters: z
    .number()
    .int()
    .min(500)
    .default(6_000)
    .describe(`The length of the answer in characters. Default 6000; the most is ${most.max_characters}.`),
}

export const entityId = (meaning: string) => z.string().min(1).max(300).describe(meaning)

/** The schema’s ViewInput. */
export const viewInput = z
  .object({
    validAt: z
      .string()
      .max(60)
      .optional()
      .describe('When facts hold in the world, EDTF: 2024, 2024-07-04. Default: today.'),
    knownAt: z.string().max(60).optional().describe('When the graph knew them, RFC 3339. Default: now.'),
    release: z
      .string()
      .max(200)
      .optional()
      .describe('A published release, by id or title. Excludes knownAt and trust.'),
    trust: z
      .object({
        languages: z
          .array(z.string().max(60))
          .max(10)
          .optional()
          .describe('Editions in these languages come first: ["zh-Hans", "en"].'),
        sources: z.array(z.string().max(300)).max(20).optional().describe('These sources come first, by id.'),
        others: z.enum(['LAST', 'NEVER']).optional().describe('Whether other sources come last or do not count.'),
        minConfidence: z.number().min(0).max(1).optional().describe('Statements below it do not count.'),
      })
      .strict()
      .optional()
      .describe('Which sources win where they differ.'),
  })
  .strict()

export const anyView = {
  view: viewInput
    .optional()
    .describe('Point of view, as in GraphQL: {"validAt": "2024", "trust": {"languages": ["en"], "others": "NEVER"}}.'),
}
