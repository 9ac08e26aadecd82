import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Columns,
  Flow,
  formatDate,
  formatNumber,
  ItemList,
  MetaItem,
  Panel,
  Reason,
  StepList,
  ThingHead,
} from '@congso/ui'
import { listProcesses, showOffer, showProcess, type ProcessView } from '../../contract.ts'
import { wordOf } from '../words/words.ts'
import { ProcessActs } from './acts.tsx'
import { findingWords } from './finding-words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Props = PageProps<ProcessView>

/** A process as a picture, as steps, and as what may be done at each; what is wrong stands beside the step. */
export function ProcessPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs
            items={[{ href: listProcesses.path, label: t.process.list }, { label: t.process.no(view.no) }]}
          />
        }
        title={view.name}
        meta={
          <>
            <MetaItem icon="progress-check">{t.states[view.state]}</MetaItem>
            <MetaItem icon="building-bank">{t.process.for(view.agencyName ?? t.list.common)}</MetaItem>
            {view.validFrom && <MetaItem icon="calendar">{t.process.from(formatDate(view.validFrom))}</MetaItem>}
            {view.decision && <MetaItem icon="file-text">{t.process.decision(view.decision)}</MetaItem>}
          </>
        }
      />
      <Columns
        main={
          <>
            <Picture view={view} page={page} />
            <StepActions view={view} page={page} />
          </>
        }
        side={
          <>
            <ProcessActs view={view} />
            <Versions view={view} page={page} />
            <Offers view={view} page={page} />
          </>
        }
        sideFirst
      />
    </>
  )
}

function Picture({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const total = view.totalHours
  const note =
    total === null ? t.process.uncountedTotal : t.process.totals(formatNumber(view.countedHours), formatNumber(total))
  const general = view.findings.filter(({ step }) => !view.steps.some(({ key }) => key === step))
  const faulty = new Set(view.findings.filter(({ severity }) => severity === 'error').map(({ step }) => step))
  const groups = new Map(view.segments.flatMap(({ steps }) => steps.map(step => [step.key, steps.length] as const)))
  return (
    <Panel title={t.process.picture} note={note} id="steps">
      <Flow
        segments={view.segments.map(({ share, steps }) => {
          const wrong = steps.some(({ key }) => faulty.has(key))
          return { weight: Math.max(share, 0.02), used: wrong ? 1 : 0, state: wrong ? 'late' : 'todo' }
        })}
      />
      {general.map((finding, i) => (
        <Reason icon="alert-triangle" state="soon" key={i}>
          {findingWords(finding, page.lang)}
        </Reason>
      ))}
      <StepList
        caption={t.process.picture}
        steps={view.steps.map(step => {
          const findings = view.findings.filter(({ step: at }) => at === step.key)
          const together = groups.get(step.key) ?? 1
          return {
            state: 'todo',
            name: (
              <>
                {step.name}
                {step.tasks && <div class="cap">{step.tasks.map(task => t.tasks[task]).join(', ')}</div>}
                {together > 1 && <div class="cap">{t.process.together(together)}</div>}
                {findings.map((finding, i) => (
                  <Reason icon="alert-triangle" state="soon" key={i}>
                    {findingWords(finding, page.lang)}
                  </Reason>
                ))}
              </>
            ),
            who: wordOf(t.roles, step.role),
            ...(faulty.has(step.key) ? ({ result: t.process.mend, resultState: 'late' } as const) : {}),
            spent: step.budgetHours === null ? t.process.notCounted : t.process.hours(formatNumber(step.budgetHours)),
          }
        })}
      />
    </Panel>
  )
}

function StepActions({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const names = new Map(view.steps.map(step => [step.key, step.name]))
  return (
    <Panel title={t.process.actions} id="actions">
      <ItemList
        items={view.steps.map(step => ({
          title: step.name,
          note: (
            <ul>
              {step.actions.map(({ key, label, to, kind, needs }) => {
                const target = names.get(to)
                const parts = [
                  t.kinds[kind],
                  target === undefined ? t.process.toEnd : t.process.toStep(target),
                  ...(needs ? [t.process.needs(needs.map(need => t.needs[need]).join(', '))] : []),
                ]
                return (
                  <li key={key}>
                    <b class="str">{label}</b>: {parts.join(', ')}
                  </li>
                )
              })}
            </ul>
          ),
        }))}
      />
    </Panel>
  )
}

function Versions({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  return (
    <Panel title={t.process.versions} id="versions">
      <ItemList
        numbered={false}
        items={view.versions.map(({ id, no, state, validFrom }) => ({
          title: (
            <a href={pathTo(showProcess, { process: id })} aria-current={id === view.id ? 'true' : undefined}>
              {t.process.no(no)}
            </a>
          ),
          note: [t.states[state], validFrom ? t.process.from(formatDate(validFrom)) : ''].filter(Boolean).join(', '),
        }))}
      />
    </Panel>
  )
}

function Offers({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).process
  const more = view.offerCount - view.offers.length
  return (
    <Panel title={t.offers} note={formatNumber(view.offerCount)} id="offers">
      {view.offers.length === 0 ? (
        <p class="mut">{t.noOffers}</p>
      ) : (
        <ItemList
          numbered={false}
          items={view.offers.map(offer => ({
            title: <a href={pathTo(showOffer, { offer: offer.id })}>{offer.name}</a>,
            note: `${offer.code} · ${offer.agencyName}`,
          }))}
        />
      )}
      {more > 0 && <p class="cap">{t.moreOffers(more)}</p>}
    </Panel>
  )
}
