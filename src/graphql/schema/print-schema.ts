import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { errors, requestErrors } from '../../model/catalogues/error-catalogue.js'
import { problems } from '../../model/problem.js'
import { datasetJsonSchema } from '../../ontology/dataset-json-schema.js'
import type { Ontology } from '../../ontology/ontology.js'
import { provenanceContext } from '../../ontology/provenance-context.js'
import { printSubgraph } from '../federation/print-subgraph.js'

/** The files of `schema/`, by name: what clients, editors and readers of errors rely on, printed from what the server runs on. */
export function printSchemaFiles(schema: GraphQLSchema, ontology: Ontology): Readonly<Record<string, string>> {
  return {
    'schema.graphql': `# Printed by \`npm run schema\`; never edited.\n\n${printSchema(lexicographicSortSchema(schema))}\n`,
    'subgraph.graphql': `# Printed by \`npm run schema\`; never edited. What \`_service\` tells a gateway of Apollo Federation 2.\n\n${printSubgraph(lexicographicSortSchema(schema))}`,
    'dataset.schema.json': `${JSON.stringify(datasetJsonSchema(ontology), null, 2)}\n`,
    'provenance.jsonld': `${JSON.stringify({ '@context': provenanceContext(ontology) }, null, 2)}\n`,
    'error-codes.md': printErrorCodes(),
  }
}

function printErrorCodes(): string {
  const failures = Object.entries({ ...requestErrors, ...errors }).map(([code, { status, text, zh }]) =>
    row(`\`${code}\``, String(status), text, zh),
  )
  const ofData = Object.entries(problems).map(([code, text]) => row(`\`${code}\``, text))
  return `${[
    '# Error codes',
    '',
    'Printed by `npm run schema`; never edited. Codes are stable; words in braces are filled in.',
    '',
    '## Failures: `extensions.code` of a GraphQL error, and what the command says',
    '',
    'Beside the code, `extensions` may hold `argument` (the argument or filter that is wrong), `seen`, `min`, `max`, `seconds` and `suggestion`.',
    '',
    'HTTP status: of an answer that holds nothing else; 200 if the rest of the answer is sent beside the error.',
    '',
    'The language of the text is that of the request: `view.language` of the field, `language` in the header `suanli-view` or in `connectionParams.view`, else `Accept-Language`, else English. Texts that GraphQL writes are English.',
    '',
    row('code', 'HTTP', 'text', '中文'),
    row('---', '---', '---', '---'),
    ...failures,
    '',
    '## Problems of data: reported with file, line and column, all of a run at once',
    '',
    row('code', 'text'),
    row('---', '---'),
    ...ofData,
  ].join('\n')}\n`
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
