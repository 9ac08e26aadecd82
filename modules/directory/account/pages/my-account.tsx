import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Banner,
  Button,
  Columns,
  Facts,
  formatDateTime,
  formatNumber,
  ItemList,
  LinkButton,
  PageHead,
  Panel,
  Stack,
} from '@congso/ui'
import type { showMyAccount } from '../contract/mine.ts'
import { SessionTable } from './session-table.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof showMyAccount>
type Texts = typeof vi | typeof en

/** Everything about one's own account in one look. */
export function MyAccountPage({ view, page }: PageProps<View>) {
  const t = inLang<Texts>(page.lang, vi, en)
  const others = view.sessions.filter(session => !session.current).length
  return (
    <>
      <PageHead title={t.mine.title} context={view.name} actions={<SignOut label={t.mine.signOut} />} />
      <Columns
        main={
          <>
            <Duty duty={view.duty} t={t} />
            <Posts view={view} t={t} />
            <Panel
              title={t.mine.sessions}
              id="sessions"
              flush
              actions={
                others > 0 && (
                  <ActionForm action="/account/sessions/end-others">
                    <Button size="sm" variant="danger-quiet">
                      {t.mine.endOthers}
                    </Button>
                  </ActionForm>
                )
              }
            >
              <SessionTable sessions={view.sessions} t={t} endAt={session => `/account/sessions/${session}/end`} />
            </Panel>
          </>
        }
        side={
          <>
            <Password view={view} t={t} />
            <SecondFactor view={view} t={t} />
            {view.passkeysPossible && <Passkeys view={view} t={t} />}
          </>
        }
      />
    </>
  )
}

/** What must be done before anything else, with the way there. */
export function Duty({ duty, t }: { duty: string | null; t: Texts }) {
  if (duty === 'change-password') {
    return (
      <Banner kind="partly" action={{ href: '/account/password', label: t.mine.changePassword }}>
        {t.duties['change-password']}
      </Banner>
    )
  }
  if (duty !== 'second-factor') return null
  return (
    <Banner kind="partly" action={{ href: '/account/second-factor', label: t.mine.turnOn }}>
      {t.duties['second-factor']}
    </Banner>
  )
}

function SignOut({ label }: { label: string }) {
  return (
    <ActionForm action="/sign-out">
      <Button icon="logout">{label}</Button>
    </ActionForm>
  )
}

function Posts({ view, t }: { view: View; t: Texts }) {
  if (view.posts.length === 0) return null
  return (
    <Panel title={t.mine.posts} id="posts" foot={t.mine.postsHelp}>
      <ItemList
        numbered={false}
        items={view.posts.map(post => ({
          title: post.title,
          note: [
            post.unitName,
            post.agencyName,
            post.form && post.until && t.mine.lentUntil(formatDateTime(post.until)),
          ]
            .filter(Boolean)
            .join(' · '),
          end: post.current ? (
            <span class="cap">{t.mine.current}</span>
          ) : (
            <ActionForm action="/account/position" values={{ position: post.position }} id={`switch-${post.position}`}>
              <Button size="sm" icon="switch-horizontal">
                {t.mine.switchTo}
              </Button>
            </ActionForm>
          ),
        }))}
      />
    </Panel>
  )
}

function Password({ view, t }: { view: View; t: Texts }) {
  return (
    <Panel title={t.signIn.password} id="password">
      <Stack>
        <Facts
          items={[
            { label: t.mine.userName, value: view.userName, num: true },
            {
              label: t.mine.passwordAt,
              value: view.passwordAt ? formatDateTime(view.passwordAt) : t.mine.never,
              num: true,
            },
          ]}
        />
        <LinkButton href="/account/password" icon="password" size="sm">
          {t.mine.changePassword}
        </LinkButton>
      </Stack>
    </Panel>
  )
}

function SecondFactor({ view, t }: { view: View; t: Texts }) {
  return (
    <Panel title={t.mine.second} id="second-factor">
      <Stack>
        <p>
          {view.totp ? t.mine.secondOn : t.mine.secondOff}{' '}
          {view.totp && t.mine.recoveryLeft(formatNumber(view.recoveryLeft))}
        </p>
        <LinkButton href="/account/second-factor" icon="shield-lock" size="sm">
          {view.totp ? t.mine.manage : t.mine.turnOn}
        </LinkButton>
      </Stack>
    </Panel>
  )
}

function Passkeys({ view, t }: { view: View; t: Texts }) {
  return (
    <Panel title={t.mine.passkeys} id="passkeys" foot={t.mine.passkeysHelp}>
      <Stack>
        {view.passkeys.length === 0 && <p>{t.mine.noPasskeys}</p>}
        <ItemList
          numbered={false}
          items={view.passkeys.map(({ passkey, name, usedAt }, index) => ({
            title: name,
            note: usedAt ? t.mine.usedAt(formatDateTime(usedAt)) : t.mine.unused,
            end: (
              <ActionForm action="/account/passkeys/remove" values={{ passkey }} id={`passkey-${index}`}>
                <Button size="sm" variant="danger-quiet">
                  {t.mine.remove}
                </Button>
              </ActionForm>
            ),
          }))}
        />
        <ActionForm action="/account/passkeys">
          <Button size="sm" icon="fingerprint">
            {t.mine.addPasskey}
          </Button>
        </ActionForm>
      </Stack>
    </Panel>
  )
}
