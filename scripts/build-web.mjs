// Bundles the web pages into dist/, each unless it has been bundled from just these sources.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

for (const [mode, title] of [
  ['ide', 'the IDE'],
  ['explorer', 'the explorer'],
]) {
  const stampFile = `dist/${mode}/.built-from`
  const folders = [`src/${mode}`, 'src/web']
  const entries = folders.map(folder => readdir(folder, { recursive: true, withFileTypes: true }))
  const sources = (await Promise.all(entries))
    .flat()
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  const hash = createHash('sha256')
  for (const file of [...sources, 'vite.config.js', 'package-lock.json']) hash.update(file).update(await readFile(file))
  const stamp = hash.digest('hex')
  if ((await readFile(stampFile, 'utf8').catch(() => undefined)) === stamp) continue

  console.log(`bundling ${title}: once, until its sources change`)
  const { build } = await import('vite')
  await build({ mode })
  await writeFile(stampFile, stamp)
}
