import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openStore } from '../../src/store/open-store.js'
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from '../support/neo4j-server.js'
import { runProgram, seedFolder } from '../support/program.js'

/** Every kind of address, at one server that takes connections with TLS alone and has signed its certificate itself. */
describe('a Neo4j with TLS', () => {
  const why = whyNoNeo4j()
  if (why !== undefined) return it.skip(why, () => {})
  let server: Neo4jServer
  let certificate: string
  const address = (scheme: string, host = 'localhost') => `${scheme}://${host}:${server.port}`
  beforeAll(async () => {
    const home = await mkdtemp(join(tmpdir(), 'suanli-neo4j-tls-'))
    const certificates = join(home, 'certificates')
    certificate = join(certificates, 'public.crt')
    await mkdir(certificates)
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    const files = ['-keyout', join(certificates, 'private.key'), '-out', certificate]
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files]
    execFileSync('openssl', request, { stdio: 'ignore' })
    const settings = [
      'server.bolt.tls_level=REQUIRED',
      'dbms.ssl.policy.bolt.enabled=true',
      'dbms.ssl.policy.bolt.client_auth=NONE',
      `dbms.ssl.policy.bolt.base_directory=${certificates}`,
    ]
    await writeFile(join(home, 'neo4j.conf'), settings.join('\n'))
    server = await startNeo4j({ home })
  }, 300_000)
  afterAll(() => server.close())

  it.each(['bolt+ssc', 'neo4j+ssc'])('is reached by %s, which checks no certificate', async scheme => {
    const store = await openStore(address(scheme))
    try {
      expect(store.description).toBe(`Neo4j at ${address(scheme)}`)
      expect(await store.read([])).toMatchObject({ revision: { number: 0 } })
    } finally {
      await store.close()
    }
  })

  it.each(['bolt+s', 'neo4j+s'])(
    'is refused by %s, with what to do, if its certificate is not trusted',
    async scheme => {
      await expect(openStore(address(scheme))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/its certificate is not trusted: .*NODE_EXTRA_CA_CERTS.*\+ssc/),
      })
    },
  )

  it.each(['bolt+s', 'neo4j+s'])(
    'is read and written by %s, if the certificate is named as trusted',
    async scheme => {
      const settings = { SUANLI_STORE: address(scheme), NODE_EXTRA_CA_CERTS: certificate }
      const { code, stdout, stderr } = await runProgram(['import', seedFolder('beijing-2024'), '--yes'], settings)
      expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: expect.stringContaining('revision 1 of') })
    },
    60_000,
  )

  it('is not reached without TLS', async () => {
    await expect(openStore(address('bolt'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})
