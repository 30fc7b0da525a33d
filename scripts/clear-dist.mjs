// Removes what was compiled, so that no file outlives its source; not the bundles, which see to that themselves.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const kept = new Set(['ide', 'explorer'])
const names = await readdir('dist').catch(() => [])
await Promise.all(
  names.filter(name => !kept.has(name)).map(name => rm(join('dist', name), { recursive: true, force: true })),
)
