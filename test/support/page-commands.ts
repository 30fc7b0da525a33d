import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import { parse } from 'csv-parse/sync'

/** A fenced block of a page. */
export interface PageBlock {
  readonly language: string
  /** The words after the language: `run`, `fails`, `answer`, the path of a file. */
  readonly words: readonly string[]
  readonly text: string
  /** The comment above it, which a reader does not see: `not run: WHY`, or `run by FILE`. */
  readonly mark: string | undefined
}

export function blocksOfPage(page: string): readonly PageBlock[] {
  return [...page.matchAll(/(?:^<!-- (not run: .+|run by \S+) -->\n)?^```(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, mark, info = '', text = '']) => {
      const [language = '', ...words] = info.split(' ')
      return { language, words, text, mark }
    },
  )
}

/** What a page tells its reader to do: save a file, run a command, or leave a server running. */
export type PageStep =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'serve'; readonly command: string }
  | { readonly kind: 'run'; readonly command: string; readonly fails: boolean; readonly output: string | undefined }

/**
 * The steps of a block of commands, in order: `sh run`, `sh run fails`, and `sh serve`, whose last command is left
 * running. If lines of a block begin with `$ `, these are the commands and the lines below each are its output; otherwise
 * each line is a command. Of a block that names a file (`yaml my-dataset/dataset.yaml`), to save the file.
 */
export function stepsOf({ language, words, text }: PageBlock): readonly PageStep[] {
  const [first = ''] = words
  if (language !== 'sh') return first.includes('/') ? [{ kind: 'file', path: first, text }] : []
  if (first !== 'run' && first !== 'serve') return []
  const fails = words.includes('fails')
  const parts = text.startsWith('$ ') ? text.split(/^\$ /m).slice(1) : text.split('\n').filter(line => line !== '')
  return parts.map((part, index): PageStep => {
    const [command = '', ...output] = part.split('\n')
    if (first === 'serve' && index === parts.length - 1) return { kind: 'serve', command }
    return { kind: 'run', command, fails, output: output.length === 0 ? undefined : output.join('\n').trimEnd() }
  })
}

export async function saveFile(folder: string, { path, text }: PageStep & { readonly kind: 'file' }): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** Whether a text is as a page has it, in which `…` stands for any words. */
export function isAsShown(text: string, shown: string): boolean {
  const parts = shown.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*?')}$`).test(text)
}

/** Demands that an answer has what a page shows of it: JSON is a part of it, CSV are its rows in the order asked for. */
export function expectShown(answer: unknown, { language, text }: PageBlock): void {
  const parts = partsOf(answer)
  if (language === 'json') expect(parts).toContainEqual(JSON.parse(text))
  else {
    const rows: readonly unknown[] = parts.find(part => Array.isArray(part)) ?? []
    expect(rows.map(leavesOf)).toEqual(parse(text))
  }
}

const partsOf = (value: unknown): readonly unknown[] => [value, ...membersOf(value).flatMap(partsOf)]
const leavesOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? membersOf(value).flatMap(leavesOf) : [value]
const membersOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

/** A shell that keeps its variables from one command to the next, as the reader’s terminal does. */
export class Terminal {
  readonly #shell: ChildProcess

  constructor(folder: string, settings: Readonly<Record<string, string>>) {
    this.#shell = spawn('bash', ['--noprofile', '--norc'], {
      cwd: folder,
      env: { ...settings },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#shell.stdin?.write('exec 2>&1\n')
    this.#shell.stdout?.setEncoding('utf8')
  }

  /** Runs a command; its output, what it writes to standard error included, and its exit code. */
  async run(command: string): Promise<{ readonly output: string; readonly code: number }> {
    this.#shell.stdin?.write(`${command} </dev/null\nprintf '\\036%s\\036' $?\n`)
    let text = ''
    for (;;) {
      const [chunk] = (await once(this.#shell.stdout ?? this.#shell, 'data')) as [string]
      text += chunk
      const [, output, code] = /^([\s\S]*)\u001e(\d+)\u001e$/.exec(text) ?? []
      if (output !== undefined) return { output: output.trimEnd(), code: Number(code) }
    }
  }

  close(): void {
    this.#shell.kill()
  }
}
