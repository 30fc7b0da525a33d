import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { matchQuote, toQuotable } from '../../datasets/check/match-quote.js'
import { type Fault, type FaultCode, fault } from '../../model/catalogues/integrity-finding.js'
import type { Store } from '../../store/store.js'
import { civilDay } from '../../values/civil-day.js'
import {
  type CommonOptions,
  collectEarly,
  loginOf,
  openSession,
  Refused,
  run,
  type Session,
  withStore,
} from '../command.js'
import { thisImporter } from '../importer.js'
import { counted } from '../report.js'

interface DoctorOptions extends CommonOptions {
  readonly repair?: boolean
}

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('checks the integrity of a store: schema, references, derived data, conflicts, releases')
    .option('--repair', 'rebuild derived data from the statements')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document')
    .action((options: DoctorOptions) => run(options, () => doctor(options)))
}

async function doctor(options: DoctorOptions): Promise<void> {
  collectEarly()
  const session = openSession(options)
  const findings = new Findings()
  const store = await checkStore(session, options, findings)
  if (findings.isReadable)
    await withStore(session, async open => {
      await checkGraph(open, session, options, findings)
      await checkResolved(open, session, options, findings)
    })
  if (options.json) console.log(JSON.stringify({ store, ...findings.toJson() }))
  else console.log(findings.toText(store))
  if (findings.left > 0) throw new Refused()
}

/** What the engine keeps; where it is to be repaired, so many faults at a time. Gives what the store is called. */
async function checkStore(
  { config, ontology }: Session,
  { repair }: DoctorOptions,
  findings: Findings,
): Promise<string> {
  const { openAudit } = await import('../../store/open-store.js')
  const audit = await openAudit(config.store, loginOf(config))
  const words = {
    typeOfId: (id: string) => ontology.findTypeOfId(id)?.name,
    quotesIn: (text: string) => {
      const quotable = toQuotable(text)
      return ({ exact, prefix, suffix }: { exact: string; prefix?: string; suffix?: string }) =>
        matchQuote(quotable, exact, prefix, suffix) !== undefined
    },
  }
  try {
    for await (const { fault, mending } of audit.check(words)) {
      if (repair && mending) await audit.mend(mending)
      findings.add(fault, repair === true && mending !== undefined)
    }
  } finally {
    await audit.close()
  }
  return audit.description
}

/** What follows from what was said. */
async function checkGraph(store: Store, { ontology }: Session, { repair }: DoctorOptions, findings: Findings) {
  const [{ checkGraph, repairConflicts }, { PinnedGraph }] = await Promise.all([
    import('../../curation/check-graph.js'),
    import('../../curation/pinned-graph.js'),
  ])
  const { now, isAlive } = thisImporter()
  const curationContext = { store, ontology, now, isAlive }
  const { revision } = await store.read([])
  let repairable = 0
  for await (const { fault, opens, closes } of checkGraph(new PinnedGraph(curationContext, revision))) {
    const isRepairable = opens !== undefined || closes !== undefined
    if (isRepairable) repairable += 1
    findings.add(fault, repair === true && isRepairable)
  }
  if (repair && repairable > 0)
    await repairConflicts(curationContext, { by: `cli:${userInfo().username}`, reason: 'suanli doctor --repair' })
}

/** The rows of what holds. Any that differ are reason to write all again: what made one differ may have made others. */
async function checkResolved(
  store: Store,
  { config, ontology }: Session,
  { repair }: DoctorOptions,
  findings: Findings,
) {
  const [{ checkRows }, { keepsRows, refreshRows }] = await Promise.all([
    import('../../rows/check-rows.js'),
    import('../../rows/refresh-rows.js'),
  ])
  if (!keepsRows(store)) return
  const today = civilDay(thisImporter().now(), config.timeZone)
  let found = 0
  for await (const difference of checkRows(store, ontology, today)) {
    found += 1
    if (difference.kind === 'BEHIND') {
      const { revision, newest } = difference
      findings.add(fault('ROWS_BEHIND', 'rows', { revision, newest }), repair === true)
    } else findings.add(fault(`ROW_${difference.kind}`, difference.id), repair === true)
  }
  if (repair && found > 0) await refreshRows(store, { ontology, today, rebuild: 'always' })
}

/** What was found: all of it counted, of each code the first so many kept. */
class Findings {
  readonly #shown: Fault[] = []
  readonly #counts = new Map<FaultCode, { found: number; repaired: number; readonly fault: Fault }>()

  add(fault: Fault, isRepaired: boolean): void {
    const count = this.#counts.get(fault.code) ?? { found: 0, repaired: 0, fault }
    this.#counts.set(fault.code, count)
    count.found += 1
    if (isRepaired) count.repaired += 1
    if (count.found <= shownOfCode) this.#shown.push(fault)
  }

  /** Whether the graph can be read at all. */
  get isReadable(): boolean {
    return (
      !['SCHEMA_OLD', 'DATABASE_DAMAGED', 'STATEMENT_UNREADABLE'].some(code => this.#counts.has(code as FaultCode)) &&
      !this.#shown.some(({ code, where }) => code === 'SCHEMA_PART_MISSING' && where.startsWith('table '))
    )
  }

  /** How many are not repaired. */
  get left(): number {
    return [...this.#counts.values()].reduce((sum, { found, repaired }) => sum + found - repaired, 0)
  }

  toJson() {
    const counts = [...this.#counts].map(([code, { found, repaired }]) => ({ code, found, repaired }))
    return { isSound: this.#counts.size === 0, isGraphChecked: this.isReadable, counts, faults: this.#shown }
  }

  toText(store: string): string {
    if (this.#counts.size === 0) return `${store} is sound`
    const groups = [...this.#counts.values()].map(({ found, repaired, fault }) => {
      const its = this.#shown.filter(({ code }) => code === fault.code)
      const lines = its.map(({ where, message }) => `  ${where}: ${message}`)
      const more = found > its.length ? [`  and ${found - its.length} more`] : []
      const state = repaired === found ? 'repaired' : fault.repair === 'person' ? '' : '--repair mends it'
      return [`${fault.code} ${found}${state && ` (${state})`}`, ...lines, ...more, `  ${fault.advice}`].join('\n')
    })
    const graph = this.isReadable ? [] : ['The graph was not read, as it cannot be.']
    return [...groups, ...graph, `${store}: ${counted(this.left, 'fault')} left`].join('\n')
  }
}

const shownOfCode = 20
