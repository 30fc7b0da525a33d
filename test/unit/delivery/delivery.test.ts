import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

interface Locked {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const shipped = packages.filter(([, { dev }]) => !dev)
const named = (entries: typeof packages) => entries.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13))

/** Licences under which a package may come with the program. */
const shippable = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'MIT AND Apache-2.0',
  '(MIT AND BSD-3-Clause)',
])

describe('the packages that the program needs', () => {
  it('have licences that let anybody use, change and pass on the program', () => {
    expect(named(shipped).length).toBeGreaterThan(100)
    expect(shipped.filter(([, { license }]) => !shippable.has(license ?? 'none'))).toEqual([])
  })

  it('ask nobody who passes on the program for its source, not even those of the tools', () => {
    expect(named(packages.filter(([, { license }]) => /(?<!L)GPL|SSPL|BUSL/.test(license ?? 'none')))).toEqual([])
    expect(named(packages.filter(([, { license }]) => license === undefined))).toEqual([])
  })

  it('run no script when they are installed', () => {
    // This one prints a warning about versions and does nothing else; `npm ci --ignore-scripts` leaves it out.
    expect(named(shipped.filter(([, { hasInstallScript }]) => hasInstallScript))).toEqual(['@apollo/protobufjs'])
  })

  it('are locked by their content', () => {
    expect(named(packages.filter(([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-')))).toEqual([])
    expect(named(packages.filter(([, { resolved }]) => resolved !== undefined))).toEqual([])
  })

  it('are named in exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version).toMatch(/^\d[\w.-]*$/)
  })
})

const composition = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true })

describe('the container', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n')
  it('runs as a user without rights, and is read-only in the composition', () => {
    const last = lines.findLastIndex(line => line.startsWith('FROM '))
    const user = lines.indexOf('USER node')
    expect(user).toBeGreaterThan(last)
    expect(lines.findIndex(line => line.startsWith('CMD '))).toBeGreaterThan(user)
    const { services } = composition
    for (const server of [services.suanli, services['suanli-cluster']])
      expect(server).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      })
  })

  it('runs on one Neo4j, or by its profile on a cluster whose members know each other by their names', () => {
    const { services, volumes } = composition
    const cores = Object.keys(services).filter(name => services[name].image?.endsWith('-enterprise'))
    expect(cores).toHaveLength(3)
    for (const name of cores) {
      const { environment, profiles, volumes: used } = services[name]
      expect(profiles).toEqual(['cluster'])
      expect(environment).toMatchObject({
        NEO4J_server_default__advertised__address: name,
        NEO4J_dbms_cluster_discovery_endpoints: cores.map(core => `${core}:5000`).join(','),
        NEO4J_initial_dbms_default__primaries__count: String(cores.length),
      })
      expect(used).toEqual([`${name}:/data`])
      expect(volumes).toHaveProperty(name)
    }
    const { environment, depends_on, profiles } = services['suanli-cluster']
    expect(profiles).toEqual(['cluster'])
    expect(Object.keys(depends_on)).toEqual(cores)
    expect(environment.SUANLI_STORE).toBe(`neo4j://${cores[0]}:7687`)
    const single = Object.keys(services).filter(name => services[name].profiles === undefined)
    expect(single).toEqual(['neo4j', 'suanli'])
    expect(services.suanli.environment.SUANLI_STORE).toBe('neo4j://neo4j:7687')
  })

  it('holds the files that are named, and no secret that happens to lie beside them', () => {
    const copied = lines.flatMap(line => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    expect(copied).not.toContain('.')
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.suanli', '.env*', '*.pem', '*.key']))
  })
})

describe('the release workflow', () => {
  const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8'))
  const { permissions, steps } = workflow.jobs.publish
  const commands: readonly string[] = steps.flatMap(({ run }: { run?: string }) => run ?? [])
  it('has the rights to prove where the package comes from, and no others', () => {
    expect(workflow.permissions).toEqual({})
    expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' })
  })

  it('tests before it publishes, with provenance', () => {
    const place = (text: string) => commands.findIndex(command => command.includes(text))
    expect(place('npm audit')).toBeGreaterThanOrEqual(0)
    expect(place('.ci/run')).toBeGreaterThan(place('npm audit'))
    expect(place('npm publish --provenance')).toBeGreaterThan(place('.ci/run'))
  })
})
