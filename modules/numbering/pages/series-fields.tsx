import { NumberField, Select, TextField } from '@congso/ui'
import { resets, type Reset } from '../contract.ts'
import type { vi } from './texts.vi.ts'

type Given = { name: string; pattern: string; reset: Reset; first: number }

/** The fields that say how a series writes and counts; they stand in a grid. */
export function SeriesFields({ t, given }: { t: typeof vi; given: Given }) {
  return (
    <>
      <TextField name="name" label={t.form.name} value={given.name} optional span={12} maxLength={120} />
      <TextField
        name="pattern"
        label={t.form.pattern}
        value={given.pattern}
        help={t.form.patternHelp}
        required
        span={12}
        maxLength={80}
        spellcheck={false}
        autocomplete="off"
      />
      <Select
        name="reset"
        label={t.form.reset}
        value={given.reset}
        empty={false}
        span={6}
        options={resets.map(reset => ({ value: reset, label: t.resets[reset] }))}
      />
      <NumberField name="first" label={t.form.first} value={given.first} help={t.form.firstHelp} required span={6} />
    </>
  )
}
