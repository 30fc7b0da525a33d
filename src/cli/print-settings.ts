import type { Setting } from '../config/setting-types.js'
import { markdownRow as row } from './markdown-row.js'

/** The page of all settings, for docs/. */
export function printSettings(settings: Readonly<Record<string, Setting<unknown>>>): string {
  return `${[
    '# Settings',
    '',
    '`npm run schema` prints this page; do not edit it. The server reads all settings from the environment when it starts. If a value is impossible, the server stops and names every impossible value.',
    '',
    row('Variable', 'Default', 'Meaning', 'Allowed'),
    row('---', '---', '---', '---'),
    ...Object.values(settings).map(({ variable, default: otherwise, meaning, expected }) =>
      row(`\`${variable}\``, otherwise ? `\`${otherwise}\`` : '', meaning, expected),
    ),
  ].join('\n')}\n`
}
