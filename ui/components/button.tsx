import type { ComponentChildren } from 'preact'
import { useId } from '@congso/kernel/html'
import { useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

export type ButtonVariant = 'primary' | 'quiet' | 'bare' | 'danger-quiet'

type Look = {
  variant?: ButtonVariant
  size?: 'sm' | 'md' | 'lg'
  icon?: IconName
  /** Shown as keys at the end, e.g. `B` or `Ctrl ↵`; a single letter also becomes the button's shortcut. */
  kbd?: string
  /** The name read aloud when the button shows only an icon. */
  label?: string
  children?: ComponentChildren
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** The id of the form it submits when it stands outside. */
  form?: string
  formAction?: string
  /** The id of the dialog it opens. */
  opens?: string
  /** Why it cannot be pressed now: the button stays visible and focusable, the reason stands under it. */
  blocked?: string
  busy?: boolean
  /** What it says while the form is being sent; by default "Đang lưu…". */
  busyText?: string
  /** Asks the browser not to send the form twice and shows `busyText`; on for submit buttons. */
  id?: string
}

/** A verb. One primary per page. */
export function Button(props: ButtonProps) {
  const t = useTexts()
  const reasonId = useId()
  const { variant = 'quiet', size = 'md', type = 'submit', blocked, busy, kbd } = props
  const button = (
    <button
      id={props.id}
      class={buttonClass(variant, size, !props.children)}
      type={blocked || props.opens ? 'button' : type}
      name={blocked ? undefined : props.name}
      value={props.value}
      form={props.form}
      formAction={blocked ? undefined : props.formAction}
      aria-label={props.label}
      aria-disabled={blocked ? 'true' : undefined}
      aria-describedby={blocked ? reasonId : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-haspopup={props.opens ? 'dialog' : undefined}
      data-opens={props.opens}
      data-key={shortcut(kbd)}
      data-busy={type === 'submit' && !props.opens ? (props.busyText ?? t.saving) : undefined}
    >
      <Face {...props} busyText={busy ? (props.busyText ?? t.saving) : undefined} />
    </button>
  )
  if (!blocked) return button
  return (
    <>
      {button}
      <Reason id={reasonId} icon="lock">
        {blocked}
      </Reason>
    </>
  )
}

export type LinkButtonProps = Look & { href: string; newWindow?: boolean; download?: boolean; current?: boolean }

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton(props: LinkButtonProps) {
  const { variant = 'quiet', size = 'md', kbd } = props
  return (
    <a
      class={buttonClass(variant, size, !props.children)}
      href={props.href}
      target={props.newWindow ? '_blank' : undefined}
      rel={props.newWindow ? 'noopener' : undefined}
      download={props.download}
      aria-label={props.label}
      aria-current={props.current ? 'page' : undefined}
      data-key={shortcut(kbd)}
      data-turbo={props.download ? 'false' : undefined}
    >
      <Face {...props} />
    </a>
  )
}

/** One quiet sentence with an icon, under a button or a field: why, or what happens next. */
export function Reason({ id, icon = 'info-circle', state, children }: ReasonProps) {
  return (
    <div class={state === 'soon' ? 'cs-off is-soon' : 'cs-off'} id={id}>
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  )
}

export type ReasonProps = { id?: string; icon?: IconName; state?: 'soon'; children: ComponentChildren }

/** Buttons side by side (`row`), or one under another at full width (`stack`) in a side column. */
export function Actions({
  layout = 'row',
  children,
}: {
  layout?: 'row' | 'stack' | 'end'
  children: ComponentChildren
}) {
  return <div class={{ row: 'cs-row', stack: 'cs-acts', end: 'cs-row is-end' }[layout]}>{children}</div>
}

/** Prints the page; hidden without script, where the browser's own menu does the same. */
export function PrintButton({
  children,
  kbd,
  size,
}: {
  children?: ComponentChildren
  kbd?: string
  size?: 'sm' | 'lg'
}) {
  const t = useTexts()
  return (
    <button
      class={`${buttonClass('quiet', size ?? 'md', false)} cs-js`}
      type="button"
      data-print
      data-key={shortcut(kbd)}
    >
      <Face icon="printer" kbd={kbd}>
        {children ?? t.print}
      </Face>
    </button>
  )
}

/** Copies a text; hidden without script. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTexts()
  return (
    <button class="cs-ib cs-js" type="button" data-copy={text} data-copied={t.copied} aria-label={label ?? t.copy}>
      <Icon name="copy" />
    </button>
  )
}

function Face({ icon, kbd, children, busyText }: Look & { busyText?: string }) {
  if (busyText) {
    return (
      <>
        <Icon name="loader-2" class="cs-spin" />
        {busyText}
      </>
    )
  }
  return (
    <>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span class="cs-btn-t">{children}</span>}
      {kbd && <Kbd>{kbd}</Kbd>}
    </>
  )
}

function buttonClass(variant: ButtonVariant, size: 'sm' | 'md' | 'lg', iconOnly: boolean): string {
  const classes = [
    'btn',
    { primary: 'btn-primary', quiet: 'btn-quiet', bare: 'btn-bare', 'danger-quiet': 'btn-danger-quiet' }[variant],
    { sm: 'is-sm', md: '', lg: 'btn-lg' }[size],
    iconOnly ? 'is-icon' : '',
  ]
  return classes.filter(Boolean).join(' ')
}

/** `Ctrl ↵` is the page's one finishing key and is handled by name; other chords keep their browser meaning. */
function shortcut(kbd: string | undefined): string | undefined {
  if (!kbd) return undefined
  if (/^[\p{L}/]$/u.test(kbd)) return kbd.toLowerCase()
  if (kbd === 'Ctrl ↵') return 'finish'
  if (kbd === 'Esc') return 'escape'
  return /^(?:Alt \S|F\d+)$/.test(kbd) ? kbd.toLowerCase() : undefined
}
