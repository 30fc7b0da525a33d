import { toJsonLines } from '../history/json-lines.js'
import { readHistory } from '../history/read-history.js'
import { writeCsv } from './csv.js'
import type { ExportFormat } from './format.js'
import { toFtm } from './ftm.js'
import { toGraphml } from './graphml.js'
import { toJsonLd } from './jsonld.js'
import { writeNeo4jAdmin } from './neo4j-admin.js'
import { writeYaml } from './yaml.js'

/** Every format that a graph can be written in. */
export const exportFormats: readonly ExportFormat[] = [
  {
    name: 'jsonl',
    keeps: 'everything: all revisions with their curation actions; `suanli import` reads it',
    kind: 'stream',
    write: async function* ({ store, ontology, revision, releasedIn, progress }) {
      const items = readHistory(store, ontology, releasedIn ?? revision)
      let done = 0
      async function* counted() {
        for await (const item of items) {
          if (item.type === 'statement') progress(++done)
          yield item
        }
      }
      const counts = yield* toJsonLines(counted())
      return { ...counts }
    },
  },
  {
    name: 'yaml',
    keeps: 'current statements as datasets, with the curation actions in force; `suanli import` reads it',
    kind: 'folder',
    write: writeYaml,
  },
  {
    name: 'jsonld',
    keeps: 'every statement with its provenance, and the values of the view, in words of W3C PROV and Web Annotation',
    kind: 'stream',
    write: toJsonLd,
  },
  { name: 'csv', keeps: 'tables of values, links and statements', kind: 'folder', write: writeCsv },
  { name: 'graphml', keeps: 'entities, values and links of the view, for Gephi', kind: 'stream', write: toGraphml },
  { name: 'ftm', keeps: 'entities and links of the view, as FollowTheMoney has them', kind: 'stream', write: toFtm },
  {
    name: 'neo4j-admin',
    keeps: 'everything, as files for the bulk importer of Neo4j',
    kind: 'folder',
    write: writeNeo4jAdmin,
  },
]
