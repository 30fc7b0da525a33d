import type { Edition } from '../../model/source.js'
import { type AlignedSegment, alignEditions, type QuotedSpan } from '../../views/alignment/align-editions.js'
import type { ViewReader } from '../../views/view-reader.js'
import { viewOf } from '../entities/value-source.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'

interface EditionView {
  readonly edition: Edition
  readonly reader: ViewReader
}
interface SpanView {
  readonly span: QuotedSpan
  readonly reader: ViewReader
}
interface SegmentView {
  readonly segment: AlignedSegment
  readonly reader: ViewReader
}

/** Two editions side by side: which of their sentences say the same. */
export const alignmentField = (
  findEdition: (reader: ViewReader, id: string) => Promise<EditionView | undefined>,
): FieldDeclaration =>
  field<EditionView, { readonly with: string }>(
    '[AlignedSegment!]',
    'The text beside that of another edition of its source, in order: parts that say the same, found by quotes of statements that speak of the same thing, then by the order and length of sentences. Null if there is no such edition, or the text of either is not held.',
    async ({ edition, reader }, { with: id }) => {
      const other = await findEdition(reader, id)
      if (!other || other.edition.source !== edition.source) return undefined
      const segments = await alignEditions(reader, edition, other.edition)
      return segments?.map((segment): SegmentView => ({ segment, reader }))
    },
    { with: argument('ID!', 'The other edition: shobserver-768612#en.') },
  )

const viewSpan =
  (side: 'here' | 'there') =>
  ({ segment, reader }: SegmentView): SpanView | undefined => {
    const span = segment[side]
    return span && { span, reader }
  }

export const alignmentTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'AlignedSegment',
    description: 'Parts of two editions that say the same.',
    fields: {
      here: field<SegmentView>(
        'TextSpan',
        'The part of this edition; null if it has no counterpart of the other’s.',
        viewSpan('here'),
      ),
      there: field<SegmentView>(
        'TextSpan',
        'The part of the other edition; null if it has no counterpart of this one’s.',
        viewSpan('there'),
      ),
      basis: field<SegmentView>('AlignmentBasis!', 'Reason for aligning the parts.', ({ segment }) =>
        segment.isAnchored ? 'STATEMENT' : 'ORDER',
      ),
    },
  },
  {
    kind: 'object',
    name: 'TextSpan',
    description: 'A part of an edition’s text.',
    fields: {
      start: field<SpanView>('Int!', 'First character of the part, counted from 0.', ({ span }) => span.start),
      end: field<SpanView>('Int!', 'The character after its last.', ({ span }) => span.end),
      text: field<SpanView>('String!', 'The text, verbatim.', ({ span }) => span.text),
      statements: field<SpanView>(
        '[Statement!]!',
        'Statements whose quotes begin in it, as of the view.',
        ({ span, reader }) => span.statements.map(statement => viewOf(statement, reader)),
      ),
    },
  },
  {
    kind: 'enum',
    name: 'AlignmentBasis',
    description: 'Reason for aligning parts of two editions.',
    values: {
      STATEMENT: 'Statements of both editions that speak of the same thing quote them.',
      ORDER: 'The order and the lengths of their sentences.',
    },
  },
]
