import type { SameTexts } from '@congso/kernel/contract'
import type { vi } from './due-texts.vi.ts'

export const en: SameTexts<typeof vi> = {
  paused: 'Paused',
  pausedLeft: amount => `Paused, ${amount} left`,
  pausedFor: (reason, since) => `Paused, ${reason} since ${since}`,
  pauseReasons: { supplement: 'awaiting papers', payment: 'awaiting payment' },
  finishedOnTime: 'Finished on time',
  limits: {
    'working-day': n => `${n} working day(s)`,
    'working-hour': n => `${n} working hour(s)`,
    'calendar-day': n => `${n} day(s)`,
    month: n => `${n} month(s)`,
    year: n => `${n} year(s)`,
    'same-day': () => 'within the working day',
  },
  states: {
    accepted: 'Received',
    'in-progress': 'In progress',
    'awaiting-supplement': 'Awaiting papers',
    'awaiting-payment': 'Awaiting payment',
    decided: 'Result ready',
    returned: 'Result returned',
    declined: 'Not received',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    stopped: 'Stopped',
  },
  channels: { direct: 'at the counter', online: 'online', postal: 'by post' },
  pickups: { counter: 'Collected at the counter', post: 'Sent by post', electronic: 'Electronic result' },
}
