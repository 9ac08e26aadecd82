import type { ReplyOf } from '@congso/kernel/contract'
import { ActionForm, Actions, Button, Dialog, type IconName, Panel, Reason, Stack } from '@congso/ui'
import type { showAccount } from '../../contract/administration.ts'
import type { en } from './texts.en.ts'
import type { vi } from './texts.vi.ts'

type View = ReplyOf<typeof showAccount>
type Texts = typeof vi | typeof en

/** What an administrator may do with an account; grave acts say first what will happen. */
export function AccountActions({ view, t }: { view: View; t: Texts }) {
  if (!view.changeable || view.own) {
    return (
      <Panel title={t.account.actions} id="actions">
        <Reason icon="lock">{view.own ? t.account.own : t.account.outside}</Reason>
      </Panel>
    )
  }
  const acts = actsOn(view, t)
  return (
    <Panel title={t.account.actions} id="actions">
      <Actions layout="stack">
        {acts.map(act => (
          <ActButton act={act} key={act.verb} />
        ))}
      </Actions>
      {acts.map(act => act.asks && <AskDialog act={act} key={act.verb} />)}
    </Panel>
  )
}

type Act = {
  verb: string
  action: string
  label: string
  icon: IconName
  /** What will happen, asked before it does. */
  asks?: string
  isGrave?: boolean
  values?: Record<string, string>
}

function actsOn(view: View, { account: t }: Texts): Act[] {
  const isOpen = view.state === 'active'
  const act = (verb: string, label: string, icon: IconName, more: Partial<Act> = {}): Act => ({
    verb,
    action: `/directory/accounts/${view.account}/${verb}`,
    label,
    icon,
    ...more,
  })
  // The reply names a secret that is shown once: nothing of it may be kept under the form's key.
  const secret = { asks: t.resetAsk(view.name), values: { _key: '' } }
  const demand = view.demanded ? t.undemand : t.demand
  return [
    ...(isOpen ? [act('reset-password', t.reset, 'password', secret)] : []),
    ...(view.failures > 0 ? [act('unlock', t.unlock, 'lock-open')] : []),
    ...(view.totp || view.passkeys > 0
      ? [act('reset-second-factor', t.resetSecond, 'shield-exclamation', { asks: t.resetSecondAsk(view.name) })]
      : []),
    act('demand-second-factor', demand, 'shield-lock', { values: { demanded: String(!view.demanded) } }),
    ...(view.sessions.length > 0 ? [act('end-sessions', t.endSessions, 'logout')] : []),
    isOpen
      ? act('close', t.close, 'lock', { asks: t.closeAsk(view.name), isGrave: true })
      : act('reopen', t.reopen, 'lock-open'),
  ]
}

function ActButton({ act }: { act: Act }) {
  const variant = act.isGrave ? 'danger-quiet' : 'quiet'
  if (act.asks) {
    return (
      <Button icon={act.icon} opens={`ask-${act.verb}`} variant={variant}>
        {act.label}
      </Button>
    )
  }
  return (
    <ActionForm action={act.action} id={act.verb} {...(act.values ? { values: act.values } : {})}>
      <Button icon={act.icon} variant={variant}>
        {act.label}
      </Button>
    </ActionForm>
  )
}

function AskDialog({ act }: { act: Act }) {
  return (
    <Dialog id={`ask-${act.verb}`} title={act.label} size="small">
      <Stack>
        <p>{act.asks}</p>
        <ActionForm action={act.action} id={act.verb} {...(act.values ? { values: act.values } : {})}>
          <Actions layout="end">
            <Button variant={act.isGrave ? 'danger-quiet' : 'primary'}>{act.label}</Button>
          </Actions>
        </ActionForm>
      </Stack>
    </Dialog>
  )
}
