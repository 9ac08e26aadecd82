import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  Checkbox,
  Checkboxes,
  FieldGrid,
  Form,
  formatNumber,
  Hidden,
  LinkButton,
  NumberField,
  Panel,
  Select,
  Stack,
  StickyFoot,
  ThingHead,
  usePage,
} from '@congso/ui'
import type { ComponentChildren } from 'preact'
import {
  changeOffer,
  channels,
  dueTimes,
  editOffer,
  limitUnits,
  listOffers,
  newOffer,
  openOffer,
  pausePolicies,
  showOffer,
  showProcedure,
  type TermsView,
} from '../../contract.ts'
import { words } from '../words/words.ts'
import { CaseRows, FeeRows, PaperRows } from './form-rows.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type New = ReplyOf<typeof newOffer>
type Edit = ReplyOf<typeof editOffer>
type Terms = Omit<TermsView, 'limit'> & { limit: TermsView['limit'] | null }

/** The form of an offer that is not there yet, filled in with what the record gives. */
export function NewOfferPage({ view, page }: PageProps<New>) {
  const t = inLang(page.lang, vi, en).form
  const { agency, procedure, published } = view
  const w = words(page.lang)
  const said = [...new Set(published.map(({ channel, text }) => `${w.channels[channel]}: ${text}`))].join(' · ')
  return (
    <>
      <Head title={t.newTitle} agency={agency} code={procedure.code} name={procedure.name} />
      <Form action={openOffer.path} look="page" failed={t.failedOpen}>
        <Hidden name="agency" value={agency.id} />
        <Hidden name="procedure" value={procedure.id} />
        <TermsFields
          terms={view.terms}
          choices={{ ...view, handlingUnit: null, process: view.process }}
          limitHelp={`${view.terms.limit ? '' : `${t.limitUnclear} `}${t.limitHelp} ${said}`}
        />
        <Foot back={pathTo(showProcedure, { procedure: procedure.id })}>{t.openDo}</Foot>
      </Form>
    </>
  )
}

/** The form of an offer in force. */
export function EditOfferPage({ view, page }: PageProps<Edit>) {
  const t = inLang(page.lang, vi, en).form
  return (
    <>
      <Head title={t.editTitle} agency={view.agency} code={view.code} name={view.name} />
      <Form action={pathTo(changeOffer, { offer: view.id })} look="page" failed={t.failedSave}>
        <Hidden name="revision" value={view.revision} />
        <Panel>
          <Checkbox name="open" label={t.open} help={t.openHelp} checked={view.open} />
        </Panel>
        <TermsFields terms={view.terms} choices={view} />
        <Foot back={pathTo(showOffer, { offer: view.id })}>{t.saveDo}</Foot>
      </Form>
    </>
  )
}

function Head({ title, agency, code, name }: { title: string; agency: New['agency']; code: string; name: string }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  return (
    <ThingHead
      crumbs={
        <Breadcrumbs
          items={[
            { href: pathTo(listOffers, { agency: agency.id }), label: t.list.title },
            { label: code, num: true },
          ]}
        />
      }
      title={name}
      meta={`${title} ${t.form.at(agency.name)}`}
    />
  )
}

type Choices = Pick<Edit, 'units' | 'processes' | 'handlingUnit'> & { process: Edit['process'] | null }

function TermsFields({ terms, choices, limitHelp }: { terms: Terms; choices: Choices; limitHelp?: string }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  const w = words(lang)
  return (
    <Stack>
      <Panel title={t.offer.howLong}>
        <FieldGrid>
          <NumberField
            name="limitAmount"
            label={t.form.limit}
            value={terms.limit?.amount}
            help={limitHelp}
            decimal
            span={6}
          />
          <Select
            name="limitUnit"
            label={t.form.limitUnit}
            value={terms.limit?.unit}
            options={limitUnits.map(unit => ({ value: unit, label: w.units[unit] }))}
            span={6}
          />
          <CutOffField cutOff={terms.cutOff} />
          <Select
            name="dueTime"
            label={t.offer.dueTime}
            value={terms.dueTime}
            options={dueTimes.map(one => ({ value: one, label: t.offer.dueTimes[one] }))}
            empty={false}
            span={6}
          />
          <Select
            name="afterPause"
            label={t.offer.afterPause}
            value={terms.afterPause}
            options={pausePolicies.map(one => ({ value: one, label: t.offer.pauses[one] }))}
            empty={false}
            span={6}
          />
          <Checkboxes
            name="channels"
            label={t.form.channels}
            options={channels.map(one => ({ value: one, label: w.channels[one] }))}
            values={terms.channels}
            look="inline"
            span={6}
          />
          <WhoFields choices={choices} />
        </FieldGrid>
      </Panel>
      <CaseRows cases={terms.cases} papers={terms.papers} />
      <PaperRows papers={terms.papers} />
      <FeeRows fees={terms.fees} />
    </Stack>
  )
}

/** The usual cut-offs to choose from, and the one that is set. */
function CutOffField({ cutOff }: { cutOff: string }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).offer
  const hours = [...new Set([...HOURS, ...(/^\d/.test(cutOff) ? [cutOff] : [])])].toSorted()
  return (
    <Select
      name="cutOff"
      label={t.cutOff}
      value={cutOff}
      options={[
        { value: 'none', label: t.cutOffNone },
        { value: 'last-hour', label: t.cutOffLast },
        ...hours.map(hour => ({ value: hour, label: t.cutOffAt(hour) })),
      ]}
      empty={t.cutOffUsual}
      span={6}
    />
  )
}

const HOURS = ['10:00', '14:00', '15:00', '15:30', '16:00', '16:30']

function WhoFields({ choices }: { choices: Choices }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en)
  return (
    <>
      <Select
        name="handlingUnit"
        label={t.form.unit}
        value={choices.handlingUnit}
        options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
        empty={t.form.wholeAgency}
        span={6}
      />
      <Select
        name="process"
        label={t.form.process}
        help={t.form.processHelp}
        value={choices.process}
        options={choices.processes.map(({ id, name, no, totalHours }) => ({
          value: id,
          label: `${t.offer.processNo(name, no)} · ${totalHours === null ? t.offer.uncounted : t.offer.hours(formatNumber(totalHours))}`,
        }))}
        empty={choices.process === null ? t.form.processAny : false}
        span={6}
      />
    </>
  )
}

function Foot({ back, children }: { back: string; children: ComponentChildren }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).form
  return (
    <StickyFoot note={t.foot}>
      <LinkButton href={back}>{t.cancel}</LinkButton>
      <Button variant="primary" kbd="Ctrl ↵">
        {children}
      </Button>
    </StickyFoot>
  )
}
