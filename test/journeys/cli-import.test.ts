import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js'
import { runProgram, seedFolder } from '../support/server.js'
import { article, makeWorkFolder, type WorkFolder } from '../unit/datasets/dataset-files.js'

let work: WorkFolder
beforeEach(async () => {
  work = await makeWorkFolder()
})
afterEach(() => work.remove())

async function suanli(...parameters: readonly string[]) {
  return await runProgram(parameters, {}, work.path)
}

const named = (name: string, more = '') =>
  article(`  - id: company/telecom
    type: Company
    edition: paper#zh-Hans
    statements:
      - { property: name, value: ${name} }
${more}`)

describe('suanli import', () => {
  it('imports the datasets that come with it, and changes nothing the second time', async () => {
    const seeds = ['beijing-2024', 'cn-regions'].map(seedFolder)
    const first = await suanli('import', ...seeds)
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toMatch(/^387 entities added\n2842 statements added, 0 retracted, 0 unchanged\n/)
    expect(first.stdout).toContain('TRANSLATION member of corridor/jing-jin-ji-meng: 2 statements')
    expect(first.stdout).toContain('TRANSLATION name of official/tang-jianguo: 2 statements')
    expect(first.stdout).toMatch(/\nrevision 1 of \d{4}-\d\d-\d\dT[\d:.]+Z\n$/)

    const second = await suanli('import', ...seeds)
    expect(second.stdout).toMatch(/^nothing changed: 2842 statements stand as before\nrevision 1 of /)
    expect((await suanli('plan', ...seeds)).stdout).toBe('nothing changed: 2842 statements stand as before\n')
  })

  it('does what its plan said, which writes nothing', async () => {
    await work.write('paper', named('中国电信'))
    const planned = await suanli('plan', 'paper', '--json')
    expect(await readdir(work.path)).toEqual(['paper'])
    const imported = await suanli('import', 'paper', '--json')
    const counts = {
      entitiesAdded: 1,
      statementsAdded: 1,
      statementsRetracted: 0,
      unchanged: 0,
      newConflicts: [],
      problems: [],
    }
    expect(JSON.parse(planned.stdout)).toMatchObject({ applied: false, ...counts })
    expect(JSON.parse(imported.stdout)).toMatchObject({ applied: true, ...counts, revision: { number: 1 } })

    await work.write('paper', named('中国电信集团'))
    const retracting = { statementsAdded: 1, statementsRetracted: 1, entitiesAdded: 0 }
    expect(JSON.parse((await suanli('plan', 'paper', '--json')).stdout)).toMatchObject({
      applied: false,
      ...retracting,
    })
    expect(JSON.parse((await suanli('import', 'paper', '--json')).stdout)).toMatchObject({
      applied: true,
      ...retracting,
    })
  })

  it('keeps its statements where --store says', async () => {
    await work.write('paper', named('中国电信'))
    expect(await suanli('import', 'paper', '--store', 'kept')).toMatchObject({ code: 0 })
    expect((await readdir(work.path)).sort()).toEqual(['kept', 'paper'])
  })

  it('lets a dataset refer to what another has put into the graph, and to nothing else', async () => {
    await work.write('paper', named('中国电信'))
    const more = article(`  - id: company/tianyi
    type: Company
    edition: paper#en
    statements:
      - { property: name, value: e-Cloud }
      - { property: parent, value: company/telecom }
`)
    await work.write('more', {
      ...more,
      'dataset.yaml': String(more['dataset.yaml']).replace('dataset: article', 'dataset: more'),
    })
    const alone = await suanli('import', 'more')
    expect(alone.stderr).toContain(
      'more/dataset.yaml:15:36: error REFERENCE_DANGLING: "company/telecom" is described neither here nor in the graph',
    )
    expect(alone.code).toBe(1)
    expect(await suanli('import', 'paper')).toMatchObject({ code: 0 })
    expect(await suanli('import', 'more')).toMatchObject({ code: 0 })
  })

  it('leaves out what has an error with --keep-going, and imports the rest', async () => {
    const table = `${named('中国电信')['dataset.yaml']}tables:
  - file: list.csv
    edition: paper#en
    entity: { type: Company, id: "company/{Id}" }
    statements:
      - { property: name, column: Name }
`
    await work.write('paper', {
      ...named('中国电信'),
      'dataset.yaml': table,
      'list.csv': 'Id,Name\na,A\nb,"B"C\nc,C,x\nd,D\n',
    })
    const refused = await suanli('import', 'paper')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('paper/list.csv:3:3: error CSV_SYNTAX')
    expect(refused.stderr).toContain('paper/list.csv:4:1: error CSV_SYNTAX')
    expect(refused.stderr).toMatch(/2 problems \(2 errors, 0 warnings\)\nnothing was applied\n$/)
    expect(await readdir(work.path)).toEqual(['paper'])

    const { code, stdout, stderr } = await suanli('import', 'paper', '--keep-going')
    expect([code, stdout.split('\n')[0]]).toEqual([0, '3 entities added'])
    expect(stderr).toContain('2 problems')
  })

  it('does not go on where a file cannot be read: nobody knows what it says', async () => {
    await work.write('paper', { ...named('中国电信'), 'paper.en.txt': Buffer.from([0xff]) })
    const { code, stderr } = await suanli('import', 'paper', '--keep-going')
    expect(code).toBe(1)
    expect(stderr).toContain('paper/paper.en.txt:1:1: error FILE_ENCODING')
    expect(await readdir(work.path)).toEqual(['paper'])
  })
})

describe('suanli import --json', () => {
  const eventsOf = (stderr: string) =>
    stderr
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))

  it('tells how far it has come and what is wrong as lines on standard error, and the result alone on standard output', async () => {
    await work.write('paper', named('中国电信', '      - { property: capcity, value: 45 EFLOPS }\n'))
    const { code, stdout, stderr } = await suanli('import', 'paper', '--keep-going', '--json')
    const events = eventsOf(stderr)
    expect(code).toBe(0)
    expect(stdout.split('\n')).toHaveLength(2)
    const rate = expect.any(Number)
    expect(events.filter(({ type }) => type === 'progress')).toEqual([
      { type: 'progress', phase: 'check', done: 0, rate },
      { type: 'progress', phase: 'check', done: 1, rate },
      { type: 'progress', phase: 'import', done: 0, total: 1, rate },
      { type: 'progress', phase: 'import', done: 1, total: 1, rate, secondsLeft: 0 },
      { type: 'progress', phase: 'rows', done: 0, rate },
      { type: 'progress', phase: 'rows', done: 1, rate },
    ])
    const problems = events.filter(({ type }) => type === 'problem').map(({ type, ...problem }) => problem)
    expect(problems).toMatchObject([{ code: 'PROPERTY_UNKNOWN', severity: 'ERROR', file: 'paper/dataset.yaml' }])
    expect(JSON.parse(stdout)).toMatchObject({ applied: true, statementsAdded: 1, problems })
  })

  it('ends with the refusal where it is refused', async () => {
    await work.write('paper', named('中国电信', '      - { property: capcity, value: 45 EFLOPS }\n'))
    const { code, stdout, stderr } = await suanli('import', 'paper', '--json')
    expect(code).toBe(1)
    expect(eventsOf(stderr).at(-1)).toMatchObject({ type: 'problem', code: 'PROPERTY_UNKNOWN' })
    expect(JSON.parse(stdout)).toMatchObject({ applied: false, problems: [{ code: 'PROPERTY_UNKNOWN' }] })
  })
})

describe('a refused import', () => {
  it('leaves what was imported before as it was', async () => {
    await work.write('paper', named('中国电信'))
    await suanli('import', 'paper')
    await work.write('paper', named('中国电信集团', '      - { property: capcity, value: 45 EFLOPS }\n'))
    expect((await suanli('import', 'paper')).code).toBe(1)
    const store = await openSqliteStore(join(work.path, '.suanli'))
    const { revision, answers } = await store.read([{ question: { kind: 'entity', id: 'company/telecom' } }])
    await store.close()
    expect(revision.number).toBe(1)
    expect(answers[0]?.statements.map(({ value }) => value)).toEqual([
      { kind: 'text', text: '中国电信', language: 'zh-Hans' },
    ])
  })
})
