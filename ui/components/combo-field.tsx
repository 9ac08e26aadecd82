import { useTexts } from '../page-context.ts'
import { describedBy, FieldFrame, type FieldProps, typedValues, useFieldState } from './field.tsx'
import { type Chip, chipClass, type Option } from './choice-field.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

export type ComboFieldProps = FieldProps & {
  /** Answers `[{ value, label, note? }]` to `src` + the typed words. Ends with `?q=` or `&q=`. */
  src?: string
  /** All choices, when they are few enough to send; also the fallback without script. */
  options?: readonly Option[]
  /** What is chosen now. */
  chosen?: { value: string; label: string } | null
  placeholder?: string
  icon?: IconName
  kbd?: string
  autoFocus?: boolean
  /** Sends the form as soon as something is chosen. */
  submit?: boolean
  /** The name under which the typed words travel without script, where the chosen one has another. */
  words?: string
}

/** One of very many, found by typing. Without script it is a plain list, or a text input whose words the server resolves. */
export function ComboField(props: ComboFieldProps) {
  const t = useTexts()
  const { id, typed, error } = useFieldState(props)
  const value = typeof typed === 'string' ? typed : (props.chosen?.value ?? '')
  const label =
    props.options?.find(option => option.value === value)?.label ??
    (value === props.chosen?.value ? props.chosen.label : value)
  return (
    <FieldFrame field={props} id={id} error={error}>
      <cs-combo
        data-src={props.src}
        data-submit={props.submit ? '' : undefined}
        data-name={props.words && props.name}
        data-value={props.words && value}
        data-label={label}
        {...words(t)}
      >
        <div class="cs-in">
          <Icon name={props.icon ?? 'search'} />
          {props.options ? (
            <select
              id={id}
              name={props.name}
              required={props.required}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={describedBy(props, id, error)}
            >
              <option value="">{props.placeholder ?? t.chooseOne}</option>
              {props.options.map(option => (
                <option
                  value={option.value}
                  selected={option.value === value}
                  disabled={option.disabled}
                  key={option.value}
                >
                  {option.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={id}
              name={props.words ?? props.name}
              value={props.words ? label : value}
              placeholder={props.placeholder}
              autocomplete="off"
              spellcheck={false}
              autofocus={props.autoFocus}
              data-key={props.kbd?.toLowerCase()}
              required={props.required}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={describedBy(props, id, error)}
            />
          )}
          {props.kbd && <Kbd>{props.kbd}</Kbd>}
        </div>
      </cs-combo>
    </FieldFrame>
  )
}

export type ChipsFieldProps = FieldProps & {
  src?: string
  options?: readonly Option[]
  chips?: readonly Chip[]
  tone?: Chip['tone']
  /** Exactly one, like the lead. */
  single?: boolean
  placeholder?: string
}

/** Several of very many as chips: type, `↵`; `Backspace` takes the last one away. Without script a list where several can be chosen. */
export function ChipsField(props: ChipsFieldProps) {
  const t = useTexts()
  const { id, typed, error } = useFieldState(props)
  const chips = chosenChips(typed, props)
  return (
    <FieldFrame field={props} id={id} error={error}>
      <cs-combo
        data-src={props.src}
        data-many={props.single ? 'one' : 'any'}
        data-name={props.name}
        data-chip={chipClass(props.tone)}
        data-remove={t.removeItem('{label}')}
        data-placeholder={props.placeholder}
        {...words(t)}
      >
        <div class="cs-chips">
          {chips.map(chip => (
            <span class={chipClass(chip.tone ?? props.tone)} key={chip.value}>
              {chip.label}
              <input type="hidden" name={props.name} value={chip.value} data-label={chip.label} />
              <button class="cs-js" type="button" data-remove aria-label={t.removeItem(chip.label)}>
                <Icon name="x" />
              </button>
            </span>
          ))}
          {props.options ? (
            <select
              id={id}
              name={props.name}
              multiple={!props.single}
              aria-describedby={describedBy(props, id, error)}
              aria-invalid={error ? 'true' : undefined}
            >
              {props.options.map(option => (
                <option value={option.value} key={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={id}
              name={props.name}
              placeholder={props.placeholder}
              autocomplete="off"
              spellcheck={false}
              aria-describedby={describedBy(props, id, error)}
              aria-invalid={error ? 'true' : undefined}
            />
          )}
        </div>
      </cs-combo>
    </FieldFrame>
  )
}

/** The choices stay known across a refused form even when only their values came back. */
function chosenChips(typed: unknown, props: ChipsFieldProps): readonly Chip[] {
  const given = props.chips ?? []
  if (typed === undefined) return given
  return typedValues(typed).map(value => {
    const label =
      given.find(chip => chip.value === value)?.label ?? props.options?.find(option => option.value === value)?.label
    return { value, label: label ?? value, tone: props.tone }
  })
}

function words(t: ReturnType<typeof useTexts>) {
  return { 'data-none': t.noMatches, 'data-searching': t.searching, 'data-matches': t.matches }
}
