import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SuanliError } from '../../model/error.js'
import type { SetOrigin } from './set.js'

const run = promisify(execFile)

/** Gives the bytes of a file of an origin, by its path there. */
export type ReadFromOrigin = (path: string) => Promise<Buffer>

/**
 * Brings a set’s package or commit into `folder` with npm or git as they are set up here; no script of it runs. `given`:
 * where the user has it already, a folder of packages (node_modules) or of a repository. Throws SET_UNREACHABLE.
 */
export async function fetchOrigin(
  set: string,
  { from }: SetOrigin,
  folder: string,
  given?: string,
): Promise<ReadFromOrigin> {
  const named = 'npm' in from ? from.npm : `${from.git} at ${from.commit}`
  const failing = (failure: unknown): never => {
    throw new SuanliError('SET_UNREACHABLE', { set, origin: named, reason: reasonOf(failure) }, { cause: failure })
  }
  if ('npm' in from) {
    const name = from.npm.slice(0, from.npm.lastIndexOf('@'))
    const packages = given ?? (await installPackage(from.npm, folder).catch(failing))
    return path => readFile(join(packages, name, path)).catch(failing)
  }
  const repository = given ?? (await fetchCommit(from.git, from.commit, folder).catch(failing))
  return async path => {
    const options = { encoding: 'buffer', maxBuffer: maxFileBytes } as const
    return (await run('git', ['-C', repository, 'show', `${from.commit}:${path}`], options).catch(failing)).stdout
  }
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
  // Without the contents of files: those that are read are fetched when they are.
  await git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', commit)
  return folder
}

/** The first line of what the client said. */
function reasonOf(failure: unknown): string {
  const { code, stderr, message } = failure as { code?: unknown; stderr?: unknown; message?: unknown }
  if (code === 'ENOENT') return 'it is not there, or the program that fetches it is not installed'
  const said = String(stderr ?? '').trim() || String(message ?? '')
  return said.split('\n', 1)[0] ?? ''
}
