import { ProblemList } from '../datasets/check/problem-list.js'
import { SuanliError } from '../model/error.js'
import type { Release } from '../model/release.js'
import type { View } from '../model/view.js'
import type { Ontology } from '../ontology/ontology.js'
import { defaultTrust } from '../resolution/default-trust.js'
import type { Store } from '../store/store.js'
import { civilDay } from '../values/civil-day.js'
import { createStoreLoader } from '../views/batch-requests.js'
import { findRelease } from '../views/releases.js'
import { ViewReader } from '../views/view-reader.js'
import type { Exporting } from './format.js'

/** Pins one revision for the whole export: the newest revision, or that of a release. */
export async function openExport(
  store: Store,
  ontology: Ontology,
  name: string | undefined,
  progress: Exporting['progress'],
  language?: string,
  timeZone?: string,
): Promise<Exporting> {
  const { revision: newest } = await store.read([])
  const released = name === undefined ? undefined : await getRelease(store, name)
  const revision = released ? released.revision : newest.number
  const view: View = released
    ? { validAt: released.release.validAt, trust: released.release.trust, release: released.release }
    : { validAt: civilDay(new Date(), timeZone), trust: defaultTrust }
  const pinned: Store = {
    description: store.description,
    writer: store.writer,
    read: (asks, options) => store.read(asks, { ...options, pin: options?.pin ?? revision }),
    close: () => store.close(),
  }
  return {
    store: pinned,
    ontology,
    revision,
    releasedIn: released && released.revision + 1,
    view,
    language,
    reader: () => new ViewReader(view, ontology, createStoreLoader(pinned)),
    problems: new ProblemList(),
    progress,
  }
}

/** A release with the revision that it shows: the revision before the publishing one. */
async function getRelease(
  store: Store,
  name: string,
): Promise<{ readonly release: Release; readonly revision: number }> {
  const [deeds = []] = (await store.read<'deeds'>([{ question: { kind: 'deeds' } }])).answers
  const release = findRelease(deeds, name)
  const deed = deeds.find(each => each.kind === 'RELEASE' && each.release.id === release?.id)
  if (!release || !deed) throw new SuanliError('NOT_FOUND', { what: 'release', id: name })
  return { release, revision: deed.madeIn - 1 }
}
