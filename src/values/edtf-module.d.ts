/** What is used here of the package `edtf`, which ships no types. */
declare module 'edtf' {
  /** The syntax of a date; throws where the text is none. */
  export function parse(text: string): unknown
  /** A date with the first and last instant that it covers, in milliseconds. */
  export default function edtf(text: string): unknown
}
