// Bundles the web pages into dist/, unless they have been bundled from just these sources.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const stampFile = 'dist/ide/.built-from'
const sources = (await readdir('src/ide', { recursive: true, withFileTypes: true }))
  .filter(entry => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort()
const hash = createHash('sha256')
for (const file of [...sources, 'vite.config.js', 'package-lock.json']) hash.update(file).update(await readFile(file))
const stamp = hash.digest('hex')

if ((await readFile(stampFile, 'utf8').catch(() => undefined)) !== stamp) {
  console.log('bundling the IDE: once, until its sources change')
  const { build } = await import('vite')
  await build()
  await writeFile(stampFile, stamp)
}
