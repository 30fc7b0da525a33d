import { expect, it } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { type FaultCode, faults } from '../../src/model/catalogues/integrity-finding.js'
import { describeOnNewNeo4j } from '../support/on-neo4j.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { holdsAudit, type Spoiling } from './audit.contract.js'

const alias = "MATCH (s:Statement {property: 'name', subject: 'region/hebei'}) WITH s ORDER BY s.id LIMIT 1"
const about = `${alias} MATCH (s)-[t:ABOUT]->()`
const member =
  "MATCH (s:Statement {property: 'member'})-[:VALUE]->(:Subject {id: 'region/hebei'}) WITH s ORDER BY s.id LIMIT 1"
const conflict = "MATCH (c:Conflict)-[:CONCERNS]->(:Subject {id: 'official/tang-jianguo'})"

/** Sets a property, and keeps what it was so that it can be put back. */
const set = (found: string, of: string, property: string, value: string) => ({
  text: `${found} SET ${of}.was = ${of}.${property}, ${of}.${property} = ${value}`,
  undo: `${found} SET ${of}.${property} = ${of}.was, ${of}.was = null`,
})

const spoilings: readonly Spoiling[] = [
  {
    name: 'finds a schema of before',
    finds: ['SCHEMA_OLD'],
    text: 'MATCH (m:Staging) SET m.was = m.schema, m.schema = 2',
    undo: 'MATCH (m:Staging) SET m.schema = m.was, m.was = null',
  },
  { name: 'finds an index that is missing', finds: ['SCHEMA_PART_MISSING'], text: 'DROP INDEX statement_code' },
  {
    name: 'finds an import that was left unfinished',
    finds: ['STAGING_LEFT'],
    text: `MATCH (m:Staging) SET m.revision = 99, m.datasets = '["x"]', m.holder = 'gone:1'`,
    undo: 'MATCH (m:Staging) SET m.revision = null',
  },
  {
    name: 'finds what was never published',
    finds: ['UNPUBLISHED_ROWS'],
    text: "CREATE (:Deed {revision: 99, content: '{}'})",
    undo: 'MATCH (d:Deed {revision: 99}) DELETE d',
  },
  {
    name: 'finds revisions out of order',
    finds: ['REVISION_ORDER'],
    ...set('MATCH (r:Revision {number: 1})', 'r', 'at', 'r.at * 10'),
    amongOthers: true,
  },
  {
    name: 'finds a statement that cannot be read',
    finds: ['STATEMENT_UNREADABLE'],
    ...set(alias, 's', 'content', "'{'"),
    amongOthers: true,
  },
  {
    name: 'finds a statement that was changed after it was recorded, and its quote elsewhere',
    finds: ['STATEMENT_ID', 'QUOTE_MISSING'],
    ...set(alias, 's', 'content', `replace(s.content, '"exact":"', '"exact":"never said ')`),
  },
  {
    name: 'finds a statement that nothing says stood',
    finds: ['STATEMENT_UNSAID'],
    text: `${about} MATCH (e:Subject {id: s.subject}) CREATE (s)-[w:WAS]->(e) SET w = properties(t) DELETE t`,
    undo: 'MATCH (s)-[w:WAS]->(e) CREATE (s)-[t:ABOUT]->(e) SET t = properties(w) DELETE w',
    amongOthers: true,
  },
  {
    name: 'finds a standing statement without a vouch',
    finds: ['STANDING_WITHOUT_VOUCH'],
    ...set(about, 't', 'vouches', "'[]'"),
  },
  {
    name: 'finds a rank that no dataset gave, and a release that reads otherwise by it',
    finds: ['STANDING_WEIGHT', 'RELEASE_CHANGED'],
    text: `${about} SET t.rank = 'PREFERRED'`,
  },
  {
    name: 'finds a statement that stands twice',
    finds: ['STANDING_OVERLAP'],
    text: `${about} MATCH (e:Subject {id: s.subject}) CREATE (s)-[x:ABOUT]->(e) SET x = properties(t), x.recorded = 2`,
    undo: `${about} WHERE t.recorded = 2 DELETE t`,
    amongOthers: true,
  },
  {
    name: 'finds a statement that was retracted before it was recorded',
    finds: ['STANDING_ORDER'],
    text: `${about} SET t.retracted = t.recorded`,
    undo: `${about} SET t.retracted = null`,
    amongOthers: true,
  },
  { name: 'finds a revision that there is not', finds: ['REVISION_UNKNOWN'], ...set(about, 't', 'since', '0') },
  {
    name: 'finds a dataset that does not list what it vouches for',
    finds: ['VOUCH_UNLISTED'],
    text: "MATCH (:Dataset)-[r:DESCRIBES]->(:Subject {id: 'region/hebei'}) DELETE r",
  },
  {
    name: 'finds an entity that is not there, and what links to it',
    finds: ['SUBJECT_MISSING', 'TARGET_MISSING'],
    text: "MATCH (e:Subject {id: 'region/hebei'}) SET e.recorded = null",
  },
  {
    name: 'finds an entity of another type than its id says',
    finds: ['ENTITY_TYPE'],
    text: "MATCH (e:Subject {id: 'region/hebei'}) SET e.type = 'Bureau'",
  },
  {
    name: 'finds an edition that is not there',
    finds: ['EDITION_MISSING'],
    ...set("MATCH (e:Edition) WHERE e.source = 'shobserver-768612'", 'e', 'id', "e.id + '-gone'"),
    amongOthers: true,
  },
  {
    name: 'finds a source that is not there',
    finds: ['SOURCE_MISSING'],
    ...set("MATCH (r:Source) WHERE r.id STARTS WITH 'shobserver-768612'", 'r', 'id', "r.id + '-gone'"),
    amongOthers: true,
  },
  {
    name: 'finds a text that was changed, and quotes that do not stand in it',
    finds: ['EDITION_TEXT', 'QUOTE_MISSING'],
    ...set("MATCH (e:Edition {id: 'shobserver-768612#en'})", 'e', 'text', `'"nothing"'`),
  },
  {
    name: 'finds what a statement is looked up by to be otherwise',
    finds: ['COLUMN_STALE'],
    text: "MATCH (s:Statement) WHERE s.code IS NOT NULL WITH s ORDER BY s.id LIMIT 1 SET s.code = 'none'",
    amongOthers: true,
  },
  {
    name: 'finds search keys that are missing',
    finds: ['SEARCH_KEYS_STALE'],
    text: `${alias} SET s.searchKeys = null`,
  },
  {
    name: 'finds search keys of another name',
    finds: ['SEARCH_KEYS_STALE'],
    text: `${alias} SET s.searchKeys = 'yregion xother'`,
  },
  {
    name: 'finds a link that is not between its entities',
    finds: ['LINK_STALE'],
    text: `${member} MATCH (:Subject {id: s.subject})-[r:MEMBER]->() WHERE r.statement = s.id DELETE r`,
  },
  {
    name: 'finds a link that does not say when it was retracted',
    finds: ['LINK_STALE'],
    text: `${member} MATCH (:Subject {id: s.subject})-[r:MEMBER]->() WHERE r.statement = s.id SET r.retracted = 2`,
  },
  {
    name: 'finds a statement that does not lead to its value',
    finds: ['LINK_STALE', 'TARGET_MISSING'],
    text: `${member} MATCH (s)-[r:VALUE]->() DELETE r`,
    amongOthers: true,
  },
  {
    name: 'finds a statement that does not lead to its edition',
    finds: ['LINK_STALE'],
    text: `${member} MATCH (s)-[r:STATED_IN]->() DELETE r`,
  },
  {
    name: 'finds a statement about another than its subject',
    finds: ['LINK_STALE'],
    text: `${about} MATCH (e:Subject {id: 'region/tianjin'}) CREATE (s)-[x:ABOUT]->(e) SET x = properties(t) DELETE t`,
    amongOthers: true,
  },
  {
    name: 'finds relationships that belong to nothing',
    finds: ['STRAY_ROWS'],
    text: "MATCH (a:Subject {id: 'region/hebei'}), (b:Subject {id: 'region/tianjin'}) CREATE (a)-[:MEMBER {statement: 'statement/none', recorded: 1}]->(b)",
  },
  {
    name: 'finds a conflict that was changed',
    finds: ['CONFLICT_ID'],
    ...set(conflict, 'c', 'content', `replace(c.content, '"kind":"TRANSLATION"', '"kind":"VALUE"')`),
    amongOthers: true,
  },
  {
    name: 'finds a conflict that is tied to nobody',
    finds: ['CONFLICT_TIES'],
    text: `${conflict} MATCH (c)-[r:CONCERNS]->() DELETE r`,
    amongOthers: true,
  },
  {
    name: 'finds a conflict that is not tied to its statements',
    finds: ['CONFLICT_DANGLING'],
    text: `${conflict} MATCH (c)-[r:BETWEEN]->() DELETE r`,
  },
  {
    name: 'finds a conflict that ends before it begins',
    finds: ['CONFLICT_LIFE'],
    ...set(conflict, 'c', 'closed', 'c.opened'),
    amongOthers: true,
  },
  {
    name: 'finds a deed of what is not there',
    finds: ['DEED_DANGLING'],
    ...set(
      "MATCH (d:Deed {kind: 'CONFLICT_DECIDED'})",
      'd',
      'content',
      `replace(d.content, '"conflict":"', '"conflict":"x')`,
    ),
  },
  {
    name: 'finds a release that reads otherwise than it was published',
    finds: ['RELEASE_CHANGED'],
    ...set(
      `MATCH (d:Deed) WHERE d.content CONTAINS '"RELEASE"'`,
      'd',
      'content',
      `replace(d.content, '"sha256":"', '"sha256":"x')`,
    ),
  },
]

const found = new Set<FaultCode>()

describeOnNewNeo4j(uri => {
  holdsAudit(
    async () => {
      await (await openNeo4jTestStore(uri())).close()
      const driver = neo4j.driver(uri())
      return {
        address: uri(),
        async spoil(text) {
          const session = driver.session()
          await session.run(text).finally(() => session.close())
        },
        close: () => driver.close(),
      }
    },
    spoilings,
    found,
  )

  it('is spoilt in every way that there is a code for', () => {
    // Rows of what holds are in rows.contract.ts.
    const ofSqlite: readonly FaultCode[] = ['DATABASE_DAMAGED']
    expect([...found, ...ofSqlite].sort()).toEqual(
      Object.keys(faults)
        .filter(code => !code.startsWith('ROW'))
        .sort(),
    )
  })
})
