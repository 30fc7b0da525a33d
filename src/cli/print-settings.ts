import type { Setting } from '../config/config.js'

/** The page of all settings, for docs/. */
export function printSettings(settings: Readonly<Record<string, Setting<unknown>>>): string {
  return `${[
    '# Settings',
    '',
    'Printed by `npm run schema`; never edited. All are read from the environment at the start; one that is impossible ends it, and all that are impossible are named at once.',
    '',
    row('variable', 'default', 'what it means', 'what it must be'),
    row('---', '---', '---', '---'),
    ...Object.values(settings).map(({ variable, default: otherwise, meaning, expected }) =>
      row(`\`${variable}\``, otherwise ? `\`${otherwise}\`` : '', meaning, expected),
    ),
  ].join('\n')}\n`
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
