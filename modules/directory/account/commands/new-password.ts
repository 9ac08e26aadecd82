import { Refusal } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { checkPassword, lawfulPasswords } from '../../domain/password.ts'
import { setPassword, type SignInAccount } from '../store/account.ts'
import { hashPassword, verifyPassword } from '../store/password-hash.ts'

/** Refuses a password that the rules do not allow, at its field; nothing has been hashed yet. */
export function refuseWeak(password: string, account: { userName: string; hasSecondFactor: boolean }): void {
  const [first] = checkPassword(password, account)
  if (first) throw new Refusal(first.code, first.params, 422, first.path)
}

/** Stores a password its owner has chosen. It may not be the present one, and of administrators none of the last ten. */
export async function adoptPassword(
  ctx: Ctx,
  account: SignInAccount,
  password: string,
  isAdministrator: boolean,
): Promise<void> {
  const present = account.passwordHash === null ? [] : [account.passwordHash]
  const known = [...present, ...account.previousHashes].slice(0, lawfulPasswords.remembered)
  for (const hash of isAdministrator ? known : present) {
    if (await verifyPassword(hash, password)) throw new Refusal('directory.password-remembered', {}, 422, 'password')
  }
  await setPassword(ctx.db, account.id, await hashPassword(password), known, false, ctx.now)
}
