import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  Breadcrumbs,
  Columns,
  Facts,
  formatDate,
  ItemList,
  MetaItem,
  Num,
  Panel,
  Tag,
  ThingHead,
  type Fact,
} from '@congso/ui'
import { listProcedures, showProcedure, type ProcedureView } from '../../contract.ts'
import { wordOf, words } from '../words/words.ts'
import { ChannelTable } from './channels.tsx'
import { OfferedAt, Versions } from './record-side.tsx'
import { PaperGroups } from './papers.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Props = PageProps<ProcedureView>

/** One record with everything published; what could not be read is shown as such, in its own words. */
export function RecordPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).record
  const { record } = view
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs
            items={[
              { href: listProcedures.path, label: t.catalogue },
              { label: view.code, num: true },
            ]}
          />
        }
        title={record.name}
        meta={<Meta view={view} page={page} />}
      />
      {!view.isCurrent && (
        <Banner kind="note" action={{ href: pathTo(showProcedure, { procedure: view.id }), label: t.showCurrent }}>
          {t.replaced}
        </Banner>
      )}
      <Columns
        main={
          <>
            <Unparsed view={view} page={page} />
            <ChannelTable channels={record.channels} />
            <PaperGroups papers={record.papers} />
            <Steps view={view} page={page} />
            <LegalBasis view={view} page={page} />
          </>
        }
        side={
          <>
            <Panel title={t.facts}>
              <Facts items={facts(view, page.lang)} />
            </Panel>
            <OfferedAt view={view} />
            <Versions view={view} />
          </>
        }
      />
    </>
  )
}

function Meta({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).record
  const w = words(page.lang)
  const { record, onlineLevel } = view
  return (
    <>
      <MetaItem icon="hash">
        <Num>{view.code}</Num>
      </MetaItem>
      {record.field && <MetaItem icon="category">{record.field}</MetaItem>}
      <MetaItem icon="building-bank">{record.levels.map(level => w.levels[level]).join(', ')}</MetaItem>
      {onlineLevel && <MetaItem icon="world">{w.onlineLevels[onlineLevel]}</MetaItem>}
      <MetaItem icon="history">
        {t.version(view.no)}, {t.from(formatDate(view.validFrom))}
        {view.validTo && ` ${t.to(formatDate(view.validTo))}`}
      </MetaItem>
    </>
  )
}

function Unparsed({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).record
  const w = words(page.lang)
  if (view.unparsed.length === 0) return null
  return (
    <Panel title={t.unparsed} note={<Num>{view.unparsed.length}</Num>} id="unparsed" foot={t.unparsedFoot}>
      <ItemList
        numbered={false}
        items={view.unparsed.map(({ section, text, why }) => ({
          title: wordOf(w.fields, section),
          quote: <div class="cs-prose">{text}</div>,
          end: <Tag state="soon">{wordOf(w.why, why, w.otherWhy)}</Tag>,
        }))}
      />
    </Panel>
  )
}

function Steps({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).record
  const { steps } = view.record
  return (
    <Panel title={t.steps} id="steps">
      {steps.length === 0 && <p class="mut">{t.none}</p>}
      {steps.map((step, i) => (
        <div key={i}>
          {step.title && <h3>{step.title}</h3>}
          <div class="cs-prose">{step.text}</div>
        </div>
      ))}
    </Panel>
  )
}

function LegalBasis({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).record
  const { legalBasis } = view.record
  return (
    <Panel title={t.legalBasis} id="legal-basis">
      {legalBasis.length === 0 ? (
        <p class="mut">{t.none}</p>
      ) : (
        <ItemList
          items={legalBasis.map(({ title, number }) => ({ title, ...(number ? { note: <Num>{number}</Num> } : {}) }))}
        />
      )}
    </Panel>
  )
}

/** What the record says in general; a field that was not published is left out, its absence is no fact. */
function facts({ record }: ProcedureView, lang: Props['page']['lang']): Fact[] {
  const { fields, kinds } = words(lang)
  const { agencies } = record
  const lines: [string, string | undefined][] = [
    [fields.decision, record.decision],
    [fields.kind, record.kind && kinds[record.kind]],
    [fields.results, record.results.join('\n')],
    [fields.subjects, record.subjects.join('\n')],
    [fields.performing, agencies.performing.join('\n')],
    [fields.competent, agencies.competent.join('\n')],
    [fields.authorised, agencies.authorised.join('\n')],
    [fields.coordinating, agencies.coordinating.join('\n')],
    [fields.receivingAddress, agencies.receivingAddress],
    [fields.conditions, record.conditions],
    [fields.description, record.description],
    [fields.keywords, record.keywords.join('\n')],
  ]
  return lines.flatMap(([label, value]) => (value ? [{ label, value: <div class="cs-prose">{value}</div> }] : []))
}
