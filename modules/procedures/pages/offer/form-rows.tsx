import { inLang } from '@congso/kernel/contract'
import {
  Checkboxes,
  Disclosure,
  FieldGrid,
  Hidden,
  NumberField,
  Panel,
  Select,
  Stack,
  TextArea,
  TextField,
  usePage,
} from '@congso/ui'
import { limitUnits, paperKinds, type TermsView } from '../../contract.ts'
import { words } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Empty rows after the filled ones: something can be added without script. */
const spare = { papers: 3, fees: 2, cases: 2 }

/** The papers as rows of the form; the number of each stays what it is, because cases name papers by it. */
export function PaperRows({ papers }: { papers: TermsView['papers'] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).form
  const w = words(lang)
  return (
    <Panel title={t.papers} note={t.papersNote} id="papers">
      <Stack>
        {rows(papers, spare.papers).map((paper, i) => (
          <fieldset key={i}>
            <legend class="cap">{paper ? t.paperNo(paper.no) : t.paperNew}</legend>
            {paper && <Hidden name={`papers.${i}.no`} value={paper.no} />}
            {paper?.group && <Hidden name={`papers.${i}.group`} value={paper.group} />}
            <FieldGrid>
              <TextArea name={`papers.${i}.name`} label={t.paperName} value={paper?.name} rows={1} span={12} />
              <Select
                name={`papers.${i}.kind`}
                label={t.kind}
                value={paper?.kind ?? 'submit'}
                options={paperKinds.map(kind => ({ value: kind, label: w.paperKinds[kind] }))}
                empty={false}
                span={3}
              />
              <NumberField name={`papers.${i}.originals`} label={t.originals} value={paper?.originals} span={3} />
              <NumberField name={`papers.${i}.copies`} label={t.copies} value={paper?.copies} span={3} />
              <TextField name={`papers.${i}.form`} label={t.form} value={paper?.form} span={3} />
            </FieldGrid>
          </fieldset>
        ))}
      </Stack>
    </Panel>
  )
}

/** The fees as rows of the form: no amount means that the words decide. */
export function FeeRows({ fees }: { fees: TermsView['fees'] }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).form
  return (
    <Panel title={t.fees} note={t.feesNote} id="fees">
      <Stack>
        {rows(fees, spare.fees).map((fee, i) => (
          <FieldGrid key={i}>
            <TextField name={`fees.${i}.name`} label={t.feeName} value={fee?.name} span={4} />
            <NumberField name={`fees.${i}.amount`} label={t.amount} value={fee?.amount} suffix="đ" span={3} />
            <TextArea name={`fees.${i}.text`} label={t.feeText} value={fee?.text} rows={1} span={5} />
          </FieldGrid>
        ))}
      </Stack>
    </Panel>
  )
}

/** The cases as rows of the form, each with its limit and, if it asks for fewer papers, which. */
export function CaseRows({ cases, papers }: Pick<TermsView, 'cases' | 'papers'>) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).form
  const w = words(lang)
  return (
    <Panel title={t.cases} note={t.casesNote} id="cases">
      <Stack>
        {rows(cases, spare.cases).map((one, i) => (
          <fieldset key={i}>
            <legend class="cs-sr">{one?.name ?? t.caseName}</legend>
            {one && <Hidden name={`cases.${i}.key`} value={one.key} />}
            <FieldGrid>
              <TextField name={`cases.${i}.name`} label={t.caseName} value={one?.name} span={6} />
              <NumberField name={`cases.${i}.amount`} label={t.limit} value={one?.amount} decimal span={3} />
              <Select
                name={`cases.${i}.unit`}
                label={t.limitUnit}
                value={one?.unit ?? 'working-day'}
                options={limitUnits.map(unit => ({ value: unit, label: w.units[unit] }))}
                empty={false}
                span={3}
              />
            </FieldGrid>
            {papers.length > 0 && (
              <Disclosure summary={`${t.casePapers}: ${one?.papers?.join(', ') ?? t.allPapers}`}>
                <Checkboxes
                  name={`cases.${i}.papers`}
                  label={t.casePapers}
                  help={t.casePapersHelp}
                  options={papers.map(({ no, name }) => ({
                    value: String(no),
                    label: t.paperNo(no),
                    note: name.slice(0, 80),
                  }))}
                  values={one?.papers?.map(String) ?? []}
                />
              </Disclosure>
            )}
          </fieldset>
        ))}
      </Stack>
    </Panel>
  )
}

/** What is there, and as many empty rows after it. */
function rows<T>(filled: readonly T[], empty: number): (T | undefined)[] {
  return [...filled, ...Array.from({ length: empty }, () => undefined)]
}
