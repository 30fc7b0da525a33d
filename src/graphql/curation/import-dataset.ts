import { type AllowedImport, findAllowed, importAllowed } from '../../imports/import-folder.js'
import type { ImportJob, ImportJobs, ImportStatus } from '../../imports/import-jobs.js'
import { SuanliError } from '../../model/error.js'
import type { Problem } from '../../model/problem.js'
import type { ViewReader } from '../../views/view-reader.js'
import type { Context } from '../request/context.js'
import { requireCurator } from '../request/require-curator.js'
import {
  argument,
  type FieldDeclaration,
  field,
  type SubscriptionDeclaration,
  type TypeDeclaration,
} from '../schema/declare.js'
import { openedConflicts } from './effect.js'

interface ImportView extends AllowedImport {
  readonly reader: ViewReader
}

interface ImportInput {
  readonly dataset: string
  readonly dryRun?: boolean | null
  readonly reason?: string | null
  readonly waitSeconds?: number | null
}

export const importMutations: Readonly<Record<string, FieldDeclaration>> = {
  importDataset: field<undefined, { input: ImportInput }>(
    'ImportDatasetPayload!',
    'Starts to import a dataset, in one revision or not at all; unless `dryRun` is false it only reports what the import would do. The import goes on when the client leaves: `importJob` and `importProgress` report its progress and, for 24 hours, its result. Error DATASETS_CLOSED if the server allows no folders, UPLOAD_UNKNOWN if there is no such upload.',
    async (_, { input }, context) => {
      const job = await startImport(input, context)
      const ms = 1_000 * Math.min(Math.max(input.waitSeconds ?? defaultWaitSeconds, 0), maxWaitSeconds)
      return { job: await jobsOf(context).wait(job.id, job.by, ms) }
    },
    { input: argument('ImportDatasetInput!', 'Which dataset, and how.') },
  ),
}

export const importQueries: Readonly<Record<string, FieldDeclaration>> = {
  importJob: field<undefined, { id: string }>(
    'ImportJob!',
    'An import that this curator started, with its progress and, once it has ended, its result. Error JOB_UNKNOWN if the server does not know it, or no longer.',
    (_, { id }, context) => jobsOf(context).find(id, requireCurator(context).id),
    { id: argument('ID!', 'The id that `importDataset` returned: import/7cJ…') },
  ),
}

export const importSubscriptions: Readonly<Record<string, SubscriptionDeclaration>> = {
  importProgress: {
    type: 'ImportJob!',
    description: 'An import that this curator started: as it is now, then whenever it has changed, until it has ended.',
    arguments: { id: argument('ID!', 'The id that `importDataset` returned: import/7cJ…') },
    follow: ({ id }: { readonly id: string }, context) => followImport(id, context),
  },
}

const defaultWaitSeconds = 5
const maxWaitSeconds = 25

async function startImport({ dataset, dryRun, reason }: ImportInput, context: Context): Promise<ImportJob> {
  const principal = requireCurator(context)
  const { id: by } = principal
  const { store, ontology, now } = context.curationContext
  const { root, holder, uploads, isAlive } = context.datasets
  const folder = uploads?.find(dataset, principal) ?? (await findAllowed(root, dataset))
  const byHand = { by, reason: reason ?? `import of ${folder.name || dataset}` }
  const importer = { now, isAlive, holder, onFailure: 'undo', byHand } as const
  const isDryRun = dryRun ?? true
  return jobsOf(context).start({ dataset, by, isDryRun }, progress =>
    importAllowed({ store, ontology, importer }, folder, isDryRun, progress),
  )
}

function jobsOf({ datasets: { imports } }: Context): ImportJobs {
  if (!imports) throw new SuanliError('DATASETS_CLOSED')
  return imports
}

async function* followImport(id: string, context: Context) {
  const { following } = context
  if (!following) throw new SuanliError('SOCKET_NEEDED')
  const { id: by } = requireCurator(context)
  for await (const job of jobsOf(context).watch(id, by)) {
    await following.pace(1)
    yield [{ value: job, context: await following.anew() }]
  }
}

export const importTypes: readonly TypeDeclaration[] = [
  {
    kind: 'input',
    name: 'ImportDatasetInput',
    description: 'What to import, and how.',
    fields: {
      dataset: argument(
        'String!',
        'The folder of the dataset below the one that the server allows (SUANLI_DATASETS): beijing-2024. Or an upload, by the id that `POST /datasets` returned: upload/7cJ…',
      ),
      dryRun: argument('Boolean', 'Report what the import would do, and change nothing.', true),
      reason: argument('String', 'Why; stored with who imported it and when.'),
      waitSeconds: argument(
        'Int',
        'How long the answer waits for the import to end, at most 25 seconds. An import that takes longer goes on.',
        defaultWaitSeconds,
      ),
    },
  },
  {
    kind: 'object',
    name: 'ImportDatasetPayload',
    description: 'The import that was started.',
    fields: { job: field('ImportJob!', 'The import, as it is when the answer is sent.') },
  },
  {
    kind: 'object',
    name: 'ImportJob',
    description: 'An import that runs on the server, whether or not its client waits.',
    fields: {
      jobId: field<ImportJob>('ID!', 'Id for `importJob` and `importProgress`: import/7cJ…', ({ id }) => id),
      dataset: field('String!', 'The folder or upload that is imported.'),
      dryRun: field<ImportJob>('Boolean!', 'Whether it only reports what it would do.', ({ isDryRun }) => isDryRun),
      status: field('ImportStatus!', 'How far it has come.'),
      statementsDone: field<ImportJob>('Int!', 'How many statements have been dealt with.', ({ done }) => done),
      statementCount: field<ImportJob>(
        'Int',
        'How many statements the dataset holds; null until it has been checked.',
        ({ total }) => total,
      ),
      startedAt: field<ImportJob>('DateTime!', 'When it was started.', ({ startedAt }) => startedAt.toISOString()),
      endedAt: field<ImportJob>('DateTime', 'When it ended.', ({ endedAt }) => endedAt?.toISOString()),
      expiresAt: field<ImportJob>(
        'DateTime',
        'Until when the server keeps it, unless it restarts; null until it has ended.',
        ({ expiresAt }) => expiresAt?.toISOString(),
      ),
      plan: field<ImportJob>(
        'ImportPlan',
        'What it did or would do; null until it is DONE.',
        ({ result }, _, context): ImportView | undefined =>
          result && { ...result, reader: (result.applied ? context.anew() : context).at() },
      ),
      error: field<ImportJob>('ImportError', 'Why it FAILED; nothing was applied.', ({ failure }) => failure),
    },
  },
  {
    kind: 'object',
    name: 'ImportError',
    description: 'Why an import failed.',
    fields: {
      code: field('String!', 'Stable: IMPORT_RUNNING. All are listed in schema/error-codes.md.'),
      message: field('String!', 'What failed, and what to do.'),
    },
  },
  {
    kind: 'enum',
    name: 'ImportStatus',
    description: 'How far an import has come.',
    values: {
      QUEUED: 'It waits for another import, or its dataset is being checked.',
      RUNNING: 'It is planned and stored.',
      DONE: 'It ended; `plan` has the result, also if the dataset has problems and nothing was applied.',
      FAILED: 'It ended without a result; `error` says why.',
    } satisfies Record<ImportStatus, string>,
  },
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
      openedConflicts: field<ImportView>(
        '[OpenedConflict!]!',
        'Conflicts that the import opens or would open.',
        ({ newConflicts, reader, applied }) => openedConflicts(newConflicts, { reader, isPreview: !applied }),
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
