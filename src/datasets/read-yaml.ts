import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { meant } from '../ontology/meant.js'
import { didYouMean, type Place, type Placed, type ProblemList } from './problem-list.js'

/** A mapping of a YAML file: gives its entries with their places and reports what is not as it should be. */
export class YamlMap {
  readonly #entries = new Map<string, { readonly key: Place; readonly value: Node | null }>()
  readonly #asked = new Set<string>()

  constructor(
    readonly where: string,
    readonly place: Place,
    node: YAMLMap,
    readonly file: YamlFile,
  ) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key)
      this.#entries.set(name, { key: file.placeOf(key as Node), value: value as Node | null })
    }
  }

  has(key: string): boolean {
    return this.#entries.has(key)
  }

  /** A text, number or date, as it is written. Reports one that is missing where it is `required`. */
  text(key: string, required = false): Placed | undefined {
    const node = this.#find(key, required)
    if (!node) return undefined
    const text = isScalar(node) ? textOf(node) : undefined
    if (text === undefined || text === '') {
      this.#misfit(key, 'a text', node)
      return undefined
    }
    return { content: text, place: this.file.placeOf(node) }
  }

  /** A number within bounds. */
  number(key: string, min: number, max: number): number | undefined {
    const node = this.#find(key, false)
    if (!node) return undefined
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'number' && value >= min && value <= max) return value
    const expected = max === Number.POSITIVE_INFINITY ? `a number from ${min}` : `a number from ${min} to ${max}`
    this.file.problems.error('NUMBER_RANGE', this.file.placeOf(node), { key, expected, seen: seenIn(node) })
    return undefined
  }

  maps(key: string): readonly YamlMap[] {
    return this.#items(key, 'a list of mappings').flatMap(node => {
      if (isMap(node)) return [new YamlMap(`an entry of \`${key}\``, this.file.placeOf(node), node, this.file)]
      this.#misfit(key, 'a list of mappings', node)
      return []
    })
  }

  map(key: string, required = false): YamlMap | undefined {
    const node = this.#find(key, required)
    if (!node) return undefined
    if (isMap(node)) return new YamlMap(`\`${key}\``, this.file.placeOf(node), node, this.file)
    this.#misfit(key, 'a mapping', node)
    return undefined
  }

  texts(key: string): readonly Placed[] {
    return this.#items(key, 'a list of texts').flatMap(node => {
      const text = isScalar(node) ? textOf(node) : undefined
      if (text !== undefined && text !== '') return [{ content: text, place: this.file.placeOf(node) }]
      this.#misfit(key, 'a list of texts', node)
      return []
    })
  }

  /** A text, or a list of them. */
  textOrTexts(key: string): readonly Placed[] | undefined {
    const node = this.#entries.get(key)?.value
    if (isSeq(node)) return this.texts(key)
    const text = this.text(key)
    return text && [text]
  }

  get keys(): readonly string[] {
    return [...this.#entries.keys()]
  }

  placeOf(key: string): Place {
    return this.#entries.get(key)?.key ?? this.place
  }

  /** What no call has asked for. */
  get rest(): readonly string[] {
    return this.keys.filter(key => !this.#asked.has(key))
  }

  /** Reports every key that no call has asked for. */
  end(): void {
    for (const key of this.rest)
      this.file.problems.error(
        'KEY_UNKNOWN',
        this.placeOf(key),
        { seen: key, where: this.where },
        didYouMean(meant(key, [...this.#asked])),
      )
  }

  #find(key: string, required: boolean): Node | undefined {
    this.#asked.add(key)
    const node = this.#entries.get(key)?.value
    if (node) return node
    if (required) this.file.problems.error('KEY_MISSING', this.place, { where: this.where, key })
    return undefined
  }

  #items(key: string, expected: string): readonly Node[] {
    const node = this.#find(key, false)
    if (!node) return []
    if (isSeq(node)) return node.items as Node[]
    this.#misfit(key, expected, node)
    return []
  }

  #misfit(key: string, expected: string, node: Node): void {
    this.file.problems.error('KEY_TYPE', this.file.placeOf(node), { key, expected, seen: seenIn(node) })
  }
}

/** A YAML file with the places of what is in it. */
export interface YamlFile {
  readonly problems: ProblemList
  placeOf(node: Node): Place
}

/** The mapping that a YAML file is. Reports all faults of its syntax at once; then there is none. */
export function readYaml(text: string, named: string, problems: ProblemList): YamlMap | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    const lineStart = lines.lineStarts[line - 1] ?? 0
    return { file: named, line, column: [...text.slice(lineStart, lineStart + col - 1)].length + 1 }
  }
  for (const { message, pos } of document.errors) problems.error('YAML_SYNTAX', at(pos[0]), { detail: message })
  if (document.errors.length > 0) return undefined
  const root = document.contents
  if (!isMap(root)) {
    problems.error(
      'KEY_TYPE',
      { file: named, line: 1, column: 1 },
      { key: 'dataset', expected: 'a mapping', seen: root ? 'something else' : 'an empty file' },
    )
    return undefined
  }
  return new YamlMap('the dataset', { file: named, line: 1, column: 1 }, root, {
    problems,
    placeOf: node => at(node?.range?.[0] ?? 0),
  })
}

/** As it is written, so that 0100 and 2024-07-04 stay as they are. */
function textOf(node: { readonly value: unknown; readonly source?: string }): string | undefined {
  if (typeof node.value === 'string') return node.value
  if (typeof node.value === 'number' || typeof node.value === 'boolean' || typeof node.value === 'bigint')
    return node.source ?? String(node.value)
  return undefined
}

function seenIn(node: Node): string {
  if (isMap(node)) return 'a mapping'
  if (isSeq(node)) return 'a list'
  if (!isScalar(node)) return 'an alias'
  if (node.value === null || node.value === '') return 'nothing'
  return typeof node.value === 'number' ? String(node.value) : `"${String(node.value).slice(0, 60)}"`
}
