import { formatDate, formatTime } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { describedBy, FieldFrame, type FieldProps, InputBox, shownValue, useFieldState } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Reason } from './button.tsx'

export type TextFieldProps = FieldProps & {
  value?: string | number | null
  /** The keyboard a phone shows. There is no `type`: browsers' own checks speak another language than the reader. */
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url'
  autocomplete?: string
  placeholder?: string
  maxLength?: number
  readOnly?: boolean
  autoFocus?: boolean
  icon?: IconName
  endIcon?: IconName
  suffix?: string
  kbd?: string
  num?: boolean
  /** Short fields keep their natural width: dates, codes, amounts. */
  width?: 'short' | 'medium' | 'full'
  spellcheck?: boolean
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { id, typed, error } = useFieldState(props)
  return (
    <FieldFrame field={props} id={id} error={error}>
      <div class={widths[props.width ?? 'full']}>
        <InputBox
          icon={props.icon}
          endIcon={props.endIcon}
          suffix={props.suffix}
          kbd={props.kbd}
          readOnly={props.readOnly}
          num={props.num}
        >
          <TextInput props={props} id={id} typed={typed} error={error} />
        </InputBox>
      </div>
    </FieldFrame>
  )
}

/** A number, typed as text: "1.500" is fifteen hundred here. `decimal` allows a comma. */
export function NumberField({ decimal, ...props }: Omit<TextFieldProps, 'inputMode' | 'num'> & { decimal?: boolean }) {
  return (
    <TextField
      width="short"
      {...props}
      inputMode={decimal ? 'decimal' : 'numeric'}
      num
      autocomplete={props.autocomplete ?? 'off'}
    />
  )
}

export type DateFieldProps = Omit<TextFieldProps, 'inputMode' | 'num'> & {
  /** An ISO date, or an instant when `time` is asked too. */
  value?: string | number | null
  /** `HH:MM dd/mm/yyyy` instead of the day alone. */
  time?: boolean
}

/** A day typed as dd/mm/yyyy; with script a calendar can fill it in. */
export function DateField({ time, value, ...props }: DateFieldProps) {
  const shown = value === null || value === undefined || value === '' ? '' : showDate(value, time)
  const field = { ...props, value: shown }
  const { id, typed, error } = useFieldState(field)
  return (
    <FieldFrame field={field} id={id} error={error}>
      <cs-date class={widths.short} data-time={time ? '' : undefined}>
        <InputBox num readOnly={props.readOnly}>
          <TextInput
            props={{
              ...field,
              placeholder: props.placeholder ?? (time ? 'HH:MM dd/mm/yyyy' : 'dd/mm/yyyy'),
              inputMode: 'numeric',
              autocomplete: props.autocomplete ?? 'off',
            }}
            id={id}
            typed={typed}
            error={error}
          />
          <Icon name="calendar" />
        </InputBox>
      </cs-date>
    </FieldFrame>
  )
}

/** Several lines of text; it grows as it is typed into. */
export function TextArea(props: FieldProps & TextAreaProps) {
  const { id, typed, error } = useFieldState(props)
  return (
    <FieldFrame field={props} id={id} error={error}>
      <InputBox readOnly={props.readOnly} tall>
        <textarea
          id={id}
          name={props.name}
          rows={props.rows ?? 3}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          readOnly={props.readOnly}
          required={props.required}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(props, id, error)}
          data-grow
          value={shownValue(typed, props.value)}
        />
      </InputBox>
    </FieldFrame>
  )
}

export type TextAreaProps = {
  value?: string | null
  rows?: number
  placeholder?: string
  maxLength?: number
  readOnly?: boolean
}

/** A password, with an eye, and a warning when the keyboard would change it (Telex, Caps Lock). Never filled in again. */
export function PasswordField(
  props: FieldProps & { autocomplete?: 'current-password' | 'new-password'; maxLength?: number; autoFocus?: boolean },
) {
  const t = useTexts()
  const { id, error } = useFieldState(props)
  return (
    <FieldFrame field={props} id={id} error={error}>
      <cs-password data-show={t.showPassword} data-hide={t.hidePassword}>
        <InputBox>
          <input
            id={id}
            name={props.name}
            type="password"
            autocomplete={props.autocomplete ?? 'current-password'}
            maxLength={props.maxLength}
            required={props.required}
            autofocus={props.autoFocus}
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(props, id, error)}
          />
          <button class="cs-ib cs-js" type="button" aria-pressed="false" aria-label={t.showPassword}>
            <Icon name="eye" />
          </button>
        </InputBox>
        <div data-caps hidden>
          <Reason icon="keyboard" state="soon">
            {t.capsLock}
          </Reason>
        </div>
        <div data-telex hidden>
          <Reason icon="keyboard" state="soon">
            {t.telex}
          </Reason>
        </div>
      </cs-password>
    </FieldFrame>
  )
}

function TextInput({ props, id, typed, error }: { props: TextFieldProps; id: string; typed: unknown; error?: string }) {
  return (
    <input
      id={id}
      name={props.name}
      type="text"
      value={shownValue(typed, props.value)}
      inputMode={props.inputMode}
      autocomplete={props.autocomplete}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      readOnly={props.readOnly}
      autofocus={props.autoFocus}
      required={props.required}
      spellcheck={props.spellcheck}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={describedBy(props, id, error)}
    />
  )
}

function showDate(value: string | number, time: boolean | undefined): string {
  if (typeof value === 'string' && (value.includes('/') || Number.isNaN(Date.parse(value)))) return value
  return time ? `${formatTime(value)} ${formatDate(value)}` : formatDate(value)
}

const widths = { short: 'cs-w-short', medium: 'cs-w-medium', full: 'cs-w-full' }
