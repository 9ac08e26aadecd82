import { inLang, pathTo } from '@congso/kernel/contract'
import { Button, Checkbox, Form, formatDate, Hidden, Panel, usePage } from '@congso/ui'
import { adoptVersion, type OfferView } from '../../contract.ts'
import { Changes } from '../catalogue/changes.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

export type NewerRecordProps = { view: OfferView; newer: NonNullable<OfferView['newer']> }

/** The difference between the record an offer goes by and the newest one, and the act that moves it over. */
export function NewerRecord({ view, newer }: NewerRecordProps) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).offer
  return (
    <Panel title={t.newer(newer.no, formatDate(newer.validFrom))} id="newer" foot={t.newerFoot}>
      <Changes changes={newer.changes} />
      {view.mayEdit && (
        <Form action={pathTo(adoptVersion, { offer: view.id })} id="adopt">
          <Hidden name="revision" value={view.revision} />
          <Hidden name="version" value={newer.id} />
          <Checkbox name="takePapers" label={t.takePapers} help={t.takePapersHelp} />
          <Checkbox name="takeFees" label={t.takeFees} />
          <Button icon="check">{t.adopt}</Button>
        </Form>
      )}
    </Panel>
  )
}
