import type { Placed, ProblemList } from './problem-list.js'

/** A line break and the white space around it. */
const lineBreaks = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/gu

/**
 * Invisible characters: controls, zero-width characters, marks of direction, the soft hyphen. The joiners U+200C
 * and U+200D are kept between letters of the scripts that spell with them.
 */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{Extended_Pictographic}\p{M}])[\u200c\u200d]/gu

/**
 * A name, label, alias or title as it may be shown: a line break becomes a space, and invisible characters are
 * removed, which is a warning. Warns of U+FFFD too, which says that a character was lost before the text came here.
 */
export function cleanText(text: Placed, problems: ProblemList): string {
  const { content, place } = text
  if (isClean.test(content)) return content
  const oneLine = content.trim().replace(lineBreaks, ' ')
  const removed = new Set(oneLine.match(unseen) ?? [])
  const cleaned = removed.size === 0 ? oneLine : oneLine.replace(unseen, '').trim()
  if (removed.size > 0)
    problems.warning('TEXT_CLEANED', place, {
      seen: cleaned.slice(0, 100),
      characters: [...removed].map(codePoint).join(', '),
    })
  if (cleaned.includes('\ufffd'))
    problems.warning('TEXT_BROKEN', place, { seen: cleaned.slice(0, 100) }, 'correct the text, or its encoding')
  return cleaned
}

/** What most names are made of. */
const isClean = /^[\p{L}\p{N}\p{P}\p{Sm}\p{Sc} ]*$/u

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
