import type { ComponentChildren } from 'preact'
import type { ReplyOf } from '@congso/kernel/contract'
import { ActionForm, Actions, Button, Dialog, type IconName, Panel, Reason } from '@congso/ui'
import type { showAccount } from '../../contract/administration.ts'
import type { en } from './texts.en.ts'
import type { vi } from './texts.vi.ts'

type View = ReplyOf<typeof showAccount>
type Texts = typeof vi | typeof en

/** What an administrator may do with an account; grave acts say first what will happen. */
export function AccountActions({ view, t }: { view: View; t: Texts }) {
  const to = (verb: string) => `/directory/accounts/${view.account}/${verb}`
  if (!view.changeable || view.own) {
    return (
      <Panel title={t.account.actions} id="actions">
        <Reason icon="lock">{view.own ? t.account.own : t.account.outside}</Reason>
      </Panel>
    )
  }
  const isOpen = view.state === 'active'
  return (
    <Panel title={t.account.actions} id="actions">
      <Actions layout="stack">
        {isOpen && (
          <Asked id="reset" action={to('reset-password')} label={t.account.reset} icon="password" isSecret>
            {t.account.resetAsk(view.name)}
          </Asked>
        )}
        {view.failures > 0 && <Plain id="unlock" action={to('unlock')} label={t.account.unlock} icon="lock-open" />}
        {(view.totp || view.passkeys > 0) && (
          <Asked id="second" action={to('reset-second-factor')} label={t.account.resetSecond} icon="shield-exclamation">
            {t.account.resetSecondAsk(view.name)}
          </Asked>
        )}
        <ActionForm action={to('demand-second-factor')} values={{ demanded: String(!view.demanded) }} id="demand">
          <Button icon="shield-lock">{view.demanded ? t.account.undemand : t.account.demand}</Button>
        </ActionForm>
        {view.sessions.length > 0 && (
          <Plain id="end" action={to('end-sessions')} label={t.account.endSessions} icon="logout" />
        )}
        {isOpen ? (
          <Asked id="close" action={to('close')} label={t.account.close} icon="lock" isGrave>
            {t.account.closeAsk(view.name)}
          </Asked>
        ) : (
          <Plain id="reopen" action={to('reopen')} label={t.account.reopen} icon="lock-open" />
        )}
      </Actions>
    </Panel>
  )
}

type Act = { id: string; action: string; label: string; icon: IconName }

function Plain({ id, action, label, icon }: Act) {
  return (
    <ActionForm action={action} id={id}>
      <Button icon={icon}>{label}</Button>
    </ActionForm>
  )
}

/** Asks before it does. A secret reply must not be kept under the form's key. */
function Asked(props: Act & { children: ComponentChildren; isGrave?: boolean; isSecret?: boolean }) {
  const { id, action, label, icon } = props
  const dialog = `ask-${id}`
  return (
    <>
      <Button icon={icon} opens={dialog} variant={props.isGrave ? 'danger-quiet' : 'quiet'}>
        {label}
      </Button>
      <Dialog id={dialog} title={label} size="small">
        <p>{props.children}</p>
        <ActionForm action={action} id={id} {...(props.isSecret ? { values: { _key: '' } } : {})}>
          <Actions layout="end">
            <Button variant={props.isGrave ? 'danger-quiet' : 'primary'}>{label}</Button>
          </Actions>
        </ActionForm>
      </Dialog>
    </>
  )
}
