import { verifyJournal } from '@congso/kernel/server'
import { openHouse } from '../app.ts'
import type { Command } from '../cli.ts'
import { readConfig } from '../config.ts'
import { forgetHalfMade, holdsDemo } from '../demo/once.ts'
import { demoAccounts, seedDemo } from '../demo/seed.ts'

/** Brings the database up to date and stops. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: "Bring the database up to this program's schema.",
  usage: 'migrate [--json]',
  async run() {
    const applied: string[] = []
    const house = await openHouse(readConfig(process.env), { say: line => applied.push(line) })
    await house.close()
    return {
      value: { applied },
      text: applied.length > 0 ? applied.join('\n') : 'Nothing to do: the database is up to date.',
    }
  },
}

/** Makes the demo in an empty database. */
export const seedCommand: Command = {
  name: 'seed',
  summary: 'Make the demo: a current two-tier province with people, procedures and dossiers.',
  usage: 'seed [--json]',
  async run() {
    const house = await openHouse(readConfig(process.env), { before: url => forgetHalfMade(url, say) })
    try {
      const made = await seedDemo(house, say)
      const accounts = (await holdsDemo(house.pool)) ? demoAccounts : []
      return {
        value: { made, accounts },
        rows: accounts,
        ...(made ? {} : { text: 'The database already holds an organisation; nothing was added.' }),
      }
    } finally {
      await house.close()
    }
  },
}

/** Reads the whole journal beside its seals; exit code 1 when a row does not fit. */
export const verifyJournalCommand: Command = {
  name: 'verify-journal',
  summary: 'Check the sealed journal: names every changed, removed, added or reordered row.',
  usage: 'verify-journal [--json]',
  async run(given) {
    const house = await openHouse(readConfig(process.env))
    try {
      const check = await verifyJournal(house.pool, rows => given.progress(rows, undefined, 'rows'))
      const verdict =
        check.faults.length === 0 ? 'The journal is whole.' : `${check.faults.length} rows or seals do not fit.`
      return {
        value: check,
        text: `${verdict} ${check.rows} sealed rows in ${check.seals} seals, ${check.unsealed} not yet sealed. Last hash ${check.lastHash || '–'}`,
        ...(check.faults.length > 0 && !given.json ? { rows: check.faults } : {}),
        failed: check.faults.length > 0,
      }
    } finally {
      await house.close()
    }
  },
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
