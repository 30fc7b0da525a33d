import { batchOf, type HistoryItem } from '../history/history-item.js'
import { readHistory } from '../history/read-history.js'
import type { ChangePlace } from '../model/change.js'
import { rowLayoutOf } from '../ontology/row-layout.js'
import { resolveAllRows } from '../rows/refresh-rows.js'
import { type BulkFiles, openNeo4jFiles } from '../store/bulk-files.js'
import type { ExportCounts, Exporting } from './format.js'
import type { OutFolder } from './out-folder.js'

/**
 * The store with all its revisions as files for `neo4j-admin database import full`, and the arguments of that command;
 * without `--release`, the rows of what holds as well. The imported database opens as a store after `suanli migrate` has
 * created its indexes, and the rows if they are missing.
 */
export async function writeNeo4jAdmin(exporting: Exporting, folder: OutFolder): Promise<ExportCounts> {
  const { store, ontology, progress, releasedIn } = exporting
  const until = releasedIn ?? exporting.revision
  const changing = await changedAgain(exporting, until)
  const files = await openNeo4jFiles(
    name => folder.create(name),
    id => changing.has(id),
  )
  let items: HistoryItem[] = []
  let statements = 0
  const flush = async () => {
    await files.add(batchOf(items))
    items = []
  }
  for await (const item of readHistory(store, ontology, until)) {
    if (item.type === 'revision') {
      await flush()
      await files.begin(item, item.deed)
      continue
    }
    items.push(item)
    if (item.type === 'statement') progress(++statements)
    if (items.length >= itemsAtOnce) await flush()
  }
  await flush()
  const rows = releasedIn === undefined ? await addRows(exporting, files) : 0
  return { ...(await files.end()), statements, rows }
}

const itemsAtOnce = 1_000
const changesAtOnce = 10_000

/** The rows of the default view of today: how many. */
async function addRows({ store, ontology, view }: Exporting, files: BulkFiles): Promise<number> {
  const rows = await files.openRows(rowLayoutOf(ontology))
  return await resolveAllRows(store, { ontology, today: view.validAt }, batch => rows.add(batch))
}

/** Statements that a later revision retracts or reweights. The first revision has nothing to change. */
async function changedAgain({ store }: Exporting, until: number): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let after: ChangePlace | undefined; ; ) {
    const from = after === undefined ? { madeAfter: 1 } : { after }
    const ask = { question: { kind: 'changes', ...from, limit: changesAtOnce } as const }
    const [changes = []] = (await store.read<'changes'>([ask], { pin: until })).answers
    for (const { kind, id } of changes)
      if (kind === 'STATEMENT_RETRACTED' || kind === 'STATEMENT_REWEIGHTED') found.add(id)
    const last = changes.at(-1)
    if (changes.length < changesAtOnce || !last) return found
    after = { madeIn: last.madeIn, kind: last.kind, id: last.id }
  }
}
