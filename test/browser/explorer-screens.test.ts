import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, it } from '@jest/globals'
import { importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { describeInBrowser, settled } from './in-browser.js'

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  await importInto(
    opened.store,
    ['beijing-2024', 'cn-regions', 'world-regions', 'operators', 'cloud-places', 'cloud-regions'].map(seedFolder),
    '2026-01-01T00:00:00.000Z',
  )
  server = await startTestServer(opened.store)
})
afterAll(async () => {
  await server?.close()
  await opened?.close()
})

const corridor = '/entity/corridor/jing-jin-ji-meng'

/** Pictures of the pages for the documentation: name, address, width, scheme, and the button to press first. */
const screens = [
  { name: 'home-en', path: '/?lang=en', width: 1440, scheme: 'light' },
  {
    name: 'evidence-en',
    path: `${corridor}?lang=en`,
    width: 1440,
    scheme: 'light',
    press: /^Evidence for member: Inner/,
  },
  { name: 'evidence-zh-dark', path: `${corridor}?lang=zh`, width: 1440, scheme: 'dark', press: /依据：内蒙古/ },
  { name: 'supply-en', path: '/supply?lang=en', width: 1440, scheme: 'light' },
  { name: 'conflicts-zh-dark', path: '/conflicts?lang=zh', width: 1440, scheme: 'dark' },
  { name: 'list-en', path: '/search?type=REGION&level=PROVINCE&lang=en', width: 1440, scheme: 'light' },
  { name: 'timeline-zh', path: '/timeline?lang=zh', width: 1440, scheme: 'light' },
  { name: 'graph-en-1024', path: '/graph?id=region/beijing&lang=en', width: 1024, scheme: 'light' },
  { name: 'supply-zh-390', path: '/supply?lang=zh', width: 390, scheme: 'light' },
  { name: 'search-zh', path: '/search?q=beijing&lang=zh', width: 1440, scheme: 'light' },
  { name: 'region-zh-390-dark', path: '/entity/region/beijing?lang=zh', width: 390, scheme: 'dark' },
  { name: 'map-zh-dark', path: '/map?lang=zh', width: 1440, scheme: 'dark' },
  { name: 'targets-en', path: '/targets?lang=en', width: 1440, scheme: 'light' },
  {
    name: 'paths-en-1024',
    path: '/paths?from=official/tang-jianguo&to=region/inner-mongolia&lang=en',
    width: 1024,
    scheme: 'light',
  },
  { name: 'compare-en', path: '/compare?path=/supply&a=&b=languages=en&lang=en', width: 1440, scheme: 'light' },
  { name: 'changes-zh', path: '/changes?lang=zh', width: 1440, scheme: 'light' },
  { name: 'ontology-en-1024', path: '/ontology?lang=en', width: 1024, scheme: 'light' },
  { name: 'source-zh', path: '/source/shobserver-768612?lang=zh', width: 1440, scheme: 'light' },
  { name: 'sources-en-390', path: '/sources?lang=en', width: 390, scheme: 'light' },
] as const

describeInBrowser('pictures of the explorer', visit => {
  for (const { name, path, width, scheme, ...rest } of screens)
    it(`shows ${name}`, async () => {
      const { page, faults } = await visit()
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.goto(server.url + path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      if ('press' in rest) {
        await page.getByRole('button', { name: rest.press }).click()
        await page.locator('.face .hit').first().waitFor()
      }
      await settled(page)
      // The browser notes drawing without a graphics card in its console.
      faults.splice(0, Infinity, ...faults.filter(fault => !/GL Driver Message|WebGL/.test(fault)))
      await mkdir('docs/screens', { recursive: true })
      await writeFile(`docs/screens/${name}.png`, await page.screenshot())
    })
})
