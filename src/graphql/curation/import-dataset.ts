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
  ofMoment,
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
    { input: argument('ImportDatasetInput!', 'Input of the mutation.') },
  ),
}

export const importQueries = ofMoment({
  importJob: field<undefined, { id: string }>(
    'ImportJob!',
    'An import that this curator started, with its progress and, once it has ended, its result. Error JOB_UNKNOWN if the server does not know it, or no longer.',
    (_, { id }, context) => jobsOf(context).find(id, requireCurator(context).id),
    { id: argument('ID!', 'The id that `importDataset` returned: import/7cJ…') },
  ),
})

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
    yield [{ value: job, context: await following.atNewest() }]
  }
}

export const importTypes: readonly TypeDeclaration[] = [
  {
    kind: 'input',
    name: 'ImportDatasetInput',
    description: 'Input of `importDataset`.',
    fields: {
      dataset: argument(
        'String!',
        'The folder of the dataset below the one that the server allows (SUANLI_DATASETS): beijing-2024. Or an upload, by the id that `POST /datasets` returned: upload/7cJ…',
      ),
      dryRun: argument('Boolean', 'Report what the import would do, and change nothing.', true),
      reason: argument('String', 'Reason, kept in the curation log with the curator and the time.'),
      waitSeconds: argument(
        'Int',
        'Seconds that the answer waits for the import to end, at most 25. A longer import goes on.',
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
      status: field('ImportStatus!', 'Stage of the import, from QUEUED to DONE or FAILED. Example: RUNNING.'),
      statementsDone: field<ImportJob>('Int!', 'Number of statements that are done.', ({ done }) => done),
      statementCount: field<ImportJob>(
        'Int',
        'Number of statements of the dataset; null until it has been checked.',
        ({ total }) => total,
      ),
      startedAt: field<ImportJob>('DateTime!', 'Time at which the import was started.', ({ startedAt }) =>
        startedAt.toISOString(),
      ),
      endedAt: field<ImportJob>('DateTime', 'Time at which the import ended.', ({ endedAt }) => endedAt?.toISOString()),
      expiresAt: field<ImportJob>(
        'DateTime',
        'Time until which the server keeps the job, unless it restarts; null until it has ended.',
        ({ expiresAt }) => expiresAt?.toISOString(),
      ),
      plan: field<ImportJob>(
        'ImportPlan',
        'Result of the import; null until it is DONE.',
        ({ result }, _, context): ImportView | undefined =>
          result && { ...result, reader: (result.applied ? context.atNewest() : context).at() },
      ),
      error: field<ImportJob>(
        'ImportError',
        'Reason for which the import FAILED; nothing was applied.',
        ({ failure }) => failure,
      ),
    },
  },
  {
    kind: 'object',
    name: 'ImportError',
    description: 'Reason for which an import failed.',
    fields: {
      code: field('String!', 'Stable: IMPORT_RUNNING. All are listed in schema/error-codes.md.'),
      message: field('String!', 'Sentence that says what failed and what to do.'),
    },
  },
  {
    kind: 'enum',
    name: 'ImportStatus',
    description: 'Stage of an import.',
    values: {
      QUEUED: 'Waiting for another import, or being checked.',
      RUNNING: 'Being planned and stored.',
      DONE: 'Ended; `plan` has the result, also if the dataset has problems and nothing was applied.',
      FAILED: 'Ended without a result; `error` has the reason.',
    } satisfies Record<ImportStatus, string>,
  },
  {
    kind: 'object',
    name: 'ImportPlan',
    description: 'Result of an import, or its plan, with the problems of the dataset.',
    fields: {
      applied: field('Boolean!', 'Whether it was done.'),
      entitiesAdded: field('Int!', 'Number of entities that no dataset described before.'),
      statementsAdded: field('Int!', 'Number of new statements.'),
      statementsRetracted: field('Int!', 'Number of statements that no dataset holds any more.'),
      unchanged: field('Int!', 'Number of statements that the graph has already.'),
      withheld: field('Int!', 'Number of statements that a curator retracted: the import leaves them out.'),
      openedConflicts: field<ImportView>(
        '[OpenedConflict!]!',
        'Conflicts that the import opens or would open.',
        ({ newConflicts, reader, applied }) => openedConflicts(newConflicts, { reader, isPreview: !applied }),
      ),
      problems: field('[Problem!]!', 'Problems of the dataset; with an ERROR among them nothing is applied.'),
    },
  },
  {
    kind: 'object',
    name: 'Problem',
    description: 'One thing that is wrong with a dataset, and where.',
    fields: {
      severity: field('Severity!', 'Whether it keeps the dataset from being applied.'),
      file: field('String!', 'The file: beijing-2024/dataset.yaml.'),
      line: field('Int', 'Line, from 1.'),
      column: field('Int', 'Column in characters, from 1.'),
      code: field('String!', 'Stable: PROPERTY_UNKNOWN. All are listed in schema/error-codes.md.'),
      message: field('String!', 'Text of the problem: unknown property "capcity" on ComputeCentre.'),
      hint: field('String', 'Advice: did you mean "capacity"?'),
    },
  },
  {
    kind: 'enum',
    name: 'Severity',
    description: 'Severity of a problem.',
    values: {
      ERROR: 'Nothing is applied.',
      WARNING: 'Does not keep the dataset from being applied.',
    } satisfies Record<Problem['severity'], string>,
  },
]
