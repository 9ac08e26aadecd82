/** Every reason why the deadline rules refuse to answer. */
export type FaultCode =
  | 'worktime.bad-date'
  | 'worktime.bad-amount'
  | 'worktime.bad-week'
  | 'worktime.bad-day'
  | 'worktime.outside-calendar'
  | 'worktime.outside-lunar-years'
  | 'worktime.no-such-lunar-day'
  | 'worktime.clock-order'
  | 'worktime.clock-state'

/** Thrown when a date cannot be computed honestly. A wrong promise is worse than none, so nothing is guessed. */
export class WorktimeFault extends Error {
  readonly code: FaultCode

  constructor(code: FaultCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'WorktimeFault'
    this.code = code
  }
}
