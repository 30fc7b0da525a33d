import type { RecordedAction } from '../model/curation-action.js'
import type { Release } from '../model/release.js'

/** Every release, in the order in which they were published. */
export function listReleases(deeds: readonly RecordedAction[]): readonly Release[] {
  return deeds.flatMap(deed => (deed.kind === 'RELEASE' ? [{ ...deed.release, at: deed.at }] : []))
}

/** By its id or its title. */
export function findRelease(deeds: readonly RecordedAction[], name: string): Release | undefined {
  return listReleases(deeds).find(({ id, title }) => id === name || title === name)
}
