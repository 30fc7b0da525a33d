import type { Store } from '../../src/store/store.js'
import { batchesOf, dataset, type WorldSize } from './world.js'

/** How far writing has come. */
export interface Written {
  readonly statements: number
  readonly seconds: number
}

/** Writes a world as an import does: staged in batches, one made while the one before it is staged, and published once. */
export async function importWorld(
  store: Store,
  size: WorldSize,
  tell: (written: Written) => void = () => {},
): Promise<Written> {
  const { writer } = store
  await writer.prepare()
  const staged = await writer.begin([dataset], 'bench:1', () => false)
  const began = performance.now()
  let statements = 0
  const written = () => ({ statements, seconds: (performance.now() - began) / 1000 })
  let staging = Promise.resolve()
  for (const batch of batchesOf(size)) {
    await staging
    staging = writer.stage(staged, batch).then(() => {
      statements += batch.statements?.length ?? 0
      tell(written())
    })
  }
  await staging
  await writer.publish(staged, '2026-01-01T00:00:00Z')
  return written()
}
