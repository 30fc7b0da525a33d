import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { socketUrl } from '../../support/socket.js'
import type { FaultyProxy, ProxyMode } from '../faulty-proxy.js'
import { post } from '../session.js'
import type { World } from '../world.js'
import type { Fault } from './fault.js'

/** Puts a mode on all the proxies for a while; connections that are open then are cut at the end. */
async function withMode(proxies: readonly FaultyProxy[], mode: ProxyMode, ms: number): Promise<void> {
  for (const proxy of proxies) proxy.mode = mode
  if (mode.kind !== 'slow') for (const proxy of proxies) proxy.cut()
  await wait(ms)
  for (const proxy of proxies) {
    proxy.mode = { kind: 'pass' }
    proxy.cut()
  }
}

const clientProxies = ({ servers }: World) => servers.map(({ proxy }) => proxy)
const storeProxies = ({ storeProxy }: World) => (storeProxy ? [storeProxy] : [])

function network(
  where: string,
  proxiesOf: (world: World) => readonly FaultyProxy[],
  engines: Fault['engines'],
): readonly Fault[] {
  const only = engines === undefined ? {} : { engines }
  return [
    {
      name: `connections ${where} cut`,
      ...only,
      async run(world, isShort) {
        const times = isShort ? 5 : 30
        for (let time = 0; time < times; time += 1) {
          for (const proxy of proxiesOf(world)) proxy.cut()
          await wait(100 + world.random.below(200))
        }
        return { times }
      },
    },
    {
      name: `connections ${where} slow`,
      ...only,
      async run(world, isShort) {
        await withMode(proxiesOf(world), { kind: 'slow', delayMs: 40, bytes: 2_000 }, isShort ? 1_000 : 5_000)
        return { times: 1 }
      },
    },
    {
      name: `connections ${where} halved in the middle of answers`,
      ...only,
      async run(world, isShort) {
        const bytes = () => world.random.below(world.random.below(2) === 0 ? 300 : 5_000)
        await withMode(proxiesOf(world), { kind: 'half', bytes }, isShort ? 1_000 : 5_000)
        return { times: 1 }
      },
    },
    {
      name: `connections ${where} refused`,
      ...only,
      async run(world, isShort) {
        await withMode(proxiesOf(world), { kind: 'refuse' }, isShort ? 500 : 3_000)
        return { times: 1 }
      },
    },
  ]
}

/** Readers that ask for everything and take nothing of the answer. */
const endlessReader: Fault = {
  name: 'readers that never end',
  async run({ servers }, isShort) {
    const sockets = servers.flatMap(server =>
      Array.from({ length: 4 }, (_, index) => {
        const socket = connect(server.port, '127.0.0.1')
        socket.on('error', () => {})
        const path =
          index % 2 === 0 ? '/export?format=jsonl' : '/graphql?query={statements(first:100){nodes{id,quote{exact}}}}'
        socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\napollo-require-preflight: true\r\n\r\n`)
        socket.pause()
        return socket
      }),
    )
    await wait(isShort ? 1_000 : 8_000)
    for (const socket of sockets) socket.destroy()
    return { times: sockets.length }
  },
}

const slowSubscriber: Fault = {
  name: 'slow subscribers',
  async run({ subscribers }, isShort) {
    for (const subscriber of subscribers) subscriber.pause()
    await wait(isShort ? 1_500 : 8_000)
    for (const subscriber of subscribers) subscriber.resume()
    return { times: subscribers.length }
  },
}

/** From twenty addresses, since an address may open fifty. */
const idleSockets: Fault = {
  name: 'a thousand idle sockets',
  async run({ servers }, isShort) {
    const [server] = servers
    const wanted = 1_000
    const open: (Socket | WebSocket)[] = []
    let opened = 0
    let refused = 0
    for (let begun = 0; begun < wanted; begun += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => {
          const localAddress = `127.0.1.${1 + Math.floor((begun + index) / 50)}`
          const socket = new WebSocket(socketUrl(server.directUrl), ['graphql-transport-ws'], { localAddress })
          open.push(socket)
          return new Promise<void>(done => {
            socket.once('open', () => {
              opened += 1
              socket.send('{"type":"connection_init"}')
              done()
            })
            socket.once('error', () => {
              refused += 1
              done()
            })
          })
        }),
      )
    const answer = await post(server.directUrl, '{ revision }', {})
    await wait(isShort ? 0 : 3_000)
    for (const socket of open) socket instanceof WebSocket ? socket.terminate() : socket.destroy()
    return {
      times: opened,
      violations: [
        ...(answer.kind === 'data' ? [] : [`a server with idle sockets did not answer: ${answer.message}`]),
        ...(opened + refused === wanted && opened > wanted * 0.9 ? [] : [`${opened} of ${wanted} sockets were opened`]),
      ],
    }
  },
}

export const networkFaults: readonly Fault[] = [
  ...network('of clients', clientProxies, undefined),
  ...network('to Neo4j', storeProxies, ['neo4j']),
  endlessReader,
  slowSubscriber,
  idleSockets,
]
