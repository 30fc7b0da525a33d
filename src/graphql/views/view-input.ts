import { argument, type TypeDeclaration } from '../schema/declare.js'

/** Every root field that reads takes it; what is nested below is read in the same view. */
export const viewArgument = {
  view: argument(
    'ViewInput',
    'Point of view for this field. Default: the view of the request; else today, the newest revision and the trust policy of the server.',
  ),
}

/** Of every field that tells views apart. */
export const viewKeyDescription =
  'Short hash of the view that the object was read in, the same for all default views. With `id` it is the key in a cache that holds several views.'

export const viewTypes: readonly TypeDeclaration[] = [
  {
    kind: 'input',
    name: 'ViewInput',
    description:
      'Point of view: `validAt` (when facts hold), `knownAt` (when they were recorded), `trust` (which sources win).',
    fields: {
      validAt: argument('EDTF', 'Date at which facts must hold: 2024, 2024-07-04. Default: today.'),
      knownAt: argument('DateTime', 'Time up to which recorded statements count: 2024-07-04T00:00:00Z. Default: now.'),
      release: argument(
        'String',
        'A published release, by id or title: the graph as it was then, on the word that was trusted then, as of its day unless `validAt` says otherwise. Excludes `knownAt` and `trust`.',
      ),
      language: argument(
        'LanguageTag',
        'Language of labels, of orders by label and of explanations: zh-Hans, en. Default: each label in the language that its sources give it.',
      ),
      trust: argument(
        'TrustInput',
        'Policy that decides which sources win. Default: an original before its translations, then sources by their weight.',
      ),
    },
  },
  {
    kind: 'input',
    name: 'TrustInput',
    description:
      'Policy that decides which sources win; the order is the preference. Example: { languages: ["zh-Hans"], others: NEVER }.',
    fields: {
      languages: argument('[LanguageTag!]', 'Editions in these languages first, in this order: ["zh-Hans", "en"].'),
      sources: argument('[ID!]', 'Ids of the sources to prefer, in order: ["shobserver-768612"].'),
      others: argument('TrustOthers', 'Use of sources that neither list names.', 'LAST'),
      minConfidence: argument('Float', 'Statements below it do not count: 0 to 1.', 0),
    },
  },
  {
    kind: 'enum',
    name: 'TrustOthers',
    description: 'Use of sources that a trust policy does not name.',
    values: { LAST: 'Used if no named source states anything.', NEVER: 'Not used at all.' },
  },
]
