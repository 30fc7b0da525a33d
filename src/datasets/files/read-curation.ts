import { basename, dirname, resolve } from 'node:path'
import type { CurationAction } from '../../model/curation-action.js'
import type { ProblemList } from '../check/problem-list.js'
import { readDatasetText } from './read-file.js'
import { readYaml } from './read-yaml.js'
import type { YamlMap } from './yaml-map.js'

/** A curation action of a curator, as `curation.yaml` has it: what of it makes it the same curation action in another store. */
export type CurationActionOf =
  | Extract<CurationAction, { readonly kind: 'MERGE' | 'DECISION' }>
  | Omit<Extract<CurationAction, { readonly kind: 'RETRACTION' }>, 'vouches'>

/** Reads what curators did, as an export writes it beside the datasets. Reports all that is not as it has it. */
export async function readCuration(path: string, problems: ProblemList): Promise<readonly CurationActionOf[]> {
  const folder = { named: dirname(path), path: resolve(dirname(path)) }
  const file = await readDatasetText(folder, basename(path), { file: path }, problems)
  const map = file && readYaml(file.text, path, 'the file', problems)
  if (!map) return []
  const deeds = map.maps('deeds').flatMap(deed => readAction(deed) ?? [])
  map.end()
  return deeds
}

function readAction(map: YamlMap): CurationActionOf | undefined {
  const kind = map.text('deed', true)
  const [by, reason] = [map.text('by', true)?.content ?? '', map.text('reason', true)?.content ?? '']
  // When it was done there is for people; here it is done when it is imported.
  map.text('at')
  const deed = kind && readers[kind.content]?.(map, { by, reason })
  if (kind && !Object.hasOwn(readers, kind.content)) {
    const seen = { seen: kind.content, what: 'deed' }
    map.file.problems.error('CODE_UNKNOWN', kind.place, seen, `one of ${Object.keys(readers).join(', ')}`)
    return undefined
  }
  map.end()
  return deed
}

type Reader = (map: YamlMap, byHand: { readonly by: string; readonly reason: string }) => CurationActionOf | undefined

const readers: Readonly<Record<string, Reader>> = {
  merge: (map, byHand) => {
    const [kept, former] = [map.text('keep', true), map.text('merge', true)]
    if (kept && former && kept.content === former.content) {
      const fields = { seen: former.content, expected: 'another id than `keep`' }
      map.file.problems.error('VALUE_INVALID', former.place, fields)
      return undefined
    }
    return kept && former && { kind: 'MERGE', kept: kept.content, former: former.content, ...byHand }
  },
  decide: (map, byHand) => {
    const [about, chosen] = [readConflict(map), map.text('chosen', true)]
    return about && chosen && { kind: 'DECISION', ...about, status: 'DECIDED', chosen: chosen.content, ...byHand }
  },
  dismiss: (map, byHand) => {
    const about = readConflict(map)
    return about && { kind: 'DECISION', ...about, status: 'DISMISSED', ...byHand }
  },
  retract: (map, byHand) => {
    const statement = map.text('statement', true)
    return statement && { kind: 'RETRACTION', statement: statement.content, ...byHand }
  },
}

function readConflict(map: YamlMap): { readonly conflict: string; readonly subjects: readonly string[] } | undefined {
  const conflict = map.text('conflict', true)
  const subjects = map.texts('subjects').map(({ content }) => content)
  return conflict && { conflict: conflict.content, subjects }
}
