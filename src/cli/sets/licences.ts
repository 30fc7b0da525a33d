/** Licences that let anybody use the data and pass them on, with credit. */
const open: readonly string[] = [
  ...['Apache-2.0', 'BSD-3-Clause', 'CC-BY-4.0', 'CC0-1.0', 'ISC', 'MIT', 'MPL-2.0', 'Unicode-3.0', 'UPL-1.0'],
  // Laws and other documents of authorities, to which the Copyright Law of China does not apply.
  'PRC Copyright Law Art. 5',
]

/** A dataset that is made of these and published must carry the same licence. */
export const shareAlikeLicences: readonly string[] = ['CC-BY-SA-4.0', 'ODbL-1.0']

/** Quoted a sentence at a time, and not passed on. */
const quoted: readonly string[] = ['all rights reserved']

/** The licences in an SPDX expression that are not on the list. */
export function unknownLicences(expression: string): readonly string[] {
  const known = [...open, ...shareAlikeLicences, ...quoted]
  return expression.split(/ AND | OR /).filter(licence => !known.includes(licence))
}
