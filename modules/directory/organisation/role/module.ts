import { inLang, pathTo, type Id } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { en as wordsEn } from '../pages/words.en.ts'
import { vi as wordsVi } from '../pages/words.vi.ts'
import { showPosition } from '../position/contract.ts'
import { en as positionEn } from '../position/pages/texts.en.ts'
import { vi as positionVi } from '../position/pages/texts.vi.ts'
import { addRole } from './commands/add-role.ts'
import { changeRole } from './commands/change-role.ts'
import { endGrant } from './commands/end-grant.ts'
import { grantRole } from './commands/grant-role.ts'
import { registerPermissions } from './commands/register-permissions.ts'
import * as contract from './contract.ts'
import { RolePage } from './pages/role.tsx'
import { RolesPage } from './pages/roles.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listRoles } from './queries/list-roles.ts'
import { showRole } from './queries/show-role.ts'

const toRole = (reply: { role: Id<'role'> }) => pathTo(contract.showRole, { role: reply.role })
const toPosition = (reply: { position: Id<'position'> }) => pathTo(showPosition, { position: reply.position })

/** Roles and who has them: their share of the module. */
export const rolePart = {
  handlers: [
    handle(contract.registerPermissions, registerPermissions),
    handle(contract.addRole, addRole),
    handle(contract.changeRole, changeRole),
    handle(contract.grantRole, grantRole),
    handle(contract.endGrant, endGrant),
    handle(contract.listRoles, listRoles),
    handle(contract.showRole, showRole),
  ],
  pages: [
    page(contract.listRoles, RolesPage, { title: (_, { lang }) => inLang(lang, wordsVi, wordsEn).roles }),
    page(contract.showRole, RolePage, {
      title: (view, { lang }) => (lang === 'en' ? view.nameEn : view.name),
      topics: view => [view.id],
    }),
  ],
  forms: [
    form(contract.addRole, { to: toRole, done: (_, { lang }) => inLang(lang, vi, en).added }),
    form(contract.changeRole, { to: toRole, done: (_, { lang }) => inLang(lang, vi, en).changed }),
    form(contract.grantRole, { to: toPosition, done: (_, { lang }) => inLang(lang, positionVi, positionEn).granted }),
    form(contract.endGrant, { to: toPosition, done: (_, { lang }) => inLang(lang, positionVi, positionEn).takenAway }),
  ],
}
