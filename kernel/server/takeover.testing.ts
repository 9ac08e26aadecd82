// A node of a house that reacts slowly, to be killed in the middle. Run as a program it is the node that dies.
import { Line, Type, command, event } from '../contract/index.ts'
import { systemClock } from './clock.ts'
import { openPool } from './db.ts'
import { createLog } from './log.ts'
import { defineModule, handle, on, type Ctx, type Module } from './module.ts'
import { createRunner } from './runner.ts'
import { newId } from './uuid.ts'
import { startWork } from './work.ts'

const told = event('slow.told', Type.Object({ word: Type.String() }))
const heard = event('slow.heard', Type.Object({ word: Type.String() }))

export const tell = command({
  id: 'slow.tell',
  path: '/tell',
  permission: 'slow.tell',
  summary: 'Tells a word that somebody hears later.',
  input: Type.Object({ word: Line() }, { additionalProperties: false }),
  reply: Type.Object({}),
})

/** The module; `after` runs at the end of the reaction, inside its transaction. */
export function slowModule(after: (ctx: Ctx) => Promise<void>): Module {
  return defineModule({
    name: 'slow',
    permissions: ['slow.tell'],
    texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
    pages: [],
    forms: [],
    handlers: [
      handle(tell, async (ctx, { word }) => {
        ctx.record(told, { subject: newId(), data: { word } })
        return {}
      }),
    ],
    reactions: [
      on(told, 'slow.hear', async (ctx, fact) => {
        ctx.record(heard, { subject: fact.subject, data: { word: fact.data.word } })
        await after(ctx)
      }),
    ],
  })
}

if (import.meta.main) {
  const [url = '', moment] = process.argv.slice(2)
  const module = slowModule(async () => {
    if (moment !== 'in the middle') return
    console.log('in the middle')
    await new Promise(() => {})
  })
  const pool = openPool(url, 4)
  const runner = createRunner({
    pool,
    clock: systemClock,
    handlers: module.handlers,
    relayed: new Set([told.name]),
    committed: facts => {
      if (facts.some(fact => fact.event === heard.name)) process.kill(process.pid, 'SIGKILL')
    },
  })
  const log = createLog('error')
  await startWork({ url, pool, runner, clock: systemClock, log, reactions: module.reactions ?? [], jobs: [] })
  console.log('ready')
}
