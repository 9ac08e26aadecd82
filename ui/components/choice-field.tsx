import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import {
  describedBy,
  FieldFrame,
  FieldGroup,
  type FieldProps,
  InputBox,
  shownValue,
  typedValues,
  useFieldState,
} from './field.tsx'
import { useField, useFormReturned } from './form.tsx'
import { Icon } from './icon.tsx'

/** One choice. */
export type Option = { value: string; label: string; note?: ComponentChildren; disabled?: boolean }

/** Choices under a heading. */
export type OptionGroup = { label: string; options: readonly Option[] }

export type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  value?: string | null
  /** The first, empty choice; by default "Chọn…", `false` leaves it out. */
  empty?: string | false
  width?: 'short' | 'medium' | 'full'
}

/** One of many, as the browser's own list. */
export function Select(props: SelectProps) {
  const t = useTexts()
  const { id, typed, error } = useFieldState(props)
  const chosen = shownValue(typed, props.value)
  return (
    <FieldFrame field={props} id={id} error={error}>
      <div class={{ short: 'cs-w-short', medium: 'cs-w-medium', full: 'cs-w-full' }[props.width ?? 'full']}>
        <InputBox>
          <select
            id={id}
            name={props.name}
            required={props.required}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(props, id, error)}
          >
            {props.empty !== false && <option value="">{props.empty ?? t.chooseOne}</option>}
            {props.options.map(one =>
              'options' in one ? (
                <optgroup label={one.label} key={one.label}>
                  {one.options.map(option => (
                    <OptionLine option={option} chosen={chosen} key={option.value} />
                  ))}
                </optgroup>
              ) : (
                <OptionLine option={one} chosen={chosen} key={one.value} />
              ),
            )}
          </select>
          <Icon name="chevron-down" />
        </InputBox>
      </div>
    </FieldFrame>
  )
}

export type RadiosProps = FieldProps & {
  options: readonly Option[]
  value?: string | null
  /** `segment` for two to four short words, `list` for sentences, `inline` for a few words without a box. */
  look?: 'segment' | 'list' | 'inline'
}

/** One of a few, all visible. */
export function Radios(props: RadiosProps) {
  const { id, typed, error } = useFieldState(props)
  const chosen = shownValue(typed, props.value)
  const look = props.look ?? 'segment'
  return (
    <FieldGroup field={props} id={id} error={error}>
      <div class={{ segment: 'cs-seg', list: 'cs-choices', inline: 'cs-choices is-inline' }[look]}>
        {props.options.map(option => (
          <label key={option.value}>
            <input
              class={look === 'segment' ? 'cs-sr' : 'cs-radio'}
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === chosen}
              disabled={option.disabled}
              required={props.required}
            />
            <span>
              {option.label}
              {option.note && look !== 'segment' && <small class="hint">{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any number of a few, all visible. */
export function Checkboxes(
  props: FieldProps & { options: readonly Option[]; values?: readonly string[]; look?: 'list' | 'inline' },
) {
  const { id, typed, error } = useFieldState(props)
  const returned = useFormReturned()
  const chosen = returned ? typedValues(typed) : (props.values ?? [])
  return (
    <FieldGroup field={props} id={id} error={error}>
      <div class={props.look === 'inline' ? 'cs-choices is-inline' : 'cs-choices'}>
        {props.options.map(option => (
          <label key={option.value}>
            <input
              class="cs-check"
              type="checkbox"
              name={props.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={option.disabled}
            />
            <span>
              {option.label}
              {option.note && <small class="hint">{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxProps = Omit<FieldProps, 'labelEnd' | 'hideLabel'> & { value?: string; checked?: boolean }

/** One yes or no; sends `value` ("true" by default) when ticked. */
export function Checkbox(props: CheckboxProps) {
  const { id, typed, error } = useField(props.name)
  const returned = useFormReturned()
  const value = props.value ?? 'true'
  const message = error ?? props.error
  return (
    <div class={message ? 'cs-f is-bad' : 'cs-f'}>
      {message && (
        <div class="err" id={`${id}-error`}>
          <Icon name="alert-circle-filled" />
          {message}
        </div>
      )}
      <div class="cs-choices">
        <label>
          <input
            class="cs-check"
            id={id}
            type="checkbox"
            name={props.name}
            value={value}
            checked={returned ? typedValues(typed).includes(value) : props.checked}
            required={props.required}
            aria-invalid={message ? 'true' : undefined}
            aria-describedby={describedBy(props, id, message)}
          />
          <span>
            {props.label}
            {props.hint && <small class="hint">{props.hint}</small>}
          </span>
        </label>
      </div>
      {props.help && (
        <div class="help" id={`${id}-help`}>
          {props.help}
        </div>
      )}
    </div>
  )
}

/** One role chip. `remove` names the hidden input's form value; the chip goes away with its ×. */
export type Chip = { value: string; label: string; tone?: 'lead' | 'co' }

/** Chips to look at; `ChipsField` (combo-field) is the one to type into. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  return (
    <span class="cs-chipline">
      {chips.map(chip => (
        <span class={chipClass(chip.tone)} key={chip.value}>
          {chip.label}
        </span>
      ))}
    </span>
  )
}

/** The class of a chip by its role. */
export function chipClass(tone: Chip['tone']): string {
  return { lead: 'cs-chip is-lead', co: 'cs-chip is-co', plain: 'cs-chip' }[tone ?? 'plain']
}

/** Words that fill a field when pressed: ready phrases under a text area. `into` is the id of the field. */
export function Phrases({ into, phrases }: { into: string; phrases: readonly string[] }) {
  return (
    <div class="cs-phrases cs-js">
      {phrases.map(phrase => (
        <button class="cs-pick" type="button" data-fill={into} data-text={phrase} key={phrase}>
          {phrase}
        </button>
      ))}
    </div>
  )
}

function OptionLine({ option, chosen }: { option: Option; chosen: string }) {
  return (
    <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
