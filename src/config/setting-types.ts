import proxyaddr from 'proxy-addr'
import { z } from 'zod'
import { isTimeZone } from '../values/civil-day.js'

/** A setting of the server, read from an environment variable. */
export interface Setting<Value> {
  readonly variable: string
  /** The text that is read if the variable is unset or empty. */
  readonly default: string | undefined
  readonly meaning: string
  /** Reads the value from the text of the variable. */
  readonly schema: z.ZodType<Value, string>
  /** What the text must be, for the error message. */
  readonly expected: string
  /** Whether the value must not be printed. */
  readonly isSecret?: boolean
}

type ValueType<Value> = Pick<Setting<Value>, 'schema' | 'expected'>

export const text: ValueType<string> = { schema: z.string(), expected: 'a text' }

export function oneOf<const Member extends string>(...members: readonly Member[]): ValueType<Member> {
  return { schema: z.enum(members), expected: members.join(', ') }
}

export const yesOrNo: ValueType<boolean> = {
  schema: z.enum(['true', 'false']).transform(value => value === 'true'),
  expected: 'true, false',
}

export function wholeNumber(min: number, max: number): ValueType<number> {
  return {
    schema: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
    expected: `a whole number from ${min} to ${max}`,
  }
}

/** A file, or an https address. */
export const keySet: ValueType<string> = {
  schema: z
    .string()
    .refine(
      value => !/^[a-z]+:\/\//i.test(value) || /^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/i.test(value),
    ),
  expected: 'a file, or an address that begins with https://',
}

/** A text that is allowed in a header and too long to guess. */
export function secret(min: number): ValueType<string> {
  return {
    schema: z
      .string()
      .min(min)
      .regex(/^[!-~]+$/),
    expected: `a text of at least ${min} letters, digits and signs, without blanks`,
  }
}

export const proxies: ValueType<readonly string[]> = {
  schema: z.string().transform(listOf).refine(isListOfProxies),
  expected: 'addresses, networks (10.0.0.0/8), or loopback, linklocal, uniquelocal, separated by commas',
}

export const origins: ValueType<readonly string[]> = {
  schema: z
    .string()
    .transform(listOf)
    .refine(list => list.every(part => URL.canParse(part) && new URL(part).origin === part)),
  expected: 'origins (https://chat.example), separated by commas',
}

export const timeZone: ValueType<string> = {
  schema: z.string().refine(isTimeZone),
  expected: 'a time zone of the IANA database, such as Asia/Shanghai or UTC',
}

export const pathPrefix: ValueType<string> = {
  schema: z.string().regex(/^(\/[\w.~-]+)*$/),
  expected: 'a path that begins with / and does not end with one, or nothing',
}

function listOf(value: string): readonly string[] {
  return value.split(/[\s,]+/).filter(part => part !== '')
}

function isListOfProxies(list: readonly string[]): boolean {
  try {
    proxyaddr.compile([...list])
    return true
  } catch {
    return false
  }
}
