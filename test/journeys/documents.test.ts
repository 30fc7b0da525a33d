import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Kind, parse } from 'graphql'
import Database from 'libsql'
import {
  blocksOfPage,
  expectShown,
  isAsShown,
  type PageBlock,
  saveFile,
  stepsOf,
  Terminal,
} from '../support/page-commands.js'
import { curatorToken, type Program, startProgram } from '../support/program.js'
import { ask } from '../support/server.js'
import { follow, openClient } from '../support/socket.js'

/** Pages whose blocks a reader runs, in an order in which each finds what it needs. */
const pagesToFollow = [
  'docs/tutorial.md',
  'docs/operations.md',
  'README.md',
  'docs/clients.md',
  'docs/curating.md',
  'docs/data.md',
  'docs/neo4j-model.md',
]
/** Their blocks are files and steps, all of which other suites read: how-to.test.ts and dataset-format.test.ts. */
const pagesReadElsewhere = /^docs\/(?:how-to\/|dataset-format\.md$)/
/** Blocks to read, not to run. */
const texts = new Set(['text', 'csv', 'json', 'yaml', 'toml'])

const pages = [
  'README.md',
  ...['docs', 'seeds', 'sets', 'src', 'examples', 'test'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.md') && !path.includes('node_modules'))
      .map(path => join(folder, path)),
  ),
]

describe('each block of README and docs that can be run', () => {
  const isRun = (page: string, { language, words: [first = ''] }: PageBlock) =>
    pagesToFollow.includes(page) &&
    (['graphql', 'sql', 'cypher'].includes(language) || (language === 'sh' && ['run', 'serve'].includes(first)))

  it('is run by a test, or says in a comment above it why not', () => {
    const found = pages.flatMap(page => blocksOfPage(readFileSync(page, 'utf8')).map(block => ({ page, block })))
    expect(found.length).toBeGreaterThan(60)
    for (const { page, block } of found) {
      if (pagesReadElsewhere.test(page) || texts.has(block.language)) continue
      const [, file = ''] = /^run by (\S+)$/.exec(block.mark ?? '') ?? []
      if (file !== '') expect({ file, reads: readFileSync(file, 'utf8').includes(page) }).toMatchObject({ reads: true })
      expect({ page, block, isRun: isRun(page, block) }).toMatchObject({ isRun: block.mark === undefined })
    }
  })

  it('names commands and scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const named = pages.flatMap(page =>
      [...readFileSync(page, 'utf8').matchAll(/(npx suanli|`suanli|npm run(?: --silent)?) ([a-z][\w:-]*)/g)].map(
        ([, program, name = '']) => ({ page, program, name }),
      ),
    )
    expect(named.length).toBeGreaterThan(30)
    for (const { page, program, name } of named) {
      const isThere = program?.startsWith('npm') ? name in scripts : existsSync(`src/cli/commands/${name}.ts`)
      expect({ page, program, name, isThere }).toMatchObject({ isThere: true })
    }
  })
})

/** Runs what the pages say, in one folder, with the servers that they start. */
describe('the commands and queries of README and docs', () => {
  let folder: string
  const servers: Program[] = []
  const served = 'http://127.0.0.1:4000'
  let url = served
  /** What the answers so far said, by name: the variables of what is asked next. */
  const told: Record<string, unknown> = {}

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-pages-'))
    await mkdir(join(folder, 'bin'))
    await symlink(resolve('seeds'), join(folder, 'seeds'))
    // `npx suanli` without the second that npx takes to find the program; packages and the build are there already.
    const program = `exec "${process.execPath}" "${resolve('dist/main.js')}" "$@"`
    await writeFile(join(folder, 'bin/npx'), `#!/bin/sh\nshift\n${program}\n`, { mode: 0o755 })
    const npm = `#!/bin/sh\ncase "$*" in ci|"run build") ;; *) exit 1 ;; esac\n`
    await writeFile(join(folder, 'bin/npm'), npm, { mode: 0o755 })
  })
  afterAll(async () => {
    for (const server of servers) {
      server.process.kill()
      await server.ended
    }
    await rm(folder, { recursive: true, force: true })
  })

  it.each(pagesToFollow)(
    'of %s run, and answer what the page shows',
    async name => {
      const blocks = blocksOfPage(await readFile(name, 'utf8')).filter(({ mark }) => mark === undefined)
      const onTutorial = name === 'docs/operations.md'
      const terminal = new Terminal(folder, {
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        TOKEN: curatorToken,
        ...(onTutorial && { SUANLI_STORE: 'tutorial-store' }),
      })
      let answers: unknown[] = []
      let done = 0
      try {
        for (const block of blocks) {
          if (block.words[0] === 'answer') {
            expect(answers).not.toEqual([])
            for (const answer of answers) expectShown(answer, block)
            answers = []
          } else if (block.language === 'graphql') answers.push(...(await askAll(block.text)))
          else if (block.language === 'sql') answers.push(askInSql(block.text))
          else await follows(block, terminal)
          done += texts.has(block.language) ? 0 : 1
        }
      } finally {
        terminal.close()
      }
      expect(done).toBeGreaterThan(0)
    },
    120_000,
  )

  async function follows(block: PageBlock, terminal: Terminal): Promise<void> {
    for (const step of stepsOf(block)) {
      if (step.kind === 'file') await saveFile(folder, step)
      else if (step.kind === 'serve') {
        const [, ...parameters] = step.command.replace('npx ', '').split(' ')
        const server = startProgram(parameters, { PORT: '0', SUANLI_CURATOR_TOKEN: curatorToken }, folder)
        servers.push(server)
        url = await server.serving()
      } else {
        const { output, code } = await terminal.run(step.command.replaceAll(served, url))
        const { command, fails, output: shown } = step
        expect({ command, code, output }).toMatchObject({ command, code: fails ? 1 : 0 })
        if (shown !== undefined && !isAsShown(output, shown))
          expect({ command, output }).toEqual({ command, output: shown })
        if (output.startsWith('{')) remember(JSON.parse(output))
      }
    }
  }

  /** Asks each operation of a document, and demands that it is answered: no errors, and no failure of a mutation. */
  async function askAll(document: string): Promise<readonly unknown[]> {
    const answers: unknown[] = []
    const operations = parse(document).definitions.filter(each => each.kind === Kind.OPERATION_DEFINITION)
    for (const { operation, loc } of operations) {
      const query = document.slice(loc?.start, loc?.end)
      const body = operation === 'subscription' ? await hear(query) : (await ask(url, query, told, curatorToken)).body
      expect({ query, errors: body.errors }).toEqual({ query, errors: undefined })
      const empty = Object.entries(body.data ?? {}).filter(([, value]) => value === null || isFailure(value))
      expect({ query, empty }).toEqual({ query, empty: [] })
      remember(body.data)
      answers.push(body.data)
    }
    return answers
  }

  async function hear(query: string) {
    const client = openClient(url)
    const { values, count, stop } = follow(client, { query }, result => result)
    await count(1)
    stop()
    await client.dispose()
    return { data: values[0]?.data, errors: values[0]?.errors }
  }

  function askInSql(text: string): unknown {
    const database = new Database(join(folder, '.suanli/suanli.db'), { readonly: true })
    try {
      return database.prepare(text).raw().all()
    } finally {
      database.close()
    }
  }

  function remember(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object') remember(member)
      else told[key] = member
    }
  }
})

const isFailure = (value: unknown) =>
  typeof value === 'object' && value !== null && 'failure' in value && value.failure !== null
