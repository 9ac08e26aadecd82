import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { useField } from './form.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

/** Width of a field in the grid of twelve. */
export type Span = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** What every field has. The label is always visible; the hint stands beside it; help stands below. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  help?: ComponentChildren
  /** At the end of the label line: "Quên mật khẩu". */
  labelEnd?: ComponentChildren
  required?: boolean
  /** Says "không bắt buộc" beside the label. */
  optional?: boolean
  span?: Span
  /** The label is only read aloud: for a field whose table head says it. */
  hideLabel?: boolean
  /** A message of the page itself; the form's own message wins. */
  error?: string
}

/** The frame of a field: label, hint, error above the control, help below. */
export function FieldFrame({
  field,
  id,
  error,
  children,
}: {
  field: FieldProps
  id: string
  error?: string
  children: ComponentChildren
}) {
  return (
    <div class={frameClass(field.span, Boolean(error))}>
      <LabelLine field={field} id={id} />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
      {field.help && (
        <div class="help" id={`${id}-help`}>
          {field.help}
        </div>
      )}
    </div>
  )
}

/** A group of choices under one legend. */
export function FieldGroup({
  field,
  id,
  error,
  children,
}: {
  field: FieldProps
  id: string
  error?: string
  children: ComponentChildren
}) {
  return (
    <fieldset
      class={frameClass(field.span, Boolean(error))}
      id={id}
      aria-describedby={describedBy(field, id, error)}
      tabIndex={-1}
    >
      <legend class={field.hideLabel ? 'cs-sr' : 'lb'}>
        <LabelText field={field} />
      </legend>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
      {field.help && (
        <div class="help" id={`${id}-help`}>
          {field.help}
        </div>
      )}
    </fieldset>
  )
}

/** Fields side by side on a grid of twelve; one under another on a phone. */
export function FieldGrid({ children }: { children: ComponentChildren }) {
  return <div class="cs-grid">{children}</div>
}

/** The value a field starts with: what was typed beats what the page gave. */
export function shownValue(typed: unknown, given: string | number | null | undefined): string {
  if (typeof typed === 'string' || typeof typed === 'number' || typeof typed === 'boolean') return String(typed)
  return given === null || given === undefined ? '' : String(given)
}

/** The values a choice starts with, out of what was typed. */
export function typedValues(typed: unknown): readonly string[] {
  return (Array.isArray(typed) ? typed : [typed]).map(one => shownValue(one, '')).filter(value => value !== '')
}

/** The field's id, the message to show, and the typed value. */
export function useFieldState(field: FieldProps) {
  const { id, typed, error } = useField(field.name)
  return { id, typed, error: error ?? field.error }
}

/** The ids that describe a control, in reading order. */
export function describedBy(field: FieldProps, id: string, error: string | undefined): string | undefined {
  return [error && `${id}-error`, field.help && `${id}-help`].filter(Boolean).join(' ') || undefined
}

/** The box around an input: an icon before, a key or a unit after. */
export function InputBox({ icon, endIcon, suffix, kbd, readOnly, num, tall, children }: InputBoxProps) {
  const classes = ['cs-in', readOnly && 'is-ro', num && 'num', tall && 'is-tall'].filter(Boolean).join(' ')
  return (
    <div class={classes}>
      {icon && <Icon name={icon} />}
      {children}
      {suffix && <span class="suf">{suffix}</span>}
      {endIcon && <Icon name={endIcon} />}
      {kbd && <Kbd>{kbd}</Kbd>}
    </div>
  )
}

export type InputBoxProps = {
  icon?: IconName
  endIcon?: IconName
  suffix?: string
  kbd?: string
  readOnly?: boolean
  num?: boolean
  tall?: boolean
  children: ComponentChildren
}

function LabelLine({ field, id }: { field: FieldProps; id: string }) {
  return (
    <div class={field.hideLabel ? 'cs-sr' : 'lb'}>
      <label for={id}>
        <LabelText field={field} />
      </label>
      {field.labelEnd && <span class="end">{field.labelEnd}</span>}
    </div>
  )
}

function LabelText({ field }: { field: FieldProps }) {
  const t = useTexts()
  return (
    <>
      {field.label}
      {field.optional && <small class="hint"> · {t.optional}</small>}
      {field.hint && <small class="hint"> · {field.hint}</small>}
    </>
  )
}

function FieldError({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div class="err" id={id}>
      <Icon name="alert-circle-filled" />
      {children}
    </div>
  )
}

function frameClass(span: Span | undefined, bad: boolean): string {
  return ['cs-f', span && spans[span], bad && 'is-bad'].filter(Boolean).join(' ')
}

const spans: Record<Span, string> = {
  1: 'w-c1',
  2: 'w-c2',
  3: 'w-c3',
  4: 'w-c4',
  5: 'w-c5',
  6: 'w-c6',
  7: 'w-c7',
  8: 'w-c8',
  9: 'w-c9',
  10: 'w-c10',
  11: 'w-c11',
  12: 'w-c12',
}
