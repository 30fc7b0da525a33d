import type { Revision } from '../../src/model/revision.js'
import type { Batch, Store } from '../../src/store/store.js'

/** Stages the batches of one change of a dataset and publishes it. */
export async function changeStore(
  { writer }: Store,
  dataset: string,
  at: string,
  ...batches: readonly Batch[]
): Promise<Revision> {
  const staged = await writer.begin([dataset], 'test:1', () => false)
  for (const batch of batches) await writer.stage(staged, batch)
  return await writer.publish(staged, at)
}
