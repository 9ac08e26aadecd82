import { attachScan, checkPaper, claimDossier, writeNote } from '@congso/casework/contract'
import type { Actor, Upload } from '@congso/kernel/contract'
import type { Runner } from '@congso/kernel/server'
import type { Deed } from '../replay/course.ts'

/** Somebody takes a dossier that lies unclaimed in their unit. */
export function claimDeed(runner: Runner, at: number, by: Actor): Deed {
  return {
    at,
    perform: async ({ id, version }, now) =>
      (await runner.run(claimDossier, { id, version }, { actor: by, now })).reply,
  }
}

/** A note to colleagues. */
export function noteDeed(runner: Runner, at: number, by: Actor, text: string): Deed {
  return {
    at,
    async perform({ id }, now) {
      await runner.run(writeNote, { id, text }, { actor: by, now })
      return {}
    },
  }
}

/** A scan of one of the papers. */
export function scanDeed(runner: Runner, at: number, by: Actor, paper: number, scan: () => Promise<Upload>): Deed {
  return {
    at,
    async perform({ id }, now) {
      await runner.run(attachScan, { id, paper, files: [await scan()] }, { actor: by, now })
      return {}
    },
  }
}

/** A second look at a paper finds something to put right. */
export function findingDeed(runner: Runner, at: number, by: Actor, paper: number, note: string): Deed {
  return {
    at,
    async perform({ id }, now) {
      await runner.run(checkPaper, { id, no: paper, verdict: 'to-fix', note }, { actor: by, now })
      return {}
    },
  }
}
