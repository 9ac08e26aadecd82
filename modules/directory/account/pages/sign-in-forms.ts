import { type ReplyOf } from '@congso/kernel/contract'
import { form, sessionCookie, type SetCookie } from '@congso/kernel/server'
import { beginPasskeySignIn, finishPasskeySignIn, finishSignIn, signIn, signOut } from '../contract/sign-in.ts'

type Tried = ReplyOf<typeof signIn>

/** Where a browser goes after a try to sign in. */
export function afterTry(tried: Tried, challenge?: string): string {
  const query = new URLSearchParams({ state: tried.state, name: tried.userName })
  if (tried.next !== '/') query.set('next', tried.next)
  if (tried.lockedUntil) query.set('until', tried.lockedUntil)
  if (tried.state === 'second-step') return `/sign-in/second/${tried.challenge}`
  if (tried.state === 'wrong' && challenge) return `/sign-in/second/${challenge}?state=wrong`
  if (tried.state !== 'done') return `/sign-in?${query}`
  if (tried.mustDo) return tried.mustDo === 'change-password' ? '/account/password' : '/account/second-factor'
  return tried.next
}

/** The session's token as a cookie that scripts cannot read; nothing when there is no session. */
export function sessionCookies(tried: { token?: string; seconds?: number }): SetCookie[] {
  return tried.token ? [{ name: sessionCookie, value: tried.token, maxAge: tried.seconds ?? 0 }] : []
}

/** The same after the outside system has named somebody. */
export function afterOidc(tried: Tried): { to: string; cookies: SetCookie[] } {
  const to = tried.state === 'wrong' ? '/sign-in?state=no-account' : afterTry(tried)
  return { to, cookies: sessionCookies(tried) }
}

/** The forms around the door. */
export const signInForms = [
  form(signIn, { to: reply => afterTry(reply), cookies: sessionCookies }),
  form(finishSignIn, { to: (reply, input) => afterTry(reply, input.challenge), cookies: sessionCookies }),
  form(beginPasskeySignIn, { to: reply => `/sign-in/passkey/${reply.challenge}` }),
  form(finishPasskeySignIn, {
    to: reply => (reply.state === 'wrong' ? '/sign-in?state=passkey' : afterTry(reply)),
    cookies: sessionCookies,
  }),
  form(signOut, {
    to: () => '/sign-in?state=out',
    cookies: () => [{ name: sessionCookie, value: '', maxAge: 0 }],
  }),
]
