import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { meant } from '../../ontology/closest-match.js'
import { didYouMean, type Place, type Placed, type ProblemList } from '../check/problem-list.js'

/** What a mapping needs to know of its file. */
export interface YamlFile {
  readonly problems: ProblemList
  placeOf(node: Node | null): Place
  /** Resolves a node: an alias of a text is that text, so that `*edition` may be written for a long id. */
  resolve(node: Node | null): Node | null
}

/** A mapping of a YAML file: gives its entries with their places and reports what is not as it should be. */
export class YamlMap {
  readonly #entries = new Map<string, { readonly place: Place; readonly value: Node | null }>()
  readonly #asked = new Set<string>()

  constructor(
    readonly where: string,
    readonly place: Place,
    node: YAMLMap,
    readonly file: YamlFile,
  ) {
    for (const { key, value } of node.items) {
      const named = file.resolve(key as Node | null)
      const name = isScalar(named) ? (textOf(named) ?? '') : seenIn(named)
      if (node.flow && value === null) this.#reportComma(name, key as Node | null)
      this.#entries.set(name, { place: file.placeOf(key as Node | null), value: file.resolve(value as Node | null) })
    }
  }

  /** A text, number or truth value, as it is written. Reports one that is missing where it is `required`. */
  text(key: string, required = false): Placed | undefined {
    const node = this.#find(key, required)
    return node === undefined ? undefined : this.#textAt(key, 'a text', node)
  }

  /** A number within bounds. */
  number(key: string, min: number, max: number): number | undefined {
    const node = this.#find(key, false)
    if (node === undefined) return undefined
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'number' && value >= min && value <= max) return value
    const expected = max === Number.POSITIVE_INFINITY ? `a number from ${min}` : `a number from ${min} to ${max}`
    this.file.problems.error('NUMBER_RANGE', this.#placeOf(key, node), { key, expected, seen: seenIn(node) })
    return undefined
  }

  /** A whole number from `min` on. */
  whole(key: string, min: number): number | undefined {
    const node = this.#find(key, false)
    if (node === undefined) return undefined
    const value = isScalar(node) ? node.value : undefined
    if (Number.isSafeInteger(value) && (value as number) >= min) return value as number
    const expected = `a whole number from ${min}`
    this.file.problems.error('NUMBER_RANGE', this.#placeOf(key, node), { key, expected, seen: seenIn(node) })
    return undefined
  }

  /** A text that may be empty or white space, as the prefix or suffix of a quote may be. */
  words(key: string): string | undefined {
    const node = this.#find(key, false)
    const text = isScalar(node) ? textOf(node) : undefined
    if (node !== undefined && text === undefined) this.#misfit(key, 'a text', node)
    return text
  }

  /** Whether it is said to be so; no where nothing is said. */
  flag(key: string): boolean {
    const node = this.#find(key, false)
    if (node === undefined) return false
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'boolean') return value
    this.#misfit(key, 'true or false', node)
    return false
  }

  map(key: string, required = false): YamlMap | undefined {
    const node = this.#find(key, required)
    if (node === undefined) return undefined
    if (isMap(node)) return new YamlMap(`\`${key}\``, this.file.placeOf(node), node, this.file)
    this.#misfit(key, 'a mapping', node)
    return undefined
  }

  maps(key: string): readonly YamlMap[] {
    return this.#items(key, 'a list of mappings').flatMap(item => {
      const node = this.file.resolve(item)
      if (isMap(node)) return [new YamlMap(`an entry of \`${key}\``, this.file.placeOf(node), node, this.file)]
      this.#misfit(key, 'a list of mappings', node)
      return []
    })
  }

  texts(key: string): readonly Placed[] {
    return this.#items(key, 'a list of texts').flatMap(item => {
      const text = this.#textAt(key, 'a list of texts', this.file.resolve(item))
      return text ? [text] : []
    })
  }

  /** A text that may be empty, or a list of such texts. */
  wordsOrTexts(key: string): readonly string[] {
    if (!isSeq(this.#entries.get(key)?.value)) {
      const text = this.words(key)
      return text === undefined ? [] : [text]
    }
    return this.#items(key, 'a list of texts').flatMap(item => {
      const node = this.file.resolve(item)
      const text = isScalar(node) ? textOf(node) : undefined
      if (text === undefined) this.#misfit(key, 'a list of texts', node)
      return text ?? []
    })
  }

  /** One character, which may be a tab. */
  character(key: string): Placed | undefined {
    const [node, text] = [this.#find(key, false), this.words(key)]
    if (text === undefined || node === undefined) return undefined
    if ([...text].length === 1 && !/["\r\n]/.test(text)) return { content: text, place: this.#placeOf(key, node) }
    this.#misfit(key, 'one character: ";", "|" or "\\t"', node)
    return undefined
  }

  get keys(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** The place of the key. */
  placeOf(key: string): Place {
    return this.#entries.get(key)?.place ?? this.place
  }

  /** The keys that no call has asked for. */
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

  /** The node, null where nothing is written behind the key; undefined where there is no such key. */
  #find(key: string, required: boolean): Node | null | undefined {
    this.#asked.add(key)
    const entry = this.#entries.get(key)
    if (!entry && required) this.file.problems.error('KEY_MISSING', this.place, { where: this.where, key })
    return entry?.value
  }

  #items(key: string, expected: string): readonly (Node | null)[] {
    const node = this.#find(key, false)
    if (node === undefined) return []
    if (isSeq(node)) return node.items as (Node | null)[]
    this.#misfit(key, expected, node)
    return []
  }

  #textAt(key: string, expected: string, node: Node | null): Placed | undefined {
    const text = isScalar(node) ? textOf(node) : undefined
    if (text !== undefined && text.trim() !== '') return { content: text, place: this.#placeOf(key, node) }
    this.#misfit(key, expected, node)
    return undefined
  }

  /** `{ value: 1,200 GPU }` is a value of 1 and a key `200 GPU` without one. */
  #reportComma(name: string, key: Node | null): void {
    const hint = 'within { } a comma ends a text: put a text that has a comma in quotes'
    this.file.problems.error(
      'KEY_TYPE',
      this.file.placeOf(key),
      { key: name, expected: 'followed by a value', seen: 'nothing' },
      hint,
    )
    this.#asked.add(name)
  }

  #misfit(key: string, expected: string, node: Node | null): void {
    this.file.problems.error('KEY_TYPE', this.#placeOf(key, node), { key, expected, seen: seenIn(node) })
  }

  #placeOf(key: string, node: Node | null): Place {
    // Of nothing there is no place but its key’s.
    const [start = 0, end = 0] = node?.range ?? []
    return end > start ? this.file.placeOf(node) : this.placeOf(key)
  }
}

/** As it is written, so that 0100 and 2024-07-04 stay as they are. */
function textOf({ value, source }: { readonly value: unknown; readonly source?: string }): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return source ?? String(value)
  return undefined
}

/** What a node is, for a person who expected something else. */
export function seenIn(node: Node | null): string {
  if (isMap(node)) return 'a mapping'
  if (isSeq(node)) return 'a list'
  if (isAlias(node)) return `the alias *${node.source}`
  const value = isScalar(node) ? node.value : null
  if (value === null || value === '') return 'nothing'
  return typeof value === 'number' ? String(value) : `"${String(value).slice(0, 60)}"`
}
