import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startCommand } from '../support/program.js'

/** `npx suanli` makes its link when it first runs, and never again: the file must be there by then. */
describe('the command of the package', () => {
  let folder: string
  let command: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-command-'))
    const { bin } = JSON.parse(await readFile('package.json', 'utf8'))
    command = join(folder, bin.suanli)
    await mkdir(join(command, '..'), { recursive: true })
    await copyFile(bin.suanli, command)
    await copyFile('package.json', join(folder, 'package.json'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is there before the first build, and says that a build is needed', async () => {
    const early = startCommand(command, ['--help'], {}, folder)
    expect(await early.ended).toBe(1)
    expect(early.output.stderr).toBe(
      'suanli is not built, or is being built: run `npm run build`, then the command again.\n',
    )
  })

  it('runs the program once it is built', async () => {
    await symlink(resolve('dist'), join(folder, 'dist'))
    const program = startCommand(command, ['check', 'nowhere'], {}, folder)
    expect(await program.ended).toBe(1)
    expect(program.output.stderr + program.output.stdout).toContain('FILE_MISSING')
  })
})
