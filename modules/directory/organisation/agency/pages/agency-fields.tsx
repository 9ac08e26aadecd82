import type { Lang } from '@congso/kernel/contract'
import { inLang } from '@congso/kernel/contract'
import { FieldGrid, Select, TextField } from '@congso/ui'
import { optionsOf } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Described = {
  code: string
  name: string
  shortName: string
  kind: string
  adminUnit: string
  address: string
  phone: string
}

/** What describes an agency, as fields of a form. */
export function AgencyFields({ lang, value }: { lang: Lang; value?: Described }) {
  const t = inLang(lang, vi, en)
  const w = inLang(lang, wordsVi, wordsEn)
  return (
    <FieldGrid>
      <TextField name="name" label={w.name} value={value?.name} required span={12} />
      <TextField name="shortName" label={t.shortName} value={value?.shortName} required span={6} />
      <TextField name="code" label={w.code} value={value?.code} required span={6} num help={t.codeHelp} />
      <Select name="kind" label={w.kind} value={value?.kind} options={optionsOf(w.agencyKinds)} required span={6} />
      <TextField
        name="adminUnit"
        label={t.adminUnit}
        value={value?.adminUnit}
        optional
        span={6}
        num
        help={t.adminUnitHelp}
      />
      <TextField name="address" label={t.address} value={value?.address} optional span={8} />
      <TextField name="phone" label={t.phone} value={value?.phone} optional span={4} num inputMode="tel" />
    </FieldGrid>
  )
}
