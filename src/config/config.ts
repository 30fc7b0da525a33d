import proxyaddr from 'proxy-addr'
import { defaultLimits } from './request-limits.js'
import { defaultSocketLimits } from './socket-limits.js'

/** A setting: the variable that holds it, what it is where that is not set, and what it means. */
export interface Setting<Value> {
  readonly variable: string
  readonly default: string | undefined
  readonly meaning: string
  /** The value, or undefined where the text is none. */
  readonly parse: (text: string) => Value | undefined
  /** What the text must be, for who wrote another. */
  readonly expected: string
  /** Not to be printed. */
  readonly isSecret?: boolean
}

const text = { parse: (value: string) => value, expected: 'a text' }

function oneOf<Member extends string>(...members: readonly Member[]) {
  return { parse: (value: string) => members.find(member => member === value), expected: members.join(', ') }
}

const yesOrNo = {
  parse: (value: string) => (/^(true|false)$/.test(value) ? value === 'true' : undefined),
  expected: 'true, false',
}

function wholeNumber(min: number, max: number) {
  return {
    parse: (value: string) =>
      /^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
    expected: `a whole number from ${min} to ${max}`,
  }
}

/** A file, or an address that nobody on the way can answer for. */
const keySet = {
  parse: (value: string) =>
    /^[a-z]+:\/\//i.test(value) && !/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/i.test(value)
      ? undefined
      : value,
  expected: 'a file, or an address that begins with https://',
}

/** What goes into a header as it is, and is too long to be guessed. */
function secret(min: number) {
  return {
    parse: (value: string) => (/^[!-~]+$/.test(value) && value.length >= min ? value : undefined),
    expected: `a text of at least ${min} letters, digits and signs, without blanks`,
  }
}

const proxies = {
  parse: (value: string) => {
    const list = value.split(/[\s,]+/).filter(part => part !== '')
    try {
      proxyaddr.compile(list)
      return list
    } catch {
      return undefined
    }
  },
  expected: 'addresses, networks (10.0.0.0/8), or loopback, linklocal, uniquelocal, with commas between',
}

const origins = {
  parse: (value: string) => {
    const list = value.split(/[\s,]+/).filter(part => part !== '')
    return list.every(part => URL.canParse(part) && new URL(part).origin === part) ? list : undefined
  },
  expected: 'origins (https://chat.example) with commas between',
}

const pathPrefix = {
  parse: (value: string) => (/^(\/[\w.~-]+)*$/.test(value) ? value : undefined),
  expected: 'a path that begins with / and does not end with one, or nothing',
}

/** Every setting. This file alone reads the environment; help texts and docs/settings.md are printed from here. */
export const settings = {
  store: {
    variable: 'SUANLI_STORE',
    default: '.suanli',
    meaning: 'Where statements are kept: a folder, or neo4j://, neo4j+s://, bolt://, bolt+s:// with host and port.',
    ...text,
  } satisfies Setting<string>,
  neo4jUser: {
    variable: 'NEO4J_USER',
    default: undefined,
    meaning: 'Who logs in to Neo4j; without it, nobody does.',
    ...text,
  } satisfies Setting<string>,
  neo4jPassword: {
    variable: 'NEO4J_PASSWORD',
    default: undefined,
    meaning: 'The password of that user.',
    isSecret: true,
    ...text,
  } satisfies Setting<string>,
  datasets: {
    variable: 'SUANLI_DATASETS',
    default: undefined,
    meaning: 'A folder: curators may import the datasets in it by name; without it, none.',
    ...text,
  } satisfies Setting<string>,
  host: {
    variable: 'HOST',
    default: '127.0.0.1',
    meaning: 'The address that the server listens at; 0.0.0.0 for all.',
    ...text,
  } satisfies Setting<string>,
  port: {
    variable: 'PORT',
    default: '4000',
    meaning: 'The port that the server listens at; 0 for any that is free.',
    ...wholeNumber(0, 65535),
  } satisfies Setting<number>,
  basePath: {
    variable: 'SUANLI_BASE_PATH',
    default: '',
    meaning:
      'The path before every path of the server, `/graph`, if a proxy serves it below one; with or without the proxy removing it.',
    ...pathPrefix,
  } satisfies Setting<string>,
  read: {
    variable: 'SUANLI_READ',
    default: 'open',
    meaning: 'Who may read: everybody, or who has a token with the role reader or curator.',
    ...oneOf('open', 'token'),
  } satisfies Setting<string>,
  jwks: {
    variable: 'SUANLI_JWKS',
    default: undefined,
    meaning: 'The keys that JSON Web Tokens are checked against, a JSON Web Key Set (RFC 7517).',
    ...keySet,
  } satisfies Setting<string>,
  jwtIssuer: {
    variable: 'SUANLI_JWT_ISSUER',
    default: undefined,
    meaning: 'The `iss` that such a token must have; without it, any.',
    ...text,
  } satisfies Setting<string>,
  jwtAudience: {
    variable: 'SUANLI_JWT_AUDIENCE',
    default: undefined,
    meaning: 'The `aud` that such a token must name; without it, any.',
    ...text,
  } satisfies Setting<string>,
  jwtRolesClaim: {
    variable: 'SUANLI_JWT_ROLES_CLAIM',
    default: 'roles',
    meaning: 'The claim with the roles of its holder, curator or reader: a list, or a text with blanks between.',
    ...text,
  } satisfies Setting<string>,
  curatorToken: {
    variable: 'SUANLI_CURATOR_TOKEN',
    default: undefined,
    meaning: 'A token that gives the role curator, for one machine without an issuer of tokens.',
    isSecret: true,
    ...secret(24),
  } satisfies Setting<string>,
  trustedProxies: {
    variable: 'SUANLI_TRUSTED_PROXIES',
    default: '',
    meaning: 'Whose X-Forwarded-For is believed: the proxies in front of the server.',
    ...proxies,
  } satisfies Setting<readonly string[]>,
  rateCostPerMinute: {
    variable: 'SUANLI_RATE_COST_PER_MINUTE',
    default: undefined,
    meaning:
      'What each client may spend in a minute, in the unit of SUANLI_MAX_COST, and 10 for each request; 0: any. Without it, 1000000 where HOST is an address that others can reach, else any.',
    ...wholeNumber(0, 1_000_000_000),
  } satisfies Setting<number>,
  introspection: {
    variable: 'SUANLI_INTROSPECTION',
    default: 'on',
    meaning: 'Whether clients may ask for the schema, and are told what they may have meant.',
    ...oneOf('on', 'off'),
  } satisfies Setting<string>,
  mcp: {
    variable: 'SUANLI_MCP',
    default: 'on',
    meaning: 'Whether models may ask at /mcp, by the Model Context Protocol.',
    ...oneOf('on', 'off'),
  } satisfies Setting<string>,
  mcpOrigins: {
    variable: 'SUANLI_MCP_ORIGINS',
    default: '',
    meaning:
      'The origins of web pages that may use /mcp, beside those of this machine where HOST is loopback. Programs send none.',
    ...origins,
  } satisfies Setting<readonly string[]>,
  documents: {
    variable: 'SUANLI_DOCUMENTS',
    default: undefined,
    meaning: 'Documents that clients may name by their ids: a manifest, or a folder of manifests and .graphql files.',
    ...text,
  } satisfies Setting<string>,
  documentsOnly: {
    variable: 'SUANLI_DOCUMENTS_ONLY',
    default: 'false',
    meaning: 'Whether no other documents are let in.',
    ...yesOrNo,
  } satisfies Setting<boolean>,
  receiveTimeoutMs: {
    variable: 'SUANLI_RECEIVE_TIMEOUT_MS',
    default: '30000',
    meaning: 'How many milliseconds a request may take to arrive; its headers, a third of that.',
    ...wholeNumber(100, 3_600_000),
  } satisfies Setting<number>,
  stopDelayMs: {
    variable: 'SUANLI_STOP_DELAY_MS',
    default: '0',
    meaning:
      'How many milliseconds a server that is to stop goes on answering, while /readyz says that it is not ready.',
    ...wholeNumber(0, 600_000),
  } satisfies Setting<number>,
  otlpEndpoint: {
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: undefined,
    meaning: 'Where traces are sent, by OTLP over HTTP (http://127.0.0.1:4318); without it, none are made.',
    ...text,
  } satisfies Setting<string>,
  serviceName: {
    variable: 'OTEL_SERVICE_NAME',
    default: 'suanli',
    meaning: 'What the server is called in traces.',
    ...text,
  } satisfies Setting<string>,
  logLevel: {
    variable: 'SUANLI_LOG',
    default: 'info',
    meaning: 'What the server logs.',
    ...oneOf('silent', 'error', 'warn', 'info', 'debug'),
  } satisfies Setting<string>,
  maxBodyBytes: {
    variable: 'SUANLI_MAX_BODY_BYTES',
    default: '1000000',
    meaning: 'The longest request that is read.',
    ...wholeNumber(1000, 1_000_000_000),
  } satisfies Setting<number>,
  maxUploadBytes: {
    variable: 'SUANLI_MAX_UPLOAD_BYTES',
    default: '50000000',
    meaning: 'The longest zip of a dataset that curators may upload (POST /datasets); 0: none is taken.',
    ...wholeNumber(0, 10_000_000_000),
  } satisfies Setting<number>,
  maxUnpackedBytes: {
    variable: 'SUANLI_MAX_UNPACKED_BYTES',
    default: '500000000',
    meaning: 'How long the files of such a zip may be together, once they are unpacked.',
    ...wholeNumber(1000, 100_000_000_000),
  } satisfies Setting<number>,
  maxDepth: {
    variable: 'SUANLI_MAX_DEPTH',
    default: String(defaultLimits.maxDepth),
    meaning: 'How deep a query may nest.',
    ...wholeNumber(1, 1000),
  } satisfies Setting<number>,
  maxAliases: {
    variable: 'SUANLI_MAX_ALIASES',
    default: String(defaultLimits.maxAliases),
    meaning: 'How many aliases a query may have.',
    ...wholeNumber(0, 10_000),
  } satisfies Setting<number>,
  maxRootFields: {
    variable: 'SUANLI_MAX_ROOT_FIELDS',
    default: String(defaultLimits.maxRootFields),
    meaning: 'How many fields an operation may have at its root.',
    ...wholeNumber(1, 1000),
  } satisfies Setting<number>,
  maxCost: {
    variable: 'SUANLI_MAX_COST',
    default: String(defaultLimits.maxCost),
    meaning: 'How many fields a query may have to compute.',
    ...wholeNumber(1, 1_000_000_000),
  } satisfies Setting<number>,
  maxTokens: {
    variable: 'SUANLI_MAX_TOKENS',
    default: String(defaultLimits.maxTokens),
    meaning: 'How long a query may be, in words and signs.',
    ...wholeNumber(1, 1_000_000),
  } satisfies Setting<number>,
  maxSockets: {
    variable: 'SUANLI_MAX_SOCKETS',
    default: String(defaultSocketLimits.maxSockets),
    meaning: 'How many WebSockets may be open.',
    ...wholeNumber(0, 1_000_000),
  } satisfies Setting<number>,
  maxSocketsPerClient: {
    variable: 'SUANLI_MAX_SOCKETS_PER_CLIENT',
    default: String(defaultSocketLimits.maxSocketsPerClient),
    meaning: 'How many WebSockets of one client, known by its address, may be open.',
    ...wholeNumber(0, 1_000_000),
  } satisfies Setting<number>,
  maxOperationsPerSocket: {
    variable: 'SUANLI_MAX_OPERATIONS_PER_SOCKET',
    default: String(defaultSocketLimits.maxOperationsPerSocket),
    meaning: 'How many subscriptions and queries may run at once on one WebSocket.',
    ...wholeNumber(1, 10_000),
  } satisfies Setting<number>,
  followMs: {
    variable: 'SUANLI_FOLLOW_MS',
    default: String(defaultSocketLimits.followMs),
    meaning:
      'How often, in milliseconds, the store is asked for a newer revision while anybody is subscribed; one question for all.',
    ...wholeNumber(10, 3_600_000),
  } satisfies Setting<number>,
  cacheMegabytes: {
    variable: 'SUANLI_CACHE_MB',
    default: '512',
    meaning: 'How much memory the server may use to keep what it has read, in megabytes; 0: it keeps nothing.',
    ...wholeNumber(0, 1_000_000),
  } satisfies Setting<number>,
  timeoutMs: {
    variable: 'SUANLI_TIMEOUT_MS',
    default: String(defaultLimits.timeoutMs),
    meaning: 'How many milliseconds one request may take.',
    ...wholeNumber(1, 3_600_000),
  } satisfies Setting<number>,
} as const

export type Config = { readonly [Key in keyof typeof settings]: ValueOf<(typeof settings)[Key]> }

type ValueOf<Entry> = Entry extends { readonly parse: (text: string) => infer Value; readonly default: infer Default }
  ? Default extends string
    ? Exclude<Value, undefined>
    : Exclude<Value, undefined> | undefined
  : never

/** What an impossible setting is told: all of them at once. */
export class ConfigError extends Error {}

/** Reads every setting. Throws ConfigError, naming all that are impossible. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = []
  const entries = Object.entries(settings as Readonly<Record<string, Setting<unknown>>>).map(([key, setting]) => {
    const given = environment[setting.variable]
    const value = given === undefined || given === '' ? setting.default : given
    if (value === undefined) return [key, undefined] as const
    const parsed = setting.parse(value)
    if (parsed === undefined)
      faults.push(
        `${setting.variable} is ${setting.isSecret ? 'not' : `"${value}", which is not`} ${setting.expected}.`,
      )
    return [key, parsed] as const
  })
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return Object.fromEntries(entries) as unknown as Config
}

/** The settings as lines of help. */
export function describeSettings(): string {
  return Object.values(settings as Readonly<Record<string, Setting<unknown>>>)
    .map(
      ({ variable, default: otherwise, meaning, expected }) =>
        `  ${variable.padEnd(34)}${meaning}${expected === 'a text' ? '' : ` One of or within: ${expected}.`}${otherwise === undefined ? '' : ` Default: ${otherwise}`}`,
    )
    .join('\n')
}

/** Whether a program in CI runs this: progress bars and questions are for people. */
export function isInteractive(): boolean {
  return process.stdout.isTTY === true && process.stdin.isTTY === true && !process.env.CI
}
