import { argument, type TypeDeclaration } from '../schema/declare.js'

/** Every root field that reads takes it; what is nested below is read in the same view. */
export const viewArgument = {
  view: argument('ViewInput', 'Which world, as known when, on whose word. Default: today, now, the server’s policy.'),
}

/** Of every field that tells views apart. */
export const viewKeyDescription =
  'Short hash of the view that the object was read in, the same for all default views. With `id` it is the key in a cache that holds several views.'

export const viewTypes: readonly TypeDeclaration[] = [
  {
    kind: 'input',
    name: 'ViewInput',
    description: 'Which world, as known when, on whose word.',
    fields: {
      validAt: argument('EDTF', 'What held in the world then: 2024, 2024-07-04. Default: today.'),
      knownAt: argument('DateTime', 'What this graph had recorded by then: 2024-07-04T00:00:00Z. Default: now.'),
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
        'Whose word wins. Default: an original before its translations, then sources by their weight.',
      ),
    },
  },
  {
    kind: 'input',
    name: 'TrustInput',
    description: 'Whose word wins. Order is preference. Example: { languages: ["zh-Hans"], others: NEVER }.',
    fields: {
      languages: argument('[LanguageTag!]', 'Editions in these languages first, in this order: ["zh-Hans", "en"].'),
      sources: argument('[ID!]', 'These sources first, in this order, by id: ["shobserver-768612"].'),
      others: argument('TrustOthers', 'What neither list names.', 'LAST'),
      minConfidence: argument('Float', 'Statements below it do not count: 0 to 1.', 0),
    },
  },
  {
    kind: 'enum',
    name: 'TrustOthers',
    description: 'What becomes of the word of those that a trust policy does not name.',
    values: { LAST: 'It is used where nobody named speaks.', NEVER: 'It is not used at all.' },
  },
]
