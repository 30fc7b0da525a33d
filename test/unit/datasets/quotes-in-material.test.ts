import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** Texts and tables of others, beside the repository and never in it. */
const material = join(root, '../shared/material')
const hasMaterial = existsSync(material)
if (!hasMaterial) console.warn(`skipped: ${material} is not there, so quotes are not held against their texts`)

interface Dataset {
  readonly sources: readonly { readonly id: string; readonly editions: readonly Edition[] }[]
  readonly entities?: readonly { readonly edition: string; readonly statements: readonly Quoted[] }[]
}

interface Edition {
  readonly language: string
  readonly file?: string
  readonly sha256?: string
}

interface Quoted {
  readonly edition?: string
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}

/** Where the text of a dataset is: seeds/NAME beside material/NAME, unless told otherwise. */
const folders: Readonly<Record<string, string>> = { 'cn-computing-hubs': 'firstdata-china' }
const quoting = (await readdir(join(root, 'seeds'))).filter(
  name => existsSync(join(root, 'seeds', name, 'set.yaml')) && hasMaterial,
)

;(hasMaterial ? describe : describe.skip)('a seed whose text is not in the repository', () => {
  it('is one of those that `suanli seed` can complete', () => {
    expect(quoting).toEqual(expect.arrayContaining(['cn-computing-hubs', 'cn-digital-economy-plan-2021']))
  })

  describe.each(quoting)('%s', name => {
    let dataset: Dataset
    const texts = new Map<string, string>()
    beforeAll(async () => {
      dataset = parse(await readFile(join(root, 'seeds', name, 'dataset.yaml'), 'utf8')) as Dataset
      for (const { id, editions } of dataset.sources)
        for (const { language, file = '', sha256 } of editions) {
          const bytes = await readFile(join(material, folders[name] ?? name, file))
          expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
          texts.set(`${id}#${language}`, bytes.toString('utf8'))
        }
    })

    it('quotes words that stand in the text, there and between these words', () => {
      const wrong = (dataset.entities ?? []).flatMap(({ edition, statements }) =>
        statements.filter(statement => {
          const letters = [...(texts.get(statement.edition ?? edition) ?? '')]
          const { quote, prefix, suffix, start, end } = statement
          return (
            letters.slice(start, end).join('') !== quote ||
            letters.slice(Math.max(0, start - 32), start).join('') !== prefix ||
            letters.slice(end, end + 32).join('') !== suffix
          )
        }),
      )
      expect(wrong).toEqual([])
      expect((dataset.entities ?? []).flatMap(({ statements }) => statements).length).toBeGreaterThan(30)
    })

    it('quotes no more than a sentence', () => {
      const long = (dataset.entities ?? []).flatMap(({ statements }) =>
        statements.filter(({ quote }) => [...quote].length > 200),
      )
      expect(long).toEqual([])
    })
  })
})

;(hasMaterial ? describe : describe.skip)('a table that is an extract', () => {
  const rowsOf = async (path: string): Promise<readonly Readonly<Record<string, string>>[]> =>
    parseCsv(await readFile(path), { columns: true, bom: true })

  it('of Wikidata’s office-holders has the cells of its rows', async () => {
    const rows = await rowsOf(join(root, 'seeds/cn-officials/holders.csv'))
    const known = (await rowsOf(join(material, 'cn-officials-wikidata/holders.csv'))).map(row =>
      [row.personID, row.person, row.position, row.start, row.end].join('|'),
    )
    expect(
      rows.filter(row => !known.includes([row.id, row.person, row.position, row.start, row.end].join('|'))),
    ).toEqual([])
  })

  it('of ROR’s organisations has the cells of its rows, of active ones alone', async () => {
    const rows = await rowsOf(join(root, 'seeds/cn-organisations/organisations.csv'))
    const known = new Map((await rowsOf(join(material, 'ror-china/organisations.csv'))).map(row => [row.ror, row]))
    const wrong = rows.filter(row => {
      const record = known.get(row.ror)
      return (
        record?.status !== 'active' ||
        record.display_name !== row.name ||
        record.label_zh !== row.nameZh ||
        record.wikidata !== row.wikidata ||
        record.city !== row.city ||
        record.established !== row.established
      )
    })
    expect(wrong).toEqual([])
  })
})
