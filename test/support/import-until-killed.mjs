/*
 * A process that imports until it is killed: `node import-until-killed.mjs ENGINE FOLDER MODE`, where ENGINE is the URL of
 * the module that exports `openSqliteStore`. It prints a line for each thing that the store has acknowledged.
 *
 * publish: stages batches of 20 statements without end and publishes after every third.
 * abandon: stages 100 batches and then abandons them.
 */
const [engine, folder, mode] = process.argv.slice(2)
const { openSqliteStore } = await import(engine)

const { writer, read } = await openStore()
const batchesOf = 3

function batch(number) {
  const statements = Array.from({ length: 20 }, (_, index) => ({
    id: `statement/${number}-${index}`,
    subject: `region/${number}`,
    property: 'name',
    value: { kind: 'text', text: `上海 ${number}`, language: 'zh-Hans' },
    qualifiers: {},
    asStated: '上海',
    language: 'zh-Hans',
    edition: 'press#zh-Hans',
  }))
  return {
    entities: [{ id: `region/${number}`, type: 'Region' }],
    statements,
    vouches: statements.map(({ id, subject }) => ({
      statement: id,
      subject,
      dataset: 'news',
      rank: 'NORMAL',
      confidence: 1,
    })),
  }
}

if (mode === 'publish') {
  for (;;) {
    const { revision } = await read([])
    const staged = await writer.begin(['news'], `child:${process.pid}`, () => false)
    for (let index = 0; index < batchesOf; index += 1) {
      await writer.stage(staged, batch(revision.number * batchesOf + index))
      console.log(JSON.stringify({ staged: staged.revision }))
    }
    console.log(
      JSON.stringify({
        published: (await writer.publish(staged, new Date(staged.revision * 1000).toISOString())).number,
      }),
    )
  }
} else {
  const staged = await writer.begin(['news'], `child:${process.pid}`, () => false)
  for (let index = 0; index < 1_000; index += 1) await writer.stage(staged, batch(1_000_000 + index))
  console.log(JSON.stringify({ abandoning: staged.revision }))
  await writer.abandon(() => false)
  console.log(JSON.stringify({ abandoned: staged.revision }))
  setInterval(() => {}, 1_000)
}

async function openStore() {
  const store = await openSqliteStore(folder)
  return { writer: store.writer, read: asks => store.read(asks) }
}
