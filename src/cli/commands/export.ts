import type { Command } from 'commander'
import type { ExportCounts, ExportFormat, Exporting } from '../../exports/format.js'
import { parseLanguageTag } from '../../values/language-tag.js'
import { type CommonOptions, exitCodes, openSession, Refused, run, withFilledStore } from '../command.js'
import { counted, problemsText } from '../report.js'

interface ExportOptions extends CommonOptions {
  readonly format: string
  readonly release?: string
  readonly language?: string
  readonly out?: string
  readonly force?: boolean
  readonly keepGoing?: boolean
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('everything out again; yaml and jsonl come back in with `suanli import`')
    .requiredOption('--format <format>', 'yaml, jsonl, jsonld, csv, graphml, ftm, or neo4j-admin')
    .option('--release <name>', 'as of a release, by its title or id; else the newest state')
    .option('--language <tag>', 'of csv: the language of labels and names, such as en; else that of each label')
    .option('--out <path>', 'a file, or a folder for yaml, csv and neo4j-admin; else to standard output')
    .option('--force', 'replace what is there')
    .option('--keep-going', 'leave out what the format cannot say, and write the rest')
    .option('--store <address>', 'a folder, or the address of Neo4j')
    .option('--json', 'one JSON document that says what was written; needs --out')
    .action(async (options: ExportOptions, command: Command) => {
      const format = await findFormat(options.format)
      const wrong = wrongUsage(format, options)
      if (!format || wrong !== undefined) command.error(`error: ${wrong}`, { exitCode: exitCodes.wrongUsage })
      else await run(options, () => exportGraph(format, options))
    })
}

async function findFormat(name: string): Promise<ExportFormat | undefined> {
  const { exportFormats } = await import('../../exports/formats.js')
  return exportFormats.find(format => format.name === name)
}

function wrongUsage(
  format: ExportFormat | undefined,
  { format: name, language, out, json }: ExportOptions,
): string | undefined {
  if (!format) return `there is no format "${name}"; --help lists them`
  if (format.kind === 'folder' && out === undefined) return `${name} is a folder of files: name one with --out`
  if (language !== undefined && name !== 'csv') return '--language is for csv: other formats have every language'
  if (language !== undefined && parseLanguageTag(language) === undefined)
    return `"${language}" is no BCP 47 language tag, such as zh-Hans or en`
  if (json && out === undefined) return '--json needs --out: without it, what is exported is the output'
  return undefined
}

async function exportGraph(format: ExportFormat, options: ExportOptions): Promise<void> {
  const session = openSession(options)
  const [{ openExport }, { showCount }] = await Promise.all([
    import('../../exports/open-export.js'),
    import('../progress.js'),
  ])
  await withFilledStore(session, async store => {
    const progress = showCount(!options.json && options.out !== undefined)
    const exporting = await openExport(
      store,
      session.ontology,
      options.release,
      progress.step,
      options.language,
      session.config.timeZone,
    )
    const counts = await write(format, exporting, options).finally(progress.end)
    const { revision } = exporting
    const problems = exporting.problems.sorted
    if (options.json) console.log(JSON.stringify({ format: format.name, out: options.out, revision, counts, problems }))
    else if (options.out !== undefined)
      console.log(`${options.out}: revision ${revision} as ${format.name}: ${countsText(counts)}`)
    if (!options.json && problems.length > 0) console.error(problemsText(problems))
  })
}

async function write(format: ExportFormat, exporting: Exporting, options: ExportOptions): Promise<ExportCounts> {
  const { out, force = false, keepGoing = false } = options
  const { writeFileWhole, writeFolderWhole } = await import('../write-whole.js')
  const demandWhole = () => {
    const { problems } = exporting
    if (problems.errorCount === 0 || keepGoing) return
    if (options.json) console.log(JSON.stringify({ format: format.name, problems: problems.sorted }))
    else console.error(`${problemsText(problems.sorted)}\nnothing was exported: --keep-going leaves these out`)
    throw new Refused()
  }
  if (format.kind === 'folder')
    return await writeFolderWhole(out ?? '', force, async folder => {
      const counts = await format.write(exporting, folder)
      demandWhole()
      return counts
    })
  async function* whole(texts: AsyncGenerator<string, ExportCounts>) {
    const counts = yield* texts
    demandWhole()
    return counts
  }
  return await writeFileWhole(out, force, whole(format.write(exporting)))
}

function countsText(counts: ExportCounts): string {
  return Object.entries(counts)
    .map(([name, count]) => counted(count, singular(name), name))
    .join(', ')
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}
