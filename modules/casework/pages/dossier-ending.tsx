import { pathTo } from '@congso/kernel/contract'
import { Button, FoldedForm, Form, Hidden, TextArea, usePage } from '@congso/ui'
import { withdrawDossier } from '../contract.ts'
import { cameBack, type DossierData, dossierTexts } from './dossier-view.ts'

/** The applicant takes the dossier back: the counter writes why, and gives the papers back. */
export function WithdrawForm({ view }: { view: DossierData }) {
  const page = usePage()
  const t = dossierTexts(page.lang)
  const path = pathTo(withdrawDossier, { id: view.id })
  return (
    <FoldedForm label={`${t.withdraw}…`} icon="arrow-back-up" danger open={cameBack(page.form, path)}>
      <Form action={path} id="withdraw" failed={t.notWithdrawn}>
        <Hidden name="version" value={view.version} />
        <TextArea name="reason" label={t.withdrawReason} hint={t.withdrawHint} rows={3} maxLength={2000} />
        <Button variant="danger-quiet" icon="arrow-back-up">
          {t.withdraw}
        </Button>
      </Form>
    </FoldedForm>
  )
}
