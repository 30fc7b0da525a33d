/** A request as a program sends it. */
export interface Request {
  readonly url: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly operationName: string | undefined
  /** Names in lower case. The view is one of them. */
  readonly headers: Readonly<Record<string, string>>
}

export const snippetKinds = ['curl', 'TypeScript', 'Python'] as const
export type SnippetKind = (typeof snippetKinds)[number]

/** A program that sends the request and prints the answer. A token is read from the environment, never written down. */
export function snippet(kind: SnippetKind, request: Request): string {
  return { curl, TypeScript: typescript, Python: python }[kind](request)
}

/** The environment variable that holds the token. */
const token = 'SUANLI_TOKEN'

/** For a POSIX shell, in which nothing within single quotes has a meaning but a single quote. */
function curl(request: Request): string {
  const body = JSON.stringify(bodyOf(request))
  const lines = [
    `curl --silent --show-error --compressed ${shellQuoted(request.url)}`,
    `  --header ${shellQuoted('content-type: application/json')}`,
    ...headersOf(request).map(([name, value]) =>
      isToken(name, value)
        ? `  --header "authorization: Bearer $${token}"`
        : `  --header ${shellQuoted(`${name}: ${value}`)}`,
    ),
    `  --data-raw ${shellQuoted(body)}`,
  ]
  return `${lines.join(' \\\n')}\n`
}

const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

function typescript(request: Request): string {
  const { query, variables, operationName, url } = request
  const headers = headersOf(request).map(
    ([name, value]) =>
      `    ${jsKey(name)}: ${isToken(name, value) ? `\`Bearer \${process.env.${token}}\`` : JSON.stringify(value)},\n`,
  )
  return [
    `const query = \`${jsTemplate(query)}\`\n`,
    variables ? `const variables = ${JSON.stringify(variables, null, 2)}\n` : '',
    `\nconst response = await fetch(${JSON.stringify(url)}, {\n`,
    `  method: 'POST',\n`,
    `  headers: {\n    'content-type': 'application/json',\n${headers.join('')}  },\n`,
    `  body: JSON.stringify({ query${variables ? ', variables' : ''}${
      operationName === undefined ? '' : `, operationName: ${JSON.stringify(operationName)}`
    } }),\n`,
    `})\n`,
    `const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] }\n`,
    `console.log(JSON.stringify({ errors, data }, null, 2))\n`,
  ].join('')
}

const jsKey = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name.replaceAll("'", "\\'")}'`)
const jsTemplate = (text: string): string => text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r')

/** Needs Python alone: no package. */
function python(request: Request): string {
  const { query, variables, operationName, url } = request
  const headers = headersOf(request).map(
    ([name, value]) =>
      `        ${pyText(name)}: ${isToken(name, value) ? `"Bearer " + os.environ["${token}"]` : pyText(value)},\n`,
  )
  const needsOs = headersOf(request).some(([name, value]) => isToken(name, value))
  return [
    `import json\n${needsOs ? 'import os\n' : ''}import urllib.error\nimport urllib.request\n\n`,
    `query = """${pyBlock(query)}"""\n`,
    `body = {"query": query`,
    variables ? `, "variables": ${pyValue(variables)}` : '',
    operationName === undefined ? '' : `, "operationName": ${pyText(operationName)}`,
    `}\n\n`,
    `request = urllib.request.Request(\n    ${pyText(url)},\n`,
    `    data=json.dumps(body).encode(),\n`,
    `    headers={\n        "content-type": "application/json",\n${headers.join('')}    },\n`,
    `)\n`,
    `try:\n    response = urllib.request.urlopen(request)\n`,
    // The answer says what is wrong with the request.
    `except urllib.error.HTTPError as refusal:\n    response = refusal\n`,
    `print(json.dumps(json.load(response), ensure_ascii=False, indent=2))\n`,
  ].join('')
}

/** JSON's escapes are Python's as well. */
const pyText = (text: string): string => JSON.stringify(text)
const pyBlock = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').replace(/"$/, '\\"').replaceAll('\r', '\\r')

function pyValue(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (Array.isArray(value)) return `[${value.map(pyValue).join(', ')}]`
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([name, member]) => `${pyText(name)}: ${pyValue(member)}`)
      .join(', ')}}`
  return JSON.stringify(value)
}

const bodyOf = ({ query, variables, operationName }: Request): object => ({
  query,
  ...(variables && { variables }),
  ...(operationName !== undefined && { operationName }),
})

const headersOf = ({ headers }: Request): readonly (readonly [string, string])[] =>
  Object.entries(headers).filter(([name]) => name !== 'content-type')

const isToken = (name: string, value: string): boolean => name === 'authorization' && /^bearer\s/i.test(value)
