import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ask, startCommand } from '../support/server.js'

const run = promisify(execFile)

/** The package as it is published, installed in a folder elsewhere with the packages that it needs and no others. */
describe('the package', () => {
  let folder: string
  let files: readonly string[]
  const command = () => join(folder, 'node_modules', '.bin', 'suanli')
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'suanli-package-'))
    const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder])
    const [{ filename, files: listed }] = JSON.parse(packed.stdout)
    files = listed.map(({ path }: { path: string }) => path)
    const modules = join(folder, 'node_modules')
    await mkdir(join(modules, '.bin'), { recursive: true })
    await run('tar', ['-xzf', join(folder, filename), '-C', modules])
    await run('mv', [join(modules, 'package'), join(modules, 'suanli')])
    await symlink('../suanli/bin/suanli.js', command())
    for (const path of needed()) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await symlink(resolve(path), join(folder, path))
    }
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has the program, its schema and its data, and nothing of how it is made', () => {
    const { files: named } = JSON.parse(readFileSync('package.json', 'utf8'))
    const others = files.filter(path => !named.some((name: string) => path.startsWith(`${name}/`)))
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
    expect(files.filter(path => /(^|\/)(\.env|.*\.(pem|key|tsbuildinfo)$)|\.test\./.test(path))).toEqual([])
  })

  it('runs where nothing else is: makes a dataset, checks it, and serves what it brings', async () => {
    const made = await run(command(), ['new', 'mine'], { cwd: folder })
    expect(made.stdout).toContain('mine')
    await run(command(), ['check', 'mine'], { cwd: folder })
    const server = startCommand(command(), ['start'], { PORT: '0' }, folder)
    const url = await server.serving()
    const answer = await ask(
      url,
      '{ region(code: "110000") { label(language: "en") } regions(first: 1) { totalCount } }',
    )
    expect(answer.body.data).toMatchObject({ region: { label: 'Beijing' } })
    expect((await fetch(`${url}/`, { headers: { accept: 'text/html' } })).status).toBe(200)
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(existsSync(join(folder, '.suanli', 'suanli.db'))).toBe(true)
  }, 180_000)

  it('comes with a bill of materials that names each package that it needs', async () => {
    await run('node', ['scripts/write-sbom.mjs'])
    const { bomFormat, components } = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8'))
    expect(bomFormat).toBe('CycloneDX')
    const purls: readonly string[] = components.map(({ purl }: { purl: string }) => decodeURIComponent(purl))
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const [name, version] of Object.entries(dependencies)) expect(purls).toContain(`pkg:npm/${name}@${version}`)
    expect(purls.filter(purl => /npm\/(jest|typescript|vite)@/.test(purl))).toEqual([])
  }, 60_000)
})

/** The packages at the top that a program needs to run, as they are locked. */
function needed(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>
  }
  return Object.entries(packages).flatMap(([path, { dev, devOptional }]) =>
    /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !devOptional && existsSync(path) ? [path] : [],
  )
}
