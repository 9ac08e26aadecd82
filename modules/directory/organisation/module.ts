import type { FormBinding, Handler, NavItem, PageBinding } from '@congso/kernel/server'
import { listAgencies } from './agency/contract.ts'
import { agencyPart } from './agency/module.ts'
import { readJournal } from './audit/contract.ts'
import { auditPart } from './audit/module.ts'
import { eventsEn } from './audit/pages/events.texts.en.ts'
import { eventsVi } from './audit/pages/events.texts.vi.ts'
import { listDelegations, whoCan } from './delegation/contract.ts'
import { delegationPart } from './delegation/module.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { en as wordsEn } from './pages/words.en.ts'
import { vi as wordsVi } from './pages/words.vi.ts'
import { listPeople } from './person/contract.ts'
import { personPart } from './person/module.ts'
import { listPlaces } from './place/contract.ts'
import { placePart } from './place/module.ts'
import { positionPart } from './position/module.ts'
import { listRoles } from './role/contract.ts'
import { rolePart } from './role/module.ts'
import { staffPart } from './staff/module.ts'
import { unitPart } from './unit/module.ts'

type Part = { handlers: readonly Handler[]; pages: readonly PageBinding[]; forms: readonly FormBinding[] }

const parts: readonly Part[] = [
  agencyPart,
  unitPart,
  positionPart,
  personPart,
  rolePart,
  delegationPart,
  placePart,
  staffPart,
  auditPart,
]

/** The organisation's share of the directory module. */
export const part = {
  permissions: Object.keys(vi.permissions),
  handlers: parts.flatMap(one => one.handlers),
  pages: parts.flatMap(one => one.pages),
  forms: parts.flatMap(one => one.forms),
  nav: [
    admin('agencies', 'building-bank', listAgencies),
    admin('people', 'users', listPeople),
    admin('roles', 'shield-check', listRoles),
    admin('delegations', 'user-share', listDelegations),
    admin('whoCan', 'user-question', whoCan),
    admin('places', 'map', listPlaces, 'directory.organisation.read'),
    admin('journal', 'history', readJournal),
  ],
  reactions: [],
  jobs: [],
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions, events: eventsVi },
    en: { refusals: en.refusals, permissions: en.permissions, events: eventsEn },
  },
}

type Key = 'agencies' | 'people' | 'roles' | 'delegations' | 'whoCan' | 'places' | 'journal'

function admin(key: Key, icon: string, to: { path: string; permission: string }, permission = to.permission): NavItem {
  const label = { vi: wordsVi[key], en: wordsEn[key] }
  return { key: `directory-${key}`, group: 'admin', icon, path: to.path, permission, label }
}
