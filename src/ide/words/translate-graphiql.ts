import { inChinese } from './graphiql-zh.js'

const attributes = ['aria-label', 'title', 'placeholder']

/** Where GraphiQL shows texts of users and names of the schema, and our own parts, which have their words. */
const untouched = [
  '.monaco-editor',
  '.ide-pane',
  '.ide-status',
  '.graphiql-logo',
  '.graphiql-tab-button',
  '.graphiql-explorer-root',
  '.graphiql-history-item-label',
  '.graphiql-markdown-description',
  '[class*="graphiql-doc-explorer-"][class*="-name"]',
].join(', ')

/** GraphiQL has English texts only. What it writes into the page is put into Chinese before it is shown. */
export function translateGraphiql(): void {
  const observer = new MutationObserver(records => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') for (const node of addedNodes) translateAll(node)
      else translate(target)
    }
  })
  translateAll(document.body)
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: attributes,
  })
  addEventListener('keydown', openDocumentation)
}

function translateAll(root: Node): void {
  if (isUntouched(root)) return
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    node instanceof Element && node.matches(untouched) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  for (let node: Node | null = root; node; node = walker.nextNode()) translateNode(node)
}

function translate(node: Node): void {
  if (!isUntouched(node)) translateNode(node)
}

function translateNode(node: Node): void {
  if (node instanceof Text) {
    const text = node.data.trim()
    const chinese = inChinese(text)
    if (chinese !== text) node.data = node.data.replace(text, () => chinese)
  } else if (node instanceof Element)
    for (const name of attributes) {
      const text = node.getAttribute(name)
      if (text !== null && inChinese(text) !== text) node.setAttribute(name, inChinese(text))
    }
}

const isUntouched = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest(untouched) != null

/** Ctrl+Alt+K searches the documentation: GraphiQL finds the button for it by its English name. */
function openDocumentation(event: KeyboardEvent): void {
  if (event.code !== 'KeyK' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
  const name = inChinese('Show Documentation Explorer')
  document.querySelector<HTMLElement>(`.graphiql-sidebar button[aria-label="${name}"]`)?.click()
}
