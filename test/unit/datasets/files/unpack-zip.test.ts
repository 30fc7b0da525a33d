import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type UnpackedDataset, unpackZip } from '../../../../src/datasets/files/unpack-zip.js'
import { makeZip, type ZippedFile } from '../../../support/make-zip.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanli-unpack-'))
  await mkdir(join(folder, 'into'))
})
afterEach(() => rm(folder, { recursive: true }))

const limits = { maxFiles: 20, maxBytes: 10_000_000 }
const main: ZippedFile = { name: 'dataset.yaml', content: 'dataset: news\n' }

async function unpack(zip: Buffer): Promise<UnpackedDataset> {
  await writeFile(join(folder, 'zip'), zip)
  return await unpackZip(join(folder, 'zip'), join(folder, 'into'), limits)
}
const written = async () => (await readdir(join(folder, 'into'), { recursive: true })).sort()

describe('the zip of a dataset', () => {
  it('is unpacked as it is where its files are at the top', async () => {
    const zip = makeZip([
      main,
      { name: '来源/', content: '' },
      { name: '来源/上观.txt', content: '北京'.repeat(1000), method: 0 },
    ])
    expect(await unpack(zip)).toEqual({ path: join(folder, 'into'), name: '', files: 2, bytes: 6014 })
    expect(await written()).toEqual(['dataset.yaml', '来源', '来源/上观.txt'])
    expect(await readFile(join(folder, 'into', '来源/上观.txt'), 'utf8')).toBe('北京'.repeat(1000))
  })

  it('is found in the one folder that there is, beside what systems add', async () => {
    const zip = makeZip([
      { name: 'news/' },
      { name: 'news/dataset.yaml', content: 'dataset: news\n', flags: 0 },
      { name: '__MACOSX/news/._dataset.yaml', content: 'junk' },
      { name: 'news/.DS_Store', content: 'junk' },
      { name: 'news/sources/Thumbs.db', content: 'junk' },
    ])
    expect(await unpack(zip)).toEqual({ path: join(folder, 'into', 'news'), name: 'news', files: 1, bytes: 14 })
    expect(await written()).toEqual(['news', 'news/dataset.yaml'])
  })

  it.each<[string, string, ZippedFile[]]>([
    ['leads out by ..', 'leaves its folder', [{ name: '../evil.txt' }]],
    ['leads out from below', 'leaves its folder', [{ name: 'a/../../evil.txt' }]],
    ['has an absolute path', 'has an absolute path', [{ name: '/etc/evil' }]],
    ['has a path of Windows', 'has an absolute path', [{ name: 'C:/evil.txt' }]],
    ['has backslashes', 'has a backslash in its name', [{ name: '..\\evil.txt' }]],
    ['has an empty part', 'leaves its folder', [{ name: 'a//b' }]],
    ['has a name that is cut short by some', 'has control characters', [{ name: 'a\0.txt' }]],
    ['has a name in GBK', 'has a name that is not UTF-8', [{ name: Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]), flags: 0 }]],
    [
      'is a symbolic link',
      'is a link, or no file',
      [{ name: 'link', content: '/etc/passwd', attributes: 0o120777 << 16 }],
    ],
    ['is a device', 'is a link, or no file', [{ name: 'null', attributes: 0o020666 << 16 }]],
    ['is encrypted', 'is encrypted', [{ name: 'a', content: 'a', flags: 0x801 }]],
    ['is packed otherwise', 'another method than deflate', [{ name: 'a', content: 'a', method: 12 }]],
    ['is there twice', 'is there twice (a.txt)', [{ name: 'a.txt' }, { name: 'a.txt' }]],
    ['is there twice for some systems', 'is there twice (a.txt)', [{ name: 'a.txt' }, { name: 'A.TXT' }]],
    ['is composed in two ways', 'is there twice', [{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }]],
    ['is a file and a folder', 'is there twice', [{ name: 'a' }, { name: 'a/b' }]],
    ['is a folder by two names', 'is there twice (a/)', [{ name: 'a/b' }, { name: 'A/c' }]],
    ['lies very deep', 'lies deeper than 10 folders', [{ name: `${'a/'.repeat(10)}b` }]],
    ['has an endless name', 'has a name of more than 255 bytes', [{ name: '长'.repeat(90) }]],
  ])('is refused where a file %s, and nothing is written elsewhere', async (_, fault, files) => {
    const refusal = expect(unpack(makeZip([main, ...files]))).rejects
    await refusal.toMatchObject({ code: 'ZIP_ENTRY_REFUSED', message: expect.stringContaining(fault) })
    expect(await written()).toEqual([])
    expect((await readdir(folder)).sort()).toEqual(['into', 'zip'])
  })

  it.each<[string, string, Buffer]>([
    ['is none', 'ZIP_UNREADABLE', Buffer.from('this is no zip')],
    ['is empty', 'ZIP_UNREADABLE', Buffer.alloc(0)],
    ['has no files', 'DATASET_MISSING', makeZip([])],
    ['is cut off', 'ZIP_UNREADABLE', makeZip([main, { name: 'a', content: 'x'.repeat(500) }]).subarray(0, -30)],
    ['has no dataset', 'DATASET_MISSING', makeZip([{ name: 'a/readme.txt', content: 'a' }])],
    ['has two datasets', 'DATASET_MISSING', makeZip([{ name: 'a/dataset.yaml' }, { name: 'b/dataset.yaml' }])],
    [
      'has too many files',
      'ZIP_TOO_LARGE',
      makeZip([main, ...Array.from({ length: 20 }, (_, i) => ({ name: `${i}` }))]),
    ],
    [
      'lies about how long a file is',
      'ZIP_UNREADABLE',
      makeZip([main, { name: 'a', content: 'x'.repeat(5000), saidSize: 10 }]),
    ],
    ['grows beyond all measure', 'ZIP_ENTRY_REFUSED', makeZip([main, { name: 'a', content: Buffer.alloc(9_000_000) }])],
  ])('is refused where it %s', async (_, code, zip) => {
    await expect(unpack(zip)).rejects.toMatchObject({ code })
  })

  it('is counted as it is inflated, also where many files are one', async () => {
    const random = Buffer.from(Array.from({ length: 900_000 }, (_, i) => (i * 2_654_435_761) >>> 24))
    const bomb = makeZip([
      { name: 'dataset.yaml', content: random },
      ...Array.from({ length: 15 }, (_, i) => ({ name: `${i}`, content: random, isFirst: true })),
    ])
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(unpack(bomb)).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' })
    expect((await written()).length).toBeLessThan(13)
  })

  it('does not take what was changed on its way', async () => {
    const zip = makeZip([{ ...main, method: 0 }])
    zip[zip.indexOf('news')] = 0x4e
    await expect(unpack(zip)).rejects.toMatchObject({ code: 'ZIP_UNREADABLE' })
  })
})
