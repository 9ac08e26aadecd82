import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActCard,
  Button,
  EmptyState,
  Form,
  formatAmount,
  formatLongDate,
  formatNumber,
  formatTime,
  Hidden,
  LinkButton,
  Num,
  PageHead,
  PhoneSection,
  RowLinks,
  Tally,
} from '@congso/ui'
import type { leaderDesk } from '../contract.ts'
import { RemainingTag, whenWords } from './due-words.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type View = ReplyOf<typeof leaderDesk>
type Props = PageProps<View>
type Card = View['cards'][number]

/** A leader with ten minutes: what needs me, each with one act, and what is late and where. */
export function LeaderPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).leader
  return (
    <div class="cs-lead">
      <PageHead
        line
        title={t.title}
        context={
          <Num>
            {formatLongDate(page.now, page.lang)} · {formatTime(page.now)}
          </Num>
        }
      />
      <Tally
        items={[
          { href: '/desk?view=mine', count: view.toSign, label: t.toSign, icon: 'signature' },
          {
            href: '/dossiers?due=late',
            count: view.late,
            label: t.late,
            icon: 'alert-triangle-filled',
            late: view.late > 0,
          },
          { href: '/dossiers?due=today', count: view.dueToday, label: t.dueToday, icon: 'clock-exclamation' },
        ]}
      />
      <div class="cs-lead-b">
        <ToSign view={view} page={page} />
        <WhereLate view={view} page={page} />
      </div>
    </div>
  )
}

function ToSign({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).leader
  if (view.cards.length === 0) {
    return (
      <section class="cs-psec">
        <EmptyState title={t.none}>{t.noneNote}</EmptyState>
      </section>
    )
  }
  return (
    <PhoneSection
      title={t.cards}
      more={
        view.toSign > view.cards.length
          ? { href: '/desk?view=mine', label: t.seeAll(formatNumber(view.toSign)) }
          : undefined
      }
    >
      {view.cards.map(card => (
        <SignCard card={card} page={page} key={card.id} />
      ))}
    </PhoneSection>
  )
}

function SignCard({ card, page }: { card: Card; page: Props['page'] }) {
  const t = inLang(page.lang, vi, en).leader
  const href = `/dossiers/${card.id}?from=leader`
  const when = whenWords(card.submittedAt, page.now, page.lang)
  return (
    <ActCard
      tag={<RemainingTag remaining={card.remaining} pause={{ state: card.state }} />}
      kind={card.stepName}
      title={card.procedureName}
      href={href}
      actions={
        card.action ? (
          <>
            <LinkButton href={href}>{t.look}</LinkButton>
            <Form action={`/dossiers/${card.id}/sign`} look="plain" id={`sign-${card.id}`} failed={t.notSigned}>
              <Hidden name="version" value={card.version} />
              <Hidden name="action" value={card.action} />
              <Button variant="primary" icon="signature" label={t.signOne(card.code)}>
                {t.sign}
              </Button>
            </Form>
          </>
        ) : (
          <LinkButton href={href} variant="primary">
            {t.open}
          </LinkButton>
        )
      }
    >
      <p>
        <b class="str">{card.applicantName}</b> · <span class="num nowrap">{card.code}</span>
      </p>
      <p>{card.submittedBy ? t.submitted(card.submittedBy, when) : t.submittedUnknown(when)}</p>
    </ActCard>
  )
}

function WhereLate({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).leader
  return (
    <PhoneSection title={t.where} more={view.late > 0 ? { href: '/dossiers?due=late', label: t.allLate } : undefined}>
      {view.lateBy.length === 0 ? (
        <p class="mut">{t.noneLate}</p>
      ) : (
        <RowLinks
          rows={view.lateBy.map(one => ({
            href: one.unit ? `/dossiers?due=late&unit=${one.unit}` : '/dossiers?due=late',
            lead: formatNumber(one.count),
            late: true,
            title: one.unitName || t.noUnit,
            note: t.longest(longest(one.longestMinutes, page.lang), one.stepName),
          }))}
        />
      )}
    </PhoneSection>
  )
}

/** A working day is eight hours where no calendar of one agency applies: several agencies stand in one list. */
function longest(minutes: number, lang: 'vi' | 'en'): string {
  return formatAmount(
    { days: Math.floor(minutes / 480), hours: Math.floor((minutes % 480) / 60), minutes: minutes % 60 },
    lang,
  )
}
