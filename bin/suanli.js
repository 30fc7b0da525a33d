#!/usr/bin/env node
// The command that npm links. npm links it once, and for good without it: so it is there before the first build.
import { existsSync } from 'node:fs'

const program = new URL('../dist/main.js', import.meta.url)
if (existsSync(program)) await import(program.href)
else {
  process.stderr.write('suanli is not built, or is being built: run `npm run build`, then the command again.\n')
  process.exitCode = 1
}
