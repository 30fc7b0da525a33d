import type { EntityType } from '../ontology/ontology.js'
import type { QueryOf } from '../store/store.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import type { Exporting } from './format.js'

/** A page of entities of one type, described by the view or not, with the view reader for further reads of the page. */
export interface EntityPage {
  readonly reader: ViewReader
  readonly entities: readonly EntityView[]
}

const entitiesAtOnce = 500

/** All entities of a type, in the order of ids, page by page. Nothing of a page is kept for the next page. */
export async function* entityPages(exporting: Exporting, type: EntityType): AsyncGenerator<EntityPage> {
  for (let after: string | undefined; ; ) {
    const page: QueryOf<'entities'> = { kind: 'entities', type: type.name, limit: entitiesAtOnce }
    const question = after === undefined ? page : { ...page, after }
    const [ids = []] = (await exporting.store.read<'entities'>([{ question }])).answers
    const reader = exporting.reader()
    yield { reader, entities: await Promise.all(ids.map(id => reader.getEntity(id))) }
    if (ids.length < entitiesAtOnce) return
    after = ids.at(-1)
  }
}
