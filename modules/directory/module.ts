import { fileURLToPath } from 'node:url'
import { defineModule, type Module, type ModuleTexts } from '@congso/kernel/server'
import { part as account } from './account/module.ts'
export { signInDoors } from './account/module.ts'
import { part as organisation } from './organisation/module.ts'

type Part = Required<Omit<Module, 'name' | 'migrations' | 'doors'>>
const parts: readonly Part[] = [organisation, account]

/** Who is who, where, and what they may do: the organisation, and the accounts that act in it. */
export const directory = defineModule({
  name: 'directory',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: [...new Set(parts.flatMap(part => part.permissions))],
  handlers: parts.flatMap(part => part.handlers),
  pages: parts.flatMap(part => part.pages),
  forms: parts.flatMap(part => part.forms),
  reactions: parts.flatMap(part => part.reactions),
  jobs: parts.flatMap(part => part.jobs),
  nav: parts.flatMap(part => part.nav),
  texts: { vi: merged(parts.map(part => part.texts.vi)), en: merged(parts.map(part => part.texts.en)) },
})

function merged(all: readonly ModuleTexts[]): ModuleTexts {
  return {
    refusals: Object.assign({}, ...all.map(one => one.refusals)),
    permissions: Object.assign({}, ...all.map(one => one.permissions)),
    events: Object.assign({}, ...all.map(one => one.events)),
  }
}
