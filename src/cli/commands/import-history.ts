import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { CheckedHistory } from '../../history/replay-history.js'
import type { Problem } from '../../model/problem.js'
import type { Store } from '../../store/store.js'
import { type CommonOptions, openSession, Refused, run, withStore } from '../command.js'
import { thisImporter } from '../importer.js'
import { counted, problemsText } from '../report.js'

/**
 * Whether an argument names a history, as `suanli export --format jsonl` writes it: a file of that name, or any file
 * whose first line is the first line of one.
 */
export function isHistory(path: string): boolean {
  return /\.jsonl$/i.test(path) || (isFile(path) && startsAsHistory(path))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

const firstBytes = 200

function startsAsHistory(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(firstBytes)
    const length = readSync(file, bytes, 0, firstBytes, 0)
    return /^\uFEFF?\s*\{\s*"type"\s*:/.test(bytes.toString('utf8', 0, length))
  } finally {
    closeSync(file)
  }
}

/** Checks a history, and against the store where one is given. Tells all that is wrong with it, and refuses it then. */
export async function checkHistoryFile(
  file: string,
  store: Store | undefined,
  options: CommonOptions,
): Promise<{ readonly history: CheckedHistory; readonly problems: readonly Problem[] }> {
  const [{ checkHistory }, { ProblemList }] = await Promise.all([
    import('../../history/replay-history.js'),
    import('../../datasets/check/problem-list.js'),
  ])
  const problems = new ProblemList()
  const history = await checkHistory(file, store, problems)
  if (problems.errorCount === 0) return { history, problems: [] }
  if (options.json) console.log(JSON.stringify({ applied: false, ok: false, problems: problems.sorted }))
  else console.error(`${problemsText(problems.sorted)}\nnothing was applied`)
  throw new Refused()
}

/** `suanli import FILE.jsonl`: what an export wrote becomes the same store again. */
export function importHistory(file: string, options: CommonOptions): Promise<void> {
  return run(options, async () => {
    const { applyHistory } = await import('../../history/replay-history.js')
    const { showCount } = await import('../progress.js')
    await withStore(openSession(options), async store => {
      const { history } = await checkHistoryFile(file, store, options)
      await store.writer.prepare()
      const progress = showCount(!options.json)
      const applied = await applyHistory(history, store, thisImporter(), done => progress.step(done)).finally(
        progress.end,
      )
      const { number, at } = applied.revision
      if (options.json) console.log(JSON.stringify({ applied: true, ...applied, problems: [] }))
      else console.log(`${historyText(applied)}\nrevision ${number} of ${at}`)
    })
  })
}

/** What a history brings, for a person. */
export function historyText({
  revisionsAdded,
  statementsAdded,
}: Pick<CheckedHistory, 'revisionsAdded' | 'statementsAdded'>): string {
  if (revisionsAdded === 0) return 'nothing changed: the store has all of this history'
  return `${counted(revisionsAdded, 'revision')} added, with ${counted(statementsAdded, 'statement')}`
}
