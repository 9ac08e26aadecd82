import type { Static, TObject } from 'typebox'

/** A fact a module publishes, `module.past-tense`: one journal row, and the start of every reaction to it. */
export type Event<D extends TObject = TObject, P extends TObject = TObject> = {
  name: string
  /** What happened, without personal data: stays for ever. */
  data: D
  /** Personal data of the fact, kept apart so that lawful erasure leaves the chain provable. */
  personal?: P
}

export type DataOf<E> = E extends Event<infer D> ? Static<D> : never

/** Declares a fact. */
export function event<D extends TObject, P extends TObject>(name: string, data: D, personal?: P): Event<D, P> {
  return personal ? { name, data, personal } : { name, data }
}
