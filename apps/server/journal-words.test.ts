import * as caseworkEvents from '@congso/casework/events'
import * as directoryEvents from '@congso/directory/events'
import * as filesEvents from '@congso/files/events'
import * as numberingEvents from '@congso/numbering/events'
import * as paymentsEvents from '@congso/payments/events'
import * as proceduresEvents from '@congso/procedures/events'
import * as worktimeEvents from '@congso/worktime/events'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { describeFiles } from './files.ts'
import { allModules } from './modules.ts'

const published: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  casework: caseworkEvents,
  directory: directoryEvents,
  files: filesEvents,
  numbering: numberingEvents,
  payments: paymentsEvents,
  procedures: proceduresEvents,
  worktime: worktimeEvents,
  // Reports only reads.
  reports: {},
}

test.each(allModules(describeFiles(readConfig({}))).map(module => [module.name, module] as const))(
  'the journal has words in both languages for every fact of %s, and for no other',
  (name, { texts }) => {
    const names = namesOf(published[name] ?? { missing: { name: `${name}: name its events here`, data: {} } })
    for (const { events: words = {} } of [texts.vi, texts.en]) {
      expect(Object.keys(words).toSorted()).toEqual(names)
      for (const word of Object.values(words)) expect(word.trim()).not.toBe('')
    }
    const same = names.filter(event => texts.vi.events?.[event] === texts.en.events?.[event])
    expect(same).toEqual([])
  },
)

/** A door also lets types and lists through; an event has a name and what it tells. */
function namesOf(door: Readonly<Record<string, unknown>>): string[] {
  return Object.values(door)
    .flatMap(one =>
      typeof one === 'object' && one !== null && 'data' in one && 'name' in one ? [String(one.name)] : [],
    )
    .toSorted()
}
