import { useTexts } from '../page-context.ts'
import { ActionForm } from './form.tsx'
import { Icon } from './icon.tsx'
import { Kbd } from './text.tsx'

/**
 * A session that ends by itself: `seconds` without activity, the address of a JSON command that keeps it, the address of the form
 * that ends it, and the page that says that it has ended.
 */
export type Idle = { seconds: number; stay: string; leave: string; ended: string }

/** What the islands need to speak: dialogs and lines that stay hidden until they are needed. Part of every shell. */
export function PageMachinery({ idle }: { idle?: Idle }) {
  return (
    <>
      <KeyHelp />
      {idle && <IdleDialog {...idle} />}
      <OfflineLine />
    </>
  )
}

/** Tells that the network is gone, and since when. */
export function OfflineLine() {
  const t = useTexts()
  return (
    <div
      class="cs-ban is-idle cs-offline"
      role="status"
      data-offline={t.offline}
      data-turbo-permanent
      id="cs-offline"
      hidden
    >
      <Icon name="wifi-off" />
      <span class="sp" />
    </div>
  )
}

function KeyHelp() {
  const t = useTexts()
  const lines: [string[], string][] = [
    [['Ctrl K'], t.keysHelp.palette],
    [['/'], t.keysHelp.find],
    [['J'], t.keysHelp.down],
    [['K'], t.keysHelp.up],
    [['X'], t.keysHelp.select],
    [['↵'], t.keysHelp.open],
    [['N'], t.keysHelp.create],
    [['Ctrl ↵'], t.keysHelp.finish],
    [['Esc'], t.keysHelp.leave],
    [['?'], t.keysHelp.list],
  ]
  return (
    <dialog class="cs-dialog" id="cs-keys" aria-labelledby="cs-keys-title">
      <header>
        <h2 id="cs-keys-title">{t.keyboard}</h2>
        <button class="cs-ib" type="button" data-close aria-label={t.close}>
          <Icon name="x" />
        </button>
      </header>
      <dl class="cs-keylist">
        {lines.map(([keys, label]) => (
          <div key={label}>
            <dt>
              {keys.map(key => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.onThisPage}</h3>
      <dl class="cs-keylist" data-page-keys />
      <div class="cs-choices">
        <label>
          <input class="cs-check" type="checkbox" data-single-keys />
          <span>{t.singleKeys}</span>
        </label>
      </div>
    </dialog>
  )
}

function IdleDialog({ seconds, stay, leave, ended }: Idle) {
  const t = useTexts()
  return (
    <dialog
      class="cs-dialog is-small"
      id="cs-idle"
      data-seconds={seconds}
      data-stay={stay}
      data-ended={ended}
      aria-labelledby="cs-idle-title"
    >
      <header>
        <h2 id="cs-idle-title">{t.idleTitle}</h2>
      </header>
      <p data-text={t.idleText} role="timer" />
      <div class="cs-row">
        <button class="btn btn-primary" type="button" data-stay-signed-in>
          {t.idleStay}
        </button>
        <ActionForm action={leave}>
          <button class="btn btn-quiet" type="submit">
            {t.idleLeave}
          </button>
        </ActionForm>
      </div>
    </dialog>
  )
}
