import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Button,
  Due,
  ErrorSummary,
  Form,
  formatDateTime,
  formatDayMonth,
  formatPromise,
  formatTime,
  formatTimeDayMonth,
  formatWeekday,
  Icon,
  NowBanner,
  PhonePage,
  PhoneSection,
  PromiseCard,
  RowLinks,
  StepTrail,
  TextField,
  toIsoDate,
} from '@congso/ui'
import type { Progress, track } from '../contract.ts'
import { limitWords, pickupWords, RemainingDue } from './due-words.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'
import { nowWords, promiseWords, skippedWords } from './track-words.ts'

type View = ReplyOf<typeof track>
type Props = PageProps<View>
type Found = NonNullable<View['found']>

/** The citizen's page: where the dossier is, or the two lines of the slip that open it. */
export function TrackPage({ view, page }: Props) {
  return view.found ? <FoundPage found={view.found} page={page} /> : <AskPage view={view} page={page} />
}

function AskPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).track
  const problem = view.asked ? t.problems[view.asked.problem] : undefined
  return (
    <PhonePage>
      <NowBanner title={t.title}>{t.lead}</NowBanner>
      <PhoneSection>
        <div class="cs-card">
          <div class="b">
            <Form action="/track" method="get" id="track">
              {problem && (
                <ErrorSummary
                  state={{ action: '/track', values: {}, errors: [{ path: 'secret', message: problem }] }}
                  failed={t.failed}
                  scope="track"
                />
              )}
              <TextField
                name="code"
                label={t.code}
                hint={t.codeHint}
                value={view.asked?.code}
                autocomplete="off"
                spellcheck={false}
                maxLength={60}
                required
                num
              />
              <TextField
                name="secret"
                label={t.secret}
                hint={t.secretHint}
                autocomplete="off"
                spellcheck={false}
                maxLength={20}
                error={problem}
                required
                num
              />
              <Button variant="primary" icon="search">
                {t.find}
              </Button>
            </Form>
          </div>
        </div>
        <p class="mut">{t.lost}</p>
      </PhoneSection>
    </PhonePage>
  )
}

function FoundPage({ found, page }: { found: Found; page: Props['page'] }) {
  const t = inLang(page.lang, vi, en).track
  const { title, todo } = nowWords(found, page.lang)
  return (
    <PhonePage>
      <header class="cs-ptop">
        <a class="cs-tap" href="/track" aria-label={t.another}>
          <Icon name="arrow-left" />
        </a>
        <div>
          <b class="str num nowrap">{found.code}</b>
          <div class="mut">{t.ownerOf(found.applicant)}</div>
        </div>
      </header>
      <NowBanner title={title}>{todo}</NowBanner>
      {!isOver(found) && <PromiseSection found={found} page={page} />}
      {!isOver(found) && <Trail found={found} page={page} />}
      <PhoneSection>
        <RowLinks
          rows={[
            ...(found.agencyPhone
              ? [
                  {
                    href: `tel:${found.agencyPhone.replaceAll(/[^\d+]/g, '')}`,
                    icon: 'phone' as const,
                    title: t.call,
                    note: <span class="num">{found.agencyPhone}</span>,
                  },
                ]
              : []),
            { href: '/track', icon: 'search', title: t.another },
          ]}
        />
      </PhoneSection>
      <PhoneSection>
        <p class="cap">
          {t.foot(
            found.procedureName,
            limitWords(found.promise.amount, found.promise.unit, page.lang),
            formatDateTime(page.now),
          )}
        </p>
      </PhoneSection>
    </PhonePage>
  )
}

function PromiseSection({ found, page }: { found: Found; page: Props['page'] }) {
  const t = inLang(page.lang, vi, en).track
  const words = promiseWords(found, page.lang)
  const { state } = found.remaining
  return (
    <PhoneSection>
      <PromiseCard
        label={t.promise}
        time={promiseTime(found.promise.dueAt, page)}
        state={
          words ? (
            <Due state={state}>{words}</Due>
          ) : (
            <RemainingDue remaining={found.remaining} pause={{ state: found.state }} />
          )
        }
      >
        {state === 'hold' ? t.holdNote : skippedWords(found.promise.skipped, page.lang)}
      </PromiseCard>
    </PhoneSection>
  )
}

/** `14:05 Thứ Sáu, 27/11`; the year only when it is another one. */
function promiseTime(dueAt: string, { now, lang }: Props['page']): string {
  if (toIsoDate(dueAt).slice(0, 4) !== toIsoDate(now).slice(0, 4)) return formatPromise(dueAt, lang)
  return `${formatTime(dueAt)} ${formatWeekday(dueAt, lang)}, ${formatDayMonth(dueAt)}`
}

function Trail({ found, page }: { found: Found; page: Props['page'] }) {
  const t = inLang(page.lang, vi, en).track
  return (
    <PhoneSection title={t.progress}>
      <div class="cs-card">
        <div class="b">
          <StepTrail
            steps={found.progress.map(one => ({
              state: one.state === 'later' ? 'todo' : one.state,
              title: phaseWords(one, page.lang),
              note: phaseNote(one, found, page.lang),
            }))}
          />
        </div>
      </div>
    </PhoneSection>
  )
}

function phaseWords({ phase, state }: Progress, lang: 'vi' | 'en'): string {
  const t = inLang(lang, vi, en).track.phases
  if (state !== 'now' || phase === 'receiving') return t[phase]
  return { checking: t.checkingNow, signing: t.signingNow, returning: t.returningNow }[phase]
}

/** When and by whom; for what runs, until when; the last step says how the result goes out. */
function phaseNote(one: Progress, found: Found, lang: 'vi' | 'en') {
  const t = inLang(lang, vi, en).track
  if (one.phase === 'returning' && one.state !== 'done') return pickupWords(found.pickup, lang)
  if (one.state === 'later') return t.notYet
  if (one.state === 'done')
    return one.doneAt && (one.who ? t.by(formatTimeDayMonth(one.doneAt), one.who) : formatTimeDayMonth(one.doneAt))
  return (
    <>
      {one.who}
      {one.who && one.dueAt && <br />}
      {one.dueAt && found.remaining.state !== 'hold' && t.expected(formatTimeDayMonth(one.dueAt))}
    </>
  )
}

/** Nothing more will happen to it: there is no promise to keep and no way ahead. */
function isOver(found: Found): boolean {
  return (
    found.state === 'declined' || found.state === 'refused' || found.state === 'withdrawn' || found.state === 'stopped'
  )
}
