import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Exporting } from '../../exports/format.js'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

/**
 * The strong entity tag of an export. The same revision, view, program version and compression give the same bytes.
 */
export function strongTagOf({ revision, view }: Exporting, parts: readonly (string | undefined)[]): string {
  const { zlib, brotli } = process.versions
  const hash = createHash('sha256').update(JSON.stringify([view, version, zlib, brotli, ...parts]))
  return `"${revision}-${hash.digest('base64url').slice(0, 22)}"`
}
