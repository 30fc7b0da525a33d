import { execFile } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { SuanliError } from '../../model/error.js'
import type { SetFile, SetOrigin } from './set.js'

const run = promisify(execFile)

/** Returns the bytes of a file of an origin. */
export type ReadFromOrigin = (file: SetFile) => Promise<Buffer>

/**
 * Fetches a set's package or commit into `folder` with the installed npm or git; no script of the package runs. `given`:
 * a folder of the user that has the files already: the files of the set, packages (node_modules), or a repository.
 * Throws SET_UNREACHABLE.
 */
export async function fetchOrigin(
  set: string,
  { from, files }: SetOrigin,
  folder: string,
  given?: string,
): Promise<ReadFromOrigin> {
  const named = nameOfOrigin(from)
  const failing = (failure: unknown): never => {
    throw new SuanliError('SET_UNREACHABLE', { set, origin: named, reason: reasonOf(failure) }, { cause: failure })
  }
  if (given !== undefined && (await hasFiles(given, files)))
    return file => readFile(join(given, nameInFolder(file))).catch(failing)
  if ('page' in from) return failing({ message: 'a person must save its files' })
  if ('npm' in from) {
    const name = from.npm.slice(0, from.npm.lastIndexOf('@'))
    const packages = given ?? (await installPackage(from.npm, folder).catch(failing))
    return file => readFile(join(packages, name, file.from)).catch(failing)
  }
  const repository = given ?? (await fetchCommit(from.git, from.commit, folder).catch(failing))
  return async file => {
    const options = { encoding: 'buffer', maxBuffer: maxFileBytes } as const
    return (await run('git', ['-C', repository, 'show', `${from.commit}:${file.from}`], options).catch(failing)).stdout
  }
}

/** The origin of a set, for messages. */
export function nameOfOrigin(from: SetOrigin['from']): string {
  if ('npm' in from) return from.npm
  return 'git' in from ? `${from.git} at ${from.commit}` : from.page
}

async function hasFiles(folder: string, files: readonly SetFile[]): Promise<boolean> {
  const found = await Promise.allSettled(files.map(file => access(join(folder, nameInFolder(file)))))
  return found.every(({ status }) => status === 'fulfilled')
}

function nameInFolder({ from, as }: SetFile): string {
  return as ?? basename(from)
}

const maxFileBytes = 1_000_000_000

async function installPackage(named: string, folder: string): Promise<string> {
  const options = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  await run('npm', ['install', '--prefix', folder, ...options, named], { shell: process.platform === 'win32' })
  return join(folder, 'node_modules')
}

async function fetchCommit(repository: string, commit: string, folder: string): Promise<string> {
  const git = (...words: string[]) => run('git', ['-C', folder, ...words])
  await git('init', '--quiet', '--bare')
  await git('remote', 'add', 'origin', repository)
  // Without file contents: git fetches those that are read.
  await git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', commit)
  return folder
}

/** The first line of the client's error output. */
function reasonOf(failure: unknown): string {
  const { code, stderr, message } = failure as { code?: unknown; stderr?: unknown; message?: unknown }
  if (code === 'ENOENT') return 'it is not there, or the program that fetches it is not installed'
  const said = String(stderr ?? '').trim() || String(message ?? '')
  return said.split('\n', 1)[0] ?? ''
}
