import type { z } from 'zod'
import type { ErrorLanguage, ErrorTexts } from '../../model/error.js'
import type { Ontology } from '../../ontology/ontology.js'
import type { Report } from './report.js'
import type { Words } from './words.js'

/** A tool that a model may call. A tool runs one GraphQL document and returns short text with citations. */
export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  readonly answer: (given: z.output<z.ZodObject<Input>>, asking: Asking) => Promise<Report>
}

/** What a tool answers with. */
export interface Asking {
  /** Asks in GraphQL. Throws ToolRefusal where the answer has errors. */
  // biome-ignore lint/suspicious/noExplicitAny: each document has an answer of its own shape
  readonly ask: (document: string, variables: Readonly<Record<string, unknown>>) => Promise<any>
  readonly ontology: Ontology
  readonly words: Words
  /** What begins a report of the length that was asked for. */
  readonly begin: () => Report
}

/** The refusal that a model reads: a stable code, and what to do. */
export class ToolRefusal extends Error {
  constructor(
    readonly code: string,
    readonly texts: ErrorTexts,
  ) {
    super(`${code}: ${texts.en}`)
  }

  /** The refusal as a tool answers in the language. */
  textIn(language: ErrorLanguage): string {
    return `${this.code}: ${this.texts[language]}`
  }
}

/** Keeps a tool’s input in the type of its `answer`. */
export function tool<Input extends z.ZodRawShape>(declared: Tool<Input>): Tool {
  return declared as unknown as Tool
}
