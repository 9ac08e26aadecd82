import { pathTo } from '@congso/kernel/contract'
import {
  ActionForm,
  Button,
  ComboField,
  EmptyState,
  formatNumber,
  formatTimeDayMonth,
  FormSection,
  LinkButton,
  Panel,
  usePage,
} from '@congso/ui'
import { discardDraft, findOffers, intakePage, saveDraft } from '../contract.ts'
import { limitWords } from './due-words.tsx'
import { type Chosen, intakeForm, type IntakeData, intakeTexts } from './intake-view.ts'

/** The first section: which procedure, and which of its cases. */
export function ProcedureSection({ view }: { view: IntakeData }) {
  const { lang } = usePage()
  const t = intakeTexts(lang)
  const { chosen } = view
  return (
    <FormSection
      number={1}
      title={t.procedure}
      done={chosen !== null}
      note={
        chosen && (
          <>
            {t.procedureNote(limitOf(chosen.timeText, lang), chosen.field)} ·{' '}
            <span class="num nowrap">{chosen.code}</span>
          </>
        )
      }
    >
      <FindForm chosen={chosen} />
      {chosen && <Cases chosen={chosen} />}
      {chosen && (
        <p class="cap">
          {[chosen.decision === '' ? '' : t.decision(chosen.decision), t.agency(chosen.agencyName)]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {chosen && chosen.conditions !== '' && <p class="cap">{`${t.conditions}: ${chosen.conditions}`}</p>}
    </FormSection>
  )
}

/** Procedures that match what was typed, or those received most often here. */
export function OfferList({ view, asked }: { view: IntakeData; asked: string }) {
  const { lang } = usePage()
  const t = intakeTexts(lang)
  if (view.offers.length === 0)
    return (
      <EmptyState title={t.nothingFound} tone="plain">
        {t.nothingFoundHelp}
      </EmptyState>
    )
  return (
    <Panel
      title={t.choose}
      note={asked === '' ? t.offersFirst : t.chooseNote(formatNumber(view.offers.length))}
      id="offers"
    >
      <ul class="cs-list is-plain">
        {view.offers.map(offer => (
          <li key={offer.offer}>
            <div>
              <a class="str" href={pathTo(intakePage, { offer: offer.offer })}>
                {offer.name}
              </a>
              <div class="cap">
                <span class="num nowrap">{offer.code}</span> ·{' '}
                {[offer.field, limitOf(offer.timeText, lang), offer.agencyName].filter(Boolean).join(' · ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What this clerk has left for later. */
export function DraftList({ view }: { view: IntakeData }) {
  const t = intakeTexts(usePage().lang)
  const others = view.drafts.filter(draft => draft.id !== view.draft?.id)
  if (others.length === 0) return null
  return (
    <Panel title={t.drafts} note={<span class="num">{formatNumber(others.length)}</span>} id="drafts">
      <ul class="cs-list is-plain">
        {others.map(draft => (
          <li key={draft.id}>
            <div>
              <b class="str">{draft.title === '' ? t.draftUntitled : draft.title}</b>
              <div class="cap num">{formatTimeDayMonth(draft.updatedAt)}</div>
            </div>
            <div class="e cs-row">
              <LinkButton href={pathTo(intakePage, { draft: draft.id })} size="sm">
                {t.draftGoOn}
              </LinkButton>
              <ActionForm action={pathTo(discardDraft, { id: draft.id })} id={`discard-${draft.id}`}>
                <Button size="sm" variant="bare">
                  {t.draftDiscard}
                </Button>
              </ActionForm>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** `3 working-day` of a view as a reader says it. */
export function limitOf(timeText: string, lang: 'vi' | 'en'): string {
  const [amount = '', unit = ''] = timeText.split(' ')
  return limitWords(Number(amount), unit, lang)
}

/** Found while typing; without script the words go to the server, which answers with a list. */
function FindForm({ chosen }: { chosen: Chosen | null }) {
  const t = intakeTexts(usePage().lang)
  return (
    <form method="get" action={intakePage.path} role="search">
      <ComboField
        name="offer"
        words="q"
        label={t.find}
        hint={t.findHint}
        src={`/api${findOffers.path}?q=`}
        chosen={chosen && { value: chosen.offer, label: chosen.name }}
        kbd="Alt 1"
        autoFocus={chosen === null}
        submit
      />
      <noscript>
        <Button size="sm">{t.findButton}</Button>
      </noscript>
    </form>
  )
}

/** Another case has other papers and times: what was typed is kept as a draft while the page comes again. */
function Cases({ chosen }: { chosen: Chosen }) {
  const t = intakeTexts(usePage().lang)
  if (chosen.cases.length === 0) return null
  const current = chosen.caseKey ?? noCase
  return (
    <div class="cs-f" role="group" aria-label={t.cases}>
      <div class="lb">{t.cases}</div>
      <div class="cs-phrases">
        {[{ key: noCase, name: t.caseNone }, ...chosen.cases].map(one => (
          <button
            class={one.key === current ? 'cs-pick is-set' : 'cs-pick'}
            type="submit"
            form={intakeForm}
            formAction={saveDraft.path}
            name="toCase"
            value={one.key}
            aria-pressed={one.key === current ? 'true' : 'false'}
            key={one.key}
          >
            {one.name}
          </button>
        ))}
      </div>
    </div>
  )
}

/** No case has this key: the general time limit and all papers hold. */
const noCase = '-'
