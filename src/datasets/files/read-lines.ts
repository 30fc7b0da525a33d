import { pipeline, type Readable } from 'node:stream'
import split2 from 'split2'

/**
 * The lines of a stream in UTF-8, as JSON Lines has them: they end with LF or CR LF. `readline` of Node 24 also breaks
 * lines at U+2028 and U+2029, which a JSON string may contain. A failure of the stream is thrown.
 */
export function readLines(stream: Readable): AsyncIterable<string> {
  // `pipeline` hands a failure on to the reader of the lines, and closes the stream when the reader stops.
  return pipeline(stream, split2(), () => {})
}
