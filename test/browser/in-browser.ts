import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** A browser that nobody has used yet, and what went wrong in it. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors in the console, violations of the page’s policy, requests to other machines (none of which gets there). */
  readonly faults: string[]
}

const howToGetIt =
  'tests in a browser were skipped: they need Chromium, in PATH or named by CHROMIUM (Debian: apt-get install chromium)'

/**
 * Describes tests in a real Chromium, each of which fails where anything went wrong in its pages. Where there is none, one
 * skipped test says so and how to get it; in CI that is a failure.
 */
export function describeInBrowser(title: string, tests: (visit: () => Promise<Visitor>) => void): void {
  const executablePath = findChromium()
  if (executablePath === undefined && process.env.CI) throw new Error(`In CI ${howToGetIt}`)
  describe(title, () => {
    if (executablePath === undefined) return it.skip(howToGetIt, () => {})
    let browser: Browser
    const visitors: Visitor[] = []
    beforeAll(async () => {
      // Its sandbox does not start for root, and it gets to loopback only.
      const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']
      browser = await chromium.launch({ executablePath, args })
    })
    afterAll(() => browser?.close())
    afterEach(async () => {
      const faults = visitors.map(visitor => visitor.faults)
      for (const { context } of visitors.splice(0)) await context.close()
      expect(faults).toEqual(faults.map(() => []))
    })
    tests(async () => {
      const visitor = await visit(browser)
      visitors.push(visitor)
      return visitor
    })
  })
}

/**
 * Repeats a check of a page until it holds, and after ten seconds fails as the check does. What a page shows follows a click
 * or an answer later: a test waits for the state that it asserts, never for the absence of the one before.
 */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 10_000; ; await setTimeout(50)) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}

/** Requests of a page that have no answer yet. */
const openRequests = new WeakMap<Page, Set<unknown>>()

/** Waits until a page has read everything: no request is open, each part is there, and drawing it asks for nothing more. */
export async function settled(page: Page): Promise<void> {
  const requests = openRequests.get(page)
  const isLoading = () =>
    page.evaluate(() => document.querySelector('main :is(.ghost, .mapspace, .stage:not(:has(canvas)))') !== null)
  await eventually(async () => {
    expect([await isLoading(), requests?.size]).toEqual([false, 0])
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect([await isLoading(), requests?.size]).toEqual([false, 0])
  })
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const candidates = [process.env.CHROMIUM ?? [], names.flatMap(name => folders.map(folder => join(folder, name)))]
  return candidates.flat().find(path => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

async function visit(browser: Browser): Promise<Visitor> {
  const faults: string[] = []
  const context = await browser.newContext({
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1400, height: 850 },
  })
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith('http') && hostname !== '127.0.0.1',
    route => {
      faults.push(`asked for ${route.request().url()}`)
      return route.abort()
    },
  )
  // Some violations are told to the console only, some to the document only.
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`policy: ${effectiveDirective} ${blockedURI}`),
    ),
  )
  context.on('console', message => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  context.on('weberror', fault => faults.push(fault.error().message))
  const page = await context.newPage()
  const requests = new Set<unknown>()
  openRequests.set(page, requests)
  page.on('request', request => requests.add(request))
  page.on('requestfinished', request => requests.delete(request))
  page.on('requestfailed', request => requests.delete(request))
  return { context, page, faults }
}
