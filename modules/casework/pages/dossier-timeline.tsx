import { type Lang, pathTo } from '@congso/kernel/contract'
import { formatNumber, formatTime, formatTimeDayMonth, Panel, Pick, Timeline, toIsoDate, usePage } from '@congso/ui'
import { dossierView, factKinds } from '../contract.ts'
import { type DossierData, dossierTexts, queryValue } from './dossier-view.ts'

type FactData = DossierData['timeline'][number]
type FactKind = (typeof factKinds)[number]
type Told = { what: string; more?: string }

/** What happened, newest first, in sentences; one part of it on request. */
export function DossierTimeline({ view }: { view: DossierData }) {
  const page = usePage()
  const { lang } = page
  const t = dossierTexts(lang)
  const chosen = factKinds.find(kind => kind === queryValue(page.path, 'facts'))
  const facts = view.timeline.filter(fact => chosen === undefined || kindOf(fact.event) === chosen)
  const all = [undefined, ...factKinds].map(kind => ({
    href: `${pathTo(dossierView, { id: view.id, facts: kind })}#timeline`,
    label: t.factKinds[kind ?? 'all'],
    current: kind === chosen,
  }))
  return (
    <Panel title={t.timeline} id="timeline" actions={<Pick label={t.factKinds[chosen ?? 'all']} options={all} />}>
      {facts.length === 0 && <p class="mut">{t.noFacts}</p>}
      <Timeline
        entries={facts.map(fact => {
          const { what, more } = factWords(fact, view, lang)
          return {
            at: fact.at,
            time: toIsoDate(fact.at) === toIsoDate(page.now) ? formatTime(fact.at) : formatTimeDayMonth(fact.at),
            strong: strong.has(fact.event),
            children: (
              <>
                <b class="str">{fact.actor === '' ? t.system : fact.actor}</b>
                {fact.title !== '' && <span class="mut">, {fact.title},</span>} {what}.
                {more && <span class="mut"> {more}</span>}
              </>
            ),
          }
        })}
      />
    </Panel>
  )
}

/** A fact of the journal as a sentence without its subject; a comment or the reason of a return follows. */
export function factWords(
  fact: FactData,
  view: Pick<DossierData, 'papers' | 'steps' | 'candidates' | 'assignee' | 'assigneeName'>,
  lang: Lang,
): Told {
  const t = dossierTexts(lang).facts
  const text = (name: string) => (typeof fact.data[name] === 'string' ? fact.data[name] : '')
  const count = (name: string) => (typeof fact.data[name] === 'number' ? fact.data[name] : 0)
  const comment = view.steps.find(step => step.no === count('no'))?.comment ?? ''
  const remarks = [comment, fact.data.late === true ? t.stepLate : ''].filter(Boolean).join(' ')
  const told: Readonly<Record<string, () => Told>> = {
    'casework.dossier-received': () => ({ what: t.received(text('receiptNo')) }),
    'casework.dossier-forwarded': () => ({
      what: text('toStep') === '' ? t.forwardedLast(text('name')) : t.forwarded(text('name'), text('toStep')),
      more: remarks,
    }),
    'casework.dossier-sent-back': () => ({ what: t.sentBack(text('name'), text('toStep')), more: remarks }),
    'casework.result-signed': () => ({ what: t.signed(text('title')), more: remarks }),
    'casework.result-numbered': () => ({
      what: t.numbered(text('resultNo')),
      more: fact.data.onTime === false ? t.endedLate : t.endedOnTime,
    }),
    'casework.result-returned': () => ({ what: t.returned(collectorWords(text('collector'), lang)) }),
    'casework.dossier-withdrawn': () => ({ what: t.withdrawn(text('name')), more: comment }),
    'casework.dossier-assigned': () => ({ what: t.assigned(text('name'), holderName(text('to'), view) ?? t.somebody) }),
    'casework.dossier-claimed': () => ({ what: t.claimed(text('name')) }),
    'casework.paper-checked': () => ({
      what: t.checked(formatNumber(count('no')), paperName(count('no'), view), verdictWords(text('verdict'), lang)),
    }),
    'casework.scan-attached': () => ({ what: attachedWords(fact.data, lang) }),
    'casework.note-written': () => ({ what: t.noted }),
    'casework.personal-revealed': () => ({ what: t.revealed(text('until') === '' ? '' : formatTime(text('until'))) }),
  }
  return told[fact.event]?.() ?? { what: fact.event }
}

const papers = new Set(['casework.paper-checked', 'casework.scan-attached', 'casework.note-written'])
const strong = new Set([
  'casework.dossier-received',
  'casework.result-signed',
  'casework.result-returned',
  'casework.dossier-withdrawn',
])

function kindOf(event: string): FactKind {
  if (event === 'casework.personal-revealed') return 'reads'
  return papers.has(event) ? 'papers' : 'moves'
}

function holderName(
  position: string,
  view: Pick<DossierData, 'candidates' | 'assignee' | 'assigneeName'>,
): string | undefined {
  if (position === view.assignee && view.assigneeName !== '') return view.assigneeName
  return view.candidates.find(one => one.position === position)?.name
}

function paperName(no: number, view: Pick<DossierData, 'papers'>): string {
  return view.papers.find(paper => paper.no === no)?.name ?? ''
}

function verdictWords(verdict: string, lang: Lang): string {
  const words: Readonly<Record<string, string>> = dossierTexts(lang).verdictCounts
  return words[verdict] ?? verdict
}

function collectorWords(collector: string, lang: Lang): string {
  const words: Readonly<Record<string, string>> = dossierTexts(lang).factCollectors
  return words[collector] ?? collector
}

function attachedWords(data: FactData['data'], lang: Lang): string {
  const t = dossierTexts(lang).facts
  const count = formatNumber(Array.isArray(data.files) ? data.files.length : 0)
  return typeof data.paper === 'number' ? t.attachedTo(count, formatNumber(data.paper)) : t.attached(count)
}
