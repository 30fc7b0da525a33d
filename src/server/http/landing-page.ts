import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { addVary } from './compress-answer.js'
import { pageHeaders } from './page-headers.js'

/** Sends what the server is and where to ask it, in both languages: a page to a client that asks for one, else text. */
export function sendLanding(request: FastifyRequest, reply: FastifyReply, basePath: string): FastifyReply {
  addVary(reply, 'accept')
  return new Negotiator(request.raw).mediaType(['text/plain', 'text/html']) === 'text/html'
    ? reply.headers(headers).type('text/html; charset=utf-8').send(pageAt(basePath))
    : reply.type('text/plain; charset=utf-8').send(text)
}

interface Address {
  readonly path: string
  readonly methods: string
  readonly english: string
  readonly chinese: string
}

const addresses: readonly Address[] = [
  { path: '/ide', methods: 'GET', english: 'GraphQL in the browser', chinese: '在浏览器中查询' },
  { path: '/graphql', methods: 'POST|GET', english: 'GraphQL for programs', chinese: '供程序查询的 GraphQL' },
  { path: '/schema.graphql', methods: 'GET', english: 'the GraphQL schema', chinese: 'GraphQL 模式' },
  { path: '/export', methods: 'GET', english: 'downloads of the whole graph', chinese: '整个图谱的下载' },
  {
    path: '/reconcile',
    methods: 'POST|GET',
    english: 'matching of names, for OpenRefine',
    chinese: '名称匹配，供 OpenRefine',
  },
  { path: '/mcp', methods: 'POST', english: 'tools for language models (MCP)', chinese: '供大模型调用（MCP）' },
  { path: '/healthz', methods: 'GET', english: 'whether the process runs', chinese: '进程存活' },
  { path: '/readyz', methods: 'GET', english: 'whether the store answers and has data', chinese: '存储可用且有数据' },
  { path: '/metrics', methods: 'GET', english: 'metrics for Prometheus', chinese: 'Prometheus 指标' },
]

const text = `suanli 算力

A knowledge graph of AI infrastructure in which every fact says who stated it.
人工智能基础设施知识图谱：每一条事实都注明出处。

${addresses
  .map(({ methods, path, english, chinese }) => `${methods.padEnd(9)}${path.padEnd(17)}${english.padEnd(47)}${chinese}`)
  .join('\n')}
`

const style = `
:root { color-scheme: light dark; --ink: #16262b; --paper: #f6f4ee; --line: #d5d2c6; --accent: #0b5d66 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6df; --paper: #13191b; --line: #333c3f; --accent: #6fc3cc } }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 17px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: clamp(2rem, 10vh, 7rem) 1.5rem }
h1 { margin: 0 0 1rem; font-size: 2.6rem; line-height: 1.1; letter-spacing: -.02em }
p { margin: .4rem 0 }
a { color: var(--accent); text-underline-offset: .2em }
.ask { display: inline-block; margin: 2rem 0 2.5rem; padding: .7rem 1.3rem; border-radius: .5rem;
  color: var(--paper); background: var(--accent); font-weight: 600; text-decoration: none }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
dl { margin: 0; border-top: 1px solid var(--line) }
dl div { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: .7rem 0; border-bottom: 1px solid var(--line) }
dt { flex: 0 0 7rem; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .95em }
dd { flex: 1 1 20rem; margin: 0 }
dd span { display: block; opacity: .75 }
`

const pageAt = (basePath: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>suanli 算力</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>suanli <span lang="zh-Hans">算力</span></h1>
<p>A knowledge graph of AI infrastructure in which every fact says who stated it.</p>
<p lang="zh-Hans">人工智能基础设施知识图谱：每一条事实都注明出处。</p>
<a class="ask" href="${basePath}/ide">Start asking <span lang="zh-Hans">开始查询</span></a>
<dl>
${addresses
  .map(
    ({ methods, path, english, chinese }) =>
      `<div><dt>${methods === 'GET' ? `<a href="${basePath}${path}">${path}</a>` : path}</dt><dd>${english}<span lang="zh-Hans">${chinese}</span></dd></div>`,
  )
  .join('\n')}
</dl>
</main>
</body>
</html>
`

const headers = pageHeaders({
  'style-src': `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src': 'data:',
  'form-action': "'none'",
})
