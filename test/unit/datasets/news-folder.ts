import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkDatasets, type FindUndescribed } from '../../../src/datasets/check/check-datasets.js'
import { entityTypes } from '../../../src/entities/index.js'
import type { Problem } from '../../../src/model/problem.js'
import { createOntology } from '../../../src/ontology/ontology.js'

export const ontology = createOntology(entityTypes)

/** Files by their path, as a user has them. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder of its own for one test, which may hold several datasets. */
export interface TestFolder {
  readonly path: string
  write(files: Files): Promise<void>
  remove(): Promise<void>
}

export async function makeFolder(files: Files = {}): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'suanli-datasets-'))
  const write = async (more: Files) => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(dirname(join(path, name)), { recursive: true })
      await writeFile(join(path, name), content)
    }
  }
  await write(files)
  return { path, write, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Checks datasets of a folder together. Problems name their files as from that folder. */
export async function checkFolder(folder: TestFolder, names: readonly string[], find?: FindUndescribed) {
  const folders = names.map(name => join(folder.path, name))
  const run = await checkDatasets(folders, ontology, find)
  const named = ({ file, ...problem }: Problem): Problem => ({ ...problem, file: file.replace(`${folder.path}/`, '') })
  return { ...run, problems: run.problems.map(named) }
}

/** Line and column of words that stand once in a text, as a person counts them. */
export function placeOf(text: string, words: string): { readonly line: number; readonly column: number } {
  const at = text.indexOf(words)
  if (at === -1 || text.indexOf(words, at + 1) !== -1) throw new Error(`"${words}" does not stand once in the text`)
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}

/** Two editions of one text: the English says what the Chinese does. */
export const texts: Files = {
  'news/zh.txt': '北京市到2025年将智算供给规模提升至45EFLOPS。\n总经济师唐建国说，北京市将建设算力\n  走廊。\n',
  'news/en.txt': 'Beijing will supply 45 EFLOPS by 2025, said Tang Jianguo.\n',
}

const head = `dataset: news
title: 一篇新闻
licence: CC-BY-4.0
sources:
  - id: press
    title: 上观新闻
    published: 2024-07-04
    editions:
      - { language: zh-Hans, file: zh.txt }
      - { language: en, file: en.txt, translationOf: zh-Hans }
      - { language: fr }
entities:
`

const beijing = `  - id: region/beijing
    type: Region
    edition: press#zh-Hans
    statements:
      - { property: name, value: 北京市, quote: 北京市到2025年 }
`

/** The dataset of one news item, with a region and what is added to it: entries of `entities`, not yet indented. */
export function newsWith(entries = ''): string {
  const indented = entries.split('\n').map(line => (line.trim() === '' ? '' : `  ${line}`))
  return `${head}${beijing}${indented.join('\n')}\n`
}
