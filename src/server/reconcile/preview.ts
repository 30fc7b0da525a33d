import { createHash } from 'node:crypto'
import type { Ontology } from '../../ontology/ontology.js'
import type { AskGraphql } from '../graphql/ask-graphql.js'
import type { ServiceLanguage } from './protocol.js'

const document = `
query ReconcilePreview($id: ID!, $language: LanguageTag!) {
  entity(id: $id) {
    id type label(language: $language)
    statements(first: 30) { nodes { asStated property { label(language: $language) } edition { source { title } } } }
  }
}`

interface Stated {
  readonly asStated: string
  readonly property: { readonly label: string }
  readonly edition: { readonly source: { readonly title: string } }
}

/** A page of 400 by 200 pixels that says what an entity is, and who says so; undefined if there is no such entity. */
export async function previewOf(
  ask: AskGraphql,
  ontology: Ontology,
  id: string,
  language: ServiceLanguage,
): Promise<string | undefined> {
  const { entity } = await ask(document, { id, language })
  if (!entity) return undefined
  const type = ontology.types.find(({ enumName }) => enumName === entity.type)
  const rows = new Map<string, string>()
  for (const { property, asStated, edition } of entity.statements.nodes as readonly Stated[])
    if (!rows.has(property.label))
      rows.set(
        property.label,
        `<dt>${escaped(property.label)}</dt><dd title="${escaped(edition.source.title)}">${escaped(asStated)}</dd>`,
      )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(entity.label)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(entity.label)}</h1>
<p>${escaped(type?.label[language] ?? '')}, ${escaped(entity.id)}</p>
<dl>${[...rows.values()].slice(0, mostRows).join('\n')}</dl>
</body>
</html>
`
}

const mostRows = 6

const style = `
body { margin: 8px; font: 13px/1.4 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #16262b; background: #fff }
h1 { margin: 0; font-size: 16px } p { margin: 0 0 4px; color: #51606a }
dl { display: grid; grid-template-columns: 8em 1fr; gap: 2px 8px; margin: 0 } dt { color: #51606a } dd { margin: 0 }
`

/** OpenRefine and other clients show the page in a frame of theirs; nothing in it runs. */
export const previewHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors *`,
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, character => entities[character] ?? '')
}
