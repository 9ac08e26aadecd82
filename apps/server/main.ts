import { runCommand, type Command } from './cli.ts'
import { exportXesCommand } from './commands/export-xes.ts'
import { importCatalogue, importUnits } from './commands/import.ts'
import { migrateCommand, seedCommand, verifyJournalCommand } from './commands/database.ts'
import { erasePersonalCommand, resumeJournalCommand } from './commands/journal.ts'
import { openApiCommand } from './commands/openapi.ts'
import { replayCommand } from './commands/replay.ts'
import { reportCommand } from './commands/report.ts'
import { serve } from './commands/serve.ts'

const commands: readonly Command[] = [
  serve,
  migrateCommand,
  seedCommand,
  replayCommand,
  importCatalogue,
  importUnits,
  reportCommand,
  exportXesCommand,
  openApiCommand,
  verifyJournalCommand,
  erasePersonalCommand,
  resumeJournalCommand,
]

process.exitCode = await runCommand(commands, process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (process.env.CONGSO_LOG === 'info' ? error.stack : error.message) : String(error)}\n`,
  )
  return 1
})
