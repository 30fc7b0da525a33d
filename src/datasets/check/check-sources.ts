import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { editionId } from '../../model/id.js'
import type { Edition, Source } from '../../model/source.js'
import { parseLanguageTag } from '../../values/language-tag.js'
import { readDate } from '../../values/words/read-date.js'
import type { DatasetDraft, EditionDraft, SourceDraft } from '../files/draft.js'
import { type DatasetFile, findDatasetFile, hashFile, isInFolder, readDatasetText } from '../files/read-file.js'
import { cleanText } from './clean-text.js'
import { edtfHint } from './hints.js'
import { type QuotableText, toQuotable } from './match-quote.js'
import { type Place, type Placed, type ProblemList, placeText } from './problem-list.js'

/** What a dataset says of its sources, checked. */
export interface CheckedSources {
  readonly sources: readonly CheckedSource[]
  readonly editions: readonly CheckedEdition[]
}

export interface CheckedSource {
  readonly source: Source
  readonly place: Place
}

export interface CheckedEdition {
  /** As a store takes it. */
  readonly edition: Edition & { readonly text?: string }
  readonly place: Place
  /** When its source was published, EDTF. */
  readonly published: string | undefined
  /** What quotes are looked for in: made when the first quote asks for it. */
  readonly quotable: () => QuotableText | undefined
  /** Why there may be nothing to look for quotes in, where its author is to know. */
  readonly unquotable: string | undefined
}

/** Checks the sources of a dataset and reads their editions’ texts. Reports every problem. An edition is there for those who cite it even where it has one. */
export async function checkSources(
  { folder, sources: drafts }: DatasetDraft,
  problems: ProblemList,
): Promise<CheckedSources> {
  const sources = new Map<string, CheckedSource>()
  const editions = new Map<string, CheckedEdition>()
  for (const draft of drafts) {
    const { id } = draft
    const first = sources.get(id.content)
    if (first)
      problems.error(
        'ID_DUPLICATE',
        id.place,
        { id: id.content, first: placeText(first.place) },
        'put its editions into one entry',
      )
    else sources.set(id.content, { source: checkSource(draft, problems), place: id.place })
    for (const edition of draft.editions) {
      const tag = parseLanguageTag(edition.language.content)
      if (tag === undefined) continue
      const before = editions.get(editionId(id.content, tag))
      if (before && !first)
        problems.error('ID_DUPLICATE', edition.language.place, {
          id: before.edition.id,
          first: placeText(before.place),
        })
      if (before) continue
      editions.set(editionId(id.content, tag), await checkEdition(draft, edition, tag))
    }
  }
  return { sources: [...sources.values()], editions: [...editions.values()] }

  async function checkEdition(
    { id, published, editions: all }: SourceDraft,
    draft: EditionDraft,
    language: string,
  ): Promise<CheckedEdition> {
    const { files, translationOf, retrieved, sha256 } = draft
    const edition = editionId(id.content, language)
    const original = translationOf && checkLanguage(translationOf, problems)
    const languages = all.flatMap(other => parseLanguageTag(other.language.content) ?? [])
    if (translationOf && original !== undefined && (original === language || !languages.includes(original))) {
      const others = languages.filter(other => other !== language)
      const hint = others.length === 0 ? 'the source has no other edition' : `the source has ${others.join(', ')}`
      problems.error('EDITION_UNKNOWN', translationOf.place, { seen: editionId(id.content, original) }, hint)
    }
    const date = checkDate(retrieved, problems)
    // A text that may not be copied is brought by a user who has it; the hash shows that it is the quoted text.
    const isHere = sha256 === undefined || (await areInFolder(files))
    const text = isHere
      ? files.length > 0
        ? await readEdition(files)
        : unread(edition, 'it has no file')
      : unread(edition)
    return {
      edition: {
        id: edition,
        source: id.content,
        language,
        sha256: checkHash(sha256, isHere && files.length > 0 ? text.sha256 : undefined, problems) ?? text.sha256,
        ...(date !== undefined && { retrieved: date }),
        ...(original !== undefined && { translationOf: editionId(id.content, original) }),
        ...(text.text !== undefined && { text: text.text }),
      },
      place: draft.language.place,
      published: published && readDate(published.content)?.edtf,
      quotable: text.quotable,
      unquotable: text.unquotable,
    }
  }

  async function areInFolder(names: readonly Placed[]): Promise<boolean> {
    const found = await Promise.all(names.map(({ content }) => isInFolder(folder, content)))
    return found.every(Boolean)
  }

  async function readEdition(names: readonly Placed[]): Promise<EditionText> {
    const [first] = names
    if (first && names.length === 1 && isTable.test(first.content)) return await readTableFile(first)
    const pages: { readonly text: string; readonly bytes: Buffer }[] = []
    for (const name of names) {
      const page = await readDatasetText(folder, name.content, name.place, problems)
      if (page) pages.push(page)
    }
    if (pages.length < names.length) return unread(first?.content ?? '')
    const text = pages.map(page => page.text).reduce(joinPages)
    const sha256 = sha256Of(pages.length === 1 && pages[0] ? pages[0].bytes : text)
    return { sha256, text, quotable: once(() => toQuotable(text)), unquotable: undefined }
  }

  /** The text of a table is not kept in the store; quotes of it are looked for if it is plain and short. */
  async function readTableFile(name: Placed): Promise<EditionText> {
    const file = await findDatasetFile(folder, name.content, name.place, problems)
    const sha256 = file && (await hashFile(file, name.place, problems))
    return sha256 === undefined ? unread(name.content) : { sha256, ...tableText(file as DatasetFile) }
  }
}

/** A page begins on a line of its own. */
function joinPages(before: string, page: string): string {
  return /[\r\n]$/.test(before) ? before + page : `${before}\n${page}`
}

/** A language tag in its canonical spelling. Reports one that is none. */
export function checkLanguage(text: Placed, problems: ProblemList): string | undefined {
  const tag = parseLanguageTag(text.content)
  if (tag === undefined) problems.error('LANGUAGE_INVALID', text.place, { seen: text.content }, 'such as zh-Hans or en')
  return tag
}

/** A date in EDTF, as sources write it. Reports a text that is none. */
export function checkDate(text: Placed | undefined, problems: ProblemList): string | undefined {
  if (!text) return undefined
  const edtf = readDate(text.content)?.edtf
  if (edtf === undefined) problems.error('EDTF_INVALID', text.place, { seen: text.content }, edtfHint(text.content))
  return edtf
}

/** The hash of a text that is not here, or that of the file, which is then to be just that. Reports one that is neither. */
function checkHash(stated: Placed | undefined, ofFile: string | undefined, problems: ProblemList): string | undefined {
  if (!stated || stated.content === ofFile) return undefined
  const expected = ofFile === undefined ? 'a SHA-256, 64 hexadecimal digits' : `the SHA-256 of its file, ${ofFile}`
  if (ofFile === undefined && /^[0-9a-f]{64}$/.test(stated.content)) return stated.content
  problems.error('VALUE_INVALID', stated.place, { seen: stated.content.slice(0, 100), expected })
  return undefined
}

/** Whether it is an address that a person can follow, and that is safe to show as a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

export const webAddress = 'an address that begins with https:// or http://'

function checkSource(
  { id, title, publisher, url, published, licence, weight, editions }: SourceDraft,
  problems: ProblemList,
): Source {
  if (!/^[^/#\s]{1,200}$/u.test(id.content))
    problems.error('ID_INVALID', id.place, { seen: id.content, type: 'a source', expected: 'no space, no / and no #' })
  if (url && !isWebAddress(url.content))
    problems.error('VALUE_INVALID', url.place, { seen: url.content, expected: webAddress })
  const date = checkDate(published, problems)
  const languages = editions.flatMap(({ language }) => checkLanguage(language, problems) ?? [])
  return {
    id: id.content,
    title: title ? cleanText(title, problems) : '',
    ...(publisher && { publisher: cleanText(publisher, problems) }),
    ...(url && { url: url.content }),
    ...(date !== undefined && { published: date }),
    ...(licence !== undefined && { licence }),
    languages: [...new Set(languages)],
    weight,
  }
}

type EditionText = Pick<CheckedEdition, 'quotable' | 'unquotable'> & { readonly sha256: string; readonly text?: string }

/** Of an edition without a text: the hash of its id, so that it has one. A file that cannot be read is reported as such, and not once more for each quote. */
function unread(id: string, unquotable?: string): EditionText {
  return { sha256: sha256Of(id), quotable: () => undefined, unquotable }
}

const isTable = /\.(csv|tsv|xlsx|jsonl|ndjson|geojson)(\.gz)?$|\.json\.gz$/i
const longestTableText = 16_000_000

function tableText({ path, named }: DatasetFile): Pick<EditionText, 'quotable' | 'unquotable'> {
  if (/\.(gz|xlsx)$/i.test(named)) return { quotable: () => undefined, unquotable: 'it is packed' }
  const quotable = once(() => {
    const bytes = readFileSync(path)
    return bytes.length > longestTableText ? undefined : toQuotable(new TextDecoder('utf-8').decode(bytes))
  })
  return { quotable, unquotable: 'it is a long table' }
}

function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined
  return () => {
    made ??= { result: make() }
    return made.result
  }
}
