import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

export type DialogProps = {
  id: string
  title: ComponentChildren
  /** What will happen, before the fields. */
  children: ComponentChildren
  size?: 'small' | 'wide'
  /** Open when the page comes: a form that was refused inside a dialog. */
  open?: boolean
}

/** A question above the page, opened by any button with `opens`. Escape, × and the ground outside close it. */
export function Dialog({ id, title, children, size, open }: DialogProps) {
  const t = useTexts()
  return (
    <dialog
      class={{ small: 'cs-dialog is-small', wide: 'cs-dialog is-wide', plain: 'cs-dialog' }[size ?? 'plain']}
      id={id}
      aria-labelledby={`${id}-title`}
      data-open={open ? '' : undefined}
    >
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <button class="cs-ib" type="button" data-close aria-label={t.close}>
          <Icon name="x" />
        </button>
      </header>
      {children}
    </dialog>
  )
}

export type FoldedFormProps = {
  label: ComponentChildren
  icon?: IconName
  danger?: boolean
  /** As quiet as a link, where many stand one under another. */
  bare?: boolean
  /** A single letter that opens it. */
  kbd?: string
  open?: boolean
  id?: string
  children: ComponentChildren
}

/** An act that asks more first: a button whose form opens under it, with or without script. */
export function FoldedForm({ label, icon, danger, bare, kbd, open, id, children }: FoldedFormProps) {
  return (
    <details class="cs-fold" open={open} id={id}>
      <summary
        class={bare ? 'btn btn-bare is-sm' : danger ? 'btn btn-danger-quiet' : 'btn btn-quiet'}
        data-key={kbd?.toLowerCase()}
      >
        {icon && <Icon name={icon} />}
        <span class="cs-btn-t">{label}</span>
        {kbd && <Kbd>{kbd}</Kbd>}
      </summary>
      <div class="cs-fold-b">{children}</div>
    </details>
  )
}

/** Closed text that opens in place; its head stays a plain sentence. */
export function Disclosure({
  summary,
  children,
  open,
  id,
}: {
  summary: ComponentChildren
  children: ComponentChildren
  open?: boolean
  id?: string
}) {
  return (
    <details class="cs-more" open={open} id={id}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
