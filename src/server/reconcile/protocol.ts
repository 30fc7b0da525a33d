import { z } from 'zod'

/*
 * The messages of the Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
 */

/** So many queries a batch may have: what the manifest says. */
export const batchSize = 50
export const mostCandidates = 50

const propertyValue = z.union([
  z.string().max(1_000),
  z.number(),
  z.boolean(),
  z.object({ id: z.string().max(300), name: z.string().max(1_000).optional() }),
])

export const queryBatch = z.record(
  z.string(),
  z
    .object({
      query: z.string().max(256).optional(),
      type: z.union([z.string(), z.array(z.string()).max(20)]).optional(),
      limit: z.number().int().min(1).optional(),
      properties: z
        .array(z.object({ pid: z.string(), v: z.union([propertyValue, z.array(propertyValue).max(20)]) }))
        .max(20)
        .optional(),
      type_strict: z.enum(['any', 'should', 'all']).optional(),
    })
    .refine(({ query, properties }) => (query ?? '').trim() !== '' || (properties ?? []).length > 0, {
      message: 'needs a `query` or `properties`',
    }),
)

export type ReconciliationQuery = z.output<typeof queryBatch>[string]
export type PropertyValue = z.output<typeof propertyValue>

export const extensionQuery = z.object({
  ids: z.array(z.string().max(300)).max(200),
  properties: z
    .array(z.object({ id: z.string(), settings: z.record(z.string(), z.unknown()).optional() }))
    .min(1)
    .max(30),
})

export type ExtensionQuery = z.output<typeof extensionQuery>

/** An entity that may be what a query means. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly type: readonly { readonly id: string; readonly name: string }[]
  /** 0 to 100. */
  readonly score: number
  readonly match: boolean
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[]
}

/** A cell of an extended table. */
export type Cell =
  | Record<string, never>
  | { readonly id: string; readonly name: string }
  | { readonly str: string }
  | { readonly float: number }
  | { readonly date: string }

/** What the language of a service is called in GraphQL. */
export type ServiceLanguage = 'en' | 'zh-Hans'
