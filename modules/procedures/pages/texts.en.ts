import type { SameTexts } from '@congso/kernel/contract'
import type { vi } from './texts.vi.ts'

export const en: SameTexts<typeof vi> = {
  events: {
    'procedures.records-imported': 'Catalogue records loaded',
    'procedures.procedure-published': 'Procedure added to the catalogue',
    'procedures.procedure-changed': 'Procedure published anew',
    'procedures.offer-opened': 'Offer opened',
    'procedures.offer-changed': 'Offer changed',
    'procedures.offer-closed': 'Offer closed',
    'procedures.version-adopted': 'New version adopted',
    'procedures.process-drafted': 'Process drafted',
    'procedures.draft-edited': 'Process draft edited',
    'procedures.process-published': 'Process published',
    'procedures.process-retired': 'Process retired',
  },
  permissions: {
    'procedures.catalogue.read': 'Read the procedure catalogue',
    'procedures.catalogue.edit': 'Import the procedure catalogue',
    'procedures.offer.edit': 'Set up the procedures of an agency',
    'procedures.process.edit': 'Draft and publish internal processes',
  },
  refusals: {
    'procedures.limit-needed':
      'Not opened: the published record does not give exactly one time limit. Enter the limit.',
    'procedures.process-needed': p =>
      p.hours === ''
        ? 'No process without counted hours is in force. Choose a process, or draft and publish one first.'
        : `No process of ${p.hours} hours is in force. Choose a process, or draft and publish one first.`,
    'procedures.process-not-published':
      'This process is not published, is retired, or belongs to another agency. Choose one that is in force.',
    'procedures.process-hours-differ': p =>
      `The process has ${p.hours} hours, the time limit is ${p.limit} working hours. Choose a process whose hours equal the limit.`,
    'procedures.unit-elsewhere': 'This unit is not of the agency, or is closed. Choose another one.',
    'procedures.agency-closed': 'This agency is closed and receives no procedure any more.',
    'procedures.offer-exists': p => `The agency already offers procedure ${p.code}. Open that offer to change it.`,
    'procedures.offer-closed': 'This offer has been replaced or closed. Open the agency’s list to see the current one.',
    'procedures.case-repeated': p => `Case “${p.name}” is there twice.`,
    'procedures.case-limit-missing': p => `Case “${p.name}” has no time limit.`,
    'procedures.case-paper-unknown': p => `Case “${p.name}” asks for paper ${p.no}, which is not on the list.`,
    'procedures.paper-repeated': p => `Two papers have the number ${p.no}.`,
    'procedures.version-not-newer': 'This is the published record in use; there is no newer one.',
    'procedures.date-in-future': p => `${p.date} has not come yet. Choose today or an earlier day.`,
    'procedures.unchanged': 'Nothing differs from the current state, so nothing was changed.',
    'procedures.hours-not-half': 'Hours are counted in halves: 4, 4.5, 5.',
    'procedures.draft-exists': p => `Process “${p.name}” already has a draft or a newer version. Open that one.`,
    'procedures.process-not-draft': p =>
      `Process “${p.name}” is published and cannot be edited. Draft a new version from it.`,
    'procedures.process-faulty': p =>
      `Not published: ${p.count} places need mending; they are marked beside the steps.`,
    'procedures.process-not-in-force': p => `Process “${p.name}” is not in force.`,
    'procedures.no-records': p => `There are no records (.txt) in ${p.name}. Nothing was loaded.`,
    'procedures.archive-broken': p =>
      `The archive ${p.name} is broken, cut off, or too large when unpacked. Nothing was loaded; fetch it again.`,
    'procedures.process-in-use': p =>
      `Not retired: ${p.count} procedures are received under process “${p.name}”. Move them to another process first.`,
  },
}
