import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { describeInBrowser } from './in-browser.js'

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store)
})
afterAll(async () => {
  await server?.close()
  await opened?.close()
})

const openIde = async (page: Page, hash = '') => {
  await page.goto(`${server.url}/ide${hash}`)
  await editor(page, 'Operation Editor').locator('.view-line').first().waitFor()
}
/** One of the texts that Monaco shows. */
const editor = (page: Page, name: string) => page.getByRole('region', { name })
const answerWith = (page: Page, text: string) => page.locator('.graphiql-response').getByText(text).first().waitFor()
const tabNames = (page: Page) => page.locator('.graphiql-tab-button').allTextContents()
const openTab = (page: Page, name: string) => page.locator('.graphiql-tab-button', { hasText: name }).click()
const run = (page: Page) => page.getByRole('button', { name: 'Execute query' }).click()
const button = (page: Page, name: string) => page.getByRole('button', { name })
/** What Monaco shows, in which a space is one that does not break. */
const shown = async (page: Page, name: string) =>
  ((await editor(page, name).textContent()) ?? '').replaceAll('\u00a0', ' ')

describeInBrowser('the IDE', visit => {
  it('has the journeys ready as tabs, each with its variables, and runs them', async () => {
    const { page } = await visit()
    await openIde(page)
    const journeys = (await readdir('src/ide/journeys')).filter(name => name.endsWith('.graphql')).sort()
    const operations = journeys.map(name => camelCase(name.replace(/^\d+-|\.graphql$/g, '')))
    expect(await tabNames(page)).toEqual(['Start', ...operations])
    await run(page)
    await answerWith(page, '京津冀蒙算力供给走廊')
    await openTab(page, 'WhoFeedsBeijing')
    expect(await shown(page, 'Variables')).toContain('"code": "110000"')
    await run(page)
    await answerWith(page, '"Hebei"')
  })

  it('documents the schema, and completes from it', async () => {
    const { page } = await visit()
    await openIde(page)
    await button(page, 'Show Documentation Explorer').click()
    await page.getByRole('link', { name: 'Query', exact: true }).click()
    await page.getByRole('link', { name: 'Corridor', exact: true }).click()
    await page.getByText('算力走廊. ').waitFor()
    await page.keyboard.press('Escape')
    await openTab(page, 'AskingWrongly')
    await editor(page, 'Operation Editor').getByText('label').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('progr')
    await page.locator('.suggest-widget').getByText('progress').first().waitFor()
  })

  it('runs subscriptions until they are stopped', async () => {
    const { page } = await visit()
    const query =
      'subscription Follow { changed(after: "", ids: ["corridor/jing-jin-ji-meng"]) { kind entity { label } } }'
    await openIde(page, `#${new URLSearchParams({ query })}`)
    await run(page)
    await answerWith(page, '京津冀蒙算力供给走廊')
    await button(page, 'Stop query').click()
    await button(page, 'Execute query').waitFor()
  })

  it('builds a query by clicks', async () => {
    const { page } = await visit()
    await openIde(page)
    await button(page, 'Show GraphiQL Explorer').click()
    await page.locator('.graphiql-explorer-root').getByText('conflictCount', { exact: true }).first().click()
    await editor(page, 'Operation Editor').getByText('conflictCount').waitFor()
  })

  it('keeps what was asked in the history', async () => {
    const { page } = await visit()
    await openIde(page)
    await openTab(page, 'WhyThisValue')
    await run(page)
    await answerWith(page, '45EFLOPS')
    await button(page, 'Show History').click()
    await page.locator('.graphiql-history-item').getByText('WhyThisValue').first().waitFor()
  })

  it('gives a link that opens the same query with the same variables elsewhere', async () => {
    const { page } = await visit()
    await openIde(page)
    await openTab(page, 'TargetsHoweverWritten')
    await button(page, 'Copy link').click()
    await page.getByRole('status').getByText('Copied 已复制').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/ide#query=/)

    const { page: elsewhere } = await visit()
    await elsewhere.goto(link)
    await editor(elsewhere, 'Operation Editor').getByText('TargetsHoweverWritten').waitFor()
    expect((await tabNames(elsewhere))[0]).toBe('TargetsHoweverWritten')
    expect(await shown(elsewhere, 'Variables')).toContain('"amount": "10000"')
    await run(elsewhere)
    await answerWith(elsewhere, '"45000"')
  })

  it('opens a link beside the tabs that are there', async () => {
    const { page } = await visit()
    await openIde(page)
    await openTab(page, 'AskingWrongly')
    const before = await tabNames(page)
    await expectStored(page, 'AskingWrongly')
    await page.goto('about:blank')
    const link = `#${new URLSearchParams({ query: 'query Mine($id: ID!) { node(id: $id) { id } }', variables: '{"id": "region/beijing"}' })}`
    await openIde(page, link)
    expect(await tabNames(page)).toEqual([...before, 'Mine'])
    await run(page)
    await answerWith(page, 'region/beijing')
    // One that is opened from within the page as well.
    await page.evaluate(() => location.assign('#query=query+Other+%7B+__typename+%7D'))
    await page.locator('.graphiql-tab-button', { hasText: 'Other' }).waitFor()
  })

  it('sends the headers that the user sets, and puts them into no link', async () => {
    const { page } = await visit()
    await openIde(page)
    await button(page, 'Headers').click()
    await editor(page, 'Headers').locator('.graphiql-editor:not(.hidden) .view-lines').click()
    await page.keyboard.insertText('{ "x-reader": "secret" }')
    const [request] = await Promise.all([
      page.waitForRequest(asked => asked.url().endsWith('/graphql') && (asked.postData() ?? '').includes('Start')),
      run(page),
    ])
    expect(await request.headerValue('x-reader')).toBe('secret')
    await button(page, 'Copy link').click()
    await page.getByRole('status').getByText('Copied 已复制').waitFor()
    expect(decodeURIComponent(page.url())).not.toContain('secret')
  })

  it('runs no script of somebody else’s, and asks nobody else', async () => {
    const { page, context, faults } = await visit()
    await openIde(page)
    const { title, refused } = await page.evaluate(async () => {
      const violations: string[] = []
      const all = new Promise<void>(resolve => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          if (violations.push(`${effectiveDirective} ${blockedURI}`) === 4) resolve()
        })
      })
      const inline = document.createElement('script')
      inline.textContent = 'document.title = "taken"'
      const foreign = document.createElement('script')
      foreign.src = 'https://elsewhere.example/script.js'
      document.head.append(inline, foreign)
      fetch('https://elsewhere.example/').catch(() => {})
      // A text that is run as code, which is what `unsafe-eval` would allow.
      setTimeout('document.title = "taken"' as never)
      await all
      return { title: document.title, refused: violations.sort() }
    })
    expect(title).toBe('suanli 算力: ask in GraphQL')
    expect(refused).toEqual([
      'connect-src https://elsewhere.example/',
      'script-src eval',
      'script-src-elem https://elsewhere.example/script.js',
      'script-src-elem inline',
    ])
    expect(faults.filter(fault => fault.startsWith('asked for'))).toEqual([])
    // What the browser says of each, to its last word.
    await context.close()
    faults.length = 0
  })
})

describeInBrowser('the first page', visit => {
  it('leads to the IDE', async () => {
    const { page } = await visit()
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Query', exact: true }).first().click()
    await editor(page, 'Operation Editor').locator('.view-line').first().waitFor()
  })
})

/** GraphiQL writes its tabs down a moment after they change. */
async function expectStored(page: Page, operation: string): Promise<void> {
  await page.waitForFunction(name => {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}')
    return tabs[activeTabIndex]?.title === name
  }, operation)
}

function camelCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
