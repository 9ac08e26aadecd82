import { inLang, type Lang } from '@congso/kernel/contract'
import { Checkboxes, FieldGrid, TextArea, TextField } from '@congso/ui'
import { wordFor } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import type { Permission } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Described = { name: string; nameEn: string; description: string; permissions: readonly string[] }

/** What a role is, as fields of a form: every known permission, and patterns and old entries the role has already. */
export function RoleFields({ lang, known, value }: { lang: Lang; known: readonly Permission[]; value?: Described }) {
  const t = inLang(lang, vi, en)
  const w = inLang(lang, wordsVi, wordsEn)
  const modules = Map.groupBy(known, one => one.module)
  const own = (value?.permissions ?? []).filter(entry => !known.some(one => one.name === entry))
  const patterns = [...modules.keys()].map(module => ({
    value: `${module}.*`,
    label: t.allOf(wordFor(t.modules, module)),
    note: `${module}.*`,
  }))
  const single = known.map(one => ({ value: one.name, label: lang === 'en' ? one.en : one.vi, note: one.name }))
  const old = own
    .filter(entry => !patterns.some(one => one.value === entry))
    .map(entry => ({ value: entry, label: entry, note: t.unknown }))
  return (
    <>
      <FieldGrid>
        <TextField name="name" label={w.name} value={value?.name} required span={6} />
        <TextField name="nameEn" label={t.nameEn} value={value?.nameEn} required span={6} />
      </FieldGrid>
      <TextArea name="description" label={t.description} value={value?.description} optional rows={2} />
      <Checkboxes
        name="permissions"
        label={t.permissions}
        options={[...single, ...old, ...patterns]}
        values={value?.permissions ?? []}
      />
    </>
  )
}
