import { foldName, type Letter, type Word } from '../../names/fold-name.js'
import type { Ontology } from '../../ontology/ontology.js'
import { parseSearchQuery, withoutUnseen } from '../search-query.js'
import { equivalentsOf } from './equivalents.js'
import { longestStopWord, stopWordOf } from './stop-words.js'
import type { Term } from './term.js'
import { typesNamed } from './type-words.js'

/** What a query is divided at: a Chinese character, or a word of other letters. */
interface Atom {
  readonly folded: string
  readonly start: number
  readonly end: number
  /** Atoms of one run of characters stand together; a word of other letters has none. */
  readonly run: number | undefined
}

/** Atoms that follow each other and may be one term. */
export interface Span {
  readonly first: number
  readonly end: number
  readonly compact: string
  readonly isHan: boolean
}

type PieceKind = 'STOP' | 'WEAK_STOP' | 'TYPE' | 'NAME' | 'WORD' | 'UNKNOWN'

interface Piece {
  readonly kind: PieceKind
  readonly span: Span
}

/** Divides a query into terms. `isName` tells which of the spans are a whole name; it is asked once, with all spans. */
export async function splitQuery(
  text: string,
  ontology: Ontology,
  findNames: (spans: readonly Span[]) => Promise<ReadonlySet<Span>>,
): Promise<readonly Term[]> {
  const seen = withoutUnseen(text)
  const atoms = foldName(seen).flatMap(toAtoms).slice(0, maxAtoms)
  const spans = spansOf(atoms)
  const names = await findNames(
    spans.filter(({ first, end, isHan }) => end - first > 1 && (isHan || end - first <= longestPhrase)),
  )
  const pieces = cheapestPieces(atoms, spans, span => kindOf(span, names, ontology))
  const toTerm = (first: number, end: number, parts: readonly Term[] = []) =>
    termOf(seen.slice(atoms[first]?.start, atoms[end - 1]?.end), ontology, parts)
  const terms = joinUnknown(pieces, atoms).flatMap(chunk => {
    const [head, tail] = [chunk[0], chunk.at(-1)]
    if (!head || !tail || isRest(chunk, atoms)) return []
    const parts = chunk.length === 1 ? [] : inParts(chunk).map(([first, end]) => toTerm(first, end))
    return [
      toTerm(
        head.span.first,
        tail.span.end,
        parts.flatMap(each => each ?? []),
      ),
    ]
  })
  const said = terms.filter(term => term !== undefined)
  const distinct = new Map(
    (said.length > 0 ? said : terms).flatMap(term => (term ? [[term.query.compact, term] as const] : [])),
  )
  return [...distinct.values()]
}

/** A letter, or what is left of a run of characters behind its names (号 of 29号), says nothing by itself. */
function isRest([piece, ...others]: readonly Piece[], atoms: readonly Atom[]): boolean {
  const atom = piece && atoms[piece.span.first]
  if (!atom || others.length > 0 || piece.span.end - piece.span.first > 1) return false
  if (atom.run === undefined) return /^[a-z]$/.test(atom.folded)
  return atoms.some(({ start, end }) => end === atom.start || start === atom.end)
}

function termOf(text: string, ontology: Ontology, parts: readonly Term[]): Term | undefined {
  const query = parseSearchQuery(text)
  if (!query) return undefined
  const equivalents = equivalentsOf(query.compact).flatMap(each => parseSearchQuery(each) ?? [])
  return { text, query, equivalents, types: typesNamed(query.compact, ontology), parts }
}

function toAtoms(word: Word, run: number): readonly Atom[] {
  if (!word.isHan) {
    const [head, tail] = [word.letters[0], word.letters.at(-1)]
    return head && tail ? [{ folded: word.text, start: head.start, end: tail.end, run: undefined }] : []
  }
  return word.letters.map(({ folded, start, end }: Letter) => ({ folded, start, end, run }))
}

/** Within a run of characters, or of words that follow each other. */
function spansOf(atoms: readonly Atom[]): readonly Span[] {
  return atoms.flatMap((atom, first) => {
    const isHan = atom.run !== undefined
    const spans: Span[] = []
    let compact = ''
    for (let at = first; at < Math.min(atoms.length, first + (isHan ? longestRun : longestPhrase)); at++) {
      if (atoms[at]?.run !== atom.run) break
      compact += atoms[at]?.folded ?? ''
      spans.push({ first, end: at + 1, compact, isHan })
    }
    return spans
  })
}

function kindOf(span: Span, names: ReadonlySet<Span>, ontology: Ontology): PieceKind | undefined {
  const length = span.end - span.first
  const stop = length <= longestStopWord ? stopWordOf(span.compact, span.isHan) : undefined
  if (names.has(span)) return 'NAME'
  if (stop) return stop === 'STRONG' ? 'STOP' : 'WEAK_STOP'
  if (span.isHan && length === 1) return 'UNKNOWN'
  if (typesNamed(span.compact, ontology).length > 0) return 'TYPE'
  if (equivalentsOf(span.compact).length > 0) return 'NAME'
  return length === 1 ? 'WORD' : undefined
}

const costs: Readonly<Record<PieceKind, number>> = {
  STOP: 0.2,
  WEAK_STOP: 1.9,
  TYPE: 1,
  NAME: 1,
  WORD: 1.5,
  UNKNOWN: 2,
}

/** The way to divide the atoms that costs least; of equal ways the one with the longer first piece. */
function cheapestPieces(
  atoms: readonly Atom[],
  spans: readonly Span[],
  kind: (span: Span) => PieceKind | undefined,
): readonly Piece[] {
  const best: { cost: number; piece?: Piece }[] = atoms.map(() => ({ cost: Number.POSITIVE_INFINITY }))
  best.push({ cost: 0 })
  for (const span of spans.toReversed()) {
    const its = kind(span)
    const behind = best[span.end]
    const here = best[span.first]
    if (!its || !behind || !here) continue
    const cost = costs[its] + behind.cost
    if (cost < here.cost) best[span.first] = { cost, piece: { kind: its, span } }
  }
  const pieces: Piece[] = []
  for (let at = 0; at < atoms.length; ) {
    const piece = best[at]?.piece
    if (!piece) break
    pieces.push(piece)
    at = piece.span.end
  }
  return pieces
}

/**
 * Pieces of one run that have unknown characters among them, and are divided by no type and no sure stop word, may be one
 * name that begins like another: 中国移动.
 */
function joinUnknown(pieces: readonly Piece[], atoms: readonly Atom[]): readonly (readonly Piece[])[] {
  const chunks: Piece[][] = []
  let open: Piece[] = []
  const close = () => {
    if (open.some(({ kind }) => kind === 'UNKNOWN')) chunks.push(withoutEnds(open))
    else for (const piece of open) if (piece.kind !== 'WEAK_STOP') chunks.push([piece])
    open = []
  }
  for (const piece of pieces) {
    const { kind, span } = piece
    const run = atoms[span.first]?.run
    if (kind === 'STOP' || kind === 'TYPE' || kind === 'WORD' || run !== atoms[open[0]?.span.first ?? span.first]?.run)
      close()
    if (kind === 'STOP') continue
    if (kind === 'TYPE' || kind === 'WORD' || run === undefined) chunks.push([piece])
    else open.push(piece)
  }
  close()
  return chunks
}

function withoutEnds(chunk: readonly Piece[]): Piece[] {
  const first = chunk.findIndex(({ kind }) => kind !== 'WEAK_STOP')
  const last = chunk.findLastIndex(({ kind }) => kind !== 'WEAK_STOP')
  return chunk.slice(Math.max(0, first), last + 1)
}

/** Names by themselves, and the unknown characters between two of them as one. */
function inParts(chunk: readonly Piece[]): readonly (readonly [first: number, end: number])[] {
  const parts: [number, number][] = []
  let isOpen = false
  for (const { kind, span } of chunk) {
    const last = parts.at(-1)
    if (kind === 'NAME') parts.push([span.first, span.end])
    else if (isOpen && last) last[1] = span.end
    else parts.push([span.first, span.end])
    isOpen = kind !== 'NAME'
  }
  return parts
}

const maxAtoms = 48
const longestRun = 12
const longestPhrase = 4
