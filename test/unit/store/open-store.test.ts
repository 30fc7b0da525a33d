import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openStore } from '../../../src/store/open-store.js'

describe('the address of a store', () => {
  it('is a folder for the embedded engine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'suanli-address-'))
    const store = await openStore(join(folder, '算力'))
    expect(store.description).toBe(`SQLite in ${join(folder, '算力')}`)
    expect((await store.read([])).revision.number).toBe(0)
    await store.close()
    await rm(folder, { recursive: true })
  })

  it.each(['', '  ', 'http://127.0.0.1:7474', 'postgres://127.0.0.1', 'neo4j://', 'bolt+x://127.0.0.1:7687'])(
    'cannot be "%s"',
    async address => {
      await expect(openStore(address)).rejects.toMatchObject({ code: 'STORE_ADDRESS', fields: { address } })
    },
  )
})
