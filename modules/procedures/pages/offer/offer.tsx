import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  ActionForm,
  Banner,
  Breadcrumbs,
  Button,
  Columns,
  Dialog,
  Facts,
  formatDate,
  formatNumber,
  ItemList,
  LinkButton,
  MetaItem,
  Num,
  Panel,
  ThingHead,
} from '@congso/ui'
import {
  closeOffer,
  editOffer,
  listOffers,
  showOffer,
  showProcedure,
  showProcess,
  type OfferView,
} from '../../contract.ts'
import { limitWords, wordOf, words } from '../words/words.ts'
import { NewerRecord } from './newer.tsx'
import { FeeList, PaperList } from './terms.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Props = PageProps<OfferView>

/** What an agency promises and asks for under one procedure, and how that came to be. */
export function OfferPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).offer
  const { agency, terms } = view
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs
            items={[
              { href: pathTo(listOffers, { agency: agency.id }), label: t.list },
              { label: view.code, num: true },
            ]}
          />
        }
        title={view.name}
        meta={
          <>
            <MetaItem icon="hash">
              <Num>{view.code}</Num>
            </MetaItem>
            <MetaItem icon="building-bank">{agency.name}</MetaItem>
            <MetaItem icon="history">
              {t.revision(view.revision)}, {t.from(formatDate(view.validFrom))}
              {view.validTo && ` ${t.to(formatDate(view.validTo))}`}
            </MetaItem>
          </>
        }
      />
      {view.validTo && <Banner kind="note">{t.replaced}</Banner>}
      {!view.open && !view.validTo && <Banner kind="partly">{t.stopped}</Banner>}
      <Columns
        main={
          <>
            {view.newer && <NewerRecord view={view} newer={view.newer} />}
            <HowLong view={view} page={page} />
            <Cases view={view} page={page} />
            <PaperList papers={terms.papers} />
            <FeeList fees={terms.fees} />
          </>
        }
        side={
          <>
            <Acts view={view} page={page} />
            <History view={view} page={page} />
          </>
        }
        sideFirst
      />
    </>
  )
}

function HowLong({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).offer
  const w = words(page.lang)
  const { terms, process } = view
  const hours = process.totalHours === null ? t.uncounted : t.hours(formatNumber(process.totalHours))
  return (
    <Panel title={t.howLong} id="limit">
      <Facts
        columns={2}
        items={[
          { label: t.limit, value: limitWords(page.lang, terms.limit), strong: true, num: true },
          { label: t.cutOff, value: cutOffWords(terms.cutOff, page.lang) },
          { label: t.dueTime, value: t.dueTimes[terms.dueTime] },
          { label: t.afterPause, value: t.pauses[terms.afterPause] },
          { label: t.channels, value: terms.channels.map(channel => w.channels[channel]).join(', ') },
          { label: t.unit, value: view.unitName || t.wholeAgency },
          {
            label: t.process,
            value: (
              <>
                <a href={pathTo(showProcess, { process: process.id })}>{t.processNo(process.name, process.no)}</a> ·{' '}
                {hours}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Cases({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).offer
  const { cases } = view.terms
  return (
    <Panel title={t.cases} id="cases">
      {cases.length === 0 ? (
        <p class="mut">{t.noCases}</p>
      ) : (
        <ItemList
          items={cases.map(one => ({
            title: one.name,
            note: one.papers ? t.casePapers(one.papers.join(', ')) : t.allPapers,
            end: <Num>{limitWords(page.lang, one)}</Num>,
          }))}
        />
      )}
    </Panel>
  )
}

function Acts({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).offer
  return (
    <Panel>
      <Actions layout="stack">
        {view.mayEdit && (
          <LinkButton href={pathTo(editOffer, { offer: view.id })} icon="edit" variant="primary">
            {t.edit}
          </LinkButton>
        )}
        <LinkButton href={pathTo(showProcedure, { procedure: view.procedure, no: view.versionNo })} icon="file-text">
          {t.record}
        </LinkButton>
        {view.mayEdit && (
          <Button variant="danger-quiet" icon="ban" opens="close-offer" type="button">
            {t.close}
          </Button>
        )}
      </Actions>
      {view.mayEdit && (
        <Dialog id="close-offer" title={t.closeTitle} size="small">
          <p>{t.closeWhat(view.agency.name)}</p>
          <ActionForm action={pathTo(closeOffer, { offer: view.id })} values={{ revision: view.revision }}>
            <Button variant="danger-quiet">{t.closeDo}</Button>
          </ActionForm>
        </Dialog>
      )}
    </Panel>
  )
}

function History({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).offer
  const w = words(page.lang)
  return (
    <Panel title={t.history} id="history">
      <ItemList
        numbered={false}
        items={view.revisions.map(one => ({
          title: (
            <a href={pathTo(showOffer, { offer: one.id })} aria-current={one.id === view.id ? 'true' : undefined}>
              {t.revision(one.revision)}
            </a>
          ),
          note: [
            t.from(formatDate(one.validFrom)),
            t.version(one.versionNo),
            one.changes.length === 0 ? t.opened : t.changed(one.changes.map(each => wordOf(w.terms, each)).join(', ')),
          ].join(' · '),
        }))}
      />
    </Panel>
  )
}

function cutOffWords(cutOff: string, lang: Props['page']['lang']): string {
  const t = inLang(lang, vi, en).offer
  if (cutOff === '') return t.cutOffUsual
  if (cutOff === 'none') return t.cutOffNone
  return cutOff === 'last-hour' ? t.cutOffLast : t.cutOffAt(cutOff)
}
