import { Command, CommanderError } from 'commander'
import { exitCodes } from './cli/command.js'
import { registerCandidates } from './cli/commands/candidates.js'
import { registerCheck } from './cli/commands/check.js'
import { registerDoctor } from './cli/commands/doctor.js'
import { registerExport } from './cli/commands/export.js'
import { registerImport } from './cli/commands/import.js'
import { registerMigrate } from './cli/commands/migrate.js'
import { registerNew } from './cli/commands/new.js'
import { registerPlan } from './cli/commands/plan.js'
import { registerRebuild } from './cli/commands/rebuild.js'
import { registerRelease } from './cli/commands/release.js'
import { registerSchema } from './cli/commands/schema.js'
import { registerSeed } from './cli/commands/seed.js'
import { registerServe } from './cli/commands/serve.js'
import { registerStart } from './cli/commands/start.js'
import { describeSettings } from './config/config.js'

const program = new Command('suanli')
  .description('算力: a knowledge graph of AI infrastructure in which every fact says who stated it')
  .addHelpText('after', `\nSettings, from the environment:\n${describeSettings()}`)
  .exitOverride()

for (const register of [
  registerStart,
  registerServe,
  registerNew,
  registerCheck,
  registerPlan,
  registerImport,
  registerExport,
  registerRelease,
  registerCandidates,
  registerMigrate,
  registerRebuild,
  registerDoctor,
  registerSeed,
  registerSchema,
])
  register(program)

// Whoever reads the output may stop reading: `suanli check ... | head`.
process.stdout.on('error', failure => {
  if ('code' in failure && failure.code === 'EPIPE') process.exit()
  throw failure
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
}
