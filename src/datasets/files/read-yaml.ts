import { isAlias, isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Place, ProblemList } from '../check/problem-list.js'
import { YamlMap } from './yaml-map.js'

/** The mapping that a YAML file is. Reports all faults of its syntax at once; then there is none. */
export function readYaml(text: string, named: string, where: string, problems: ProblemList): YamlMap | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    const lineStart = lines.lineStarts[line - 1] ?? 0
    return { file: named, line, column: [...text.slice(lineStart, lineStart + col - 1)].length + 1 }
  }
  for (const { code, message, pos } of firstOfEachPlace([...document.errors, ...document.warnings]))
    problems.fatal('YAML_SYNTAX', at(pos[0]), { detail: message }, hints[code])
  if (document.errors.length + document.warnings.length > 0) return undefined
  const start = { file: named, line: 1, column: 1 }
  const root: Node | null = document.contents
  if (!isMap(root)) {
    problems.fatal('KEY_TYPE', start, { key: where, expected: 'a mapping', seen: root ? 'something else' : 'empty' })
    return undefined
  }
  return new YamlMap(where, start, root as YAMLMap, {
    problems,
    placeOf: node => at(node?.range?.[0] ?? 0),
    resolve: node => {
      if (!isAlias(node)) return node
      const meant = node.resolve(document)
      return isScalar(meant) ? meant : node
    },
  })
}

const quoteIt = 'put a text that begins with > | @ ` % & * ! or holds ": " in quotes'

/** By the parser’s codes; `value: >= 100 MW` is the mistake that everybody makes. */
const hints: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: quoteIt,
  BLOCK_AS_IMPLICIT_KEY: quoteIt,
  UNEXPECTED_TOKEN: quoteIt,
  BAD_ALIAS: quoteIt,
  DUPLICATE_KEY: 'give a key once; within { } a comma ends a text: put a text that has a comma in quotes',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: quoteIt,
}

const maxFaults = 100

/** One mistake gives several faults at one place, and a file that is no YAML at all gives thousands. */
function firstOfEachPlace<Fault extends { readonly pos: readonly [number, number] }>(
  faults: readonly Fault[],
): readonly Fault[] {
  const first = new Map<number, Fault>()
  for (const fault of faults) if (!first.has(fault.pos[0])) first.set(fault.pos[0], fault)
  return [...first.values()].slice(0, maxFaults)
}
