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
  /** The day on the reader's own calendar, which in Beijing begins eight hours before that of UTC: `2026-11-30`. */
  readonly accessed: string
}

/** A citation as text, which goes by the name given, BibTeX and CSL-JSON. */
export function citations(
  cited: Cited & Reading,
  textForm: string,
): readonly { readonly form: string; readonly text: string }[] {
  const { id, title, edition, url, accessed } = cited
  return [
    { form: textForm, text: `${title} (${id}). suanli 算力, ${edition}. ${url} (${accessed}).` },
    {
      form: 'BibTeX',
      text: `@misc{${id.replace(/[^A-Za-z0-9-]/g, '-')},
  title        = {${braced(title)}},
  howpublished = {suanli, ${braced(edition)}},
  note         = {${braced(id)}},
  url          = {${url}},
  urldate      = {${accessed}}
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
            accessed: { 'date-parts': [accessed.split('-').map(Number)] },
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
