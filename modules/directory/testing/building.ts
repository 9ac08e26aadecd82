import { systemActor } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'

/** What a builder needs of a house: a test's own, or the application's runner for the demo. */
export type Building = Pick<House, 'run' | 'runner' | 'modules'>

/** A building on the application's runner, as the system; at a moment of its own (epoch milliseconds) when one is given. */
export function buildingOn(house: Pick<Building, 'runner' | 'modules'>, now?: number): Building {
  const at = now === undefined ? {} : { now }
  return {
    runner: house.runner,
    modules: house.modules,
    run: async (endpoint, input, call = systemActor('building')) => {
      const given = 'rights' in call ? { actor: call } : call
      return (await house.runner.run(endpoint, input, { ...given, ...at })).reply as never
    },
  }
}
