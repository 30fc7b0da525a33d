import { defaultTimeZone } from '../values/civil-day.js'
import { defaultLimits } from './request-limits.js'
import {
  keySet,
  oneOf,
  origins,
  pathPrefix,
  proxies,
  type Setting,
  secret,
  text,
  timeZone,
  wholeNumber,
  yesOrNo,
} from './setting-types.js'
import { defaultSocketLimits } from './socket-limits.js'

/** Every setting. Help texts and docs/settings.md are printed from here. */
export const settings = {
  store: setting({
    variable: 'SUANLI_STORE',
    default: '.suanli',
    meaning: 'Where statements are stored: a folder, or neo4j://, neo4j+s://, bolt:// or bolt+s:// with host and port.',

    ...text,
  }),
  timeZone: setting({
    variable: 'SUANLI_TIME_ZONE',
    default: defaultTimeZone,
    meaning: 'Time zone of today: the day as of which a view reads the graph if it names no `validAt`.',

    ...timeZone,
  }),
  neo4jUser: setting({
    variable: 'NEO4J_USER',
    default: undefined,
    meaning: 'Neo4j user name. If unset, the server connects without authentication.',

    ...text,
  }),
  neo4jPassword: setting({
    variable: 'NEO4J_PASSWORD',
    default: undefined,
    meaning: 'Password of the Neo4j user.',
    isSecret: true,
    ...text,
  }),
  datasets: setting({
    variable: 'SUANLI_DATASETS',
    default: undefined,
    meaning: 'Folder of datasets that curators may import by name. If unset, no dataset can be imported by name.',

    ...text,
  }),
  host: setting({
    variable: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address on which the server listens. 0.0.0.0 listens on all addresses.',

    ...text,
  }),
  port: setting({
    variable: 'PORT',
    default: '4000',
    meaning: 'Port on which the server listens. 0 takes any free port.',

    ...wholeNumber(0, 65535),
  }),
  basePath: setting({
    variable: 'SUANLI_BASE_PATH',
    default: '',
    meaning:
      'Path prefix of every address of the server, e.g. /graph, for a proxy that serves it below a path. The proxy may keep or remove the prefix.',
    ...pathPrefix,
  }),
  read: setting({
    variable: 'SUANLI_READ',
    default: 'open',
    meaning: 'Who may read: anyone (open), or only clients with a token of role reader or curator (token).',

    ...oneOf('open', 'token'),
  }),
  jwks: setting({
    variable: 'SUANLI_JWKS',
    default: undefined,
    meaning: 'JSON Web Key Set (RFC 7517) that verifies JSON Web Tokens: a file or an address.',

    ...keySet,
  }),
  jwtIssuer: setting({
    variable: 'SUANLI_JWT_ISSUER',
    default: undefined,
    meaning: 'Required `iss` of a token. If unset, any issuer is accepted.',

    ...text,
  }),
  jwtAudience: setting({
    variable: 'SUANLI_JWT_AUDIENCE',
    default: undefined,
    meaning: 'Required `aud` of a token. If unset, any audience is accepted.',

    ...text,
  }),
  jwtRolesClaim: setting({
    variable: 'SUANLI_JWT_ROLES_CLAIM',
    default: 'roles',
    meaning: 'Claim that holds the roles (curator, reader): a list, or a text separated by spaces.',

    ...text,
  }),
  curatorToken: setting({
    variable: 'SUANLI_CURATOR_TOKEN',
    default: undefined,
    meaning: 'Token that gives the role curator, for a server without a token issuer.',
    isSecret: true,
    ...secret(24),
  }),
  trustedProxies: setting({
    variable: 'SUANLI_TRUSTED_PROXIES',
    default: '',
    meaning: 'Proxies in front of the server whose X-Forwarded-For header is trusted.',

    ...proxies,
  }),
  rateCostPerMinute: setting({
    variable: 'SUANLI_RATE_COST_PER_MINUTE',
    default: undefined,
    meaning:
      'Cost that each client may spend in a minute: 10 for each request, plus query cost in the unit of SUANLI_MAX_COST. 0 means no limit. If unset: 1000000 if HOST can be reached from other machines, else no limit.',

    ...wholeNumber(0, 1_000_000_000),
  }),
  introspection: setting({
    variable: 'SUANLI_INTROSPECTION',
    default: 'on',
    meaning: 'Whether clients may read the schema, and whether errors suggest names.',

    ...oneOf('on', 'off'),
  }),
  mcp: setting({
    variable: 'SUANLI_MCP',
    default: 'on',
    meaning: 'Whether the server offers the Model Context Protocol at /mcp.',

    ...oneOf('on', 'off'),
  }),
  mcpOrigins: setting({
    variable: 'SUANLI_MCP_ORIGINS',
    default: '',
    meaning:
      'Origins of web pages that may use /mcp. Pages of this machine may always use it if HOST is a loopback address. Programs send no origin.',

    ...origins,
  }),
  documents: setting({
    variable: 'SUANLI_DOCUMENTS',
    default: undefined,
    meaning:
      'Persisted documents that clients may name by id: a manifest, or a folder of manifests and .graphql files.',

    ...text,
  }),
  documentsOnly: setting({
    variable: 'SUANLI_DOCUMENTS_ONLY',
    default: 'false',
    meaning: 'Whether the server refuses every document that is not persisted.',

    ...yesOrNo,
  }),
  maxExports: setting({
    variable: 'SUANLI_MAX_EXPORTS',
    default: '4',
    meaning: 'Maximum number of exports over HTTP at once. 0: no exports.',
    ...wholeNumber(0, 1_000),
  }),
  receiveTimeoutMs: setting({
    variable: 'SUANLI_RECEIVE_TIMEOUT_MS',
    default: '30000',
    meaning: 'Maximum time for a request to arrive, in milliseconds. Headers must arrive in a third of it.',

    ...wholeNumber(100, 3_600_000),
  }),
  stopDelayMs: setting({
    variable: 'SUANLI_STOP_DELAY_MS',
    default: '0',
    meaning:
      'Time between the signal to stop and the stop, in milliseconds. Meanwhile /readyz says that the server is not ready, and requests are answered.',

    ...wholeNumber(0, 600_000),
  }),
  otlpEndpoint: setting({
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: undefined,
    meaning: 'OTLP/HTTP endpoint for traces, e.g. http://127.0.0.1:4318. If unset, no traces are made.',

    ...text,
  }),
  serviceName: setting({
    variable: 'OTEL_SERVICE_NAME',
    default: 'suanli',
    meaning: 'Name of the server in traces.',

    ...text,
  }),
  logLevel: setting({
    variable: 'SUANLI_LOG',
    default: 'info',
    meaning: 'Log level.',

    ...oneOf('silent', 'error', 'warn', 'info', 'debug'),
  }),
  maxBodyBytes: setting({
    variable: 'SUANLI_MAX_BODY_BYTES',
    default: '1000000',
    meaning: 'Maximum size of a request body, in bytes.',

    ...wholeNumber(1000, 1_000_000_000),
  }),
  maxUploadBytes: setting({
    variable: 'SUANLI_MAX_UPLOAD_BYTES',
    default: '50000000',
    meaning: 'Maximum size of an uploaded dataset (zip, POST /datasets), in bytes. 0 turns uploads off.',

    ...wholeNumber(0, 10_000_000_000),
  }),
  maxUnpackedBytes: setting({
    variable: 'SUANLI_MAX_UNPACKED_BYTES',
    default: '500000000',
    meaning: 'Maximum total size of the files of an uploaded dataset after unpacking, in bytes.',

    ...wholeNumber(1000, 100_000_000_000),
  }),
  maxDepth: setting({
    variable: 'SUANLI_MAX_DEPTH',
    default: String(defaultLimits.maxDepth),
    meaning: 'Maximum depth of a query.',

    ...wholeNumber(1, 1000),
  }),
  maxAliases: setting({
    variable: 'SUANLI_MAX_ALIASES',
    default: String(defaultLimits.maxAliases),
    meaning: 'Maximum number of aliases in a query.',

    ...wholeNumber(0, 10_000),
  }),
  maxRootFields: setting({
    variable: 'SUANLI_MAX_ROOT_FIELDS',
    default: String(defaultLimits.maxRootFields),
    meaning: 'Maximum number of root fields in an operation.',

    ...wholeNumber(1, 1000),
  }),
  maxCost: setting({
    variable: 'SUANLI_MAX_COST',
    default: String(defaultLimits.maxCost),
    meaning: 'Maximum cost of a query: the number of fields that it may have to compute.',

    ...wholeNumber(1, 1_000_000_000),
  }),
  maxTokens: setting({
    variable: 'SUANLI_MAX_TOKENS',
    default: String(defaultLimits.maxTokens),
    meaning: 'Maximum number of tokens in a query.',

    ...wholeNumber(1, 1_000_000),
  }),
  maxSockets: setting({
    variable: 'SUANLI_MAX_SOCKETS',
    default: String(defaultSocketLimits.maxSockets),
    meaning: 'Maximum number of open WebSockets.',

    ...wholeNumber(0, 1_000_000),
  }),
  maxSocketsPerClient: setting({
    variable: 'SUANLI_MAX_SOCKETS_PER_CLIENT',
    default: String(defaultSocketLimits.maxSocketsPerClient),
    meaning: 'Maximum number of open WebSockets of one client address.',

    ...wholeNumber(0, 1_000_000),
  }),
  maxOperationsPerSocket: setting({
    variable: 'SUANLI_MAX_OPERATIONS_PER_SOCKET',
    default: String(defaultSocketLimits.maxOperationsPerSocket),
    meaning: 'Maximum number of operations that run at once on one WebSocket.',

    ...wholeNumber(1, 10_000),
  }),
  followMs: setting({
    variable: 'SUANLI_FOLLOW_MS',
    default: String(defaultSocketLimits.followMs),
    meaning: 'Interval at which the server looks for a new revision while clients are subscribed, in milliseconds.',

    ...wholeNumber(10, 3_600_000),
  }),
  cacheMegabytes: setting({
    variable: 'SUANLI_CACHE_MB',
    default: '512',
    meaning: 'Memory for the cache of entities and answers, in megabytes. 0 turns the cache off.',

    ...wholeNumber(0, 1_000_000),
  }),
  timeoutMs: setting({
    variable: 'SUANLI_TIMEOUT_MS',
    default: String(defaultLimits.timeoutMs),
    meaning: 'Maximum time to answer a request, in milliseconds.',

    ...wholeNumber(1, 3_600_000),
  }),
} as const

/** Keeps the type of the default: a setting with a default always has a value. */
function setting<Value, Default extends string | undefined>(
  given: Setting<Value> & { readonly default: Default },
): Setting<Value> & { readonly default: Default } {
  return given
}
