/**
 * `npm run sbom`: writes dist/sbom.cdx.json, the bill of materials (CycloneDX) of what the package needs to run. `npm pack`
 * runs it. The tools are left out before npm looks: `npm sbom --omit dev` also leaves out what a tool needs as well.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { name, version, license, dependencies, overrides } = JSON.parse(readFileSync('package.json', 'utf8'))
const { packages, ...lock } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const root = { name, version, license, dependencies, overrides }
const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
const folder = mkdtempSync(join(tmpdir(), 'suanli-sbom-'))
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root))
  const locked = { ...lock, packages: { '': root, ...Object.fromEntries(needed) } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(locked))
  const flags = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only']
  const bill = JSON.parse(execFileSync('npm', ['sbom', ...flags], { cwd: folder, maxBuffer: 100_000_000 }))
  // npm names the whole after the folder.
  bill.metadata.component.name = name
  writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(bill, undefined, 2)}\n`)
  console.log(`${bill.components.length} packages in dist/sbom.cdx.json`)
} finally {
  rmSync(folder, { recursive: true })
}
