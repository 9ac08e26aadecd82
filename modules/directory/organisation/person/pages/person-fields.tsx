import { inLang, type Lang } from '@congso/kernel/contract'
import { DateField, FieldGrid, TextField } from '@congso/ui'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Described = { name: string; birthDate: string | null; phone: string; email: string }

/** What describes a person, as fields of a form. */
export function PersonFields({ lang, value }: { lang: Lang; value?: Described }) {
  const t = inLang(lang, vi, en)
  const w = inLang(lang, wordsVi, wordsEn)
  return (
    <FieldGrid>
      <TextField name="name" label={w.name} value={value?.name} required span={12} autocomplete="off" />
      <DateField name="birthDate" label={t.birthDate} value={value?.birthDate} optional span={6} />
      <TextField
        name="phone"
        label={t.phone}
        value={value?.phone}
        optional
        span={6}
        inputMode="tel"
        num
        autocomplete="off"
      />
      <TextField
        name="email"
        label={t.email}
        value={value?.email}
        optional
        span={12}
        inputMode="email"
        autocomplete="off"
      />
    </FieldGrid>
  )
}
