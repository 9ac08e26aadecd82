import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { readAgencyIdentifier } from '../../domain/agency-identifier.ts'
import { readPersonName } from '../../domain/person.ts'
import { isUserName } from '../../domain/user-name.ts'
import type { setUp as endpoint } from '../contract/house.ts'
import { firstPlace } from '../domain/first-place.ts'
import { refuse } from '../contract/refusals.ts'
import { readUserName } from '../domain/local-path.ts'
import { accountCreated, houseFounded } from '../events.ts'
import { insertAccount } from '../store/account.ts'
import { found, holdSetUp } from '../store/foundation.ts'
import { hashPassword } from '../store/password-hash.ts'
import { refuseWeak } from './new-password.ts'
import { succeed } from './finish.ts'

/** Makes the first agency and its administrator, who is signed in at once. Works while nobody has an account, for one caller. */
export async function setUp(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  if (!(await holdSetUp(ctx.db))) refuse('directory.setup-done')
  const read = readInput(input)
  const made = await found(ctx.db, { ...read, ...firstPlace }, ctx.now)
  const id = newId<'account'>(ctx.now)
  const { userName } = read
  const hash = await hashPassword(input.password)
  const account = { id, person: made.person, userName, hash, position: made.position, mustChange: false }
  if (!(await insertAccount(ctx.db, account, ctx.now))) refuse('directory.setup-done')
  ctx.record(houseFounded, { subject: made.agency, data: { account: id }, agency: made.agency })
  ctx.record(accountCreated, {
    subject: id,
    data: { person: made.person },
    personal: { userName },
    agency: made.agency,
  })
  const tried = { userName, next: '/', account: id, position: made.position }
  const { token = '', seconds = 0 } = await succeed(ctx, tried, { method: 'password', second: null })
  return { account: id, agency: made.agency, token, seconds }
}

function readInput(input: InputOf<typeof endpoint>) {
  const agencyCode =
    readAgencyIdentifier(input.agencyCode)?.code ?? refuse('directory.agency-code-form', {}, 'agencyCode')
  const name = readPersonName(input.name) ?? refuse('directory.name-form', {}, 'name')
  const userName = readUserName(input.userName)
  if (!isUserName(userName)) refuse('directory.user-name-form', {}, 'userName')
  if (input.password !== input.again) refuse('directory.passwords-differ', {}, 'again')
  // Until the second factor is set up, which comes next, the longer rule holds.
  refuseWeak(input.password, { userName, hasSecondFactor: false })
  return { agencyCode, agencyName: input.agencyName.trim(), agencyKind: input.agencyKind, name, userName }
}
