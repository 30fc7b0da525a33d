import type { Words } from '../words/words.js'

/** What is cited: its title, id, and the state of the graph that it was read in. */
export interface Cited {
  readonly id: string
  readonly title: string
}

/** The state of the graph in which it was read, and where and when. */
export interface Reading {
  /** `revision 3`, `release 2026-11`. */
  readonly edition: string
  readonly url: string
  readonly accessed: Date
}

/** A citation as text, BibTeX and CSL-JSON. */
export function citations(
  cited: Cited & Reading,
  words: Words,
): readonly { readonly form: string; readonly text: string }[] {
  const { id, title, edition, url, accessed } = cited
  const day = accessed.toISOString().slice(0, 10)
  return [
    { form: words.take.text, text: `${title} (${id}). suanli 算力, ${edition}. ${url} (${day}).` },
    {
      form: 'BibTeX',
      text: `@misc{${id.replace(/[^A-Za-z0-9-]/g, '-')},
  title        = {${braced(title)}},
  howpublished = {suanli, ${braced(edition)}},
  note         = {${braced(id)}},
  url          = {${url}},
  urldate      = {${day}}
}`,
    },
    {
      form: 'CSL-JSON',
      text: JSON.stringify(
        [
          {
            id,
            type: 'dataset',
            title,
            publisher: 'suanli 算力',
            version: edition,
            URL: url,
            accessed: {
              'date-parts': [[accessed.getUTCFullYear(), accessed.getUTCMonth() + 1, accessed.getUTCDate()]],
            },
          },
        ],
        null,
        2,
      ),
    },
  ]
}

/** Signs that mean something to TeX, as themselves. */
const braced = (text: string): string => text.replace(/[\\{}]/g, '').replace(/([#$%&_])/g, '\\$1')
