import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  Breadcrumbs,
  Button,
  Columns,
  Facts,
  Form,
  formatDateTime,
  formatNumber,
  formatPromise,
  MetaItem,
  Panel,
  Table,
  TextField,
  ThingHead,
} from '@congso/ui'
import type { showAccount } from '../../contract/administration.ts'
import { SessionTable } from '../session-table.tsx'
import { en as enMine } from '../texts.en.ts'
import { vi as viMine } from '../texts.vi.ts'
import { AccountActions } from './account-actions.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof showAccount>
type Texts = typeof vi | typeof en

/** One account: what it is, what may be done with it, what has happened to it. */
export function AccountPage({ view, page }: PageProps<View>) {
  const t = inLang<Texts>(page.lang, vi, en)
  const mine = inLang<typeof viMine | typeof enMine>(page.lang, viMine, enMine)
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs items={[{ href: '/directory/accounts', label: t.accounts.title }, { label: view.userName }]} />
        }
        title={view.name}
        meta={
          <>
            <MetaItem icon="user">{view.userName}</MetaItem>
            <MetaItem icon={view.state === 'closed' ? 'lock' : 'circle-check'}>
              {t.accounts.states[view.state]}
            </MetaItem>
          </>
        }
      />
      <Columns
        main={
          <>
            {view.lockedUntil && (
              <Banner kind="partly">{t.account.lockedUntil(formatPromise(view.lockedUntil, page.lang))}</Banner>
            )}
            <FactsPanel view={view} t={t} />
            <Panel title={t.account.sessions} id="sessions" flush={view.sessions.length > 0}>
              {view.sessions.length === 0 ? (
                <p class="cap">{t.account.noSessions}</p>
              ) : (
                <SessionTable sessions={view.sessions} t={mine} />
              )}
            </Panel>
            <LogPanel view={view} t={t} />
          </>
        }
        side={
          <>
            <AccountActions view={view} t={t} />
            {view.changeable && view.identities && <IdentityPanel view={view} t={t} />}
          </>
        }
      />
    </>
  )
}

function FactsPanel({ view, t }: { view: View; t: Texts }) {
  const second = [
    view.totp && t.account.totp(formatNumber(view.recoveryLeft)),
    view.passkeys > 0 && t.account.passkeys(formatNumber(view.passkeys)),
  ].filter(Boolean)
  const password = [
    view.passwordAt ? t.account.passwordSet(formatDateTime(view.passwordAt)) : t.account.passwordNone,
    view.mustChange && t.account.mustChange,
    view.failures > 0 && t.account.failures(formatNumber(view.failures)),
  ].filter(Boolean)
  const positions = view.positions.map(one => `${one.title} · ${one.unitName} · ${one.agencyName}`)
  return (
    <Panel title={t.account.facts} id="facts">
      <Facts
        items={[
          { label: t.account.positions, value: positions.length > 0 ? positions.join('; ') : t.account.noPosition },
          { label: t.account.password, value: password.join(', ') },
          {
            label: t.account.second,
            value: [second.length > 0 ? second.join(', ') : t.account.secondNone, view.demanded && t.account.demanded]
              .filter(Boolean)
              .join(' · '),
          },
          {
            label: t.account.last,
            value: view.lastSignInAt ? formatDateTime(view.lastSignInAt) : t.accounts.neverUsed,
            num: true,
          },
          ...(view.oidcSubject ? [{ label: t.account.oidc, value: `${view.oidcSubject} · ${view.oidcIssuer}` }] : []),
        ]}
      />
    </Panel>
  )
}

function LogPanel({ view, t }: { view: View; t: Texts }) {
  return (
    <Panel title={t.account.log} id="log" flush>
      <Table
        caption={t.account.logCaption}
        inPanel
        rows={view.log}
        rowKey={row => `${row.at}${row.event}`}
        columns={[
          { key: 'at', head: t.account.at, width: 140, num: true, phone: 'side', cell: row => formatDateTime(row.at) },
          { key: 'what', head: t.account.what, phone: 'title', cell: row => wordsOf(row, t) },
          { key: 'by', head: t.account.by, width: 160, cell: row => row.by ?? '' },
          {
            key: 'from',
            head: t.account.from,
            width: 200,
            num: true,
            cell: row => [row.address, row.device].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Panel>
  )
}

function wordsOf(row: View['log'][number], t: Texts): string {
  const events: Readonly<Record<string, string>> = t.account.events
  const reasons: Readonly<Record<string, string>> = t.account.reasons
  const reason = row.reason === null ? undefined : reasons[row.reason]
  return [events[row.event] ?? row.event, reason].filter(Boolean).join(', ')
}

/** Names the identity at the outside system. */
function IdentityPanel({ view, t }: { view: View; t: Texts }) {
  return (
    <Panel title={t.account.oidc} id="identity">
      <Form action={`/directory/accounts/${view.account}/link-oidc`}>
        <TextField name="subject" label={t.account.oidcSubject} value={view.oidcSubject} maxLength={255} optional />
        <Button size="sm">{t.account.oidcSave}</Button>
      </Form>
    </Panel>
  )
}
