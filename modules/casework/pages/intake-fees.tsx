import { FieldGrid, formatNumber, FormSection, Hidden, NumberField, Radios, TextField, usePage } from '@congso/ui'
import { feeMethods, feeStates, pickups } from '../contract.ts'
import { type Chosen, type IntakeData, intakeTexts, useTyped } from './intake-view.ts'

/** The fourth section: each line of the tariff decided, and how the result goes out. */
export function FeesSection({ view, chosen }: { view: IntakeData; chosen: Chosen }) {
  const t = intakeTexts(usePage().lang)
  const typed = useTyped(view)
  const needs = ['pickup', ...chosen.fees.map((_, index) => `fees.${index}.state`)]
  return (
    <FormSection
      number={4}
      title={t.fees}
      done={needs.every(name => typed(name, name === 'pickup' ? 'counter' : '') !== '')}
      needs={needs.join(' ')}
      id="fees"
    >
      {chosen.fees.length === 0 && <p class="mut">{t.noFees}</p>}
      {chosen.fees.map((fee, index) => (
        <FeeLine fee={fee} index={index} typed={typed} only={chosen.fees.length === 1} key={`${index}-${fee.name}`} />
      ))}
      <Radios
        name="pickup"
        label={t.pickup}
        value={typed('pickup', 'counter')}
        options={pickups.map(pickup => ({ value: pickup, label: t.pickups[pickup] }))}
      />
    </FormSection>
  )
}

type FeeLineProps = { fee: Chosen['fees'][number]; index: number; typed: ReturnType<typeof useTyped>; only: boolean }

/** An amount is filled in only where the tariff gives one; otherwise its words stand there to be read. */
function FeeLine({ fee, index, typed, only }: FeeLineProps) {
  const t = intakeTexts(usePage().lang)
  const name = (part: string) => `fees.${index}.${part}`
  // One line with one amount is the common case: collected in cash unless the clerk says otherwise.
  const usual = only && fee.amount !== null && fee.amount > 0 ? 'paid' : fee.amount === 0 ? 'none' : ''
  return (
    <div class="cs-sub" role="group" aria-label={fee.name}>
      <div class="cs-sub-h">
        <b class="str">{fee.name}</b>
        {fee.text !== '' && <p class="cap cs-prose">{fee.text}</p>}
      </div>
      <Hidden name={name('name')} value={fee.name} />
      <FieldGrid>
        <NumberField
          name={name('amount')}
          label={t.amount}
          hint={fee.amount === null ? t.feeVaries : undefined}
          value={typed(name('amount'), fee.amount === null ? '' : formatNumber(fee.amount))}
          suffix="đ"
          span={3}
          width="full"
        />
        <Radios
          name={name('state')}
          label={t.feeState}
          value={typed(name('state'), usual)}
          span={9}
          options={[...feeStates.toSorted((a, b) => order[a] - order[b]), 'none' as const].map(state => ({
            value: state,
            label: t.feeStates[state],
          }))}
        />
        <div class="w-c5" data-echo-form="intake" data-echo-if={`${name('state')}=paid`}>
          <Radios
            name={name('method')}
            label={t.feeMethod}
            value={typed(name('method'), 'cash')}
            options={feeMethods.map(method => ({ value: method, label: t.feeMethods[method] }))}
          />
        </div>
        <div class="w-c7" data-echo-form="intake" data-echo-if={`${name('state')}=exempt`}>
          <TextField
            name={name('reason')}
            label={t.feeReason}
            value={typed(name('reason'))}
            maxLength={300}
            autocomplete="off"
          />
        </div>
      </FieldGrid>
    </div>
  )
}

const order = { paid: 0, due: 1, exempt: 2 }
