import type { SameTexts } from '@congso/kernel/contract'
import { lastDayShown, shownDate } from './shown-date.ts'
import type { vi } from './texts.vi.ts'

/** Refusals and permissions of the organisation, and words several of its pages use. */
export const en: SameTexts<typeof vi> = {
  refusals: {
    'directory.agency-code-invalid': () =>
      'Not an identifier: plain letters and digits in groups joined by dots, like H99.15.',
    'directory.agency-code-taken': p => `Code ${p.code} belongs to another agency.`,
    'directory.admin-unit-unknown': p => `No administrative unit carries the code ${p.code}.`,
    'directory.closed-already': p => `Closed since ${shownDate(p.on)}. Nothing was changed.`,
    'directory.not-closed': () => 'It is open; there is nothing to reopen.',
    'directory.parent-not-open': p => `${p.name} is closed or will be. Reopen ${p.name} first.`,
    'directory.unit-has-open-child': p =>
      `Not closed: ${p.count} inside are still open, among them ${p.name}. Close or move them first.`,
    'directory.unit-not-open': p => `${p.name ?? 'The unit'} is not open on that day.`,
    'directory.unit-parent-unknown': p => `The unit above must belong to ${p.name}.`,
    'directory.unit-cycle': () => 'Nothing can stand inside itself.',
    'directory.unit-outlives-parent': p =>
      `From ${shownDate(p.from)} ${p.name} is not open. Choose days on which it is.`,
    'directory.unit-in-two-places': () => 'Nothing can be in two places at once.',
    'directory.unit-without-agency': () => 'A unit belongs to an agency.',
    'directory.agency-below-unit': () => 'An agency cannot stand inside a unit.',
    'directory.unit-dates-reversed': p => `The end must come after the start, ${shownDate(p.from)}.`,
    'directory.position-held': p => `${p.name} holds this position after that day. End the holding first.`,
    'directory.position-not-open': p => `The position ${p.title} does not exist on ${shownDate(p.on)}.`,
    'directory.position-taken': p => `${p.name} holds this position from ${shownDate(p.from)}. One holder on any day.`,
    'directory.position-beyond-own-reach': () =>
      'This position has rights that reach further than your own. It takes an administrator above.',
    'directory.holding-ended': p => `Already ended; the last day is ${lastDayShown(p.on)}.`,
    'directory.name-invalid': () => 'A name has letters, spaces, full stops and hyphens only.',
    'directory.phone-invalid': () => 'A telephone number has 10 digits (mobile) or 11 (landline) and begins with 0.',
    'directory.email-invalid': () => 'Not an e-mail address.',
    'directory.date-in-future': () => 'The date of birth must lie before today.',
    'directory.person-exists': p =>
      `${p.name} is known already, with the same date of birth or e-mail. Use that person, or tick “Somebody else” and save again.`,
    'directory.permission-unknown': p => `There is no permission ${p.permission}.`,
    'directory.role-key-taken': p => `There is a role ${p.key} already.`,
    'directory.grant-beyond-own-reach': () =>
      'You cannot give more than your own right to edit roles reaches. Choose a narrower reach.',
    'directory.grant-twice': p => `This position has the role ${p.role} with that reach at that time already.`,
    'directory.grant-ended': p => `Already taken away; the last day is ${lastDayShown(p.on)}.`,
    'directory.delegation-dates-reversed': () => 'The last day must not come before the first.',
    'directory.delegation-in-past': p => `Nothing is delegated for the past. Choose from ${shownDate(p.today)}.`,
    'directory.delegation-expired': () => 'The last day is over.',
    'directory.delegation-to-self': p => `${p.name} holds this very position.`,
    'directory.delegation-circular': p =>
      `${p.name} has delegated back at that time, directly or through others. End that delegation first.`,
    'directory.delegation-twice': p => `${p.name} has been delegated this at that time already.`,
    'directory.delegation-borrower-unplaced': p =>
      `From ${shownDate(p.from)} ${p.name} holds no position. Whoever acts for another holds a position.`,
    'directory.delegation-needs-end': () => 'An authorisation needs a last day.',
    'directory.delegation-needs-content': () => 'An authorisation says for what: choose at least one permission.',
    'directory.delegation-exceeds-right': p =>
      p.permission === '*'
        ? `From ${shownDate(p.from)} this position has no right to lend.`
        : `From ${shownDate(p.from)} this position does not have ${p.permission}. Only what one has can be lent, while one has it.`,
    'directory.delegation-over': () => 'This delegation is over. Nothing was changed.',
    'directory.admin-unit-parent-unknown': p =>
      `Unit ${p.code} belongs to ${p.parent}, which is unknown. Nothing was loaded.`,
    'directory.staff-sheet-empty': () =>
      'There are no rows. Choose a spreadsheet file, or copy the cells with their headings and paste them.',
    'directory.staff-sheet-large': p => `The sheet has ${p.rows} rows; at most ${p.most} at a time.`,
    'directory.staff-sheet-faulty': p => `No row was imported: ${p.count} places in the sheet need correcting.`,
    'directory.staff-sheet-imported': () => 'This sheet has been imported. Nothing more was changed.',
    'directory.staff-sheet-twofold': () => 'Choose a file or paste cells, not both at once.',
    'directory.staff-file-unreadable': p =>
      `${p.name} cannot be read. Save it as Excel (.xlsx) or CSV UTF-8 and send it again.`,
    'directory.staff-file-old': p =>
      `${p.name} is an old Excel file (.xls) or has a password. Open it, remove the password, save it as .xlsx and send it again.`,
    'directory.staff-file-encoding': p => `${p.name} is not UTF-8 text. Save it as “CSV UTF-8” and send it again.`,
    'directory.staff-accounts-many': p =>
      `The sheet opens ${p.count} accounts; at most ${p.most} at a time. Divide the sheet.`,
    'directory.staff-account-taken': p =>
      `The user name ${p.userName} has just been taken. No row was imported; look at the sheet again.`,
    'directory.staff-account-beyond-reach': p =>
      `${p.name} also holds a position beyond your reach, so you cannot open their account. No row was imported.`,
    'directory.staff-sheet-unchanged': () =>
      'Everybody in the sheet has their position and roles already. There is nothing to import.',
  },
  permissions: {
    'directory.organisation.read': 'See agencies, units and people',
    'directory.organisation.edit': 'Edit agencies, units, positions and people',
    'directory.role.edit': 'Edit roles and grant them',
    'directory.delegation.edit': 'Make and end delegations',
    'directory.audit.read': 'Read the journal',
  },
}
