import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { servePeer } from './serve-peer.js'

const slowdown = 4

/** A page, and what stands on it once a reader can use it. */
const pages = [
  { path: '/?lang=en', ready: 'h1' },
  { path: '/entity/corridor/jing-jin-ji-meng?lang=en', ready: 'section[aria-label="Facts"] button' },
  { path: '/entity/region/beijing?lang=en', ready: 'section[aria-label="Facts"] button' },
] as const

/**
 * Prints how long the first view of a page takes until a reader can use it, on a processor slowed down four times, and
 * how many frames a second a large graph has while its reader drags it, at full speed. A fresh browser each time.
 */
export async function printPages(rounds: number): Promise<void> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const folder = await mkdtemp(join(tmpdir(), 'suanli-bench-'))
  // `start` fills an empty store with the seeds.
  const server = await servePeer(['dist/main.js', 'start', '--store', folder], { PORT: '0', SUANLI_LOG: 'silent' })
  const base = new URL(server.url).origin
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const visit = async (use: (page: Page, session: CDPSession) => Promise<number>) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const figure = await use(page, await context.newCDPSession(page))
    await context.close()
    return figure
  }
  try {
    for (const { path, ready } of pages) {
      const times: number[] = []
      for (let round = 0; round < rounds; round++)
        times.push(
          await visit(async (page, session) => {
            await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
            const start = performance.now()
            await page.goto(base + path, { waitUntil: 'commit' })
            await page.locator(ready).first().waitFor()
            // The page is interactive if it also answers.
            await page.evaluate('new Promise(done => requestAnimationFrame(() => setTimeout(done)))')
            return performance.now() - start
          }),
        )
      console.log(`${path}: interactive after ${Math.round(middleOf(times))} ms, ${slowdown} times throttled`)
    }
    const graph = '/graph?id=region/china&hops=2&all=1&open=REGION,COMPUTE_CENTRE,BUREAU&lang=en'
    console.log(`${graph}: ${Math.round(await visit(page => framesOf(page, base + graph)))} frames a second`)
  } finally {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true })
  }
}

/** Frames a second while the picture is dragged for two seconds. */
async function framesOf(page: Page, url: string): Promise<number> {
  await page.goto(url)
  const stage = page.locator('.stage canvas').last()
  await stage.waitFor()
  const box = await stage.boundingBox()
  if (!box) throw new Error('the graph is not on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate('window.frames = 0; (function count() { window.frames++; requestAnimationFrame(count) })()')
  const start = performance.now()
  for (let step = 0; performance.now() - start < 2_000; step++)
    await page.mouse.move(x + 80 * Math.sin(step / 10), y + 40 * Math.cos(step / 10))
  const seconds = (performance.now() - start) / 1_000
  const frames = Number(await page.evaluate('window.frames'))
  await page.mouse.up()
  return frames / seconds
}

const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
