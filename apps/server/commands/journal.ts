import { catchUpWithJournal, erasePersonal } from '@congso/kernel/server'
import { openHouse } from '../app.ts'
import { UsageError, type Command } from '../cli.ts'
import { readConfig } from '../config.ts'

/** Erases the personal text the journal keeps about one thing or person, and records why. */
export const erasePersonalCommand: Command = {
  name: 'erase-personal',
  summary:
    'Erase the personal text of every journal row about one subject (a dossier, an account …), with the decision it rests on. It cannot be undone; the seals still hold. The journal only: people, accounts, dossiers, files, logs and copies of the database keep what they hold.',
  usage: 'erase-personal <id of the subject> --reason <number and date of the decision> [--json]',
  takes: 1,
  options: { reason: { type: 'string' } },
  async run(given) {
    const [subject = ''] = given.positionals
    const reason = (given.text('reason') ?? '').trim()
    if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(subject))
      throw new UsageError('Whose? The id of the subject, as in the address of its page.')
    if (reason.length < 5) throw new UsageError('--reason must name the decision; it is kept in the journal.')
    const house = await openHouse(readConfig(process.env), { poolSize: 2 })
    try {
      const rows = await erasePersonal(house.runner, subject, reason)
      const text =
        rows > 0 ? `Erased in ${rows} rows.` : 'The journal keeps no personal text about it; nothing was changed.'
      return { value: { subject, rows }, text, failed: rows === 0 }
    } finally {
      await house.close()
    }
  },
}

/** After a restore from a dump: lets new transactions come after all that the journal knows. */
export const resumeJournalCommand: Command = {
  name: 'resume-journal',
  summary:
    'After a restore from a dump: use up transaction numbers until the journal can go on; some ten thousands a second.',
  usage: 'resume-journal [--json]',
  async run(given) {
    let used = 0
    const before = async (url: string) => {
      used = await catchUpWithJournal(url, (done, total) => given.progress(done, total, 'transaction numbers'))
    }
    const house = await openHouse(readConfig(process.env), { poolSize: 2, before })
    await house.close()
    const text =
      used > 0
        ? `Used up ${used} transaction numbers; the journal can go on.`
        : 'The journal is not ahead of its database; nothing was done.'
    return { value: { used }, text }
  },
}
