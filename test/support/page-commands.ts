import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What a page tells its reader to do: save a file, run a command, or leave a server running. */
export type PageStep =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'serve'; readonly command: string }
  | { readonly kind: 'run'; readonly command: string; readonly fails: boolean; readonly output: string | undefined }

/**
 * Reads the fenced blocks of a page that its reader runs, in order: `sh run`, `sh run fails`, `sh serve`, and blocks that
 * name a file (`yaml my-dataset/dataset.yaml`). If lines of a block begin with `$ `, these are the commands and the lines
 * below each are its output; otherwise each line is a command.
 */
export function stepsOfPage(page: string): readonly PageStep[] {
  return [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].flatMap(([, info = '', text = '']): readonly PageStep[] => {
    const [language, ...words] = info.split(' ')
    const [first = ''] = words
    if (language !== 'sh') return first.includes('/') ? [{ kind: 'file', path: first, text }] : []
    if (first === 'serve') return [{ kind: 'serve', command: text.replace(/^\$ /, '').trim() }]
    if (first !== 'run') return []
    const fails = words.includes('fails')
    if (!text.startsWith('$ '))
      return text
        .split('\n')
        .flatMap(command => (command === '' ? [] : [{ kind: 'run', command, fails, output: undefined }]))
    return text
      .split(/^\$ /m)
      .slice(1)
      .map(part => {
        const end = part.indexOf('\n')
        return { kind: 'run', command: part.slice(0, end), fails, output: part.slice(end + 1).trimEnd() }
      })
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
