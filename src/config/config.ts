import type { z } from 'zod'
import type { Setting } from './setting-types.js'
import { settings } from './settings.js'

/** The values of all settings. */
export type Config = { readonly [Key in keyof typeof settings]: ValueOf<(typeof settings)[Key]> }

type ValueOf<Entry> = Entry extends { readonly schema: z.ZodType<infer Value, string>; readonly default: infer Default }
  ? Default extends string
    ? Value
    : Value | undefined
  : never

/** Names every setting with an impossible value, one on each line. */
export class ConfigError extends Error {}

const all: readonly (readonly [string, Setting<unknown>])[] = Object.entries(settings)

/** Reads all settings. This function alone reads the environment. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = []
  const entries = all.map(([key, { variable, default: otherwise, schema, expected, isSecret }]) => {
    const value = environment[variable] || otherwise
    if (value === undefined) return [key, undefined] as const
    const { success, data } = schema.safeParse(value)
    if (!success) problems.push(`${variable} is ${isSecret ? 'not' : `"${value}", which is not`} ${expected}.`)
    return [key, data] as const
  })
  if (problems.length > 0) throw new ConfigError(problems.join('\n'))
  return Object.fromEntries(entries) as Config
}

/** The settings as lines of a help text. */
export function describeSettings(): string {
  return all
    .map(
      ([, { variable, default: otherwise, meaning, expected }]) =>
        `  ${variable.padEnd(34)}${meaning}${expected === 'a text' ? '' : ` Allowed: ${expected}.`}${otherwise === undefined ? '' : ` Default: ${otherwise}`}`,
    )
    .join('\n')
}
