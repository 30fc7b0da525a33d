import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { changeStore } from '../support/change-store.js'
import { link, said, statement } from '../support/dataset-builder.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { violationsOn } from './axe.js'
import { describeInBrowser, eventually, settled } from './in-browser.js'

let opened: TestStore
let server: TestServer
let foreign: TestStore
/** Serves a graph without the demonstration data, behind a path. */
let elsewhere: TestServer
/** More than a page of statements. */
const manyNames = 130
const hostile = '<img src=x onerror="document.title=1">'
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(opened.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
  server = await startTestServer(opened.store)
  foreign = await openSqliteTestStore()
  const name = (id: string, subject: string, text: string, language: string) =>
    statement(id, subject, { value: { kind: 'text', text, language }, asStated: text, language })
  const text = `Of ${hostile} nothing is known.`
  const quote = { exact: hostile, start: 3, end: 3 + hostile.length }
  const batch = said(
    'foreign',
    { ...name('statement/1', 'region/constructor', hostile, 'en'), quote },
    name('statement/2', 'region/proto', '__proto__', 'en'),
    name('statement/3', 'region/rtl', 'مركز البيانات \u202e(abc)', 'ar'),
    ...Array.from({ length: manyNames }, (_, at) => name(`statement/n${at}`, 'region/many', `name ${at}.`, 'en')),
    link('statement/4', 'region/constructor', 'parent', 'region/rtl'),
    link('statement/5', 'region/proto', 'parent', 'region/constructor'),
  )
  const editions = batch.editions?.map(each => ({ ...each, text }))
  await changeStore(foreign.store, 'foreign', '2026-01-01T00:00:00Z', { ...batch, ...(editions && { editions }) })
  const later = { ...name('statement/6', 'region/later', 'later', 'en'), edition: 'later#en' }
  await changeStore(foreign.store, 'later', '2026-01-02T00:00:00Z', said('later', later))
  elsewhere = await startTestServer(foreign.store, { basePath: '/graph' })
})
afterAll(async () => {
  await elsewhere?.close()
  await foreign?.close()
  await server?.close()
  await opened?.close()
})

const corridor = '/entity/corridor/jing-jin-ji-meng'
const open = async (page: Page, path: string) => {
  const response = await page.goto(server.url + path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return response
}
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const parametersOf = (page: Page) => new URL(page.url()).searchParams

const pathsPage = '/paths?from=official/tang-jianguo&to=region/inner-mongolia'
/** Pages that say so if a graph has nothing for them. */
const pagesOfLists = ['/', '/search?type=REGION', '/conflicts', '/supply', '/map', '/timeline', '/targets']
const pages = [
  '/',
  '/search?q=beijing',
  '/search?type=REGION',
  corridor,
  '/source/shobserver-768612',
  '/sources',
  '/conflicts',
  '/supply',
  '/map',
  '/timeline',
  '/targets',
  pathsPage,
  `/compare?path=${corridor}`,
  '/compare?path=/supply&a=&b=languages=en',
  '/search?type=TARGET&group=due',
  '/graph?id=region/beijing',
  '/ontology',
  '/changes',
  '/curate',
]

describeInBrowser('the explorer', visit => {
  it('has the landmarks that a screen reader goes by, and a title for each page', async () => {
    const { page } = await visit()
    await open(page, corridor)
    for (const landmark of ['banner', 'search', 'main', 'contentinfo'] as const)
      await eventually(async () => expect(await page.getByRole(landmark).count()).toBe(1))
    await eventually(async () => expect(await page.getByRole('navigation').count()).toBeGreaterThan(0))
    await page.getByRole('group', { name: 'View' }).waitFor()
    await region(page, 'Statements').waitFor()
    await eventually(async () =>
      expect(await page.title()).toContain('Jing-Jin-Ji-Bohai calculating power supply corridor'),
    )
    for (const name of ['Facts', 'Links', 'Conflicts', 'Timeline', 'Graph', 'Statements'])
      await eventually(async () => expect(await region(page, name).count()).toBe(1))
  })

  it('finds an official by pinyin with the keyboard alone', async () => {
    const { page } = await visit()
    await open(page, '/supply')
    await page.keyboard.press('/')
    await page.keyboard.type('tang jianguo')
    const option = page.getByRole('option').first()
    await option.getByText('sound').waitFor()
    await eventually(async () => expect(await option.textContent()).toContain('唐建国'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '唐建国' }).waitFor()
    await eventually(async () => expect(new URL(page.url()).pathname).toBe('/entity/official/tang-jianguo'))
  })

  it('lists what was found with the reason, and by type', async () => {
    const { page } = await visit()
    await open(page, '/search?q=beijing')
    const results = page.getByRole('main').getByRole('listitem')
    await results.filter({ hasText: '北京市' }).first().waitFor()
    await eventually(async () => expect(await page.locator('.res li').first().textContent()).toContain('exact name'))
    await page
      .getByRole('complementary', { name: 'Filters' })
      .getByRole('link', { name: /Bureau/ })
      .click()
    await page.locator('.res li').first().getByText('Bureau', { exact: true }).waitFor()
    await eventually(async () => expect(parametersOf(page).get('type')).toBe('BUREAU'))
  })

  it('orders, narrows and gives a whole list as the server does, and says so in the address', async () => {
    const { page } = await visit()
    await open(page, '/search?type=REGION')
    const table = region(page, 'table').getByRole('table')
    const ids = async () => await table.locator('td.id').allTextContents()
    await eventually(async () => expect(await ids()).toHaveLength(100))
    await page.getByRole('button', { name: 'Next page' }).click()
    await page
      .getByRole('status')
      .getByText(/^101 to 200 of/)
      .waitFor()
    const second = await ids()
    await page.reload()
    await page
      .getByRole('status')
      .getByText(/^101 to 200 of/)
      .waitFor()
    await eventually(async () => expect(await ids()).toEqual(second))
    // An order or a condition begins at the first page again.
    await page.getByRole('columnheader', { name: 'code' }).getByRole('link').click()
    await page.getByRole('columnheader', { name: 'code', exact: false }).getByRole('link').click()
    await page
      .getByRole('complementary', { name: 'Filters' })
      .getByRole('link', { name: /^province/ })
      .click()
    await page.getByRole('status').getByText('1 to 34 of 34').waitFor()
    await eventually(async () => expect((await ids())[0]).toBe('region/macao'))
    await eventually(async () => expect(parametersOf(page).get('after')).toBe(null))
    await page.getByRole('searchbox', { name: 'name contains' }).fill('蒙')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('1 to 1 of 1').waitFor()
    await eventually(async () => expect(await ids()).toEqual(['region/inner-mongolia']))
    await page.getByRole('link', { name: 'Clear the filters' }).click()
    const total = Number(
      /of (\d+)/.exec(
        (await page
          .getByRole('status')
          .getByText(/^1 to 100 of/)
          .textContent()) ?? '',
      )?.[1],
    )
    const started = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download JSON' }).click()
    const rows = JSON.parse(await readFile(await (await started).path(), 'utf8'))
    expect(new Set(rows.map(({ id }: { id: string }) => id)).size).toBe(total)
  })

  it('narrows a list by period and linked entity, and counts and opens its groups', async () => {
    const { page } = await visit()
    await open(page, '/search?type=TARGET')
    const count = (total: number) => page.getByRole('status').getByText(`1 to ${total} of ${total}`).waitFor()
    await count(4)
    await page.getByRole('textbox', { name: 'due, from' }).fill('2026')
    await page.keyboard.press('Enter')
    await count(1)
    await eventually(async () => expect(parametersOf(page).get('due')).toBe('2026/..'))
    await page.getByRole('combobox', { name: 'subject' }).fill('no such subject')
    await page.keyboard.press('Enter')
    await page.getByText('Nothing matches these filters.').waitFor()
    await page.getByRole('link', { name: 'Clear the filters' }).first().click()
    await page.getByRole('combobox', { name: 'group by' }).selectOption({ label: 'due' })
    const groups = region(page, 'Groups by due').getByRole('table')
    await groups.getByRole('row', { name: /^2026 1/ }).waitFor()
    await groups.getByRole('link', { name: '2025' }).click()
    await count(1)
    await eventually(async () => expect(parametersOf(page).get('group')).toBe(null))
  })

  it('opens the evidence of a value by keyboard: quote, contradiction, and back', async () => {
    const { page } = await visit()
    await open(page, corridor)
    const button = page.getByRole('button', { name: /^Evidence for member: Inner Mongolia/ })
    await eventually(async () => expect(await button.getAttribute('aria-label')).toContain('contradicted'))
    await button.focus()
    await page.keyboard.press('Enter')
    const evidence = region(page, 'Evidence')
    await evidence.locator('mark').first().waitFor()
    await evidence.getByText('Chinese, the original').waitFor()
    const marked = async (at: number) =>
      (await evidence.locator('.hit td').nth(at).locator('mark').allTextContents()).join('')
    await eventually(async () =>
      expect([await marked(0), await marked(1)]).toEqual([
        '“京津冀蒙”算力供给走廊',
        '“Jing-Jin-Ji-Bohai” calculating power supply corridor',
      ]),
    )
    await eventually(async () => expect(await evidence.locator('.diff').allTextContents()).toEqual(['蒙', 'Bohai']))
    // The sentence before stands beside its own translation, in which another name is given.
    await eventually(async () =>
      expect(await evidence.locator('.quietdiff').allTextContents()).toEqual(
        expect.arrayContaining(['唐建国', 'Zhao Jianguo']),
      ),
    )
    await eventually(async () => expect(await evidence.locator('.rule').textContent()).toMatch(/蒙.*Bohai/))
    await eventually(async () => expect(parametersOf(page).get('evidence')).toMatch(/^statement\//))
    await page.keyboard.press('Escape')
    await evidence.waitFor({ state: 'detached' })
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Evidence for member: Inner Mongolia'),
    )
  })

  it('shows both editions of a source in full, where they part, and each quote as a way to its statement', async () => {
    const { page } = await visit()
    await open(page, '/source/shobserver-768612')
    const texts = page.getByRole('table', { name: 'The two editions, sentence by sentence' })
    await texts.waitFor()
    const row = texts.getByRole('row').filter({ hasText: '亿级以上' })
    await eventually(async () =>
      expect(await row.locator('.diff').allTextContents()).toEqual(['亿级以上', 'billion-yuan-scale']),
    )
    await texts.getByRole('link', { name: '蒙' }).first().click()
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()
    await eventually(async () => expect(new URL(page.url()).pathname).toMatch(/^\/statement\//))
  })

  it('shows in a fresh browser what a link shows', async () => {
    const first = await visit()
    await open(first.page, `${corridor}?lang=zh`)
    await first.page.getByRole('button', { name: '成员地区的依据：内蒙古自治区' }).click()
    await region(first.page, '依据').locator('mark').first().waitFor()
    const link = first.page.url()
    const second = await visit()
    await second.page.goto(link)
    // The editions come after the quote.
    for (const { page } of [first, second]) await region(page, '依据').getByText('两个版本，逐句对照').waitFor()
    await eventually(async () =>
      expect(await region(second.page, '依据').textContent()).toBe(await region(first.page, '依据').textContent()),
    )
    await eventually(async () => expect(await second.page.locator('html').getAttribute('lang')).toBe('zh-Hans'))
  })

  it('takes the word of the English edition, and keeps it from page to page', async () => {
    const { page } = await visit()
    await open(page, `${corridor}?languages=en&others=NEVER&lang=en`)
    await region(page, 'Facts').getByText('Bohai', { exact: true }).waitFor()
    await eventually(async () => expect(await region(page, 'Facts').getByText('Inner Mongolia').count()).toBe(0))
    await eventually(async () =>
      expect(await page.getByRole('group', { name: 'View' }).textContent()).toContain('English only'),
    )
    await region(page, 'Facts').getByRole('link', { name: 'Bohai' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bohai' }).waitFor()
    await eventually(async () => expect(parametersOf(page).get('others')).toBe('NEVER'))
  })

  it('says who feeds Beijing as a sentence, a map and a table, and what the English edition changes', async () => {
    const { page } = await visit()
    await open(page, '/supply')
    const sentence = page.locator('.lead').first()
    await eventually(async () => expect(await sentence.textContent()).toContain('Hebei, Inner Mongolia and Tianjin'))
    await eventually(async () =>
      expect(await sentence.locator('.diff').allTextContents()).toEqual(['Inner Mongolia', 'Bohai']),
    )
    const map = page.getByRole('img', { name: /^Map: / })
    await map.getByText('中 蒙').waitFor()
    await eventually(async () => expect(await map.textContent()).toContain('no place in any source'))
    const table = region(page, 'Suppliers').getByRole('table')
    await eventually(async () => expect(await table.getByRole('row').count()).toBe(4))
    const word = page.getByRole('switch', { name: /Take the English edition/ })
    await word.focus()
    await page.keyboard.press('Space')
    await table.getByRole('link', { name: 'Bohai', exact: true }).waitFor()
    await eventually(async () =>
      expect(await page.getByRole('status').allTextContents()).toContain(
        'Changed: Bohai instead of Inner Mongolia. The conflict stays open.',
      ),
    )
    await eventually(async () => expect(parametersOf(page).get('languages')).toBe('en'))
  })

  it('goes through the queue of conflicts by keyboard, and shows both sides of one', async () => {
    const { page } = await visit()
    await open(page, '/conflicts?property=member')
    await page.locator('.queue li').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()
    await eventually(async () =>
      expect(await region(page, 'Sides').locator('.diff').allTextContents()).toEqual(['蒙', 'Bohai']),
    )
    const effects = region(page, 'What a decision would change').getByRole('row')
    await effects.nth(3).getByText('also Bohai').waitFor()
    await effects.nth(2).getByText('Bohai').waitFor()
    await eventually(async () => expect(await effects.nth(1).textContent()).toContain('Inner Mongoliaas now'))
    await eventually(async () => expect(await effects.nth(2).textContent()).toContain('Inner MongoliaBohai'))
    const reloaded = await page.reload()
    expect(reloaded?.status()).toBe(200)
  })

  it('goes back to before anything was known, and says so', async () => {
    const { page } = await visit()
    await open(page, '/')
    await page.getByRole('button', { name: 'now' }).click()
    await page.getByRole('textbox', { name: /What was known when/ }).fill('2025-01-01')
    await page.keyboard.press('Enter')
    await page.waitForURL(/knownAt=2025-01-01T23:59:59Z/)
    await page.goto(`${server.url}${corridor}?knownAt=2025-01-01T00:00:00Z&lang=en`)
    await page.getByRole('heading', { level: 1, name: /There is no entity/ }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Back to the default view' }).click()
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()
  })

  it('walks a path, each step with its evidence', async () => {
    const { page } = await visit()
    await open(page, '/paths')
    await page.getByRole('combobox', { name: 'from' }).fill('tang jianguo')
    await page.getByRole('combobox', { name: 'to', exact: true }).fill('region/inner-mongolia')
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=official\/tang-jianguo/)
    const path = page.getByRole('region', { name: 'Path 1', exact: true })
    await path.waitFor()
    await eventually(async () => expect(await path.textContent()).toContain('Inner Mongolia'))
    await path.getByRole('link', { name: '蒙', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()
  })

  it('shows what surrounds an entity by type, and opens groups and entities on demand', async () => {
    const { page, faults } = await visit()
    await open(page, '/graph?id=region/china')
    const list = region(page, 'The same as a list')
    const regions = list.getByRole('region', { name: 'Regions', exact: true })
    await regions.getByRole('link', { name: 'Expand: Hebei' }).click()
    await regions.getByRole('link', { name: 'Shijiazhuang', exact: true }).waitFor()
    await eventually(async () => expect(parametersOf(page).get('expand')).toBe('region/hebei'))
    // What stands apart stays so; it can be put together and taken apart.
    await regions.getByRole('link', { name: 'Show as one' }).click()
    await regions.getByRole('link', { name: 'Show each' }).click()
    await regions.getByRole('link', { name: 'Shijiazhuang', exact: true }).waitFor()
    await settled(page)
    const entities = await regions.getByRole('listitem').count()
    expect(entities).toBeGreaterThan(40)
    await page.reload()
    await regions.getByRole('link', { name: 'Shijiazhuang', exact: true }).waitFor()
    await eventually(async () => expect(await regions.getByRole('listitem').count()).toBe(entities))
    const started = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download SVG' }).click()
    const svg = await readFile(await (await started).path(), 'utf8')
    expect(svg).toContain('Shijiazhuang')
    expect(svg.match(/<circle/g)?.length).toBeGreaterThan(entities)
    forgiveRefusals(faults)
  })

  it('takes a path, a graph and a comparison by the keyboard alone, with the focus in sight', async () => {
    const { page, faults } = await visit()
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement
        if (!element) return { name: '', outline: 'none' }
        const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : null
        const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
        return { name: name.trim(), outline: getComputedStyle(element).outlineStyle }
      })
    const tabTo = async (name: RegExp) => {
      const passed: string[] = []
      while (passed.length < 100) {
        await page.keyboard.press('Tab')
        const { name: reached, outline } = await focused()
        if (name.test(reached)) return expect([reached, outline]).not.toEqual([reached, 'none'])
        passed.push(reached)
      }
      throw new Error(`Tab does not lead to ${name}: ${passed.join(' | ')}`)
    }
    await open(page, '/paths?lang=en')
    await tabTo(/^from/)
    await page.keyboard.type('official/tang-jianguo')
    await tabTo(/^to/)
    await page.keyboard.type('region/inner-mongolia')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Path 1', exact: true }).waitFor()
    expect((await focused()).name).toMatch(/^to/)
    await tabTo(/^蒙$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()

    await open(page, '/graph?id=region/china&lang=en')
    await settled(page)
    await tabTo(/^Expand: Hebei/)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Collapse: Hebei' }).waitFor()
    expect((await focused()).name).toBe('Collapse: Hebei')

    await open(page, `/compare?path=${corridor}&a=&b=languages%3Den,zh-Hans&lang=en`)
    await settled(page)
    await tabTo(/^English before Chinese/)
    await page.keyboard.press('Enter')
    await tabTo(/^Whose word/)
    await page.keyboard.press('Home')
    await tabTo(/^Show$/)
    await page.keyboard.press('Enter')
    await page.getByText('Both views show the same.').waitFor()
    forgiveRefusals(faults)
  })

  it('compares two views, and marks what differs', async () => {
    const { page } = await visit()
    await open(page, `/compare?path=${corridor}&a=&b=languages%3Den,zh-Hans`)
    const row = page.getByRole('row', { name: /^member/ })
    await row.getByRole('cell').last().getByText('Bohai').first().waitFor()
    await eventually(async () => expect(await row.getByRole('cell').first().textContent()).toContain('Inner Mongolia'))
    await eventually(async () => expect(await row.getByRole('rowheader').textContent()).toContain('differs'))
    // The view of one side is changed by itself.
    await page.getByRole('group', { name: 'Side B' }).getByRole('button', { name: 'English before Chinese' }).click()
    await page.getByRole('combobox', { name: /Whose word/ }).selectOption('')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('Both views show the same.').waitFor()
    await eventually(async () => expect(parametersOf(page).get('b')).toBe('default'))
  })

  it('gives its tables and pictures as files, and a citation', async () => {
    const { page } = await visit()
    await open(page, '/?lang=en')
    const file = async (name: string) => {
      const started = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).click()
      return await readFile(await (await started).path(), 'utf8')
    }
    expect(await file('Download CSV')).toMatch(/^.?type,label,count\r\nREGION,Regions,\d+/)
    await page.getByRole('button', { name: 'Cite' }).waitFor()
    await open(page, '/supply')
    await region(page, 'Suppliers').getByRole('row').nth(1).waitFor()
    expect(await file('Download CSV')).toContain('region/inner-mongolia,Inner Mongolia,蒙,')
    expect(JSON.parse(await file('Download JSON'))).toHaveLength(3)
    await page
      .getByRole('img', { name: /^Map: / })
      .getByText('中 蒙')
      .waitFor()
    expect(await file('Download SVG')).toMatch(/^<svg .*Inner Mongolia/s)
    await page.getByRole('button', { name: 'Cite' }).click()
    const citation = page.getByRole('dialog', { name: 'Citation' })
    await eventually(async () =>
      expect(await citation.textContent()).toMatch(/@misc\{region-beijing.*Revision 1.*"type": "dataset"/s),
    )
  })

  it('leads to the IDE with the document that the page used', async () => {
    const { page } = await visit()
    await open(page, `${corridor}?languages=en`)
    const link = region(page, 'Facts').getByRole('link', { name: 'Open as query' })
    const hash = new URLSearchParams(((await link.getAttribute('href')) ?? '').split('#')[1])
    expect(hash.get('query')).toContain('query EntityPage')
    expect(JSON.parse(hash.get('variables') ?? '')).toMatchObject({
      id: 'corridor/jing-jin-ji-meng',
      view: { trust: { languages: ['en'] } },
    })
  })

  it('reads the facts of an entity in one document, and the reasons for them', async () => {
    const { page } = await visit()
    const documents: string[] = []
    page.on('request', request => {
      if (request.method() === 'POST') documents.push(String(request.postDataJSON()?.query))
    })
    await open(page, corridor)
    await region(page, 'Facts').waitFor()
    await region(page, 'Links').getByRole('link').first().waitFor()
    await settled(page)
    const about = documents.filter(text => /\bentity\(id/.test(text))
    expect(about).toHaveLength(1)
    expect(about[0]).toContain('resolutions')
  })

  it('says what is not there, and what to do', async () => {
    const { page, faults } = await visit()
    await open(page, '/entity/official/nobody')
    await eventually(async () => expect(await heading(page)).toBe('There is no entity official/nobody'))
    await open(page, '/entity/official/a%3Fb%2525')
    await page.getByRole('heading', { level: 1, name: 'There is no entity official/a?b%25', exact: true }).waitFor()
    await open(page, '/entity/%E0%A4%A?lang=en')
    await page.getByRole('heading', { level: 1, name: 'The address is malformed' }).waitFor()
    await page.getByText('A percent sign in /entity/%E0%A4%A begins no character.').waitFor()
    await page.goto(`${server.url}${corridor}?validAt=whenever&lang=en`)
    await page.getByRole('alert').getByRole('link', { name: 'Back to the default view' }).click()
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()
    // The browser notes each answer of 400 and each page of 404 in its console; nothing else went wrong.
    expect(faults.splice(0).filter(fault => !/status of 40[04]/.test(fault))).toEqual([])
  })

  it('shows a graph without the demonstration data, behind a path, with names that are no markup', async () => {
    const { page, faults } = await visit()
    await page.setViewportSize({ width: 320, height: 800 })
    const base = `${elsewhere.url}/graph`
    for (const path of [
      ...pagesOfLists,
      '/compare',
      '/graph?id=region/constructor',
      '/search?q=img',
      '/search?type=__proto__',
    ]) {
      await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=en`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      expect([path, await page.locator('main').textContent()]).not.toEqual([path, ''])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([path, Math.max(0, overflow)]).toEqual([path, 0])
    }
    await page.goto(`${base}/entity/region/constructor?lang=en`)
    await page.getByRole('heading', { level: 1, name: hostile }).waitFor()
    await eventually(async () => expect(await page.title()).toContain(hostile))
    await eventually(async () => expect(await page.locator('main img').count()).toBe(0))
    await region(page, 'Links').getByRole('link', { name: '__proto__' }).first().click()
    await page.getByRole('heading', { level: 1, name: '__proto__' }).waitFor()
    await eventually(async () => expect(new URL(page.url()).pathname).toBe('/graph/entity/region/proto'))
    // The newest revision comes first; one that changed much fills pages of its own.
    await page.goto(`${base}/changes?lang=en`)
    const changed = page.getByRole('table').getByRole('row')
    await changed.filter({ hasText: 'statement added' }).waitFor()
    await eventually(async () => expect(await changed.nth(1).textContent()).toContain('22026-01-02'))
    await page.getByRole('link', { name: 'Earlier revisions' }).click()
    await page.getByText('Revision 1 changed much').waitFor()
    await eventually(async () => expect(await changed.count()).toBe(101))
    await page.getByRole('link', { name: 'Next page' }).click()
    await eventually(async () => expect(await changed.count()).toBe(41))
    await page.getByRole('link', { name: 'First page' }).click()
    await eventually(async () => expect(await changed.count()).toBe(101))
    await page.getByRole('link', { name: 'Later revisions' }).click()
    await changed.filter({ hasText: '2026-01-02' }).first().waitFor()
    // The only edition of a source shows its quotes, and each opens its statement.
    await page.goto(`${base}/source/press?lang=en`)
    await page.locator('.fulltext mark').getByRole('link', { name: hostile }).waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.waitForFunction(
      count => document.querySelectorAll('[aria-label="Statements"] tbody tr').length === count,
      manyNames + 5,
    )
    await page.goto(`${base}/entity/region/many?lang=en`)
    await page.waitForFunction(
      count => document.querySelectorAll('[aria-label="Facts"] dd').length === count,
      manyNames,
    )
    await settled(page)
    forgiveRefusals(faults)
  })

  it('leads from the former id of a merged entity to the present id on each page that takes an id', async () => {
    const merge = `mutation { mergeEntities(input: { keepId: "region/many", mergeId: "region/later", reason: "a test" }) { revision } }`
    expect((await ask(elsewhere.url, merge, {}, curatorToken)).body.errors).toBeUndefined()
    const { page } = await visit()
    for (const [former, present] of [
      ['/entity/region/later', '/entity/region/many'],
      ['/graph?id=region/later', '/graph?id=region/many'],
      ['/paths?from=region/later&to=region/proto', '/paths?from=region/many&to=region/proto'],
      ['/compare?path=/entity/region/later', '/compare?path=/entity/region/many'],
    ] as const) {
      await page.goto(`${elsewhere.url}/graph${former}${former.includes('?') ? '&' : '?'}lang=en`)
      await eventually(async () => expect(page.url()).toContain(`${elsewhere.url}/graph${present}`))
      await settled(page)
      expect([former, await page.getByText('There is no entity').count()]).toEqual([former, 0])
    }
    await page.goto(`${elsewhere.url}/graph/conflicts?subject=region/later&lang=en`)
    await page.getByRole('heading', { level: 1, name: /conflicts/ }).waitFor()
  })

  it('says that nothing was known yet on each page of a view that sees nothing', async () => {
    const { page, faults } = await visit()
    for (const path of [...pagesOfLists, pathsPage]) {
      await open(page, `${path}${path.includes('?') ? '&' : '?'}knownAt=2001-01-01T00:00:00Z&lang=en`)
      await settled(page)
      expect([path, await page.getByRole('main').getByText('The server failed').count()]).toEqual([path, 0])
    }
    forgiveRefusals(faults)
  })

  it('says that the server does not answer, and asks it again', async () => {
    const { page, faults } = await visit()
    await page.route('**/graphql', route => route.abort())
    await page.goto(`${server.url}${corridor}?lang=en`)
    const alert = page.getByRole('alert').first()
    await eventually(async () => expect(await alert.textContent()).toContain('UNREACHABLE'))
    await page.unroute('**/graphql')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: /Jing-Jin-Ji/ }).waitFor()
    expect(faults.splice(0).filter(fault => !/ERR_FAILED/.test(fault))).toEqual([])
  })

  it('prints what it shows without its controls', async () => {
    const { page } = await visit()
    await open(page, corridor)
    await page.emulateMedia({ media: 'print' })
    for (const control of ['search', 'navigation'] as const)
      await eventually(async () => expect(await page.getByRole(control).first().isVisible()).toBe(false))
    await eventually(async () => expect(await region(page, 'Facts').isVisible()).toBe(true))
    await eventually(async () =>
      expect(await page.getByRole('link', { name: 'Open as query' }).first().isVisible()).toBe(false),
    )
  })

  for (const path of ['/', corridor])
    it(`needs less than 200 KB for the first view of ${path}`, async () => {
      const { page } = await visit()
      const sizes: Promise<number>[] = []
      page.on('requestfinished', request => {
        if (!request.url().endsWith('/graphql')) sizes.push(request.sizes().then(each => each.responseBodySize))
      })
      await open(page, path)
      await settled(page)
      const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0)
      expect(sum).toBeGreaterThan(50_000)
      expect(sum).toBeLessThan(200_000)
    })

  // Several tests, so that none comes near the time limit of a test on a busy machine.
  const perTest = 7
  const checked = [...pages, '/entity/official/nobody', '/source/none', '/entity/%E0%A4%A']
  for (const [language, looks] of [
    [
      'en',
      [
        [1440, 'light'],
        [390, 'dark'],
      ],
    ],
    ['zh', [[390, 'light']]],
  ] as const)
    for (let first = 0; first < checked.length; first += perTest)
      it(`violates no rule of accessibility in ${language}, ${looks.flat().join(' ')}, from page ${first + 1}`, async () => {
        const { page, faults } = await visit()
        for (const path of checked.slice(first, first + perTest)) {
          await page.setViewportSize({ width: 1440, height: 900 })
          await open(page, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
          await settled(page)
          for (const [width, colorScheme] of looks) {
            await page.setViewportSize({ width, height: 900 })
            await page.emulateMedia({ colorScheme })
            expect([path, width, await violationsOn(page)]).toEqual([path, width, []])
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            expect([path, width, Math.max(0, overflow)]).toEqual([path, width, 0])
          }
        }
        forgiveRefusals(faults)
      })
})

/** The browser notes each answer of 400 and 404, and drawing without a graphics card, in its console. */
const forgiveRefusals = (faults: string[]) =>
  faults.splice(0, Infinity, ...faults.filter(fault => !/status of 40[04]|GL Driver Message|WebGL/.test(fault)))
