import { formatNumber } from '@congso/ui'
import type { refusalsVi } from './refusals.vi.ts'

/** Why something was not done, in English. */
export const refusalsEn: typeof refusalsVi = {
  'casework.offer-closed': p =>
    `Not received: the procedure “${p.name}” has just changed or is no longer taken here. Choose it again to see the new state.`,
  'casework.papers-unseen': p => `Not received: paper ${p.no} “${p.name}” has not been looked at.`,
  'casework.papers-to-fix': p => `Not done: paper ${p.no} “${p.name}” still has to be corrected.`,
  'casework.fee-undecided': p => `It is not yet said how “${p.name}” is paid, or how much it is.`,
  'casework.proxy-missing': 'Filing for somebody else needs the authorisation paper.',
  'casework.owner-missing': "Filing for somebody else needs that person's name.",
  'casework.not-your-turn': 'The dossier lies with another person or unit. Nothing was changed.',
  'casework.step-already-taken': 'Somebody has already completed this step. Reload to see where the dossier is.',
  'casework.action-unknown': 'The current step of the process has no such action.',
  'casework.ended': 'The dossier has been resolved; no further step is possible.',
  'casework.reason-missing': 'Give the reason; one sentence is enough.',
  'casework.holder-not-in-unit': 'The chosen person holds no position in the handling unit.',
  'casework.already-claimed': 'Somebody has just claimed this dossier.',
  'casework.result-missing': 'There is no draft result to sign.',
  'casework.not-signed': 'Not numbered: the result has not been approved.',
  'casework.not-ready-to-return': 'Not returned: the dossier has no result yet, or was received at another counter.',
  'casework.already-returned': 'The result has already been handed over. It is not handed over twice.',
  'casework.collector-missing': 'Give the name of the person who collects.',
  'casework.already-decided':
    'Not withdrawn: the result has been signed, and a dossier can be taken back only while there is no decision. Hand the result over as usual.',
  'casework.log-too-long': p =>
    `Not downloaded: the filter holds more than ${formatNumber(Number(p.most))} dossiers. Narrow it, or have export-xes run on the server.`,
  'casework.received-in-future': 'The moment of receipt cannot lie in the future.',
  'casework.no-calendar': 'The agency has no working calendar, so no date can be promised.',
  'casework.nobody-for-step': p =>
    `Not passed on: nobody holds a position for the step “${p.step}”. Ask the administrator to appoint somebody.`,
}
