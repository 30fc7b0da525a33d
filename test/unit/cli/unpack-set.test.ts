import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { jsonToCsv } from '../../../src/cli/sets/json-to-csv.js'
import type { DataSet, SetOrigin } from '../../../src/cli/sets/set.js'
import { unpackSet } from '../../../src/cli/sets/unpack-set.js'
import { makeWorkFolder, type WorkFolder } from '../datasets/dataset-files.js'

const centres = '[{"id":"a","at":{"lat":39.9}},{"id":"b, c","at":null}]'
const sha256 = createHash('sha256').update(centres).digest('hex')

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
  await work.write('set', { 'dataset.yaml': 'dataset: centres\n' })
})
afterEach(() => work.remove())

function setOf(from: SetOrigin['from'], file: Partial<SetOrigin['files'][number]> = {}): DataSet {
  const files = [
    {
      from: 'data/centres.json',
      to: 'centres.csv',
      sha256,
      columns: ['id', 'at.lat'],
      as: undefined,
      rows: undefined,
      header: undefined,
      ...file,
    },
  ]
  return {
    name: 'centres',
    path: join(work.path, 'set'),
    title: '',
    licence: 'MIT',
    sourceLicences: ['MIT OR Apache-2.0'],
    statements: 2,
    needs: [],
    origin: { from, files },
  }
}

/** A repository with the file in it, and its only commit. */
async function makeRepository(): Promise<{ readonly git: string; readonly commit: string }> {
  await work.write('upstream', { 'data/centres.json': centres })
  const git = join(work.path, 'upstream')
  const run = (...words: string[]) => execFileSync('git', ['-C', git, ...words], { encoding: 'utf8' }).trim()
  run('init', '--quiet')
  run('config', 'uploadpack.allowFilter', 'true')
  run('config', 'uploadpack.allowAnySHA1InWant', 'true')
  run('add', '.')
  run('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'centres')
  return { git: `file://${git}`, commit: run('rev-parse', 'HEAD') }
}

describe('a set', () => {
  it('is fetched from a commit of a repository, and its list of objects becomes a table', async () => {
    const { folder, remove } = await unpackSet(setOf(await makeRepository()))
    expect(await readFile(join(folder, 'dataset.yaml'), 'utf8')).toBe('dataset: centres\n')
    expect(await readFile(join(folder, 'centres.csv'), 'utf8')).toBe('id,at.lat\r\na,39.9\r\n"b, c",\r\n')
    await remove()
    await expect(access(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is read from a clone that is there, whatever the address', async () => {
    const { commit } = await makeRepository()
    const set = setOf({ git: 'https://nowhere.invalid/centres', commit })
    const { folder, remove } = await unpackSet(set, join(work.path, 'upstream'))
    expect(await readFile(join(folder, 'centres.csv'), 'utf8')).toContain('a,39.9')
    await remove()
  })

  it('is read from a folder of packages that is there', async () => {
    await work.write('node_modules/@scope/centres', { 'data/centres.json': centres })
    const set = setOf({ npm: '@scope/centres@1.2.3' })
    const { folder, remove } = await unpackSet(set, join(work.path, 'node_modules'))
    expect(await readFile(join(folder, 'centres.csv'), 'utf8')).toContain('a,39.9')
    await remove()
  })

  it('is read from a folder that has its files alone, whatever it is from', async () => {
    await work.write('saved', { 'points.json': `{"features":${centres}}` })
    const points = `{"features":${centres}}`
    const saved = { as: 'points.json', rows: 'features', sha256: createHash('sha256').update(points).digest('hex') }
    const set = setOf({ page: 'https://example.org/centres' }, saved)
    const { folder, remove } = await unpackSet(set, join(work.path, 'saved'))
    expect(await readFile(join(folder, 'centres.csv'), 'utf8')).toBe('id,at.lat\r\na,39.9\r\n"b, c",\r\n')
    await remove()
    await expect(unpackSet(set)).rejects.toMatchObject({
      code: 'SET_UNREACHABLE',
      message: expect.stringMatching(
        /^centres cannot be fetched from https:\/\/example\.org\/centres: a person must save its files\./,
      ),
    })
  })

  it('is refused where a file is not what it was', async () => {
    await work.write('node_modules/centres', { 'data/centres.json': `${centres}\n` })
    const set = setOf({ npm: 'centres@1.2.3' })
    await expect(unpackSet(set, join(work.path, 'node_modules'))).rejects.toMatchObject({
      code: 'SET_CHANGED',
      message: expect.stringMatching(
        `^data/centres.json of centres is not the file that this version knows \\(SHA-256 [0-9a-f]{64}, not ${sha256}\\): nothing was imported. Get the file as centres@1.2.3 had it; or .+/set/set.yaml.$`,
      ),
    })
  })

  it('is refused where a source changed under its commit: the file in the repository is another one', async () => {
    const { git } = await makeRepository()
    await work.write('upstream', { 'data/centres.json': '[{"id":"a","at":{"lat":40.1}}]' })
    const run = (...words: string[]) =>
      execFileSync('git', ['-C', join(work.path, 'upstream'), ...words], { encoding: 'utf8' })
    run('add', '.')
    run('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'another')
    await expect(unpackSet(setOf({ git, commit: run('rev-parse', 'HEAD').trim() }))).rejects.toMatchObject({
      code: 'SET_CHANGED',
      fields: { columns: '' },
    })
  })

  it('is refused where its table has a new column, and names the columns in both languages', async () => {
    await work.write('saved', { 'centres.csv': '\uFEFFid,"power, MW",status\na,1,open\n' })
    const table = { from: 'centres.csv', columns: undefined, header: ['id', 'power, MW', 'owner'] }
    const failure = await unpackSet(setOf({ page: 'https://example.org' }, table), join(work.path, 'saved')).catch(
      f => f,
    )
    expect(failure).toMatchObject({
      code: 'SET_CHANGED',
      message: expect.stringContaining('; new columns "status"; missing columns "owner": nothing was imported.'),
    })
    expect(failure.textIn('zh')).toContain('；新增的列 "status"；缺少的列 "owner"：未导入任何内容。')
  })

  it('is refused if a licence of the set or of a source is not on the list, before anything is fetched', async () => {
    const set = setOf({ page: 'https://example.org' })
    for (const closed of [{ licence: 'CC-BY-NC-4.0' }, { sourceLicences: ['MIT', 'MIT OR CC-BY-NC-4.0'] }])
      await expect(unpackSet({ ...set, ...closed })).rejects.toMatchObject({
        code: 'SET_LICENCE',
        message: expect.stringMatching(
          /^centres names the licence "CC-BY-NC-4\.0", which is not on the list .+ add the licence to src\/cli\/sets\/licences\.ts\.$/,
        ),
      })
  })

  it('says what it could not fetch, from where and why, and what to do', async () => {
    const { git } = await makeRepository()
    const missing = setOf({ git, commit: 'a'.repeat(40) })
    await expect(unpackSet(missing)).rejects.toMatchObject({
      code: 'SET_UNREACHABLE',
      message: expect.stringMatching(/^centres cannot be fetched from file:.* at a{40}: .+ with --from\.$/),
    })
    await expect(unpackSet(setOf({ npm: 'centres@1.2.3' }), join(work.path, 'nowhere'))).rejects.toMatchObject({
      code: 'SET_UNREACHABLE',
      message: expect.stringMatching(/^centres cannot be fetched from centres@1\.2\.3: it is not there/),
    })
  })
})

describe('a list of JSON objects as a table', () => {
  it('is read from JSON Lines as well', () => {
    expect(jsonToCsv('{"a":{"b":1}}\n\n{"a":{"b":2}}\n', ['a.b'])).toBe('a.b\r\n1\r\n2\r\n')
  })

  it('takes each member of an object as a row, with its name and its value', () => {
    expect(jsonToCsv('{"FRA":"2202162","toString":"1"}', ['@key', '@value'], '*')).toBe(
      '@key,@value\r\nFRA,2202162\r\ntoString,1\r\n',
    )
    expect(jsonToCsv('{"x":{"a":{"b":1}},"y":null,"z":[2]}', ['@key', 'a.b', '@value'], '*')).toBe(
      '@key,a.b,@value\r\nx,1,"{""a"":{""b"":1}}"\r\ny,,\r\nz,,[2]\r\n',
    )
  })

  it('has an empty cell for what is not there, and keeps what is a list or has a quote', () => {
    const objects = [{ a: 'x "y"', b: [1, 2] }, { a: 0, b: { c: null } }, {}]
    expect(jsonToCsv(JSON.stringify(objects), ['a', 'b', 'b.c'])).toBe(
      'a,b,b.c\r\n"x ""y""","[1,2]",\r\n0,"{""c"":null}",\r\n,,\r\n',
    )
  })
})
