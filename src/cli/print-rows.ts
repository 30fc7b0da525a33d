import type { RowLayout, TypeLayout } from '../ontology/row-layout.js'
import { snakeCase } from '../ontology/row-layout.js'

/** The text above this line of the page is written by hand, the text below is printed. */
export const printedBelow = '<!-- Printed by `npm run schema` from here on; never edited. -->'

/** The list of columns and links of the rows, for docs/neo4j-model.md. */
export function printRows({ types }: RowLayout): string {
  return `${[printedBelow, '', '## Columns', '', ...types.flatMap(printType)].join('\n').trimEnd()}\n`
}

function printType({ name, table, columns, links }: TypeLayout): readonly string[] {
  return [
    `### ${name}, in SQL \`${table}\``,
    '',
    row('property', 'column', 'kind', 'what it is'),
    row('---', '---', '---', '---'),
    row('`id`', '`id`', 'text', 'Permanent.'),
    ...columns
      .filter(({ isKey }) => !isKey)
      .map(column =>
        row(`\`${column.name}\``, `\`${snakeCase(column.name)}\``, kinds[column.kind], column.description),
      ),
    '',
    ...(links.length === 0 ? [] : [...printLinks(links), '']),
  ]
}

function printLinks(links: TypeLayout['links']): readonly string[] {
  return [
    row('relationship', 'view', 'beside it', 'what it is'),
    row('---', '---', '---', '---'),
    ...links.map(({ relationship, table, ends, qualifiers, description }) =>
      row(
        `\`${relationship}\``,
        `\`${table}\` (\`${ends.join('`, `')}\`)`,
        ['statement', 'confidence', 'valid', ...qualifiers].map(each => `\`${each}\``).join(', '),
        description,
      ),
    ),
  ]
}

const kinds: Readonly<Record<TypeLayout['columns'][number]['kind'], string>> = {
  text: 'text',
  number: 'number',
  integer: 'number',
  texts: 'list of texts; in SQL a JSON array',
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
