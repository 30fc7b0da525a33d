import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { blocksOfPage } from '../support/page-commands.js'

/** What a page tells its reader to do: change a file, or run a command and see a text in its output. */
type Step =
  | { readonly kind: 'add'; readonly file: string; readonly after: string; readonly text: string }
  | { readonly kind: 'create'; readonly file: string; readonly text: string }
  | { readonly kind: 'run'; readonly command: string; readonly output: string }

const run = promisify(execFile)
const folder = 'docs/how-to'

/** Does what the pages say, in a copy of the program. */
describe('the how-to pages', () => {
  let copy: string
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'suanli-how-to-'))
    for (const name of ['src', 'schema', 'docs', 'seeds', 'sets', 'package.json', 'tsconfig.json'])
      await cp(name, join(copy, name), { recursive: true })
    await symlink(resolve('node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => rm(copy, { recursive: true, force: true }))

  it('have steps that compile together, and commands that print what the pages say', async () => {
    const pages = await Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')))
    const steps = pages.flatMap(stepsOf).filter(step => step.kind === 'run' || step.file.startsWith('src/'))
    for (const step of steps) if (step.kind !== 'run') await change(copy, step)
    const compiled = run(resolve('node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], { cwd: copy })
    await expect(compiled.catch(({ stdout }) => stdout)).resolves.toMatchObject({ stdout: '' })
    const commands = steps.filter(step => step.kind === 'run')
    expect(commands.length).toBeGreaterThan(8)
    for (const { command, output } of commands) {
      const { stdout } = await run('bash', ['-c', command], { cwd: copy, maxBuffer: 100_000_000 })
      expect({ command, stdout }).toEqual({ command, stdout: expect.stringContaining(output) })
    }
  })

  it('name files that are there', async () => {
    for (const name of await readdir(folder)) {
      const page = await readFile(join(folder, name), 'utf8')
      for (const [, file] of page.matchAll(/`((?:src|test)\/[\w./*-]+\.ts)`/g))
        if (!file?.includes('*')) await readFile(file ?? '')
    }
  })
})

async function change(root: string, step: Exclude<Step, { kind: 'run' }>): Promise<void> {
  const path = join(root, step.file)
  if (step.kind === 'create') {
    await mkdir(dirname(path), { recursive: true })
    return await writeFile(path, step.text)
  }
  const lines = (await readFile(path, 'utf8')).split('\n')
  const place = lines.indexOf(step.after)
  expect({ file: step.file, after: step.after, isThere: place >= 0 }).toMatchObject({ isThere: true })
  lines.splice(place + 1, 0, ...step.text.trimEnd().split('\n'))
  await writeFile(path, lines.join('\n'))
}

/** Reads the fenced blocks of a page: `ts add FILE after "LINE"`, `ts create FILE`, and `sh` with `$ COMMAND`, TEXT. */
function stepsOf(page: string): readonly Step[] {
  return blocksOfPage(page).flatMap(({ language, words, text }): readonly Step[] => {
    const info = [language, ...words].join(' ')
    const [, added, after] = /^ts add (\S+) after "(.*)"$/.exec(info) ?? []
    if (added !== undefined && after !== undefined) return [{ kind: 'add', file: added, after, text }]
    const [, created] = /^ts create (\S+)$/.exec(info) ?? []
    if (created !== undefined) return [{ kind: 'create', file: created, text }]
    expect(info).toBe('sh')
    return [...text.matchAll(/^\$ (.*)\n(.*)$/gm)].map(([, command = '', output = '']) => ({
      kind: 'run',
      command,
      output,
    }))
  })
}
