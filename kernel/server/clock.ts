/** Where the current moment comes from, in epoch milliseconds. */
export type Clock = () => number

/** The machine's clock. */
export const systemClock: Clock = () => Date.now()

/** A clock that stands where it is put: simulations and replays run the same commands on it. */
export function simulatedClock(start: number): Clock & { set(ms: number): void; advance(ms: number): void } {
  let current = start
  return Object.assign(() => current, {
    set(ms: number) {
      current = ms
    },
    advance(ms: number) {
      current += ms
    },
  })
}
