import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { transform } from '@swc/core'
import type { Page } from 'playwright-core'
import { type Request, type SnippetKind, snippet } from '../../src/ide/share/snippets.js'
import { linkTo } from '../../src/web/ide-link.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'
import { violationsOn } from './axe.js'
import { describeInBrowser, eventually } from './in-browser.js'
import { serveReactExample } from './react-example.js'

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

const openIde = async (page: Page, hash = '', search = '') => {
  await page.goto(`${server.url}/ide${search}${hash}`)
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
}
/** One of the texts that Monaco shows. */
const editor = (page: Page, name: string) => page.getByRole('region', { name })
const answerWith = (page: Page, text: string) => page.locator('.graphiql-response').getByText(text).first().waitFor()
const tabNames = (page: Page) => page.locator('.graphiql-tab-button').allTextContents()
const openExample = async (page: Page, name: string) => {
  if (!(await pane(page, 'Examples').isVisible())) await button(page, 'Show Examples').click()
  await pane(page, 'Examples').getByText(name, { exact: true }).click()
  await page.locator('.graphiql-tab-active', { hasText: name }).waitFor()
}
/** One of our panes on the left, by its name. */
const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
/** What the line below the answer says of it. */
const status = (page: Page) => page.getByRole('status', { name: 'Answer' })
const run = (page: Page) => page.getByRole('button', { name: 'Execute query' }).click()
const button = (page: Page, name: string) => page.getByRole('button', { name })
/** What Monaco shows, in which a space is one that does not break. */
const shown = async (page: Page, name: string) =>
  ((await editor(page, name).textContent()) ?? '').replaceAll('\u00a0', ' ')

describeInBrowser('the IDE', visit => {
  it('begins with a few tabs that have answers on this store, and says the status, time, size and cost of each answer', async () => {
    const { page } = await visit()
    // The page looks for examples with answers for 1.5 seconds. On a busy machine the search takes longer.
    await page.addInitScript(() => {
      AbortSignal.timeout = () => new AbortController().signal
    })
    await openIde(page)
    // The store has no clouds: what comes next in the list is there instead.
    await eventually(async () =>
      expect(await tabNames(page)).toEqual(['Start', 'WhoFeedsBeijing', 'WhyThisValue', 'ByCountry']),
    )
    await eventually(async () => expect(await status(page).textContent()).toBe('Not run yet'))
    await run(page)
    await answerWith(page, '京津冀蒙算力供给走廊')
    await status(page).getByText('HTTP 200').waitFor()
    await eventually(async () =>
      expect(await status(page).textContent()).toMatch(/^HTTP 200\d+ ms[\d.]+ kBCost \d+ of 100,000$/),
    )
    await page.getByRole('button', { name: 'View Default view' }).click()
    await pane(page, 'View').getByLabel('Facts that held at').fill('2024')
    await page.keyboard.press('Enter')
    await status(page).getByText('Read in another view: Default view').waitFor()
    // Of each tab its own.
    await page.locator('.graphiql-tab-button', { hasText: 'WhoFeedsBeijing' }).click()
    await status(page).getByText('Not run yet').waitFor()
    expect(await violationsOn(page, '.ide-status, .graphiql-logo')).toEqual([])
    await eventually(async () => expect(await shown(page, 'Variables')).toContain('"code": "110000"'))
    await run(page)
    await answerWith(page, '"Hebei"')
  })

  it('has a page of examples, which says what is empty on this store; and offers the schema and the other language', async () => {
    const { page } = await visit()
    await openIde(page)
    await button(page, 'Show Examples').click()
    const examples = pane(page, 'Examples')
    const item = (name: string) => examples.getByRole('button', { name })
    await item('CloudsInChina').getByText('empty on this store').waitFor()
    await page.waitForFunction(() => !document.body.textContent?.includes('Looking up which examples'))
    await eventually(async () =>
      expect(await item('TargetsHoweverWritten').getByText('empty on this store').count()).toBe(0),
    )
    await eventually(async () =>
      expect(await examples.getByRole('heading', { level: 3 }).allTextContents()).toContain('Targets and plans'),
    )
    await openExample(page, 'TargetsHoweverWritten')
    await openExample(page, 'WhyThisValue')
    await eventually(async () => expect(await tabNames(page)).toHaveLength(5))
    expect(await violationsOn(page, '.ide-pane')).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'SDL' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('schema.graphql')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('button', { name: '视图 默认视图' }).waitFor()
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'zh-Hans',
      'suanli 算力：用 GraphQL 查询',
    ])
  })

  it('reads in the view of the tab, which its form fills, its link carries and its code sends', async () => {
    const { page, faults } = await visit()
    const query = '{ official(id: "official/tang-jianguo") { label } }'
    await openIde(page, linkTo({ query, variables: '', view: '' }))
    await page.getByRole('button', { name: 'View Default view' }).click()
    const view = pane(page, 'View')
    await view.getByLabel('Language of labels').selectOption('Chinese')
    await view.getByLabel('Add a source …').selectOption('shobserver-768612')
    await view.getByLabel('Least confidence').fill('0.1')
    await view.getByRole('button', { name: 'Apply' }).click()
    await view.getByText('shobserver-768612 first · confidence 0.1 or more · labels in Chinese').waitFor()
    expect(await violationsOn(page, '.ide-pane')).toEqual([])
    const [request] = await Promise.all([page.waitForRequest(asked => asked.url().endsWith('/graphql')), run(page)])
    const sent = { language: 'zh-Hans', trust: { sources: ['shobserver-768612'], minConfidence: 0.1 } }
    expect(JSON.parse((await request.headerValue('suanli-view')) ?? '')).toEqual(sent)
    await answerWith(page, '唐建国')

    await button(page, 'Show Code').click()
    await pane(page, 'Code').getByRole('button', { name: 'Python' }).click()
    await eventually(async () =>
      expect(await pane(page, 'Code').locator('pre').textContent()).toContain('"suanli-view": "{'),
    )
    await pane(page, 'Code').getByRole('button', { name: 'curl' }).click()
    await pane(page, 'Code').getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('status').getByText('Copied', { exact: true }).waitFor()
    await eventually(async () =>
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^curl .*\/graphql'/),
    )
    expect(await violationsOn(page, '.ide-pane')).toEqual([])

    await button(page, 'Copy link').click()
    await page.getByRole('status').getByText('Link copied').waitFor()
    const { page: elsewhere } = await visit()
    await elsewhere.goto(await page.evaluate(() => navigator.clipboard.readText()))
    await elsewhere.getByRole('button', { name: 'View shobserver-768612 first' }).waitFor()
    await editor(elsewhere, 'Operation Editor').getByText('tang-jianguo').waitFor()
    await run(elsewhere)
    await answerWith(elsewhere, '唐建国')

    // A name that the store does not know is refused when it is applied; clearing brings back the default.
    await button(page, 'Show View').click()
    await view.getByLabel('Sources, the preferred first').fill('no-such-source')
    await view.getByRole('button', { name: 'Apply' }).click()
    await view.getByRole('alert').getByText('no-such-source').waitFor()
    expect(faults.splice(0)).toEqual([expect.stringContaining('status of 400')])
    await view.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: 'View Default view' }).waitFor()
    expect(decodeURIComponent(page.url())).not.toContain('view=')
  })

  it('has panes below each other on a narrow page, and all of them can be used', async () => {
    const { page } = await visit()
    await page.setViewportSize({ width: 390, height: 844 })
    await openIde(page, '', '?lang=zh')
    const edges = async (selector: string) => {
      const box = await page.locator(selector).boundingBox()
      if (!box) throw new Error(`no ${selector}`)
      return { top: box.y, bottom: box.y + box.height, left: box.x, right: box.x + box.width }
    }
    const order = ['.graphiql-sidebar', '.graphiql-query-editor', '.graphiql-editor-tool', '.graphiql-response']
    const boxes = await Promise.all(order.map(edges))
    for (const [index, box] of boxes.entries()) {
      expect([box.left >= 0, box.right <= 390, box.bottom - box.top > 30]).toEqual([true, true, true])
      expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0)
    }
    await eventually(async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390))
    // Clicks fail if anything lies above their target.
    await button(page, '运行查询').click()
    await answerWith(page, '"revision"')
    await button(page, '显示示例').click()
    await pane(page, '示例').getByText('WhyThisValue', { exact: true }).click()
    await pane(page, '示例').waitFor({ state: 'hidden' })
    await editor(page, '操作编辑器').getByText('WhyThisValue').waitFor()
    await page.getByRole('button', { name: '请求头', exact: true }).click()
    await page.locator('.graphiql-editor-tool').locator('.graphiql-editor:not(.hidden) .view-lines').click()
    await page.keyboard.insertText('{ "x-reader": "narrow" }')
    for (const name of ['显示文档', '显示代码', '显示历史记录', '显示视图']) await button(page, name).click()
    await pane(page, '视图').getByLabel('何时成立的事实').fill('2024')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '视图 2024 时成立' }).waitFor()
    // GraphiQL's own texts are Chinese too.
    expect(await page.evaluate(englishNames)).toEqual([])
    // By keyboard from pane to pane.
    await button(page, '隐藏视图').focus()
    await page.keyboard.press('Enter')
    await pane(page, '视图').waitFor({ state: 'hidden' })
    await button(page, '运行查询').focus()
    await page.keyboard.press('Enter')
    await answerWith(page, '45EFLOPS')
  })

  it('documents the schema, and completes from it', async () => {
    const { page } = await visit()
    await openIde(page)
    await button(page, 'Show Documentation Explorer').click()
    await page.getByRole('link', { name: 'Query', exact: true }).click()
    await page.getByRole('link', { name: 'Corridor', exact: true }).click()
    await page.getByText('算力走廊. ').waitFor()
    await openExample(page, 'AskingWrongly')
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
    // In the view of the tab, which makes the label English.
    await openIde(page, linkTo({ query, variables: '', view: '{"language":"en"}' }))
    const sent: string[] = []
    const received: string[] = []
    page.on('websocket', socket => {
      socket.on('framesent', ({ payload }) => sent.push(String(payload)))
      socket.on('framereceived', ({ payload }) => received.push(String(payload)))
    })
    await run(page)
    await answerWith(page, '"received"')
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ payload: { view: '{"language":"en"}' } })
    // The newest event is in front, and may be of another kind.
    while (!received.some(frame => frame.includes('Jing-Jin-Ji-Bohai'))) await page.waitForTimeout(50)
    // The list of all events: the first ones too, each with its time.
    await status(page)
      .getByText(/^\d+ events/)
      .waitFor()
    await status(page).getByText('open').waitFor()
    const text = await page.evaluate(() => document.querySelector('.graphiql-response')?.textContent ?? '')
    expect(text.replaceAll('\u00a0', ' ')).toMatch(/"number": \d+,\s*"at": "\d\d:\d\d:\d\d\.\d{3}"/)
    await button(page, 'Stop query').click()
    await button(page, 'Execute query').waitFor()
    await status(page).getByText('ended').waitFor()
  })

  it('builds a query by clicks', async () => {
    const { page } = await visit()
    await openIde(page, linkTo({ query: '{ corridors(first: 1) { nodes { label } } }', variables: '', view: '' }))
    await button(page, 'Show GraphiQL Explorer').click()
    await page.locator('.graphiql-explorer-root').getByText('conflictCount', { exact: true }).first().click()
    await editor(page, 'Operation Editor').getByText('conflictCount').waitFor()
  })

  it('keeps what was asked in the history', async () => {
    const { page } = await visit()
    await openIde(page)
    await openExample(page, 'WhyThisValue')
    await run(page)
    await answerWith(page, '45EFLOPS')
    await button(page, 'Show History').click()
    await page.locator('.graphiql-history-item').getByText('WhyThisValue').first().waitFor()
  })

  it('gives a link that opens the same query with the same variables elsewhere', async () => {
    const { page } = await visit()
    await openIde(page)
    await openExample(page, 'TargetsHoweverWritten')
    await button(page, 'Copy link').click()
    await page.getByRole('status').getByText('Link copied').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/ide#query=/)

    const { page: elsewhere } = await visit()
    await elsewhere.goto(link)
    await editor(elsewhere, 'Operation Editor').getByText('TargetsHoweverWritten').waitFor()
    expect((await tabNames(elsewhere))[0]).toBe('TargetsHoweverWritten')
    await eventually(async () => expect(await shown(elsewhere, 'Variables')).toContain('"amount": "10000"'))
    await run(elsewhere)
    await answerWith(elsewhere, '"45000"')
  })

  it('opens a link beside the tabs that are there', async () => {
    const { page } = await visit()
    await openIde(page)
    await openExample(page, 'AskingWrongly')
    const before = await tabNames(page)
    await expectStored(page, 'AskingWrongly')
    await page.goto('about:blank')
    const link = `#${new URLSearchParams({ query: 'query Mine($id: ID!) { node(id: $id) { id } }', variables: '{"id": "region/beijing"}' })}`
    await openIde(page, link)
    await eventually(async () => expect(await tabNames(page)).toEqual([...before, 'Mine']))
    await run(page)
    await answerWith(page, 'region/beijing')
    // One that is opened from within the page as well.
    await page.evaluate(() => location.assign('#query=query+Other+%7B+__typename+%7D'))
    await page.locator('.graphiql-tab-button', { hasText: 'Other' }).waitFor()
    // One that names the operation to run.
    const several = { query: 'query One { revision }\nquery Two { __typename }', variables: '', view: '' }
    await page.evaluate(to => location.assign(to), linkTo({ ...several, operationName: 'Two' }))
    await page.locator('.graphiql-tab-button', { hasText: 'Two' }).waitFor()
    expect(page.url()).toContain('operationName=Two')
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
    await page.getByRole('status').getByText('Link copied').waitFor()
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

/** In each language a program that is run as it is, with what could break out of a text in it. */
describe('the code of the IDE', () => {
  const hostile = `quotes " ' \`, \${SHELL} $(id) $HOME %PATH% !!, \\ and \\n, 北京 🏙, """`
  const requests: Readonly<Record<string, Partial<Request>>> = {
    'has quotes, dollars and Chinese in the query and in variables of every kind': {
      // The server says which release it does not know: the text as it arrived.
      query: `# ${hostile}\nquery Of($text: String!, $view: ViewInput, $few: Int, $none: String) {\n  a: official(id: "x", view: { release: ${JSON.stringify(hostile)} }) { label }\n  b: official(id: "x", view: { release: """${hostile.replaceAll('"""', '\\"""')}""" }) { label }\n  c: official(id: "x", view: { release: $text }) { label }\n  d: official(id: "x", view: $view) { label names { text } statements(first: $few, after: $none) { totalCount } }\n}`,
      variables: {
        text: `${hostile}\nsecond line`,
        view: { release: hostile, trust: null },
        few: 3,
        none: null,
      },
    },
    'has a view, a token and one operation of several': {
      query: 'query One { revision }\nquery Two { official(id: "official/tang-jianguo") { label } }',
      operationName: 'Two',
      headers: {
        'suanli-view': String.raw`{"language":"en","release":"\u6625's \"best\" $HOME"}`,
        authorization: 'Bearer secret',
        'accept-language': "zh, 'en'",
      },
    },
    'is refused': { query: 'query Of($unused: Boolean = true, $x: Int = null) { nowhere }"' },
  }
  const execute = async (command: string, options: readonly string[], code: string) => {
    const program = spawn(command, options, { env: { ...process.env, SUANLI_TOKEN: curatorToken } })
    program.stdin.end(code)
    const [output, faults] = await Promise.all([text(program.stdout), text(program.stderr)])
    expect(faults).toBe('')
    return output
  }
  const programs: Readonly<Record<SnippetKind, (code: string) => Promise<string>>> = {
    curl: code => execute('sh', [], code),
    Python: code => execute('python3', ['-'], code),
    TypeScript: async code => {
      const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } } as const
      return await execute(process.execPath, ['--input-type=module', '-'], (await transform(code, options)).code)
    },
  }
  // In CI the lack of a program is a failure.
  const isThere = (kind: SnippetKind) =>
    process.env.CI !== undefined ||
    kind === 'TypeScript' ||
    spawnSync(kind === 'curl' ? kind : 'python3', ['--version']).status === 0
  const kinds = (['curl', 'TypeScript', 'Python'] as const).filter(isThere)

  it.each(Object.entries(requests))('gets the answer that the page gets if the request %s', async (_, given) => {
    const request: Request = {
      url: `${server.url}/graphql`,
      query: '',
      variables: undefined,
      operationName: undefined,
      headers: {},
      ...given,
    }
    const { query, variables, operationName, headers } = request
    const authorization = headers.authorization && { authorization: `Bearer ${curatorToken}` }
    const response = await fetch(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...authorization },
      body: JSON.stringify({ query, variables, operationName }),
    })
    const { data, errors } = (await response.json()) as {
      readonly data?: unknown
      readonly errors?: readonly { readonly message: string }[]
    }
    expect(errors).toHaveLength(variables ? 4 : 1)
    if (variables)
      expect(errors?.map(({ message }) => message)).toEqual([0, 0, 0, 0].map(() => expect.stringContaining(hostile)))
    const answers = await Promise.all(
      kinds.map(async kind => {
        const code = snippet(kind, request)
        expect(code).not.toContain('secret')
        const answer = JSON.parse(await programs[kind](code)) as typeof response & { data?: unknown; errors?: unknown }
        return { data: answer.data, errors: answer.errors }
      }),
    )
    expect(answers).toEqual(kinds.map(() => ({ data, errors })))
  })
})

describeInBrowser('the explorer', visit => {
  it('leads to the IDE from its first page', async () => {
    const { page } = await visit()
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Query', exact: true }).first().click()
    await editor(page, 'Operation Editor').locator('.view-line').first().waitFor()
  })

  it('opens the query of a page in the IDE, in the view and language of the page', async () => {
    const { page } = await visit()
    await page.goto(`${server.url}/entity/corridor/jing-jin-ji-meng?lang=zh&languages=en`)
    await page.getByRole('link', { name: '以查询打开' }).first().click()
    await page.getByRole('button', { name: '视图 优先采信英文' }).waitFor()
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    const variables = JSON.parse(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('variables') ?? '')
    expect(Object.keys(variables)).toContain('id')
    await button(page, '运行查询').click()
    await page.getByRole('status', { name: '结果' }).getByText('HTTP 200').waitFor()
    await eventually(async () => expect(await page.locator('.graphiql-response').getByText('"errors"').count()).toBe(0))
  })
})

/** GraphiQL writes its tabs down a moment after they change. */
async function expectStored(page: Page, operation: string): Promise<void> {
  await page.waitForFunction(name => {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}')
    return tabs[activeTabIndex]?.title === name
  }, operation)
}

/** Names and texts of controls that have Latin letters alone; names of tabs and of the schema may. */
function englishNames(): readonly string[] {
  const names = Array.from(document.querySelectorAll('button, a, label, legend, h2, h3, [aria-label], [placeholder]'))
    .filter(element => !element.closest('.monaco-editor, .graphiql-tab-button, .graphiql-logo, code'))
    .flatMap(element => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('placeholder') ?? '',
      ...Array.from(element.childNodes, node => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '')),
    ])
  return names.filter(name => /[a-z]{3}/i.test(name) && !/\p{Script=Han}/u.test(name))
}

/** Shares the browser suite and the server of the IDE: each takes seconds to start. */
describeInBrowser('the React page of the examples', visit => {
  let example: Awaited<ReturnType<typeof serveReactExample>>
  beforeAll(async () => {
    example = await serveReactExample()
  })
  afterAll(() => example?.close())

  it('lists with filters and to the end, shows an entity with its evidence in each language and view, and hears of changes', async () => {
    const { page } = await visit()
    await page.goto(`${example.url}/?graph=${encodeURIComponent(`${server.url}/graphql`)}`)
    const list = page.getByRole('region', { name: 'Regions' })
    const choose = (name: string, value: string) => page.getByLabel(name, { exact: true }).selectOption(value)
    await list.getByText('30 / 34').waitFor()
    await list.getByText('…').scrollIntoViewIfNeeded()
    await list.getByText('34 / 34').waitFor()
    await page.getByLabel('Name', { exact: true }).fill('北京')
    await list.getByText('1 / 1').waitFor()
    await list.getByRole('button', { name: '北京市' }).click()
    await page.getByRole('article', { name: '北京市' }).getByText('110000').first().waitFor()

    await choose('Language', 'en')
    await page.getByRole('heading', { name: 'Beijing' }).waitFor()
    await page.getByText('code', { exact: true }).waitFor()
    await choose('Language', 'zh-Hans')
    await page.getByText('行政区划代码', { exact: true }).waitFor()
    await choose('View', 'English editions only')
    await list.getByText('0 / 0').waitFor()
    await eventually(async () => expect(await page.getByRole('article').getByText('北京市').count()).toBe(0))

    const statements = `{ statements(first: 1, filter: { subject: { eq: "corridor/jing-jin-ji-meng" } }) { nodes { id } } }`
    const { body } = await ask(server.url, statements)
    const statementId = body.data.statements.nodes[0].id
    const input = { statementId, reason: 'to be heard of' }
    const retract = 'mutation ($input: RetractStatementInput!) { retractStatement(input: $input) { revision } }'
    expect((await ask(server.url, retract, { input }, curatorToken)).body.errors).toBeUndefined()
    await page.getByRole('list', { name: 'News' }).getByText('STATEMENT_RETRACTED').first().waitFor()
    const restore = 'mutation ($input: RestoreStatementInput!) { restoreStatement(input: $input) { revision } }'
    expect((await ask(server.url, restore, { input }, curatorToken)).body.errors).toBeUndefined()
  })
})
