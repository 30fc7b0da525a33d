import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { Release } from '../../model/release.js'
import type { Store } from '../../store/store.js'
import { type CommonOptions, openSession, run, type Session, withStore } from '../command.js'
import { thisImporter } from '../importer.js'
import { counted } from '../report.js'

export function registerRelease(program: Command): void {
  const release = program.command('release').description('states of the graph that can be read again by name')
  release
    .command('create')
    .description('gives a name to the graph as it is')
    .argument('<title>', 'what it is called: "2026 spring"')
    .option('--reason <words>', 'why; the title, unless it is given')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((title: string, options: CommonOptions & { readonly reason?: string }) =>
      run(options, () => create(title, options)),
    )
  release
    .command('list')
    .description('every release, oldest first')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((options: CommonOptions) => run(options, () => list(options)))
}

async function create(title: string, options: CommonOptions & { readonly reason?: string }): Promise<void> {
  const session = openSession(options)
  const { publishRelease } = await import('../../curation/publish-release.js')
  await withStore(session, async store => {
    const byHand = { by: `cli:${userInfo().username}`, reason: options.reason ?? title }
    const { release: released } = await publishRelease(curationContextOf(session, store), title, byHand)
    console.log(options.json ? JSON.stringify(released) : releaseText(released))
  })
}

async function list(options: CommonOptions): Promise<void> {
  const { listReleases } = await import('../../views/releases.js')
  await withStore(openSession(options), async store => {
    const { answers } = await store.read<'deeds'>([{ question: { kind: 'deeds' } }])
    const releases = listReleases(answers[0] ?? [])
    if (options.json) console.log(JSON.stringify({ releases }))
    else console.log(releases.length === 0 ? 'no releases' : releases.map(releaseText).join('\n'))
  })
}

function curationContextOf({ ontology }: Session, store: Store) {
  const { now, isAlive } = thisImporter()
  return { store, ontology, now, isAlive }
}

function releaseText({ id, title, at, statementCount, sha256 }: Release): string {
  return `${id}  ${title}  ${at}  ${counted(statementCount, 'statement')}  sha256 ${sha256}`
}
