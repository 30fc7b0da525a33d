import { type AllowedImport, findAllowed, importAllowed } from '../../imports/import-folder.js'
import type { Problem } from '../../model/problem.js'
import type { ViewReader } from '../../views/view-reader.js'
import { requireCurator } from '../request/require-curator.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import { showNewConflict } from './curation.js'

interface ImportView extends AllowedImport {
  readonly reader: ViewReader
}

export const importMutations: Readonly<Record<string, FieldDeclaration>> = {
  importDataset: field<undefined, { dataset: string; dryRun?: boolean | null; reason?: string | null }>(
    'ImportPlan!',
    'Imports a dataset, in one revision or not at all; unless `dryRun` is false it only says what that would do. Error DATASETS_CLOSED where the server allows no folders, UPLOAD_UNKNOWN where there is no such upload.',
    async (_, { dataset, dryRun, reason }, context) => {
      const principal = requireCurator(context)
      const { id: by } = principal
      const { store, ontology, now, isAlive } = context.curationContext
      const { root, holder, uploads } = context.datasets
      const folder = uploads?.find(dataset, principal) ?? (await findAllowed(root, dataset))
      const importer = {
        now,
        isAlive,
        holder,
        onFailure: 'undo' as const,
        byHand: { by, reason: reason ?? `import of ${folder.name || dataset}` },
      }
      const done = await importAllowed({ store, ontology, importer }, folder, dryRun ?? true)
      return { ...done, reader: (done.applied ? context.anew() : context).at() }
    },
    {
      dataset: argument(
        'String!',
        'Its folder, below the one that the server allows (SUANLI_DATASETS): beijing-2024. Or what was uploaded, by the id that `POST /datasets` gave: upload/7cJ…',
      ),
      dryRun: argument('Boolean', 'Return what it would do, and do nothing.', true),
      reason: argument('String', 'Why; kept with who imported it and when.'),
    },
  ),
}

export const importTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'ImportPlan',
    description: 'What an import did or would do, and what is wrong with the dataset.',
    fields: {
      applied: field('Boolean!', 'Whether it was done.'),
      entitiesAdded: field('Int!', 'How many entities are described that were not.'),
      statementsAdded: field('Int!', 'How many statements are new.'),
      statementsRetracted: field('Int!', 'How many no dataset holds any more.'),
      unchanged: field('Int!', 'How many it holds that stand already.'),
      withheld: field('Int!', 'How many it holds that a curator withdrew: they are left out.'),
      newConflicts: field<ImportView>(
        '[Conflict!]!',
        'Contradictions that come of it; of a plan, with those of their statements that stand already.',
        ({ newConflicts, reader }) => newConflicts.map(conflict => showNewConflict(conflict, reader)),
      ),
      problems: field('[Problem!]!', 'What is wrong with it; with an ERROR among them nothing is applied.'),
    },
  },
  {
    kind: 'object',
    name: 'Problem',
    description: 'One thing that is wrong with a dataset, and where.',
    fields: {
      severity: field('Severity!', 'Whether it keeps the dataset from being applied.'),
      file: field('String!', 'The file: beijing-2024/dataset.yaml.'),
      line: field('Int', 'From 1.'),
      column: field('Int', 'In characters, from 1.'),
      code: field('String!', 'Stable: PROPERTY_UNKNOWN. All are listed in schema/error-codes.md.'),
      message: field('String!', 'What is wrong: unknown property "capcity" on ComputeCentre.'),
      hint: field('String', 'What to do: did you mean "capacity"?'),
    },
  },
  {
    kind: 'enum',
    name: 'Severity',
    description: 'How bad a problem is.',
    values: {
      ERROR: 'Nothing is applied.',
      WARNING: 'It is applied all the same.',
    } satisfies Record<Problem['severity'], string>,
  },
]
