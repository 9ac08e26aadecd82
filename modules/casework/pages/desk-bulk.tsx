import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import {
  Actions,
  BulkBar,
  Button,
  Dialog,
  Form,
  formatNumber,
  Radios,
  Reason,
  TextArea,
  usePage,
  type BulkAct,
} from '@congso/ui'
import type { desk } from '../contract.ts'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type View = ReplyOf<typeof desk>

/** The form that the ticks in front of the rows belong to. */
export const bulkForm = 'desk-bulk'

/** What can be done with the ticked rows: pass on, assign, print. */
export function DeskBulk({ view, mayHandle }: { view: View; mayHandle: boolean }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  const acts: BulkAct[] = []
  const ownHeap = view.view === 'mine' || view.view === 'unit'
  if (mayHandle && ownHeap) acts.push({ label: t.bulk.forward, icon: 'arrow-right', main: true })
  if (view.mayAssign && view.view !== 'return')
    acts.push({ label: t.bulk.assign, icon: 'user-share', opens: 'desk-assign' })
  acts.push({ label: t.bulk.print, icon: 'printer', opens: 'desk-sheets' })
  return (
    <>
      <Form action="/desk/forward" id={bulkForm} look="plain" failed={t.bulk.failedForward} />
      <BulkBar form={bulkForm} noun={t.dossiers} acts={acts} />
      {view.mayAssign && <AssignDialog view={view} />}
      <SheetsDialog view={view} />
    </>
  )
}

/** The rows that were ticked when a form about them came back. */
export function selectedIn(page: PageContextValue): readonly string[] {
  const ids = page.form?.values['ids']
  return (Array.isArray(ids) ? ids : [ids]).filter(id => typeof id === 'string')
}

function AssignDialog({ view }: { view: View }) {
  const { lang, form } = usePage()
  const t = inLang(lang, vi, en).bulk
  return (
    <Dialog id="desk-assign" title={t.assignTitle} open={form?.action.startsWith('/desk/assign') ?? false}>
      <Form action="/desk/assign" id="assign" withSelection={bulkForm} failed={t.failedAssign}>
        <p class="mut">{t.assignNote}</p>
        {view.colleagues.length === 0 ? (
          <Reason icon="user-off">{t.nobody}</Reason>
        ) : (
          <>
            <Radios
              name="to"
              label={t.colleague}
              look="list"
              required
              options={view.colleagues.map(one => ({
                value: one.position,
                label: one.name,
                note: `${one.title} · ${t.open(formatNumber(one.open))}`,
              }))}
            />
            <TextArea name="reason" label={t.reason} help={t.reasonHelp} rows={2} maxLength={500} />
            <Actions>
              <Button variant="primary" icon="user-share">
                {t.assignDo}
              </Button>
            </Actions>
          </>
        )}
      </Form>
    </Dialog>
  )
}

/** One link per row; the selection decides which are seen. Without script all of the page are. */
function SheetsDialog({ view }: { view: View }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).bulk
  return (
    <Dialog id="desk-sheets" title={t.printTitle}>
      <p class="mut">{t.printNote}</p>
      <ul class="cs-files">
        {view.rows.map(row => (
          <li data-if-selected={row.id} key={row.id}>
            <a class="cs-file" href={`/dossiers/${row.id}/control-sheet.pdf`} target="_blank" rel="noopener">
              <span class="num nowrap">{row.code}</span>
              <span class="sp">{row.procedureName}</span>
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
