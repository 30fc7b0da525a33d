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

/** What stands around the centres of the United States and these regions: the largest graph that the seeds have. */
const expanded = [
  'china',
  'hebei',
  'guangdong',
  'sichuan',
  'henan',
  'shandong',
  'jiangsu',
  'hunan',
  'hubei',
  'anhui',
].concat(['yunnan', 'guangxi', 'inner-mongolia', 'xinjiang', 'guizhou', 'gansu', 'zhejiang', 'shaanxi', 'jiangxi'])

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
  const visit = async <Figures>(use: (page: Page, session: CDPSession) => Promise<Figures>): Promise<Figures> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const figures = await use(page, await context.newCDPSession(page))
    await context.close()
    return figures
  }
  try {
    console.log(`First view, a fresh browser each time, ${slowdown} times throttled, middle of ${rounds} rounds:`)
    for (const { path, ready } of pages) {
      const views: FirstView[] = []
      for (let round = 0; round < rounds; round++)
        views.push(await visit((page, session) => firstViewOf(page, session, base + path, ready)))
      const middle = (figure: keyof FirstView) => Math.round(middleOf(views.map(view => view[figure])))
      console.log(
        `${path}: interactive after ${middle('interactive')} ms (scripts ${middle('scripts')} ms, layout ${middle('layout')} ms), ${middle('requests')} requests, ${middle('kilobytes')} KB`,
      )
    }
    const graph = `/graph?id=region/united-states&hops=3&all=1&open=REGION,COMPUTE_CENTRE,COMPANY&expand=${expanded.map(name => `region/${name}`).join(',')}&lang=en`
    const { frames, scripts, shown } = await visit((page, session) => framesOf(page, session, base + graph))
    console.log(
      `${graph}: ${Math.round(frames)} frames a second while dragging ${shown} The page itself needs ${scripts.toFixed(1)} ms a frame; the rest is the drawing of the browser, here without a graphics card.`,
    )
  } finally {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true })
  }
}

interface FirstView {
  readonly interactive: number
  readonly scripts: number
  readonly layout: number
  readonly requests: number
  readonly kilobytes: number
}

async function firstViewOf(page: Page, session: CDPSession, url: string, ready: string): Promise<FirstView> {
  await session.send('Performance.enable')
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  let [requests, bytes] = [0, 0]
  session.on('Network.requestWillBeSent', () => (requests += 1))
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const start = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(ready).first().waitFor()
  // The page is interactive if it also answers.
  await page.evaluate('new Promise(done => requestAnimationFrame(() => setTimeout(done)))')
  const interactive = performance.now() - start
  const { ScriptDuration = 0, LayoutDuration = 0 } = await metricsOf(session)
  return {
    interactive,
    scripts: ScriptDuration * 1_000,
    layout: LayoutDuration * 1_000,
    requests,
    kilobytes: bytes / 1_000,
  }
}

async function metricsOf(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

/** Frames a second while the picture is dragged for two seconds, and how long scripts run for each. */
async function framesOf(page: Page, session: CDPSession, url: string) {
  await session.send('Performance.enable')
  await page.goto(url)
  const stage = page.locator('.stage canvas').last()
  await stage.waitFor()
  await page.waitForLoadState('networkidle')
  const box = await stage.boundingBox()
  if (!box) throw new Error('the graph is not on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate('window.frames = 0; (function count() { window.frames++; requestAnimationFrame(count) })()')
  const before = await metricsOf(session)
  const start = performance.now()
  for (let step = 0; performance.now() - start < 2_000; step++)
    await page.mouse.move(x + 80 * Math.sin(step / 10), y + 40 * Math.cos(step / 10))
  const seconds = (performance.now() - start) / 1_000
  const counted = Number(await page.evaluate('window.frames'))
  const after = await metricsOf(session)
  await page.mouse.up()
  const caption = (await page.locator('figcaption').textContent()) ?? ''
  return {
    frames: counted / seconds,
    scripts: (((after.ScriptDuration ?? 0) - (before.ScriptDuration ?? 0)) * 1_000) / Math.max(1, counted),
    shown: `${caption.split('.')[0]}.`,
  }
}

const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
