import { createHash } from 'node:crypto'
import { editionId } from '../model/id.js'
import type { Edition, Source } from '../model/source.js'
import type { AnswerTo, QueryKind, QueryOf } from '../store/store.js'
import type { OutFile, OutFolder } from './out-folder.js'
import { yamlList, yamlMap, yamlText } from './yaml-text.js'

/** An entity of a dataset, with its written statements. */
export interface EntityEntry {
  readonly id: string
  readonly type: string
  readonly sameAs: readonly string[]
  /** The edition of the statements that name none. */
  readonly edition: string | undefined
  readonly statements: readonly string[]
}

/** Number of statements in one file, small enough for an editor. */
const statementsInFile = 5_000

/**
 * The files of one dataset: dataset.yaml with its sources, their texts, and its entities, in files of their own if
 * they are many.
 */
export class DatasetFiles {
  /** Targets of its links that no statement describes. */
  readonly undescribed = new Set<string>()
  readonly #editions = new Set<string>()
  readonly #sources = new Set<string>()
  readonly #parts: string[] = []
  readonly #names = new Set<string>()
  #entities: string[] = []
  #count = 0
  #hasOwn = false

  constructor(
    readonly dataset: string,
    readonly folder: OutFolder,
    readonly ask: <K extends QueryKind>(questions: readonly QueryOf<K>[]) => Promise<readonly AnswerTo<K>[]>,
  ) {}

  /** The name of the main file in reports. */
  get file(): string {
    return `${this.dataset}/dataset.yaml`
  }

  async add({ id, type, sameAs, edition, statements }: EntityEntry): Promise<void> {
    const lines = [
      `  - id: ${yamlText(id)}`,
      `    type: ${type}`,
      ...(sameAs.length > 0 ? [`    sameAs: ${yamlList(sameAs)}`] : []),
      ...(edition === undefined ? [] : [`    edition: ${yamlText(edition)}`]),
      ...(statements.length > 0 ? ['    statements:', ...statements.map(text => `      - ${text}`)] : []),
    ]
    if (sameAs.length > 0) this.#hasOwn = true
    if (sameAs.length + statements.length === 0) return
    this.#entities.push(`${lines.join('\n')}\n`)
    this.#count += statements.length + sameAs.length
    if (this.#count >= statementsInFile) await this.#writePart()
  }

  /** Adds an edition that a statement cites. */
  cite(edition: string): void {
    this.#editions.add(edition)
    this.declare(edition.slice(0, edition.lastIndexOf('#')))
  }

  /** Adds a source that the dataset describes. */
  declare(source: string): void {
    this.#sources.add(source)
  }

  async end(): Promise<void> {
    if (this.#parts.length > 0 && this.#entities.length > 0) await this.#writePart()
    const sources = await this.#readSources()
    const own = sources.find(source => source.id === this.dataset)
    const isOwn = own !== undefined && this.#hasOwn && isPlain(own)
    const file = await this.folder.create(this.file)
    await file.write(`dataset: ${yamlText(this.dataset)}\n`)
    await file.write(`title: ${yamlText(isOwn ? own.title : this.dataset)}\n`)
    if (isOwn && own.licence !== undefined) await file.write(`licence: ${yamlText(own.licence)}\n`)
    if (this.#parts.length > 0) await file.write(`include: ${yamlList(this.#parts)}\n`)
    const declared = sources.filter(source => !isOwn || source !== own)
    if (declared.length > 0) await file.write('sources:\n')
    for (const source of declared) await this.#writeSource(file, source)
    if (this.undescribed.size > 0) await file.write(`undescribed: ${yamlList([...this.undescribed].sort())}\n`)
    if (this.#entities.length > 0) await file.write(`entities:\n${this.#entities.join('')}`)
    await file.close()
  }

  async #writePart(): Promise<void> {
    const name = `entities-${String(this.#parts.length + 1).padStart(4, '0')}.yaml`
    const file = await this.folder.create(`${this.dataset}/${name}`)
    await file.write(`entities:\n${this.#entities.join('')}`)
    await file.close()
    this.#parts.push(name)
    this.#entities = []
    this.#count = 0
  }

  async #readSources(): Promise<readonly Source[]> {
    const ids = [...this.#sources].sort()
    const found = await this.ask<'source'>(ids.map(id => ({ kind: 'source', id })))
    return found.filter(source => source !== undefined)
  }

  async #writeSource(file: OutFile, { id, title, publisher, url, published, licence, weight, languages }: Source) {
    const members = { id, title, publisher, url, published, licence, weight: weight === 1 ? undefined : weight }
    for (const [i, [key, value]] of Object.entries(members)
      .filter(([, value]) => value !== undefined)
      .entries())
      await file.write(
        `${i === 0 ? '  - ' : '    '}${key}: ${typeof value === 'number' ? value : yamlText(String(value))}\n`,
      )
    const cited = [...this.#editions].flatMap(edition =>
      edition.startsWith(`${id}#`) ? [edition.slice(id.length + 1)] : [],
    )
    // The dataset's own edition needs no declaration.
    const all = [...new Set([...languages, ...cited.sort()])].filter(
      language => !(this.#hasOwn && id === this.dataset && language === 'und'),
    )
    await file.write(all.length === 0 ? '    editions: []\n' : '    editions:\n')
    for (const language of all)
      await file.write(`      - ${await this.#editionText(editionId(id, language), language)}\n`)
  }

  async #editionText(id: string, language: string): Promise<string> {
    const [edition, text] = (await this.ask<'edition' | 'editionText'>([
      { kind: 'edition', id },
      { kind: 'editionText', id },
    ])) as [Edition | undefined, string | undefined]
    const { sha256, translationOf, retrieved } = edition ?? {}
    const file = text === undefined ? undefined : await this.#writeText(id, text, sha256)
    return yamlMap({
      language,
      file,
      translationOf: translationOf?.slice(translationOf.lastIndexOf('#') + 1),
      retrieved,
      sha256: file === undefined && sha256 !== sha256Of(id) ? sha256 : undefined,
    })
  }

  /** A byte-order mark is part of the hashed bytes and not of the text. */
  async #writeText(id: string, text: string, sha256: string | undefined): Promise<string> {
    const name = this.#nameOf(id)
    const marked = `\ufeff${text}`
    const file = await this.folder.create(`${this.dataset}/${name}`)
    await file.write(sha256 !== sha256Of(text) && sha256 === sha256Of(marked) ? marked : text)
    await file.close()
    return name
  }

  /** File names that differ on every file system, for any ids. */
  #nameOf(edition: string): string {
    const plain = edition.replace(/[^\p{L}\p{N}._-]+/gu, '.').replace(/^\.+/, '')
    const short = [...plain].slice(0, 60).join('')
    for (let i = 1; ; i++) {
      const name = `sources/${short}${i === 1 ? '' : `-${i}`}.txt`
      if (this.#names.has(name.toLowerCase())) continue
      this.#names.add(name.toLowerCase())
      return name
    }
  }
}

/** Whether the source is the one that an import makes for a dataset without sources. */
function isPlain({ publisher, url, published, weight, languages }: Source): boolean {
  return (
    publisher === undefined &&
    url === undefined &&
    published === undefined &&
    weight === 1 &&
    languages.length === 1 &&
    languages[0] === 'und'
  )
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
