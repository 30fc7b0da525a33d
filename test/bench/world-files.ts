import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { centresOf, corridorsOf, organisationsOf, regionsOf, type WorldSize } from './world.js'

const description = `dataset: bench
title: A made-up world
licence: CC0-1.0
sources:
  - id: bench-register
    title: 算力登记册
    editions: [{ language: zh-Hans }, { language: en, translationOf: zh-Hans }]
tables:
  - file: regions.csv
    edition: bench-register#zh-Hans
    entity: { type: Region, id: "{Id}" }
    statements:
      - { property: name, column: 名称 }
      - { property: name, column: Name, edition: bench-register#en }
      - { property: code, column: Code }
      - { property: level, column: Level }
      - { property: parent, column: Parent }
  - file: companies.csv
    edition: bench-register#zh-Hans
    entity: { type: Company, id: "{Id}" }
    statements:
      - { property: name, column: 名称 }
      - { property: name, column: Name, edition: bench-register#en }
  - file: centres.csv
    edition: bench-register#zh-Hans
    entity: { type: ComputeCentre, id: "{Id}" }
    statements:
      - { property: name, column: 名称 }
      - { property: capacity, column: Capacity, unit: PFLOPS, precision: FP16 }
      - { property: status, column: Status }
      - { property: region, column: Region }
      - { property: operator, column: Operator }
  - file: corridors.csv
    edition: bench-register#zh-Hans
    entity: { type: Corridor, id: "{Id}" }
    statements:
      - { property: name, column: 名称 }
      - { property: name, column: Name, edition: bench-register#en }
  - file: members.csv
    edition: bench-register#zh-Hans
    entity: { type: Corridor, id: "{Id}" }
    statements:
      - { property: member, column: Member }
`

/** Writes a world as a dataset: five tables. */
export async function writeWorld(folder: string, size: WorldSize): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'dataset.yaml'), description)
  const write = (name: string, lines: Iterable<string>) =>
    pipeline(Readable.from(inBlocks(lines)), createWriteStream(join(folder, name)))
  await write('regions.csv', regions(size))
  await write('companies.csv', companies(size))
  await write('centres.csv', centres(size))
  await write('corridors.csv', corridors(size))
  await write('members.csv', members(size))
}

function* regions(size: WorldSize): Iterable<string> {
  yield 'Id,名称,Name,Code,Level,Parent'
  for (const { id, zh, en, code, parent } of regionsOf(size))
    yield [id, zh, en, code, parent ? 'PREFECTURE' : 'PROVINCE', parent ?? ''].join()
}

function* companies(size: WorldSize): Iterable<string> {
  yield 'Id,名称,Name'
  for (const { id, zh, en } of organisationsOf(size)) yield [id, zh, en].join()
}

function* centres(size: WorldSize): Iterable<string> {
  yield 'Id,名称,Capacity,Status,Region,Operator'
  for (const { id, name, amount, status, region, operator } of centresOf(size))
    yield [id, name, amount, status, region, operator].join()
}

function* corridors(size: WorldSize): Iterable<string> {
  yield 'Id,名称,Name'
  for (const { id, zh, en } of corridorsOf(size)) yield [id, zh, en].join()
}

function* members(size: WorldSize): Iterable<string> {
  yield 'Id,Member'
  for (const { id, members: all } of corridorsOf(size)) for (const member of all) yield [id, member].join()
}

function* inBlocks(lines: Iterable<string>): Iterable<string> {
  let block = ''
  for (const line of lines) {
    block += `${line}\n`
    if (block.length < 100_000) continue
    yield block
    block = ''
  }
  yield block
}
