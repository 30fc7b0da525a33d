import { z } from 'zod'

/** What every tool takes. */
export const commonInput = {
  language: z
    .enum(['en', 'zh'])
    .default('en')
    .describe('The language of the answer; sources are quoted in their own. 回答所用语言。'),
  max_characters: z.number().int().min(500).max(20_000).default(6_000).describe('How long the answer may be.'),
}

export const entityId = (meaning: string) => z.string().min(1).max(300).describe(meaning)

/** A view, as a model words it. */
export const viewInput = z
  .object({
    valid_at: z
      .string()
      .max(60)
      .optional()
      .describe('What held in the world then, EDTF: 2024, 2024-07-04. Default: today.'),
    known_at: z.string().max(60).optional().describe('What this graph knew by then, RFC 3339. Default: now.'),
    release: z
      .string()
      .max(200)
      .optional()
      .describe('A published release, by id or title. Excludes known_at and trust.'),
    languages: z
      .array(z.string().max(60))
      .max(10)
      .optional()
      .describe('Whose word comes first: editions in these languages, ["zh-Hans", "en"].'),
    sources: z.array(z.string().max(300)).max(20).optional().describe('Whose word comes first: these sources, by id.'),
    only_these: z.boolean().optional().describe('Whether nobody else’s word counts at all.'),
    min_confidence: z.number().min(0).max(1).optional().describe('Statements below it do not count.'),
  })
  .strict()

export type ViewGiven = z.output<typeof viewInput>

export const anyView = {
  view: viewInput
    .optional()
    .describe('Which world, as known when, on whose word. Default: today, now, the server’s policy.'),
}

/** As the schema’s ViewInput. */
export function toViewInput(view: ViewGiven | undefined): object | undefined {
  if (view === undefined) return undefined
  const { valid_at, known_at, release, languages, sources, only_these, min_confidence } = view
  const trust = {
    ...(languages && { languages }),
    ...(sources && { sources }),
    ...(only_these !== undefined && { others: only_these ? 'NEVER' : 'LAST' }),
    ...(min_confidence !== undefined && { minConfidence: min_confidence }),
  }
  return {
    ...(valid_at !== undefined && { validAt: valid_at }),
    ...(known_at !== undefined && { knownAt: known_at }),
    ...(release !== undefined && { release }),
    ...(Object.keys(trust).length > 0 && { trust }),
  }
}
