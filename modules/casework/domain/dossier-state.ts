/** Where a dossier stands in law. What happens inside processing is told by its step, not by more states. */
export type DossierState =
  | 'accepted'
  | 'in-progress'
  | 'awaiting-supplement'
  | 'awaiting-payment'
  | 'decided'
  | 'returned'
  | 'declined'
  | 'refused'
  | 'withdrawn'
  | 'stopped'

/** What can be done with a dossier, as far as its state allows; rights and turns come on top. */
export type DossierAction =
  | 'work'
  | 'assign'
  | 'claim'
  | 'check-paper'
  | 'attach'
  | 'note'
  | 'sign'
  | 'number'
  | 'return'
  | 'withdraw'

type Row = {
  /** National status code (one-stop §5.3). */
  status: number
  clock: 'running' | 'paused' | 'finished'
  allows: readonly DossierAction[]
}

const working: readonly DossierAction[] = [
  'work',
  'assign',
  'claim',
  'check-paper',
  'attach',
  'note',
  'sign',
  'number',
  'withdraw',
]
const waiting: readonly DossierAction[] = ['attach', 'note', 'assign', 'withdraw']
const over: readonly DossierAction[] = ['note']

/** The whole table: a state added to the type without a row here does not compile. */
export const dossierStates: Readonly<Record<DossierState, Row>> = {
  accepted: { status: 2, clock: 'running', allows: working },
  'in-progress': { status: 4, clock: 'running', allows: working },
  'awaiting-supplement': { status: 5, clock: 'paused', allows: waiting },
  'awaiting-payment': { status: 6, clock: 'paused', allows: waiting },
  decided: { status: 9, clock: 'finished', allows: ['return', 'attach', 'note'] },
  returned: { status: 10, clock: 'finished', allows: over },
  declined: { status: 3, clock: 'finished', allows: over },
  refused: { status: 8, clock: 'finished', allows: ['return', ...over] },
  withdrawn: { status: 7, clock: 'finished', allows: over },
  stopped: { status: 8, clock: 'finished', allows: ['return', ...over] },
}

/** Whether the state allows the action at all. */
export function allows(state: DossierState, action: DossierAction): boolean {
  return dossierStates[state].allows.includes(action)
}

/** Whether processing is over: nothing may be decided any more. */
export function isOver(state: DossierState): boolean {
  return dossierStates[state].clock === 'finished'
}

/** The state's word as read from a row: refuses a word that is none. */
export function readState(text: string): DossierState {
  if (isState(text)) return text
  throw new RangeError(`no such dossier state: ${text}`)
}

function isState(text: string): text is DossierState {
  return Object.hasOwn(dossierStates, text)
}
