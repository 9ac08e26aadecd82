import { pathTo } from '@congso/kernel/contract'
import type { Frame, PageContextValue } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import { Breadcrumbs, CodeText, Columns, Icon, Kbd, LinkButton, Menu, MetaItem, ThingHead, usePage } from '@congso/ui'
import { controlSheetPdf, desk, dossierRegister, dossierView, intakePage, receiptPdf } from '../contract.ts'
import { DossierActions } from './dossier-actions.tsx'
import { DossierDeadline } from './dossier-deadline.tsx'
import { DossierPapers } from './dossier-papers.tsx'
import { DossierProcess } from './dossier-process.tsx'
import { promiseMoment } from './dossier-promise.tsx'
import { DossierDocuments, DossierNotes, DossierPeople, DossierResult } from './dossier-side.tsx'
import { DossierTimeline } from './dossier-timeline.tsx'
import { type DossierData, dossierTexts, queryValue } from './dossier-view.ts'
import { StateTag } from './due-words.tsx'

/** One dossier: how long it has, where it is, what was handed in, what happened; beside it what to do and for whom. */
export function DossierPage({ view, page }: PageProps<DossierData>) {
  return (
    <>
      <Head view={view} page={page} />
      <Columns
        sideFirst
        main={
          <>
            {queryValue(page.path, 'from') === 'received' && <Received view={view} />}
            <DossierDeadline view={view} />
            <DossierProcess view={view} />
            <DossierPapers view={view} />
            <DossierNotes view={view} />
            <DossierTimeline view={view} />
          </>
        }
        side={
          <>
            <DossierActions view={view} />
            <DossierResult view={view} />
            <DossierPeople view={view} />
            <DossierDocuments view={view} />
          </>
        }
      />
    </>
  )
}

/** Which keys work on this page, and that it stands on paper. */
export function dossierFrame(view: DossierData, page: PageContextValue): Frame {
  const t = dossierTexts(page.lang).keys
  const keys = [
    ...(view.mayCheck ? [{ keys: ['D'], label: t.check }] : []),
    ...(view.files.length > 0 ? [{ keys: ['O'], label: t.file }] : []),
    ...(view.actions.some(action => action.blocked === null && (action.kind === 'forward' || action.kind === 'sign'))
      ? [{ keys: ['C'], label: t.comment }]
      : []),
    { keys: ['?'], label: t.all },
  ]
  return { keys, paper: true }
}

function Head({ view, page }: PageProps<DossierData>) {
  const t = dossierTexts(page.lang)
  const from = queryValue(page.path, 'from')
  const list =
    from === 'register' ? { href: dossierRegister.path, label: t.register } : { href: desk.path, label: t.desk }
  const place = {
    ...(view.previous === null ? {} : { previousHref: pathTo(dossierView, { id: view.previous, from }) }),
    ...(view.next === null ? {} : { nextHref: pathTo(dossierView, { id: view.next, from }) }),
  }
  const holder = view.unitName === '' ? view.agencyName : view.unitName
  return (
    <ThingHead
      crumbs={<Breadcrumbs items={[list, { label: view.code, num: true }]} place={place} />}
      title={view.procedureName}
      meta={
        <>
          <CodeText code={view.code} copy strong />
          <MetaItem icon="user">{view.applicantName}</MetaItem>
          {view.remaining.state !== 'done' && <MetaItem icon="building-community">{t.handledBy(holder)}</MetaItem>}
          <StateTag state={view.state} />
        </>
      }
      actions={
        <>
          <LinkButton href={pathTo(controlSheetPdf, { id: view.id })} icon="printer" newWindow>
            {t.printSheet}
          </LinkButton>
          <Menu
            label={t.moreActions}
            items={[
              { href: pathTo(receiptPdf, { id: view.id }), label: t.printSlip, icon: 'receipt' },
              { href: pathTo(receiptPdf, { id: view.id, size: 'A4' }), label: t.printSlipA4, icon: 'receipt-2' },
            ]}
          />
        </>
      }
    />
  )
}

/** Right after receipt: the promise, the slip under the finger (it has the focus), and the next person at another key. */
function Received({ view }: { view: DossierData }) {
  const { lang } = usePage()
  const t = dossierTexts(lang).received
  return (
    <section class="cs-panel" aria-labelledby="received-title">
      <div class="b">
        <h2 id="received-title">
          {t.title} <span class="num nowrap">{view.code}</span>
        </h2>
        <p class="num">
          {t.promise(promiseMoment(view.dueAt, lang))} <span class="mut">{t.slipNo(view.receiptNo)}.</span>
        </p>
        <div class="cs-row">
          <a
            class="btn btn-primary"
            href={pathTo(receiptPdf, { id: view.id })}
            target="_blank"
            rel="noopener"
            data-key="p"
            data-focus
          >
            <Icon name="printer" />
            <span class="cs-btn-t">{t.print}</span>
            <Kbd>P</Kbd>
          </a>
          <LinkButton href={intakePage.path} icon="user-plus" kbd="N">
            {t.next}
          </LinkButton>
        </div>
      </div>
    </section>
  )
}
