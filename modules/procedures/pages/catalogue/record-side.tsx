import { inLang, pathTo } from '@congso/kernel/contract'
import {
  Button,
  Disclosure,
  Form,
  formatDate,
  formatDateTime,
  Hidden,
  ItemList,
  Panel,
  Select,
  Tag,
  usePage,
} from '@congso/ui'
import { newOffer, showOffer, showProcedure, type ProcedureView } from '../../contract.ts'
import { limitWords, wordOf, words } from '../words/words.ts'
import { Changes } from './changes.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Which agencies receive it, and the way to let one more do so. */
export function OfferedAt({ view }: { view: ProcedureView }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  const { offers, mayOffer } = view
  return (
    <Panel title={t.offers} id="offers">
      {offers.length === 0 ? (
        <p class="mut">{t.notOffered}</p>
      ) : (
        <ItemList
          numbered={false}
          items={offers.map(offer => ({
            title: <a href={pathTo(showOffer, { offer: offer.id })}>{offer.agencyName}</a>,
            note: [
              limitWords(lang, { amount: offer.limitAmount, unit: offer.limitUnit }),
              offer.versionNo < (view.versions[0]?.no ?? 1) ? t.olderVersion(offer.versionNo) : '',
            ]
              .filter(Boolean)
              .join(' · '),
            ...(offer.open ? {} : { end: <Tag state="idle">{t.stopped}</Tag> }),
          }))}
        />
      )}
      {view.isCurrent && mayOffer.length > 0 && (
        <Form method="get" action={newOffer.path}>
          <Hidden name="procedure" value={view.id} />
          <Select
            name="agency"
            label={t.openAt}
            options={mayOffer.map(agency => ({ value: agency.id, label: agency.name }))}
            empty={false}
          />
          <Button icon="plus">{t.open}</Button>
        </Form>
      )}
    </Panel>
  )
}

/** Every published state, newest first, with what it changed. */
export function Versions({ view }: { view: ProcedureView }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).record
  const w = words(lang)
  return (
    <Panel title={t.versions} id="versions">
      <ItemList
        numbered={false}
        items={view.versions.map(version => ({
          title: (
            <a
              href={pathTo(showProcedure, { procedure: view.id, no: version.no })}
              aria-current={version.no === view.no ? 'true' : undefined}
            >
              {t.version(version.no)}
            </a>
          ),
          note: (
            <>
              {t.from(formatDate(version.validFrom))} · {t.imported(formatDateTime(version.importedAt))} ·{' '}
              {version.source}
              {version.changes.length > 0 ? (
                <Disclosure summary={t.changed(version.changes.map(({ field }) => wordOf(w.fields, field)).join(', '))}>
                  <Changes changes={version.changes} />
                </Disclosure>
              ) : (
                version.no === 1 && ` · ${t.first}`
              )}
            </>
          ),
        }))}
      />
    </Panel>
  )
}
