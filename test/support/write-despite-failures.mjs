/*
 * A process that writes although its disk fails: `node write-despite-failures.mjs ENGINE FOLDER REVISIONS`, where ENGINE is
 * the URL of the module that exports `openSqliteStore`. Each revision adds an entity with twenty statements, in turn by an
 * import and by a curation action. Prints a line for each revision that the store acknowledged, and for each failure.
 */
const [engine, folder, revisions] = process.argv.slice(2)
const { openSqliteStore } = await import(engine)

const tell = line => console.log(JSON.stringify(line))
const isAlive = () => false
const statementsOf = subject =>
  Array.from({ length: 20 }, (_, index) => ({
    id: `statement/${subject}-${index}`,
    subject,
    property: 'name',
    value: { kind: 'text', text: `上海 ${subject}`, language: 'zh-Hans' },
    qualifiers: {},
    asStated: '上海',
    language: 'zh-Hans',
    edition: 'press#zh-Hans',
  }))
const batchOf = (subject, statements) => ({
  entities: [{ id: subject, type: 'Region' }],
  statements,
  vouches: statements.map(({ id }) => ({ statement: id, subject, dataset: 'news', rank: 'NORMAL', confidence: 1 })),
})

async function write({ read, writer }) {
  const { revision } = await read([])
  if (revision.number >= Number(revisions)) return undefined
  const number = revision.number + 1
  const subject = `region/${number}`
  const statements = statementsOf(subject)
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString()
  if (number % 2 === 0) {
    const action = { kind: 'REPAIR', by: 'curator', reason: 'more' }
    return await writer.apply(batchOf(subject, statements), action, revision.number, at, isAlive)
  }
  const staged = await writer.begin(['news'], `child:${process.pid}`, isAlive)
  try {
    for (let from = 0; from < statements.length; from += 5)
      await writer.stage(staged, batchOf(subject, statements.slice(from, from + 5)))
    return await writer.publish(staged, at)
  } catch (failure) {
    await writer.release(staged, false).catch(tellFailure)
    throw failure
  }
}

const tellFailure = ({ code, message }) => tell({ code, message })

let store
for (let tries = 0; tries < 100; tries += 1) {
  try {
    store ??= await openSqliteStore(folder)
    const revision = await write({ read: asks => store.read(asks), writer: store.writer })
    if (!revision) break
    tell({ acknowledged: revision.number })
  } catch (failure) {
    tellFailure(failure)
  }
}
await store?.close().catch(tellFailure)
tell({ ended: true })
