import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { readConfig } from '../../src/config/config.js'
import { requireCurator } from '../../src/graphql/request/require-curator.js'
import type { AuthenticationSettings } from '../../src/server/auth/authenticate.js'
import { openModelStore } from '../support/model/model-store.js'
import { ask, curatorToken, runProgram, startTestServer, type TestServer } from '../support/server.js'

let changes = 0
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      whoAmI: {
        type: GraphQLString,
        resolve: (_, __, { principal }) => `${principal.kind} ${principal.id} ${principal.roles}`,
      },
      asCurator: { type: GraphQLString, resolve: (_, __, context) => requireCurator(context).id },
    },
  }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    // It forgets to ask who wants it.
    fields: { change: { type: GraphQLString, resolve: () => String(++changes) } },
  }),
})

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(authentication: Partial<AuthenticationSettings>): Promise<TestServer> {
  const server = await startTestServer(openModelStore(), { schema, gate: authentication })
  servers.push(server)
  return server
}

/** Status, code and challenge of a refusal. */
async function refusalOf(url: string, query: string, token?: string): Promise<readonly unknown[]> {
  const { status, headers, body } = await ask(url, query, {}, token)
  return [status, body.errors?.[0]?.extensions?.code, headers.get('www-authenticate')]
}

const noToken = [401, 'UNAUTHENTICATED', 'Bearer realm="suanli"']
const wrongToken = [401, 'UNAUTHENTICATED', 'Bearer realm="suanli", error="invalid_token"']
const noRole = [403, 'FORBIDDEN', 'Bearer realm="suanli", error="insufficient_scope"']
const who = async (url: string, token?: string) => (await ask(url, '{ whoAmI }', {}, token)).body.data.whoAmI

describe('a server with the token of one machine', () => {
  it('takes changes from who has it, and from nobody else', async () => {
    const { url, log } = await serve({})
    changes = 0
    expect(await refusalOf(url, 'mutation { change }')).toEqual(noToken)
    expect(await refusalOf(url, 'mutation { change }', `${curatorToken}x`)).toEqual(wrongToken)
    expect(await refusalOf(url, 'mutation { change }', curatorToken.slice(1))).toEqual(wrongToken)
    expect(changes).toBe(0)
    expect((await ask(url, 'mutation { change }', {}, curatorToken)).body).toEqual({ data: { change: '1' } })
    expect(await who(url, curatorToken)).toBe('local curator curator')
    expect(log.filter(({ msg }) => msg === 'request').map(({ principal, codes }) => [principal, codes])).toEqual([
      ['anonymous', ['UNAUTHENTICATED']],
      [undefined, ['UNAUTHENTICATED']],
      [undefined, ['UNAUTHENTICATED']],
      ['local', undefined],
      ['local', undefined],
    ])
    expect(JSON.stringify(log)).not.toContain(curatorToken.slice(1, 20))
  })

  it('lets everybody read, but whoever shows a wrong token is told so', async () => {
    const { url } = await serve({})
    expect(await who(url)).toBe('anonymous anonymous ')
    expect(await refusalOf(url, '{ whoAmI }', 'wrong')).toEqual(wrongToken)
    expect(await refusalOf(url, '{ asCurator }')).toEqual([200, 'UNAUTHENTICATED', null])
  })

  it('takes the login of a server in front of it for none of its own', async () => {
    const { url } = await serve({})
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Basic dXNlcjpwYXNz' },
      body: '{"query":"{ whoAmI }"}',
    })
    expect(await response.json()).toMatchObject({ data: { whoAmI: 'anonymous anonymous ' } })
  })

  it('where reading needs a token, answers none without', async () => {
    const { url } = await serve({ read: 'token' })
    expect(await refusalOf(url, '{ whoAmI }')).toEqual(noToken)
    expect(await who(url, curatorToken)).toBe('local curator curator')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('a server with neither keys nor a token', () => {
  it('takes no change from anybody', async () => {
    const { url } = await serve({ curatorToken: undefined })
    changes = 0
    expect(await refusalOf(url, 'mutation { change }')).toEqual(noToken)
    expect(await refusalOf(url, 'mutation { change }', curatorToken)).toEqual(wrongToken)
    expect(await who(url)).toBe('anonymous anonymous ')
    expect(changes).toBe(0)
  })
})

describe('a server with keys', () => {
  let ours: GenerateKeyPairResult
  let theirs: GenerateKeyPairResult
  let keySet: string
  let folder: string
  beforeAll(async () => {
    ours = await generateKeyPair('ES256')
    theirs = await generateKeyPair('ES256')
    keySet = JSON.stringify({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: '1', alg: 'ES256', use: 'sig' }] })
    folder = await mkdtemp(join(tmpdir(), 'suanli-keys-'))
    await writeFile(join(folder, 'jwks.json'), keySet)
  })
  afterAll(() => rm(folder, { recursive: true }))

  const now = () => Math.floor(Date.now() / 1000)
  const sign = (claims: JWTPayload, key = ours.privateKey) =>
    new SignJWT({ sub: 'tang', exp: now() + 60, iss: 'https://issuer.example', aud: 'suanli', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .sign(key)
  const inFile = (more: Partial<AuthenticationSettings> = {}) =>
    serve({
      curatorToken: undefined,
      jwks: join(folder, 'jwks.json'),
      jwtIssuer: 'https://issuer.example',
      jwtAudience: 'suanli',
      ...more,
    })

  it('gives the roles that a token has, in a list or in one text', async () => {
    const { url } = await inFile()
    expect(await who(url, await sign({ roles: ['curator', 'admin'] }))).toBe('jwt tang curator')
    expect(await who(url, await sign({ roles: 'curator reader' }))).toBe('jwt tang reader,curator')
    expect((await ask(url, 'mutation { change }', {}, await sign({ roles: ['curator'] }))).status).toBe(200)
    const namespaced = await inFile({ jwtRolesClaim: 'https://suanli.example/roles' })
    expect(await who(namespaced.url, await sign({ 'https://suanli.example/roles': ['curator'] }))).toBe(
      'jwt tang curator',
    )
  })

  it('forbids changes to who has another role or none, and reading to none where that needs a token', async () => {
    const open = await inFile()
    for (const roles of [undefined, [], ['reader'], 'admin', 5, { curator: true }])
      expect(await refusalOf(open.url, 'mutation { change }', await sign({ roles }))).toEqual(noRole)
    const closed = await inFile({ read: 'token' })
    expect(await refusalOf(closed.url, '{ whoAmI }', await sign({ roles: ['admin'] }))).toEqual(noRole)
    expect(await who(closed.url, await sign({ roles: ['reader'] }))).toBe('jwt tang reader')
  })

  it('believes no token that has ended, has not begun, is for others, or is signed by others or by nobody', async () => {
    const { url } = await inFile()
    const roles = ['curator']
    const [header, payload, signature = ''] = (await sign({ roles })).split('.')
    const secret = new TextEncoder().encode(keySet)
    const tokens = [
      await sign({ roles, exp: now() - 60 }),
      await sign({ roles, exp: undefined }),
      await sign({ roles, nbf: now() + 60 }),
      await sign({ roles, sub: undefined }),
      await sign({ roles, iss: 'https://other.example' }),
      await sign({ roles, aud: 'other' }),
      await sign({ roles }, theirs.privateKey),
      await new SignJWT({ sub: 'tang', roles, exp: now() + 60 })
        .setProtectedHeader({ alg: 'HS256', kid: '1' })
        .sign(secret),
      new UnsecuredJWT({ sub: 'tang', roles }).setIssuer('https://issuer.example').setAudience('suanli').encode(),
      `${header}.${Buffer.from('{"sub":"tang","roles":["curator"],"exp":9999999999}').toString('base64url')}.${signature}`,
      `${header}.${payload}.${signature.split('').reverse().join('')}`,
      `${header}.${payload}`,
      'nonsense',
      '..',
      curatorToken,
    ]
    for (const token of tokens) expect(await refusalOf(url, '{ whoAmI }', token)).toEqual(wrongToken)
  })

  it('fetches them from an address, and says when they cannot be had', async () => {
    const issuer = createServer((_, response) => response.end(keySet))
    await new Promise<void>(resolve => issuer.listen(0, '127.0.0.1', resolve))
    const jwks = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`
    const { url } = await serve({ curatorToken: undefined, jwks })
    expect(await who(url, await sign({ roles: ['curator'] }))).toBe('jwt tang curator')
    const late = await serve({ curatorToken: undefined, jwks })
    issuer.closeAllConnections()
    await new Promise(resolve => issuer.close(resolve))
    expect(await refusalOf(late.url, '{ whoAmI }', await sign({ roles: ['curator'] }))).toEqual([
      503,
      'KEYS_UNAVAILABLE',
      null,
    ])
    expect(late.log).toContainEqual(expect.objectContaining({ msg: 'failure' }))
    expect(await who(late.url)).toBe('anonymous anonymous ')
  })
})

describe('the settings', () => {
  it('refuse a token that could be guessed, and keys that come by a way where others can change them', () => {
    const faults = (environment: Record<string, string>) => () => readConfig(environment)
    expect(faults({ SUANLI_CURATOR_TOKEN: 'hunter2' })).toThrow(/^SUANLI_CURATOR_TOKEN is not a text of at least 24/)
    expect(faults({ SUANLI_JWKS: 'http://issuer.example/jwks' })).toThrow(/SUANLI_JWKS .* begins with https/)
    for (const jwks of ['https://issuer.example/jwks', 'http://localhost:8080/jwks', './jwks.json'])
      expect(readConfig({ SUANLI_JWKS: jwks }).jwks).toBe(jwks)
  })

  it('end the start where they name a file that holds no keys', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'suanli-store-'))
    const { code, stderr } = await runProgram(['serve'], {
      SUANLI_JWKS: 'package.json',
      SUANLI_STORE: folder,
      PORT: '0',
    })
    expect(code).toBe(1)
    expect(stderr).toContain('KEYS_UNREADABLE: package.json is not a JSON Web Key Set')
    await rm(folder, { recursive: true })
  })
})
