import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { blocksOfPage, expectShown } from '../support/page-commands.js'
import { importInto, seedFolder } from '../support/server.js'
import { openNeo4jTestStore } from '../support/stores.js'
import { writeRows } from '../support/write-rows.js'

const page = readFileSync('docs/neo4j-model.md', 'utf8')

/** documents.test.ts asks the same page in SQL and GraphQL. */
describeOnNeo4j(uri => {
  beforeAll(async () => {
    const { store, close } = await openNeo4jTestStore(uri())
    try {
      await importInto(store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
      await writeRows(store)
    } finally {
      await close()
    }
  }, 300_000)

  it('answers each query of docs/neo4j-model.md, as the page shows where it shows the answer', async () => {
    const driver = neo4j.driver(uri(), undefined, { disableLosslessIntegers: true })
    const session = driver.session({ defaultAccessMode: neo4j.session.READ })
    let asked = 0
    try {
      let rows: readonly unknown[] = []
      for (const block of blocksOfPage(page)) {
        if (block.language === 'cypher') {
          const { records } = await session.run(block.text)
          rows = records.map(record => [...record.values()])
          expect({ query: block.text, rows: rows.length }).not.toMatchObject({ rows: 0 })
          asked += 1
        } else if (block.words[0] === 'answer') expectShown(rows, block)
      }
    } finally {
      await session.close()
      await driver.close()
    }
    expect(asked).toBeGreaterThan(4)
  })
})
