import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from '@jest/globals'
import type { Problem } from '../../../src/model/problem.js'

/** The files of a dataset, by their names in its folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

const folders: string[] = []

/** Writes a dataset into a folder of its own, which goes when the test ends. */
export async function writeDataset(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'suanli-dataset-'))
  folders.push(folder)
  await putFiles(folder, files)
  return folder
}

export async function putFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** To be called once in each file that writes datasets. */
export function removeDatasetsAfterEach(): void {
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
  })
}

/** A problem’s place in its file, its code, what it says, and its hint, as a person reads it. */
export function shown({ file, line, column, severity, code, message, hint }: Problem): string {
  const place = [file, line, column].filter(part => part !== undefined).join(':')
  return `${place} ${severity} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
}

/** A dataset with a source in both languages, and the entities that are given, as YAML. */
export function article(entities: string): Files {
  return {
    'dataset.yaml': `dataset: article
title: 一篇报道
sources:
  - id: paper
    title: 报道
    editions:
      - { language: zh-Hans, file: paper.zh.txt }
      - { language: en, file: paper.en.txt, translationOf: zh-Hans }
entities:
${entities}`,
    'paper.zh.txt':
      '北京市经济和信息化局总经济师唐建国宣布：到2025年，\n智算供给规模提升至45EFLOPS。北京计划打造AI原生城市。\n',
    'paper.en.txt': 'Tang Jianguo, Chief Economist, announced 45 EFLOPS by 2025.\n',
  }
}

/** A folder to run commands in, with datasets as folders of it. */
export interface WorkFolder {
  readonly path: string
  write(dataset: string, files: Files): Promise<void>
  remove(): Promise<void>
}

export async function makeWorkFolder(): Promise<WorkFolder> {
  const path = await mkdtemp(join(tmpdir(), 'suanli-work-'))
  return {
    path,
    async write(dataset, files) {
      await mkdir(join(path, dataset), { recursive: true })
      await putFiles(join(path, dataset), files)
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
